import BriefModel
import HTMLParsing

/// What speaks for a text being the headline. The numbers are those of `TitleWeights`.
enum TitleSign: Int, CaseIterable, Sendable {
    case linkedHeadline, linkedUncertain, linkedName, openGraph, twitter, property, classTitle, dublinCore, metaTitle
    case pageTitle, pageTitlePart, pageTitleFirstPart, pageTitleLongestPart
    case h1, h2, h3, otherHeading, firstH1, onlyH1, firstHeading, headingPart, emphasisLine
    case insidePageTitle, startsPageTitle, insideOpenGraph, holdsOpenGraph
    case isSite, holdsSite, linksHome, inFurniture, inComments, inByline, lastBeforeText, insideText, beforeByline
    case inAddress, partlyInAddress, short, long, sharedByTwo, sharedByThree
}

/// Finds the headline among the places that repeat it, and the outlet's name where it is glued to it.
struct HeadlineChoice {
    private(set) var candidates: [Candidate] = []
    private(set) var best: Sourced<String>?
    private(set) var probabilities: [Double] = []

    struct Candidate {
        var text: String
        let key: String
        var signs = SignSet()
        var origin: Provenance.Origin
        /// The line it stands on, when it is visible.
        var line: Int?
        /// How well its spelling is known: what a reader sees goes before what a machine is told.
        var standing: Int
    }

    var title: String { best?.value ?? "" }
    /// The line of the headline.
    let line: Int?

    init(_ survey: PageSurvey, data: LinkedData, frame: TextFrame, site: SiteName, pageTitle: String, addresses: [WebAddress]) {
        let meta = survey.meta
        var choice = Collector(site: site)
        if let main = data.main {
            if let text = main.headline { choice.add(text, .linkedData, data.isUncertain ? .linkedUncertain : .linkedHeadline) }
            if main.kind != .other, let text = main.name { choice.add(text, .linkedData, .linkedName) }
        }
        for name in ["og:title", "twitter:title", "dc.title", "title", "citation_title", "parsely-title", "sailthru.title", "headline"] {
            guard let text = meta.value(name) else { continue }
            let sign: TitleSign = name == "og:title" ? .openGraph : name == "twitter:title" ? .twitter : name == "dc.title" ? .dublinCore : .metaTitle
            choice.add(MarkupText.plain(text), name == "og:title" ? .openGraph : name == "dc.title" ? .dublinCore : .meta, sign)
        }
        choice.addPageTitle(pageTitle)
        choice.addMarks(survey)
        choice.addHeadings(survey, frame)
        choice.relate(survey, frame, pageTitle: pageTitle, addresses: addresses)
        candidates = choice.candidates
        let shares = TitleWeights.choice.probabilities(candidates.map(\.signs))
        probabilities = shares
        guard let place = shares.indices.max(by: { shares[$0] < shares[$1] }) else {
            line = nil
            return
        }
        line = candidates[place].line
        best = Sourced(candidates[place].text, from: candidates[place].origin, confidence: probabilities[place])
    }
}

extension HeadlineChoice {
    /// Gathers candidates, one for all spellings of the same text.
    struct Collector {
        let site: SiteName
        private(set) var candidates: [Candidate] = []
        private var places: [String: Int] = [:]

        init(site: SiteName) { self.site = site }

        @discardableResult
        mutating func add(_ text: String, _ origin: Provenance.Origin, _ sign: TitleSign, line: Int? = nil) -> Int? {
            let key = Folding.key(text)
            guard !key.isEmpty, text.utf8.count <= 500, candidates.count < 64 || places[key] != nil else { return nil }
            let standing = line != nil ? 3 : origin == .pageTitle ? 1 : 2
            let place: Int
            if let known = places[key] {
                place = known
                if standing > candidates[place].standing {
                    candidates[place].text = text
                    candidates[place].origin = origin
                    candidates[place].standing = standing
                }
                if let line, candidates[place].line == nil { candidates[place].line = line }
            } else {
                place = candidates.count
                places[key] = place
                candidates.append(Candidate(text: text, key: key, origin: origin, line: line, standing: standing))
            }
            candidates[place].signs.insert(sign)
            // "Headline | Site": the headline is a candidate of its own.
            if sign != .pageTitle, sign != .pageTitlePart, line == nil, let short = site.removed(from: text) { add(short, origin, sign) }
            return place
        }

        mutating func addPageTitle(_ pageTitle: String) {
            guard !pageTitle.isEmpty else { return }
            add(pageTitle, .pageTitle, .pageTitle)
            if let short = site.removed(from: pageTitle), let place = add(short, .pageTitle, .pageTitlePart) {
                candidates[place].signs.insert(TitleSign.pageTitleLongestPart)
            }
            let parts = TitleParts.split(pageTitle)
            guard parts.count > 1 else { return }
            let longest = parts.indices.max { parts[$0].utf8.count < parts[$1].utf8.count }
            for (number, part) in parts.enumerated() {
                guard let place = add(part, .pageTitle, .pageTitlePart) else { continue }
                if number == 0 { candidates[place].signs.insert(TitleSign.pageTitleFirstPart) }
                if number == longest { candidates[place].signs.insert(TitleSign.pageTitleLongestPart) }
            }
            for end in TitleParts.ends(of: pageTitle) { add(end, .pageTitle, .pageTitlePart) }
        }

