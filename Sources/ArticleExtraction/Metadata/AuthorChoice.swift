import BriefModel
import HTMLParsing

/// What speaks for names being those of the authors. The numbers are those of `AuthorWeights`.
enum AuthorSign: Int, CaseIterable, Sendable {
    case linkedPerson, linkedOrganization, linkedUnknown, linkedUncertain, linkedElsewhere
    case metaAuthor, openGraph, dublinCore, metaVendor, property, authorLink, authorClass, bylineZone, words
    case firstOfKind, aboveText, aboveTitle, nearTitle, afterText, insideText, elsewhere, furniture
    case person, oneWord, isSite, holdsSite, agency, lowercase, manyWords, many, two, title
    case sharedByTwo, sharedByThree, insideOther, holdsOther, visible, visibleAbove, shouting, onlyOne, endOfText, dateline
    case authorAddress, bareName, innerWords, wordsAbove, besideDate
}

/// Finds the authors among the places that name them.
struct AuthorChoice {
    struct Candidate {
        var names: [String]
        let key: String
        var signs = SignSet()
        var origin: Provenance.Origin
        fileprivate var kinds = 0
    }

    private(set) var candidates: [Candidate] = []
    private(set) var probabilities: [Double] = []
    private(set) var authors: Sourced<[String]>?
    private var places: [String: Int] = [:]

    /// Below this, no name is better than one that is likely wrong.
    private static let least = 0.05

