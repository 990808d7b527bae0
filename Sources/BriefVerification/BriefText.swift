public import BriefModel
import TextAnalysis

/// A brief as anyone may have written it, in lines and sentences: Markdown or plain text, up to 1 MiB.
public struct BriefText: Sendable {
    struct Line: Sendable {
        enum Kind: Sendable {
            case heading, bullet, paragraph
            /// An entry of the brief's own list of sources.
            case reference
        }

        let text: String
        let kind: Kind
        /// Lines of one source paragraph share it; a bullet belongs to the paragraph above its list.
        let paragraph: Int
        /// Bytes of "Label: " at the start.
        let label: Range<Int>?
        let sentence: Sentence
        /// What the line cites.
        let marks: [CitationMark]
    }

    let lines: [Line]
    let references: BriefReferences
    /// It was longer than what is read of it.
    public let isCut: Bool

    /// Bytes of a brief that are read.
    public static let limit = 1 << 20

    public init(_ text: String, day: CalendarDay? = nil) {
        isCut = text.utf8.count > Self.limit
        var reader = BriefLineReader()
        reader.read(text, limit: Self.limit)
        let raw = reader.lines
        references = reader.references
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
        for (number, sentence) in sentences.enumerated() where sentence.block < raw.count {
            let source = raw[sentence.block]
            let start = blocks[sentence.block].range.lowerBound
            let isFirst = sentence.range.lowerBound == start
            let isRepeat = !seen.insert(Folding.fold(sentence.text)).inserted
            // A title printed again says nothing new; a sentence said twice in prose is judged once too.
            if isRepeat { continue }
            let isLast = number + 1 == sentences.count || sentences[number + 1].block != sentence.block
            let end = isLast ? Int.max : sentences[number + 1].range.lowerBound - start
            // A mark stands after what it is for, so that one before the next sentence belongs to this one.
            let own = source.marks.filter { (isFirst || $0.offset > sentence.range.lowerBound - start) && $0.offset <= end }
            lines.append(
                Line(
                    text: sentence.text, kind: source.kind, paragraph: source.paragraph, label: isFirst ? Self.label(of: sentence.text) : nil,
                    sentence: sentence, marks: own))
        }
        self.lines = lines
    }

    /// "Label: " at the start of a line: up to eight words, then more text.
    private static func label(of text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, colon + 2 < bytes.count, bytes[colon + 1] == 0x20 else { return nil }
        let before = bytes[..<colon]
        guard before.count(where: { $0 == 0x20 }) < 8, !before.contains(0x2C), !before.contains(0x2E), !before.contains(0x22) else { return nil }
        return 0..<(colon + 2)
    }

    static func trimmedStart(_ text: String) -> Substring { text.drop { $0.isWhitespace || $0 == "\u{FEFF}" } }

    static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(text[first...last])
    }
}
