import BriefModel
import TextAnalysis

/// A topic's words and phrases, ready to be found in articles.
struct TopicPhrases: Sendable {
    private let phrases: [Phrase]

    private struct Phrase: Sendable {
        let text: String
        /// Each word as its stem and as it is written: articles in other languages have other stems.
        let words: [(stem: String, folded: String)]
    }

    init(_ texts: [String]) {
        phrases = texts.compactMap { text in
            let tokens = TextAnalyzer().sentences(in: text).flatMap(\.tokens).filter { !$0.isStopword && $0.kind != .symbol }
            return tokens.isEmpty ? nil : Phrase(text: text, words: tokens.map { ($0.stem, $0.folded) })
        }
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
        let words = article.sentences.map { sentence in
            sentence.tokens.reduce(into: Set<String>()) { words, token in
                words.insert(token.stem)
                words.insert(token.folded)
            }
        }
        return phrases.compactMap { phrase in
            var sentences = 0
            var isProminent = false
            for (place, present) in words.enumerated()
            where phrase.words.allSatisfy({ present.contains($0.stem) || present.contains($0.folded) }) {
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
