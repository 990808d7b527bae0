import BriefModel
import HTMLParsing

/// Collects every place of a page that names a day.
struct DateReading {
    private let survey: PageSurvey
    private let frame: TextFrame
    private let titleLine: Int?
    private(set) var found: DateCandidates

    init(_ survey: PageSurvey, data: LinkedData, frame: TextFrame, titleLine: Int?, addresses: [WebAddress], language: String?, latest: CalendarDay?)
    {
        let order = WrittenDate.Order(language: language)
        self.survey = survey
        self.frame = frame
        self.titleLine = titleLine
        // The web's first newspapers are of 1995.
        let first = CalendarDay(daysSince1970: 9131)
        let last = latest ?? CalendarDay(daysSince1970: 84_370)
        found = DateCandidates(order: order, local: LocalTime(language: language), range: first...max(first, last))
        addLinked(data)
        addMeta()
        addMarks()
        addTitles(order)
        addLines(order)
        addScripts()
        found.relate(addresses: addresses, images: [survey.meta["og:image"], survey.meta["twitter:image"]].compactMap { $0 })
    }

    private mutating func addLinked(_ data: LinkedData) {
        if let main = data.main {
            let sign: DateSign = data.isUncertain ? .linkedUncertain : main.kind == .article ? .linkedPublished : .linkedElsewhere
            found.add(main.published, sign, .linkedData, rank: 1)
            found.add(main.created, .linkedCreated, .linkedData, rank: 5)
            found.addModified(main.modified, .linkedModified, .linkedData, rank: 30)
        }
        for thing in data.things.prefix(50) { found.add(thing.published, .linkedElsewhere, .linkedData, rank: 10) }
    }

    private mutating func addMeta() {
        let meta = survey.meta
        for name in [
            "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "article:publicationdate",
        ] {
            found.add(meta.value(name), .openGraphPublished, .openGraph, rank: 2)
        }
        for name in ["article:modified_time", "og:updated_time", "article:updated", "og:article:modified_time", "article:modified"] {
            found.addModified(meta.value(name), .openGraphModified, .openGraph, rank: 31)
        }
        for name in Self.published { found.add(meta.value(name), .metaPublished, name.hasPrefix("dc") ? .dublinCore : .meta, rank: 4) }
        for name in Self.dated { found.add(meta.value(name), .metaDate, name.hasPrefix("dc") ? .dublinCore : .meta, rank: 20) }
        for name in Self.changed { found.addModified(meta.value(name), .metaModified, name.hasPrefix("dc") ? .dublinCore : .meta, rank: 32) }
        found.add(meta["itemprop:datepublished"], .property, .microdata, rank: 3)
        found.add(meta["itemprop:datecreated"], .propertyCreated, .microdata, rank: 6)
        found.addModified(meta["itemprop:datemodified"], .propertyModified, .microdata, rank: 33)
    }

    private static let published = [
        "publishdate", "publish_date", "publish-date", "pubdate", "pub_date", "publication_date", "publicationdate", "publication-date",
        "published_time",
        "published", "published_at", "published-date", "date_published", "datepublished", "dc.date.issued", "dcterms.issued", "dc.issued",
        "dcterms.available", "parsely-pub-date",
        "sailthru.date", "citation_date", "citation_publication_date", "citation_online_date", "article.published", "article_date_original",
        "article_date", "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "cxenseparse:recs:articlepublishdate",
        "ptime", "displaydate", "timestamp", "dateposted", "prism.publicationdate", "bt:pubdate", "vr:published_time", "sort_date",
        "first-publish-date", "release_date", "dcsext.articlefirstpublished",
        "rbpubdate", "shareaholic:article_published_time", "pdate", "article-publish-date", "artikeldatum", "datum",
    ]
    private static let dated = [
        "date", "dc.date", "dcterms.date", "dc:date", "dcterms.created", "dc.date.created", "dcterms.created", "created", "creation_date",
        "creation-date", "date.created", "article.created", "dc.created",
    ]
    private static let changed = [
        "last-modified", "lastmod", "last_modified", "revised", "dcterms.modified", "dc.date.modified", "dc.modified", "modified", "modified_time",
        "article_date_updated", "article.updated", "updated", "lastmodified", "date.modified", "revision_date", "utime", "article:modified",
    ]

