import BriefModel
import TextAnalysis

/// A brief as anyone may have written it, in lines and sentences: Markdown or plain text, up to 1 MiB.
struct BriefText: Sendable {
    struct Line: Sendable {
        enum Kind: Sendable { case heading, bullet, paragraph }

        let text: String
        let kind: Kind
        /// Lines of one source paragraph share it; a bullet belongs to the paragraph above its list.
        let paragraph: Int
        /// Bytes of "Label: " at the start.
        let label: Range<Int>?
        let sentence: Sentence
    }

    let lines: [Line]

    static let limit = 1 << 20

    init(_ text: String, day: CalendarDay? = nil) {
        let raw = Self.rawLines(text)
        // Names are told by how words are written across the whole text, so it is analysed as one.
        var joined = ""
        var blocks: [TextBlock] = []
        for line in raw {
            if !joined.isEmpty { joined += "\n\n" }
            let start = joined.utf8.count
            joined += line.text
            blocks.append(TextBlock(kind: line.kind == .heading ? .heading : .paragraph, range: start..<joined.utf8.count))
        }
        let sentences = TextAnalyzer().sentences(in: joined, blocks: blocks, day: day)
        var lines: [Line] = []
        var seen: Set<String> = []
        for sentence in sentences where sentence.block < raw.count {
            let source = raw[sentence.block]
            let isFirst = sentence.range.lowerBound == blocks[sentence.block].range.lowerBound
            let isRepeat = !seen.insert(Folding.fold(sentence.text)).inserted
            // A title printed again says nothing new; a sentence said twice in prose is judged once too.
            if isRepeat { continue }
            lines.append(
                Line(
                    text: sentence.text, kind: source.kind, paragraph: source.paragraph, label: isFirst ? Self.label(of: sentence.text) : nil,
                    sentence: sentence))
        }
        self.lines = lines
    }

    private struct RawLine {
        var text: String
        let kind: Line.Kind
        let paragraph: Int
    }

    private static func rawLines(_ text: String) -> [RawLine] {
        var result: [RawLine] = []
        var paragraph = 0
        var isOpen = false
        var isFenced = false
        let lines = text.utf8.prefix(limit).split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
        for bytes in lines {
            let line = trimmed(String(decoding: bytes, as: UTF8.self))
            if line.hasPrefix("```") { isFenced.toggle() }
            if line.isEmpty || isRule(line) || line.hasPrefix("```") || isFenced {
                isOpen = false
                continue
            }
            let (content, kind) = unmarked(line)
            let plain = trimmed(InlineMarkup.stripped(content))
            guard !plain.isEmpty else { continue }
            if isOpen, kind == .paragraph, let last = result.last, continues(last.text, with: plain) {
                result[result.count - 1].text += " " + plain
                continue
            }
            if kind != .bullet { paragraph += 1 }
            result.append(RawLine(text: plain, kind: kind, paragraph: paragraph))
            isOpen = kind == .paragraph || kind == .bullet
        }
        return result
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
    private static func unmarked(_ line: String) -> (String, Line.Kind) {
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
            let cells = rest.split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
            return (cells.joined(separator: ", "), .bullet)
        }
        return (String(rest), .paragraph)
    }

    /// "Label: " at the start of a line: up to eight words, then more text.
    private static func label(of text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, colon + 2 < bytes.count, bytes[colon + 1] == 0x20 else { return nil }
        let before = bytes[..<colon]
        guard before.count(where: { $0 == 0x20 }) < 8, !before.contains(0x2C), !before.contains(0x2E), !before.contains(0x22) else { return nil }
        return 0..<(colon + 2)
    }

    static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(text[first...last])
    }
}
