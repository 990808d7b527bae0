import BriefModel
import TextAnalysis

/// A sentence on its way to becoming a statement: its written words, from which words are only ever taken away,
/// and the few framing words that may be put in (dates, attributions, a name in place of its pronoun).
struct Line: Sendable {
    struct Word: Sendable {
        /// As it will be shown, with the punctuation that clings to it.
        var text: String
        /// Folded, without the punctuation around it.
        var core: String
        /// UTF-8 bytes of the article's text it was taken from; nil for a framing word.
        let range: Range<Int>?

        init(text: String, range: Range<Int>?) {
            self.text = text
            self.range = range
            core = Line.core(text)
        }

        var endsClause: Bool { text.utf8.last.map { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A } == true || text == "—" || text == "–" }
        var startsWithDigit: Bool { core.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
        var opensQuote: Bool { text.utf8.first == 0x22 || text.hasPrefix("“") || text.hasPrefix("«") }
        /// A straight mark closes unless it is the first character.
        var closesQuote: Bool {
            let bytes = text.utf8
            if bytes.dropFirst().contains(0x22) { return true }
            return bytes.contains { $0 >= 0x80 } && (text.contains("”") || text.contains("»"))
        }
    }

    var words: [Word]

    init(words: [Word]) { self.words = words }

    init(_ sentence: Sentence) {
        words = []
        var start: Int?
        let base = sentence.range.lowerBound
        let bytes = Array(sentence.text.utf8)
        for index in 0...bytes.count {
            let isGap = index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09
            if isGap, let from = start {
                words.append(Word(text: String(decoding: bytes[from..<index], as: UTF8.self), range: (base + from)..<(base + index)))
                start = nil
            } else if !isGap, start == nil {
                start = index
            }
        }
    }

    static func frame(_ text: String) -> [Word] { text.split(separator: " ").map { Word(text: String($0), range: nil) } }

    /// `“Claude's,”` → `claude's`.
    static func core(_ text: String) -> String {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let bytes = isASCII ? text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : Array(Folding.fold(text).utf8)
        func isInner(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0xC3 || byte == 0x24
                || byte == 0x25
        }
        guard let first = bytes.firstIndex(where: isInner), let last = bytes.lastIndex(where: isInner) else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    var count: Int { words.count }
    var first: Word? { words.first }
    /// Words a reader counts: those with a letter or a digit.
    var length: Int { words.count { !$0.core.isEmpty } }

    /// Takes words away. A clause sign left hanging before a full stop goes with them.
    mutating func remove(_ range: Range<Int>) {
        let closing = range.upperBound == words.count ? words[range.upperBound - 1].text.last : nil
        words.removeSubrange(range)
        if let closing, ".!".contains(closing), !words.isEmpty { endWithStop() }
    }

    mutating func endWithStop() {
        guard var text = words.last?.text else { return }
        while let last = text.last, ",;:—– ".contains(last) { text.removeLast() }
        if let last = text.last, !".!?".contains(last), !(last == "\"" || last == "”") { text += "." }
        words[words.count - 1].text = text
    }

    /// One sentence: capital first, full stop last.
    var text: String {
        var line = self
        line.endWithStop()
        return Line.capitalised(line.words.map(\.text).joined(separator: " "))
    }

    /// The first letter as a capital, unless the word is written in its own way ("xAI", "iPhone").
    static func capitalised(_ text: String) -> String {
        guard let first = text.first, first.isLowercase else { return text }
        let word = text.prefix { $0 != " " }
        return word.dropFirst().contains(where: \.isUppercase) ? text : first.uppercased() + text.dropFirst()
    }

    func cores(_ range: Range<Int>) -> [String] { words[range.clamped(to: 0..<words.count)].map(\.core) }

    func hasPrefix(_ cores: [String], at index: Int = 0) -> Bool {
        guard index + cores.count <= words.count else { return false }
        for (offset, core) in cores.enumerated() where words[index + offset].core != core { return false }
        return true
    }
}