    init(_ survey: PageSurvey, data: LinkedData, frame: TextFrame, headline: HeadlineChoice, site: SiteName) {
        addLinked(data)
        addMeta(survey.meta)
        addMarks(survey, frame, headline.line)
        addLines(survey, frame, headline.line)
        relate(survey, frame, site, headline)
        probabilities = AuthorWeights.choice.probabilities(candidates.map(\.signs))
        guard let place = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }), probabilities[place] >= Self.least else { return }
        authors = Sourced(candidates[place].names, from: candidates[place].origin, confidence: probabilities[place])
    }

    private mutating func add(_ names: [String], _ sign: AuthorSign, _ origin: Provenance.Origin) -> Int? {
        let key = names.map(Folding.key).joined(separator: " ")
        guard names.count <= 20, key.utf8.count >= 2, key.utf8.count <= 300, candidates.count < 40 || places[key] != nil else { return nil }
        let place = places[key] ?? candidates.count
        if place == candidates.count {
            places[key] = place
            candidates.append(Candidate(names: names, key: key, origin: origin))
        }
        if !candidates[place].signs.contains(sign) { candidates[place].kinds += 1 }
        candidates[place].signs.insert(sign)
        return place
    }

    private mutating func addLinked(_ data: LinkedData) {
        if let main = data.main {
            for kind in [LinkedName.Kind.person, .organization, .unknown] {
                let names = main.authors.filter { $0.kind == kind }.flatMap { AuthorNames.declared($0.text) }
                let sign: AuthorSign =
                    data.isUncertain
                    ? .linkedUncertain : kind == .person ? .linkedPerson : kind == .organization ? .linkedOrganization : .linkedUnknown
                _ = add(AuthorNames.unique(names), sign, .linkedData)
            }
        }
        for thing in data.things.prefix(20) where thing.kind != .article {
            _ = add(AuthorNames.unique(thing.authors.flatMap { AuthorNames.declared($0.text) }), .linkedElsewhere, .linkedData)
        }
    }

    private mutating func addMeta(_ meta: MetaTags) {
        for vocabulary in [AuthorSign.metaAuthor, .openGraph, .dublinCore, .metaVendor, .property] {
            let texts = meta.authors.filter { $0.vocabulary == vocabulary }.map(\.text)
            guard !texts.isEmpty else { continue }
            let origin: Provenance.Origin = vocabulary == .openGraph ? .openGraph : vocabulary == .dublinCore ? .dublinCore : .meta
            _ = add(AuthorNames.unique(texts.flatMap(AuthorNames.declared)), vocabulary, origin)
        }
        // "Written by" beside "Jane Doe": what many systems tell link previews.
        for number in 1...2 {
            if let label = meta.value("twitter:label\(number)"), let name = meta.value("twitter:data\(number)"), AuthorNames.isCredit(label) {
                _ = add(AuthorNames.declared(name), .metaVendor, .meta)
            }
        }
    }

    private mutating func addMarks(_ survey: PageSurvey, _ frame: TextFrame, _ titleLine: Int?) {
        for sign in [PageMark.Sign.author, .authorLink, .authorAddress, .authorClass] {
            var all: [String] = []
            var covered = 0
            var isFirst = true
            // A page with more author marks than this is a list of authors.
            for mark in survey.marks.lazy.filter({ $0.sign == sign }).prefix(200) where mark.zone != .comments && !(mark.isForeign && sign == .author)
            {
                guard mark.node >= covered, let names = Self.names(survey, mark), !names.isEmpty else { continue }
                covered = survey.document.end(of: mark.node)
                let kind = Self.kind(sign)
                guard let place = add(AuthorNames.unique(names), kind, sign == .author ? .microdata : .byline) else { continue }
                candidates[place].signs.insert(position(mark.line, mark.zone, frame, titleLine))
                if isFirst { candidates[place].signs.insert(AuthorSign.firstOfKind) }
                isFirst = false
                if mark.zone != .furniture, frame.last.map({ mark.line <= $0 + 4 }) ?? true { all += names }
                if all.count > 12 { break }
            }
            let together = AuthorNames.unique(all)
            if together.count > 1, together.count <= 8 {
                _ = add(together, Self.kind(sign), sign == .author ? .microdata : .byline)
            }
        }
    }

    private static func kind(_ sign: PageMark.Sign) -> AuthorSign {
        switch sign {
        case .author: .property
        case .authorLink: .authorLink
        case .authorAddress: .authorAddress
        default: .authorClass
        }
    }

    private static func names(_ survey: PageSurvey, _ mark: PageMark) -> [String]? {
        let document = survey.document
        if let content = document.attribute(.content, of: mark.node) { return AuthorNames.declared(content) }
        let end = document.end(of: mark.node)
        guard end - mark.node < 200 else { return nil }
        if let inner = survey.marks.first(where: { $0.sign == .name && $0.node > mark.node && $0.node < end }) {
            return AuthorNames.declared(document.attribute(.content, of: inner.node) ?? document.textContent(inner.node))
        }
        let text = MarkedText.apart(document, mark.node)
        guard text.utf8.count <= 240 else { return nil }
        return AuthorNames.names(in: text, isCredited: true)
    }

    private func position(_ line: Int, _ zone: PageLine.Zone, _ frame: TextFrame, _ titleLine: Int?) -> AuthorSign {
        if zone == .furniture { return .furniture }
        if let titleLine, line <= titleLine { return titleLine - line <= 4 ? .aboveTitle : .elsewhere }
        guard let first = frame.first, let last = frame.last else { return titleLine.map { line - $0 <= 4 } ?? false ? .nearTitle : .elsewhere }
        if line < first { return titleLine.map { line - $0 <= 3 } ?? false ? .nearTitle : .aboveText }
        if line <= last { return .insideText }
        return line - last <= 5 ? .afterText : .elsewhere
    }

    private mutating func addLines(_ survey: PageSurvey, _ frame: TextFrame, _ titleLine: Int?) {
        var kindsSeen = SignSet()
        for (number, line) in survey.lines.enumerated() {
            guard line.zone != .comments, line.length <= 200, line.heading == 0 || number != titleLine else { continue }
            let place = position(number, line.zone, frame, titleLine)
            let isNear = [.nearTitle, .aboveTitle, .aboveText, .afterText].contains(place)
            let sign: AuthorSign
            let names: [String]
            if number > 0, AuthorNames.isCreditAlone(survey.lines[number - 1].text) {
                (sign, names) = (.wordsAbove, AuthorNames.names(in: line.text, isCredited: true))
            } else if AuthorNames.creditLength(line.text) > 0 {
                (sign, names) = (.words, AuthorNames.names(in: line.text, isCredited: true))
            } else if line.zone == .byline {
                (sign, names) = (.bylineZone, AuthorNames.names(in: line.text, isCredited: false))
            } else if isNear, line.length <= 80, let rest = AuthorNames.besideDate(line.text) {
                (sign, names) = (.besideDate, AuthorNames.names(in: rest, isCredited: true))
            } else if isNear || line.length <= 100, AuthorNames.hasInnerCredit(line.text) {
                (sign, names) = (.innerWords, AuthorNames.names(in: line.text, isCredited: false))
            } else if isNear || number == frame.last, line.length <= 100 {
                (sign, names) = (.bareName, AuthorNames.names(in: line.text, isCredited: false))
            } else {
                continue
            }
            guard !names.isEmpty, let found = add(AuthorNames.unique(names), sign, .byline) else { continue }
            candidates[found].signs.insert(place)
            if !kindsSeen.contains(sign) { candidates[found].signs.insert(AuthorSign.firstOfKind) }
            kindsSeen.insert(sign)
        }
        addSignature(survey, frame)
    }

    /// "(dpa)", "mk/AFP": how agencies and desks sign at the end of a text.
    private mutating func addSignature(_ survey: PageSurvey, _ frame: TextFrame) {
        guard let first = frame.first, let last = frame.last else { return }
        if let name = AuthorNames.dateline(survey.lines[first].text) { _ = add([name], .dateline, .text) }
        for number in last..<min(last + 3, survey.lines.count) {
            let line = survey.lines[number]
            guard let name = AuthorNames.signature(line.text, isWhole: line.length == line.text.count) else { continue }
            if let place = add([name], .endOfText, .text) { candidates[place].signs.insert(AuthorSign.afterText) }
        }
    }

    private mutating func relate(_ survey: PageSurvey, _ frame: TextFrame, _ site: SiteName, _ headline: HeadlineChoice) {
        guard !candidates.isEmpty else { return }
        let before = survey.lines.prefix(frame.first ?? survey.lines.count).suffix(120).filter { $0.length <= 300 && $0.zone != .comments }
        let after = survey.lines.dropFirst(frame.last ?? survey.lines.count).prefix(12).filter { $0.length <= 300 }
        let top = Folding.keys(before.lazy.map(\.text))
        let bottom = Folding.keys(after.lazy.map(\.text))
        let keys = candidates.map { Array($0.key.utf8) }
        let titleKey = Array(Folding.key(headline.title).utf8)
        for place in candidates.indices {
            let candidate = candidates[place]
            var signs = candidate.signs
            func mark(_ sign: AuthorSign, _ holds: Bool) { if holds { signs.insert(sign) } }
            let words = candidate.names.map { $0.split(separator: " ") }
            mark(.person, words.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(AuthorNames.isCapitalised) })
            mark(.oneWord, candidate.names.count == 1 && words[0].count == 1)
            mark(.isSite, candidate.names.count == 1 && site.isName(candidate.key))
            mark(.holdsSite, candidate.names.count == 1 && !site.isName(candidate.key) && site.ends(candidate.key))
            mark(.agency, candidate.names.contains(where: CreditLine.isAgency))
            mark(.lowercase, candidate.names.contains { $0.unicodeScalars.first?.properties.isLowercase ?? false })
            mark(.manyWords, words.contains { $0.count > 4 })
            mark(.two, candidate.names.count == 2)
            mark(.many, candidate.names.count > 2)
            mark(.title, !titleKey.isEmpty && ByteText.holds(titleKey, keys[place]))
            mark(.sharedByTwo, candidate.kinds == 2)
            mark(.sharedByThree, candidate.kinds > 2)
            mark(.insideOther, keys.contains { $0.count > keys[place].count && ByteText.holds($0, keys[place]) })
            mark(.holdsOther, keys.contains { $0.count < keys[place].count && $0.count >= 4 && ByteText.holds(keys[place], $0) })
            let first = Array(Folding.key(candidate.names[0]).utf8)
            let isAbove = ByteText.holds(top, first)
            mark(.visibleAbove, isAbove)
            mark(.visible, isAbove || ByteText.holds(bottom, first))
            mark(.shouting, candidate.names.contains { $0.utf8.count > 4 && !$0.unicodeScalars.contains(where: \.properties.isLowercase) })
            mark(.onlyOne, candidates.count == 1)
            candidates[place].signs = signs
        }
    }
}

/// The text of an element with the boundaries of its parts kept, which a name must not cross.
enum MarkedText {
    static func apart(_ document: HTMLDocument, _ node: Int) -> String {
        var output: [UInt8] = []
        var next = node
        while next < document.end(of: node) {
            let tag = document.tag(next)
            if next > node, TagRoles.neverText.contains(tag) {
                next = document.end(of: next)
                continue
            }
            if document.isText(next) {
                output += document.bytes[document.textRange(next)]
            } else if TagRoles.blocks.contains(tag) || tag == .br || tag == .time {
                output += Array(" | ".utf8)
            } else if tag == .span || tag == .a {
                output.append(0x20)
            }
            next += 1
        }
        return Whitespace.normalised(String(decoding: output, as: UTF8.self))
    }
}
