import BriefModel
import TextAnalysis

/// A topic's words and phrases, ready to be found in articles.
struct TopicPhrases: Sendable {
    private var phrases: [Phrase]

    private struct Phrase: Sendable {
        let text: String
        /// Each word as its stem and as it is written: articles in other languages have other stems.
        let words: [Word]
    }

    private struct Word: Sendable {
        let stem: String
        let folded: String
        /// The letters of an acronym within a longer phrase, which its words may stand for ("AI": "artificial intelligence").
        let initials: [UInt8]
    }

    init(_ texts: [String]) {
        phrases = texts.compactMap { text in
            let tokens = TextAnalyzer().sentences(in: text).flatMap(\.tokens).filter { !$0.isStopword && $0.kind != .symbol }
            return tokens.isEmpty ? nil : Phrase(text: text, words: tokens.map { Self.word($0, in: text, isAlone: tokens.count == 1) })
        }
    }

    /// The pairs of words that stand together in running text ("military AI" in a title or a question).
    init(pairsIn text: String) {
        let tokens = TextAnalyzer().sentences(in: text).flatMap(\.tokens)
        let bytes = Array(text.utf8)
        self.init(
            zip(tokens, tokens.dropFirst()).filter { left, right in
                !left.isStopword && !right.isStopword && left.kind == .word && right.kind == .word
                    && right.range.lowerBound == left.range.upperBound + 1
                    && bytes[left.range.upperBound] == 0x20
            }.map { String(decoding: bytes[$0.range.lowerBound..<$1.range.upperBound], as: UTF8.self) })
    }

    private static func word(_ token: Token, in text: String, isAlone: Bool) -> Word {
        let written = Array(text.utf8)[token.range]
        let isAcronym = !isAlone && (2...5).contains(written.count) && written.allSatisfy { (0x41...0x5A).contains($0) }
        return Word(stem: token.stem, folded: token.folded, initials: isAcronym ? Array(token.folded.utf8) : [])
    }

    /// Every word of the phrases, as stems and as written.
    var vocabulary: Set<String> { Set(phrases.flatMap { $0.words.map(\.stem) }) }

    func adding(_ other: TopicPhrases) -> TopicPhrases {
        var sum = self
        sum.phrases += other.phrases
        return sum
    }

    /// How often and where each phrase stands in an article: all its words within one sentence.
    struct Hits: Sendable {
        let phrase: String
        let sentences: Int
        let isProminent: Bool
        let words: Int

        /// In the headline or the first sentences, or more than once.
        var isClear: Bool { isProminent || sentences > 1 }
    }

    func hits(in article: AnalyzedArticle) -> [Hits] {
        let prominent = article.sentences.prefix(Self.prominentSentences).count
        let words = article.sentences.map(SentenceWords.init)
        return phrases.compactMap { phrase in
            var sentences = 0
            var isProminent = false
            for (place, present) in words.enumerated() where phrase.words.allSatisfy({ present.contains($0.stem, $0.folded, initials: $0.initials) })
            {
                sentences += 1
                if place < prominent { isProminent = true }
            }
            return sentences > 0 ? Hits(phrase: phrase.text, sentences: sentences, isProminent: isProminent, words: phrase.words.count) : nil
        }
    }

    func clearHits(in article: AnalyzedArticle) -> [String] { hits(in: article).filter(\.isClear).map(\.phrase) }

    /// The headline and the lead.
    private static let prominentSentences = 3
}

/// The words of a sentence, for looking phrases up.
private struct SentenceWords {
    private let words: Set<String>
    /// First letters of the words that carry meaning; 0 where something stands between.
    private let initials: [UInt8]

    init(_ sentence: Sentence) {
        var words: Set<String> = []
        var initials: [UInt8] = []
        for token in sentence.tokens {
            words.insert(token.stem)
            words.insert(token.folded)
            initials.append(token.kind == .word && !token.isStopword ? token.folded.utf8.first ?? 0 : 0)
        }
        self.words = words
        self.initials = initials
    }

    func contains(_ stem: String, _ folded: String, initials wanted: [UInt8]) -> Bool {
        if words.contains(stem) || words.contains(folded) { return true }
        guard !wanted.isEmpty, initials.count >= wanted.count else { return false }
        return (0...(initials.count - wanted.count)).contains { initials[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