    private mutating func addMarks() {
        let document = survey.document
        var isFirst = true
        for mark in survey.marks.prefix(5000) {
            switch mark.sign {
            case .published, .modified, .created, .time: break
            default: continue
            }
            guard let text = Self.dateText(document, mark.node) else { continue }
            if mark.isForeign || mark.zone == .comments {
                found.add(text, .comments, .timeElement, rank: 90)
                continue
            }
            let isProperty = document.has(.itemprop, mark.node) || document.has(.property, mark.node)
            switch mark.sign {
            case .published: found.add(text, isProperty ? .property : .classPublished, isProperty ? .microdata : .byline, rank: isProperty ? 3 : 8)
            case .created: found.add(text, .propertyCreated, .microdata, rank: 6)
            case .modified: found.addModified(text, isProperty ? .propertyModified : .classModified, .microdata, rank: 33)
            default:
                guard let place = found.add(text, timeSign(mark), .timeElement, rank: 9) else { continue }
                if isFirst { found.insert(.timeFirst, at: place) }
                if document.has(.pubdate, mark.node) { found.insert(.timePublished, at: place) }
                if let sign = DateLabels.sign(before: textBefore(mark.node)) { found.insert(sign, at: place) }
                isFirst = false
            }
        }
    }

    private static func dateText(_ document: HTMLDocument, _ node: Int) -> String? {
        for attribute in [HTMLAttribute.datetime, .content, .title] {
            if let range = document.attributeRange(attribute, of: node), range.count >= 8, range.count <= 100,
                document.bytes[range].contains(where: { $0 &- 0x30 < 10 })
            {
                return Whitespace.normalised(String(decoding: document.bytes[range], as: UTF8.self))
            }
        }
        guard document.end(of: node) - node < 40 else { return nil }
        let text = Whitespace.normalised(document.textContent(node))
        return text.utf8.count <= 120 ? text : nil
    }

    private func timeSign(_ mark: PageMark) -> DateSign {
        if mark.zone == .furniture { return .timeElsewhere }
        if let titleLine, mark.line < titleLine { return titleLine - mark.line <= 6 ? .timeAboveTitle : .timeElsewhere }
        guard let first = frame.first else { return .timeNearTitle }
        if mark.line < first { return .timeNearTitle }
        return mark.line <= frame.last ?? first ? .timeInText : .timeElsewhere
    }

    /// What stands in the text before an element, a few words.
    private func textBefore(_ node: Int) -> [UInt8] {
        let document = survey.document
        var text: [UInt8] = []
        for other in stride(from: node - 1, to: max(0, node - 12), by: -1)
        where document.isText(other) && !TagRoles.neverText.contains(document.tag(document.parent(other) ?? 0)) {
            text = document.bytes[document.textRange(other)].suffix(40) + text
            if text.count >= 40 { break }
        }
        return text
    }

    /// "Record year for the bear (news of 14 January 2020)".
    private mutating func addTitles(_ order: WrittenDate.Order?) {
        for text in [
            survey.meta.value("og:title"), survey.meta["description", "og:description"],
            survey.document.first(.title).map { survey.document.textContent($0) },
        ] {
            if let date = text.flatMap({ WrittenDate.first(in: $0.utf8, order: order) }) { found.add(date, .inTitle, .pageTitle, rank: 45) }
        }
    }

    private mutating func addLines(_ order: WrittenDate.Order?) {
        var last: Int?
        var isFirst = true
        for (number, line) in survey.lines.enumerated() {
            if line.length <= 300, DateLabels.rights.occur(in: line.text) {
                for year in Self.years(in: line.text) { found.addCopyright(year) }
            }
            let isBody = line.isProse && line.length > 200
            guard !isBody || number == frame.first || number == frame.last else { continue }
            for written in WrittenDate.all(in: line.text, order: order, limit: 3) {
                let date = found.reordered(written, in: line.text[...])
                guard
                    let place = found.add(
                        date, lineSign(number, line, date), line.zone == .byline ? .byline : .text, rank: line.zone == .byline ? 12 : 40)
                else {
                    continue
                }
                found.mention(place)
                describe(line, date, at: place)
                if line.zone == .main || line.zone == .byline {
                    if isFirst { found.insert(.firstVisible, at: place) }
                    isFirst = false
                    last = place
                }
            }
        }
        if let last { found.insert(.lastVisible, at: last) }
    }

