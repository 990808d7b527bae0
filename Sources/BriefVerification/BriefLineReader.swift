/// Cuts a brief's text into lines: what Markdown says each is, what it cites, and the entries of the brief's own list of sources.
struct BriefLineReader {
    struct RawLine: Sendable {
        var text: String
        let kind: BriefText.Line.Kind
        let paragraph: Int
        /// Places are UTF-8 offsets into `text`.
        var marks: [CitationMark]
    }

    private(set) var lines: [RawLine] = []
    private(set) var references = BriefReferences()
    private var paragraph = 0
    private var isOpen = false
    private var isFenced = false
    /// Under a heading like "Sources": every item is an entry, numbered by its place where it has no number.
    private var entriesSoFar: Int?
    /// A footnote whose paragraphs may follow, indented.
    private var footnote: String?
    private var isOtherwise = false

    mutating func read(_ text: String, limit: Int) {
        for bytes in text.utf8.prefix(limit).split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = String(decoding: bytes, as: UTF8.self)
            if footnote != nil, goesOn(line) { continue }
            read(line: BriefText.trimmed(line))
        }
    }

    /// A paragraph of the open footnote: evidence, which is no line of the brief. It may say where it stands; behind "≠" stands who says otherwise.
    private mutating func goesOn(_ line: String) -> Bool {
        let text = BriefText.trimmed(line)
        guard !text.isEmpty else { return true }
        guard let name = footnote, line.hasPrefix("    ") || line.hasPrefix("\t") else {
            footnote = nil
            return false
        }
        let marked = InlineMarkup.read(text)
        if marked.text.hasPrefix("≠") { isOtherwise = true }
        if !isOtherwise { references.add(addresses: marked.addresses, to: name) }
        return true
    }

    private mutating func read(line: String) {
        if line.hasPrefix("```") { isFenced.toggle() }
        if line.isEmpty || Self.isRule(line) || line.hasPrefix("```") || isFenced {
            isOpen = false
            return
        }
        if let entry = BriefReferences.entry(in: line[...]) { return add(entry: entry.rest, named: entry.label, opening: line.hasPrefix("[^")) }
        let (content, kind) = Self.unmarked(line)
        var marked = InlineMarkup.read(content)
        let plain = BriefText.trimmed(marked.text)
        guard !plain.isEmpty else { return attach(marked.marks) }
        if BriefReferences.isHeading(plain) {
            entriesSoFar = 0
        } else if kind == .heading {
            entriesSoFar = nil
        } else if let held = entriesSoFar {
            let holdsAddress = plain.contains("://") || marked.marks.contains { if case .address = $0.target { true } else { false } }
            if kind == .bullet || holdsAddress { return add(entry: content[...], named: Self.number(of: line) ?? String(held + 1)) }
            // "In order of first use." above the list ends nothing.
            if held > 0 { entriesSoFar = nil }
        }
        let shift = marked.text.utf8.count - BriefText.trimmedStart(marked.text).utf8.count
        for place in marked.marks.indices { marked.marks[place].offset = min(max(0, marked.marks[place].offset - shift), plain.utf8.count) }
        if isOpen, kind == .paragraph, let last = lines.last, Self.continues(last.text, with: plain) {
            let start = last.text.utf8.count + 1
            lines[lines.count - 1].text += " " + plain
            lines[lines.count - 1].marks += marked.marks.map { CitationMark(offset: $0.offset + start, shown: $0.shown, target: $0.target) }
            return
        }
        if kind != .bullet { paragraph += 1 }
        lines.append(RawLine(text: plain, kind: kind, paragraph: paragraph, marks: marked.marks))
        isOpen = kind == .paragraph || kind == .bullet
    }

    /// A line of nothing but marks is for the line before.
    private mutating func attach(_ marks: [CitationMark]) {
        guard let last = lines.indices.last, lines[last].kind != .heading else { return }
        let end = lines[last].text.utf8.count
        lines[last].marks += marks.map { CitationMark(offset: end, shown: $0.shown, target: $0.target) }
    }

    private mutating func add(entry: Substring, named label: String, opening: Bool = false) {
        let read = InlineMarkup.read(String(entry))
        var addresses = read.addresses
        let text = BriefText.trimmed(read.text)
        if text.hasPrefix("http://") || text.hasPrefix("https://") { addresses.append(String(text.prefix { $0 > " " })) }
        references.add(label, BriefReferences.Entry(words: text, addresses: addresses))
        if let held = entriesSoFar { entriesSoFar = held + 1 }
        paragraph += 1
        isOpen = false
        footnote = opening ? label : nil
        isOtherwise = false
        let shown = text.isEmpty ? addresses.first ?? "" : text
        guard !shown.isEmpty else { return }
        lines.append(RawLine(text: shown, kind: .reference, paragraph: paragraph, marks: []))
    }

    private static func number(of line: String) -> String? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let after = line.dropFirst(digits.count)
        return (1...3).contains(digits.count) && (after.hasPrefix(".") || after.hasPrefix(")")) ? String(digits) : nil
    }

    /// A hard-wrapped line goes on: the one before is long and unfinished, this one starts small.
    private static func continues(_ last: String, with next: String) -> Bool {
        guard last.utf8.count >= 60, let end = last.utf8.last, let start = next.unicodeScalars.first else { return false }
        return ![0x2E, 0x21, 0x3F, 0x3A].contains(end) && (start.properties.isLowercase || (0x30...0x39).contains(start.value))
    }

    private static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 3 && line.utf8.allSatisfy { [0x2D, 0x3D, 0x2A, 0x5F, 0x7C, 0x3A, 0x20].contains($0) }
    }

    /// The line without its Markdown mark, and what the mark says it is.
    private static func unmarked(_ line: String) -> (String, BriefText.Line.Kind) {
        var rest = Substring(line)
        while rest.hasPrefix(">") || rest.hasPrefix(" ") { rest = rest.dropFirst() }
        if rest.hasPrefix("#") {
            return (String(rest.drop(while: { $0 == "#" })), .heading)
        }
        for mark in ["- [ ] ", "- [x] ", "- ", "* ", "+ ", "• ", "– ", "— ", "◦ ", "▪ ", "· ", "‣ "] where rest.hasPrefix(mark) {
            return (String(rest.dropFirst(mark.count)), .bullet)
        }
        if rest.hasPrefix("•") || rest.hasPrefix("\u{2022}\t") { return (String(rest.dropFirst()), .bullet) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(digits.count) {
            let after = rest.dropFirst(digits.count)
            if after.hasPrefix(". ") || after.hasPrefix(") ") { return (String(after.dropFirst(2)), .bullet) }
        }
        if rest.hasPrefix("|") {
            let cells = rest.split(separator: "|").map { BriefText.trimmed(String($0)) }.filter { !$0.isEmpty }
            return (cells.joined(separator: ", "), .bullet)
        }
        return (String(rest), .paragraph)
    }
}
