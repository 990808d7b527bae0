import BriefModel

/// Lines that belong together.
struct LinedBlock {
    var kind: TextBlock.Kind
    /// Without empty ones, white space normalised.
    var lines: [String]

    /// One line, wrapped words joined.
    var text: String { String(decoding: LineJoining.paragraph(lines.map { Array($0.utf8) }), as: UTF8.self) }
}

/// Plain text to blocks: parted by empty lines, indents, marks of lists and quotations, rules and underlines.
struct PlainBlocks {
    private(set) var all: [LinedBlock] = []
    private var kind = TextBlock.Kind.paragraph
    private var lines: [[UInt8]] = []
    private var indent = 0

    static func read(_ utf8: some Collection<UInt8>) -> [LinedBlock] {
        var reader = PlainBlocks()
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.read(Array(line)) }
        reader.close()
        return reader.all
    }

    private mutating func close() {
        if !lines.isEmpty { all.append(LinedBlock(kind: kind, lines: lines.map { String(decoding: $0, as: UTF8.self) })) }
        lines = []
        kind = .paragraph
    }

    private mutating func read(_ line: [UInt8]) {
        let tidy = Whitespace.normalised(line)
        let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        defer { self.indent = indent }
        if tidy.isEmpty { return close() }
        if Self.isRule(tidy) {
            if lines.count == 1, kind == .paragraph, tidy[0] == UInt8(ascii: "=") || tidy[0] == UInt8(ascii: "-"), tidy.count * 2 > lines[0].count {
                kind = .heading
            }
            return close()
        }
        if let heading = Self.heading(tidy) {
            close()
            kind = .heading
            lines = [heading]
            return close()
        }
        if tidy[0] == UInt8(ascii: ">") { return readQuote(tidy) }
        if let mark = ListMark.length(tidy) {
            close()
            kind = .listItem
            lines = [Array(tidy.dropFirst(mark.dropped))]
            return
        }
        if !lines.isEmpty, isNew(tidy, indent: indent) { close() }
        lines.append(tidy)
    }

    private mutating func readQuote(_ tidy: [UInt8]) {
        if kind != .quote { close() }
        let text = tidy.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
        if text.isEmpty { return close() }
        kind = .quote
        lines.append(Array(text))
    }

    /// A line that does not go on with what is open.
    private func isNew(_ tidy: [UInt8], indent: Int) -> Bool {
        switch kind {
        case .quote: true
        // An item goes on indented, or when its line was full.
        case .listItem: indent == 0 && (lines.last?.count ?? 0) < 50
        // Nobody wraps at this width: each line is a paragraph.
        default: tidy.count > 160 || (lines.last?.count ?? 0) > 160 || indent >= 2 && self.indent == 0
        }
    }

    /// Three or more of one mark and nothing else.
    static func isRule(_ line: [UInt8]) -> Bool {
        let marks = line.filter { $0 != 0x20 }
        return marks.count >= 3 && "-=_*~#+".utf8.contains(marks[0]) && marks.allSatisfy { $0 == marks[0] }
    }

    /// "## Title"
    private static func heading(_ line: [UInt8]) -> [UInt8]? {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level), level + 1 < line.count, line[level] == 0x20 else { return nil }
        var text = line[(level + 1)...]
        while text.last == UInt8(ascii: "#") || text.last == 0x20 { text.removeLast() }
        return text.isEmpty ? nil : Array(text)
    }
}

/// Joins lines a page broke.
enum LineJoining {
    /// A space between lines, none in Chinese and Japanese; a hyphen at a line's end joins a word when the next line goes on in lower case.
    static func paragraph(_ lines: [[UInt8]]) -> [UInt8] {
        let hyphenation = Hyphenation(lines)
        var output: [UInt8] = []
        for line in lines { hyphenation.join(line, to: &output) }
        return output
    }
}