    private mutating func describe(_ line: PageLine, _ date: WrittenDate, at place: Int) {
        if let sign = DateLabels.sign(before: line.text.prefix(date.range.lowerBound)) { found.insert(sign, at: place) }
        if line.zone == .byline { found.insert(.bylineZone, at: place) }
        if line.length - date.range.count <= 24 { found.insert(.alone, at: place) }
        if line.isProse { found.insert(.insideProse, at: place) }
        if line.linkLength * 2 > line.length { found.insert(.isLink, at: place) }
        if date.day.year % 100 < 69, !Self.holdsYear(line.text[date.range], date.day.year) { found.insert(.shortYear, at: place) }
    }

    private static func holdsYear(_ text: ArraySlice<UInt8>, _ year: Int) -> Bool {
        text.split { $0 &- 0x30 >= 10 }.contains { $0.count >= 4 && $0.elementsEqual(String(year).utf8) }
    }

    private func lineSign(_ number: Int, _ line: PageLine, _ date: WrittenDate) -> DateSign {
        switch line.zone {
        case .comments: return .comments
        case .furniture: return .furniture
        default: break
        }
        if let titleLine, number <= titleLine { return titleLine - number <= 4 ? .aboveTitle : .elsewhere }
        guard let first = frame.first, let last = frame.last else { return titleLine == nil ? .elsewhere : .belowTitle }
        if number < first { return titleLine != nil ? .belowTitle : .elsewhere }
        if number == first, date.range.lowerBound < 60 { return .textStart }
        if number <= last { return number == last ? .textEnd : .insideProse }
        return number - last <= 6 ? .afterText : .elsewhere
    }

    private static func years(in text: [UInt8]) -> [Int] {
        text.split { $0 &- 0x30 >= 10 }.compactMap { digits in
            digits.count == 4 ? Int(String(decoding: digits, as: UTF8.self)).flatMap { (1995...2100).contains($0) ? $0 : nil } : nil
        }
    }

    /// Pages drawn by scripts carry their data in one: only looked at when nothing else declares a day.
    private mutating func addScripts() {
        let declaring: [DateSign] = [.linkedPublished, .openGraphPublished, .property, .metaPublished, .timeNearTitle, .classPublished]
        guard !found.candidates.contains(where: { candidate in declaring.contains { candidate.signs.contains($0) } }) else { return }
        for value in ScriptValues.dates(survey.document, survey.otherScripts) {
            value.isModified
                ? found.addModified(value.text, .scriptModified, .meta, rank: 70) : { _ = found.add(value.text, .scriptPublished, .meta, rank: 50) }()
        }
    }
}

/// Dates in scripts that are no JSON-LD: `"datePublished":"2026-02-24"`.
enum ScriptValues {
    private static let publishedNames = [
        "datepublished\"", "publishedat\"", "published_at\"", "publishdate\"", "publish_date\"", "publicationdate\"", "publication_date\"",
        "pubdate\"",
        "firstpublished\"", "firstpublisheddate\"", "publishedtime\"", "published_time\"", "datecreated\"", "article_date\"", "displaydate\"",
        "createdat\"", "created_at\"", "publishtime\"", "published\"", "date_published\"", "publisheddate\"", "published_date\"", "releasedate\"",
    ]
    private static let modifiedNames = ["datemodified\"", "updatedat\"", "updated_at\"", "modifieddate\"", "lastmodified\"", "modified_time\""]
    private static let published = Phrases(publishedNames)
    private static let modified = Phrases(modifiedNames)
    private static let places = Phrases(publishedNames + modifiedNames)

    private static let most = 12

    /// A name stands behind a quotation mark, or is the last part of one.
    private static func read(_ script: ArraySlice<UInt8>, into found: inout [(String, Bool)]) {
        let bytes = Array(script)
        var at = 1
        while found.count < most, let place = places.place(in: bytes, from: at) {
            at = place + 1
            guard bytes[place - 1] == UInt8(ascii: "\"") || bytes[place - 1] == UInt8(ascii: "_") else { continue }
            for (phrases, isModified) in [(published, false), (modified, true)] {
                let length = phrases.length(in: bytes, at: place)
                guard length > 0, place + length < bytes.count else { continue }
                let rest = bytes[(place + length)..<min(place + length + 60, bytes.count)]
                let value = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
                found.append((String(decoding: value.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }, as: UTF8.self), isModified))
            }
        }
    }

    /// The first few.
    static func dates(_ document: HTMLDocument, _ scripts: [Int]) -> [(text: String, isModified: Bool)] {
        var found: [(String, Bool)] = []
        for script in scripts {
            for inner in document.descendants(script) where document.isText(inner) {
                read(document.bytes[document.textRange(inner)], into: &found)
                if found.count >= most { return found }
            }
        }
        return found
    }
}