        mutating func addMarks(_ survey: PageSurvey) {
            for mark in survey.marks where !mark.isForeign && (mark.sign == .headline || mark.sign == .title) {
                guard mark.zone != .comments, survey.document.end(of: mark.node) - mark.node < 60 else { continue }
                let content = survey.document.attribute(.content, of: mark.node)
                let text = Whitespace.normalised(content ?? survey.document.textContent(mark.node))
                guard text.utf8.count <= 300 else { continue }
                add(text, .microdata, mark.sign == .headline ? .property : .classTitle, line: content == nil ? mark.line : nil)
            }
        }

        mutating func addHeadings(_ survey: PageSurvey, _ frame: TextFrame) {
            let headings = survey.lines.indices.filter { survey.lines[$0].heading > 0 }
            let first = headings.filter { survey.lines[$0].heading == 1 }
            for (number, line) in headings.prefix(40).enumerated() {
                let heading = survey.lines[line]
                let sign: TitleSign = [.h1, .h2, .h3][min(heading.heading, 4) - 1 < 3 ? heading.heading - 1 : 2]
                guard let place = add(heading.string, .heading, heading.heading > 3 ? .otherHeading : sign, line: line) else { continue }
                if number == 0 { candidates[place].signs.insert(TitleSign.firstHeading) }
                if line == first.first { candidates[place].signs.insert(first.count == 1 ? TitleSign.onlyH1 : TitleSign.firstH1) }
                addParts(of: heading, line, survey)
            }
            addEmphasis(survey, frame)
        }

        /// A heading may hold a kicker and the headline: `<h1><span>Kicker</span> <span>Headline</span></h1>`.
        private mutating func addParts(of heading: PageLine, _ line: Int, _ survey: PageSurvey) {
            let document = survey.document
            var top = heading.node
            while let parent = document.parent(top), !TagRoles.headings.contains(document.tag(parent)) { top = parent }
            guard let element = document.parent(top), heading.heading <= 2 else { return }
            let children = document.children(element).prefix(8).filter { document.isElement($0) || document.isText($0) }
            guard children.count > 1 else { return }
            for child in children {
                let text = Whitespace.normalised(document.textContent(child))
                if text.utf8.count >= 8, text.utf8.count < heading.length { add(text, .heading, .headingPart, line: line) }
            }
        }

        /// Pages without a heading have a short line before the text.
        private mutating func addEmphasis(_ survey: PageSurvey, _ frame: TextFrame) {
            guard let start = frame.first else { return }
            for line in max(0, start - 4)..<start {
                let found = survey.lines[line]
                if found.heading == 0, found.zone == .main, (4...200).contains(found.length) { add(found.string, .text, .emphasisLine, line: line) }
            }
        }

        /// What candidates say of each other and of their place.
        mutating func relate(_ survey: PageSurvey, _ frame: TextFrame, pageTitle: String, addresses: [WebAddress]) {
            let titleKey = Array(Folding.key(pageTitle).utf8)
            let graphKey = Array((survey.meta.value("og:title").map(Folding.key) ?? "").utf8)
            let slug = AddressWords(addresses)
            let before = frame.first.flatMap { start in survey.lines[..<start].lastIndex { $0.heading > 0 && $0.zone != .furniture } }
            for place in candidates.indices {
                let candidate = candidates[place]
                var signs = candidate.signs
                func mark(_ sign: TitleSign, _ holds: Bool) { if holds { signs.insert(sign) } }
                let key = Array(candidate.key.utf8)
                let size = key.count
                mark(.insidePageTitle, size >= 3 && key != titleKey && ByteText.holds(titleKey, key))
                mark(.startsPageTitle, size >= 3 && titleKey.starts(with: key))
                mark(.insideOpenGraph, size >= 3 && key != graphKey && ByteText.holds(graphKey, key))
                mark(.holdsOpenGraph, graphKey.count >= 8 && key != graphKey && ByteText.holds(key, graphKey))
                mark(.isSite, site.isName(candidate.key))
                mark(.holdsSite, !site.isName(candidate.key) && site.ends(candidate.key))
                mark(.short, size < 10)
                mark(.long, size > 120)
                let share = slug.share(of: candidate.text)
                mark(.inAddress, share >= 0.6)
                mark(.partlyInAddress, share >= 0.25 && share < 0.6)
                let sources = [TitleSign.linkedHeadline, .openGraph, .twitter, .property, .classTitle, .h1, .h2, .pageTitle, .pageTitlePart].count {
                    signs.contains($0)
                }
                mark(.sharedByTwo, sources == 2)
                mark(.sharedByThree, sources > 2)
                if let number = candidate.line, number < survey.lines.count {
                    let line = survey.lines[number]
                    mark(.inFurniture, line.zone == .furniture)
                    mark(.inComments, line.zone == .comments)
                    mark(.inByline, line.zone == .byline)
                    mark(.lastBeforeText, number == before)
                    mark(.insideText, frame.first.map { number > $0 } ?? false)
                    mark(.linksHome, Self.linksHome(line, survey.document, addresses.first))
                    mark(
                        .beforeByline,
                        survey.lines[min(number + 1, survey.lines.count)..<min(number + 4, survey.lines.count)].contains { $0.zone == .byline })
                }
                candidates[place].signs = signs
            }
        }

        private static func linksHome(_ line: PageLine, _ document: HTMLDocument, _ address: WebAddress?) -> Bool {
            guard line.linkLength * 10 >= line.length * 8 else { return false }
            var node: Int? = line.node
            for _ in 0..<6 {
                guard let here = node else { return false }
                if document.tag(here) == .a, let href = document.attribute(.href, of: here) {
                    return (address?.resolving(href) ?? WebAddress(href)).map { $0.path.utf8.count <= 4 && $0.query == nil } ?? (href == "/")
                }
                node = document.parent(here)
            }
            return false
        }
    }
}
