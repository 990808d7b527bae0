/// A reader of claims that only looks for their words: predictable, for tests, and nothing anybody should rely on.
public struct OverlapReader: EntailmentReader {
    public let identity = EncoderIdentity(name: "word-overlap", hash: "", languages: ["en"])

    public init() {}

    public func read(_ questions: [EntailmentQuestion]) -> [Entailment] { questions.map(entailment) }

    private func entailment(_ question: EntailmentQuestion) -> Entailment {
        let sentences = question.sentences.map { Set(Self.words(of: $0).map(\.text)) }
        let words = Self.words(of: question.claim)
        guard !words.isEmpty, !sentences.isEmpty else {
            return Entailment(support: -10, outcomes: [0, 0, 1, 0], faults: [], words: [], deciding: sentences.map { _ in 0 })
        }
        let met = words.map { word in sentences.contains { $0.contains(word.text) } }
        let share = Float(met.count { $0 }) / Float(words.count)
        return Entailment(
            support: 10 * (share - 0.9), outcomes: [share, 0, 1 - share, 0], faults: [],
            words: zip(words, met).map { ($0.range, $1 ? 0 : 1) },
            deciding: sentences.map { sentence in Float(words.count { sentence.contains($0.text) }) / Float(words.count) })
    }

    /// What stands between spaces, small and without marks around it.
    private static func words(of text: String) -> [(range: Range<Int>, text: String)] {
        var start = 0
        return text.split(separator: " ", omittingEmptySubsequences: false).compactMap { piece in
            let range = start..<start + piece.utf8.count
            start = range.upperBound + 1
            let word = String(piece.lowercased().drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
            return word.isEmpty ? nil : (range, word)
        }
    }
}
