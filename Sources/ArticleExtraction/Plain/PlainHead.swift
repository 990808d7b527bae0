import BriefModel

/// What stands above the text of a plain notice, letter, press release or saved article.
struct PlainHead {
    private(set) var title = ""
    private(set) var authors: [String] = []
    /// Whose paper it is.
    private(set) var siteName: String?
    private(set) var address: String?
    private(set) var date: Sourced<WrittenDate>?
    /// What is left.
    private(set) var rest: [LinedBlock]

    init(_ blocks: [LinedBlock]) {
        rest = blocks
        readFields()
        readReleaseLines()
        readLetterhead()
        readTitle()
        readByline()
        if date == nil { readDateline() }
    }

    /// "Title: …", "Date: …", one a line, alone in the first block.
    private mutating func readFields() {
        guard let first = rest.first, first.kind == .paragraph else { return }
        let fields = first.lines.map { ($0, Self.field($0)) }
        guard fields.allSatisfy({ $0.1 != nil }), fields.count >= 2 || fields.contains(where: { $0.1?.0 == .title }) else { return }
        for case (_, let (key, value)?) in fields {
            switch key {
            case .title: title = value
            case .author: authors = BylineReader.names(in: value)
            case .date: date = WrittenDate.parse(value).map { Sourced($0, from: .text, confidence: 0.95) }
            case .source: siteName = value
            case .address: address = WebAddress(value)?.text
            case .other: break
            }
        }
        rest.removeFirst()
    }

    private enum Field { case title, author, date, source, address, other }

    private static let fieldNames: [String: Field] = [
        "title": .title, "headline": .title, "subject": .title, "titel": .title, "titre": .title, "betreff": .title, "author": .author,
        "authors": .author, "by": .author, "autor": .author, "auteur": .author, "date": .date, "published": .date, "datum": .date, "source": .source,
        "publisher": .source, "outlet": .source, "quelle": .source, "url": .address, "link": .address, "from": .other, "to": .other, "tags": .other,
        "category": .other, "language": .other, "section": .other, "contact": .other, "re": .title,
    ]

    private static func field(_ line: String) -> (Field, String)? {
        guard let colon = line.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var value = Whitespace.normalised(String(line[line.utf8.index(after: colon)...]))
        if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = String(value.dropFirst().dropLast()) }
        return fieldNames[line[..<colon].lowercased()].map { ($0, value) }
    }

    /// "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 6 MAY 2025": a date in them is that of publication.
    private mutating func readReleaseLines() {
        for place in rest.indices.prefix(6) where rest[place].kind != .listItem {
            rest[place].lines.removeAll { line in
                guard line.utf8.count <= 120, ReleaseWords.openings.open(Array(line.utf8)) else { return false }
                if let found = WrittenDate.first(in: line.utf8), date == nil { date = Sourced(found, from: .text, confidence: 0.85) }
                return true
            }
        }
        rest.removeAll { $0.lines.isEmpty }
    }

    /// A first block of short lines with a date among them.
    private mutating func readLetterhead() {
        guard rest.count > 1, let first = rest.first, first.kind == .paragraph, first.lines.allSatisfy({ $0.utf8.count <= 80 }),
            let dated = first.lines.lazy.compactMap({ WrittenDate.first(in: $0.utf8) }).first
        else { return }
        // "By Jane Doe, 3 May 2025" under a title is a byline, and a line with a dateline is text.
        guard first.lines.count > 1 || first.text.utf8.count <= dated.range.count + 30 else { return }
        date = date ?? Sourced(dated, from: .text, confidence: 0.9)
        let names = first.lines.filter { WrittenDate.first(in: $0.utf8) == nil }
        if authors.isEmpty, let name = names.last { authors = [name] }
        siteName = siteName ?? names.first
        rest.removeFirst()
    }

    /// The next short block.
    private mutating func readTitle() {
        guard title.isEmpty, let first = rest.first, rest.count > 1 || date != nil, first.kind == .paragraph || first.kind == .heading else { return }
        if let byline = first.lines.dropFirst().firstIndex(where: { $0.utf8.count <= 100 && BylineWords.openings.open(Array($0.utf8)) }) {
            rest[0].lines = Array(first.lines[..<byline])
            rest.insert(LinedBlock(kind: .paragraph, lines: Array(first.lines[byline...])), at: 1)
        }
        let text = rest[0].text
        guard text.utf8.count <= 200, text.utf8.last != UInt8(ascii: "."), rest[0].lines.count <= 3 else { return }
        title = text
        rest.removeFirst()
    }

    /// "By Jane Doe | 3 May 2025" below the title, or a line with a date alone.
    private mutating func readByline() {
        for _ in 0..<2 {
            guard rest.count > 1, let first = rest.first, first.kind == .paragraph || first.kind == .heading else { return }
            let text = first.text
            guard text.utf8.count <= 160, !PrintedParagraphs.ends(Array(text.utf8)) || first.lines.count == 1 && text.utf8.count <= 60 else { return }
            let found = WrittenDate.first(in: text.utf8)
            let isCredited = BylineWords.openings.open(Array(text.utf8))
            guard isCredited || found.map({ $0.range.count * 2 >= text.utf8.count || first.lines.count > 1 }) ?? false else { return }
            date = date ?? found.map { Sourced($0, from: .byline, confidence: 0.9) }
            if authors.isEmpty { authors = BylineReader.names(in: text) }
            rest.removeFirst()
        }
    }

    /// "LONDON, March 3, 2025 (Reuters) - …", or a date alone near the top.
    private mutating func readDateline() {
        for block in rest.prefix(4) {
            let text = Array(block.text.utf8.prefix(140))
            guard let found = WrittenDate.first(in: text) else { continue }
            let after = text[min(found.range.upperBound, text.count)...].prefix(40)
            let isDateline = after.contains(UInt8(ascii: "-")) || Self.holds("–", after) || Self.holds("—", after)
            guard found.range.lowerBound <= 60, isDateline || block.text.utf8.count <= 120 else { continue }
            date = Sourced(found, from: .text, confidence: isDateline ? 0.9 : 0.7)
            return
        }
    }

    private static func holds(_ mark: String, _ text: ArraySlice<UInt8>) -> Bool {
        let mark = Array(mark.utf8)
        return text.indices.contains { text[$0...].starts(with: mark) }
    }
}

/// The words around a press release.
enum ReleaseWords {
    static let openings = Phrases([
        "for immediate release", "for release", "embargo", "under embargo", "strictly embargoed", "strict embargo", "not for publication before",
        "not for release before", "press release", "news release", "media release", "media advisory", "press statement", "sperrfrist",
        "pressemitteilung", "medienmitteilung", "presseinformation", "communiqué de presse", "pour diffusion immédiate", "sous embargo",
        "comunicado de prensa", "nota de prensa",
        "comunicato stampa", "persbericht", "date of release", "release date",
    ])

    /// What ends it: "ENDS", "-30-", "# # #". Contacts and notes to editors follow.
    static func isEnd(_ line: String) -> Bool {
        guard line.utf8.count <= 24 else { return false }
        return ["ends", "end", "30", "xxx", "ende", "fin"].contains(Phrases.lowered(line.utf8.filter { !" -–—#*[]()./".utf8.contains($0) }))
            && line.utf8.count { $0 < 0x80 && ($0 | 0x20) &- 0x61 < 26 } < 5
    }
}
