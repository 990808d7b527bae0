import BriefModel
import TextAnalysis

/// A topic's words and phrases, ready to be found in articles.
struct TopicPhrases: Sendable {
    private let phrases: [Phrase]
    /// Numbers of all their words, as stems and as written.
    private var wanted = IntegerMap<Int32, Bool>(vacant: false)

    private struct Phrase: Sendable {
        let text: String
        /// Each word as its stem and as it is written: articles in other languages have other stems.
        let words: [Word]
    }

    private struct Word: Sendable {
        let stem: Int32
        let folded: Int32
        /// The letters of an acronym within a longer phrase, which its words may stand for ("AI": "artificial intelligence").
        let initials: [UInt8]
    }

    private init(phrases: [Phrase]) {
        self.phrases = phrases
        for word in phrases.flatMap(\.words) {
            wanted[word.stem] = true
            wanted[word.folded] = true
        }
    }

    init(_ texts: [String]) {
        self.init(
            phrases: texts.compactMap { text in
                let tokens = TextAnalyzer().sentences(in: text).flatMap(\.tokens).filter { !$0.isStopword && $0.kind != .symbol }
                return tokens.isEmpty ? nil : Phrase(text: text, words: Self.words(of: tokens, in: text))
            })
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

    /// Those that only words themselves can stand for first: where they do not, no acronym is looked for.
    private static func words(of tokens: [Token], in text: String) -> [Word] {
        let words = tokens.map { word($0, in: text, isAlone: tokens.count == 1) }
        return words.filter(\.initials.isEmpty) + words.filter { !$0.initials.isEmpty }
    }

    private static func word(_ token: Token, in text: String, isAlone: Bool) -> Word {
        let written = Array(text.utf8)[token.range]
        let isAcronym = !isAlone && (2...5).contains(written.count) && written.allSatisfy { (0x41...0x5A).contains($0) }
        return Word(
            stem: WordHash.number(of: token.stem), folded: WordHash.number(of: token.folded), initials: isAcronym ? Array(token.folded.utf8) : [])
    }

    /// Stems of all the words of the phrases.
    var vocabulary: Set<Int32> { Set(phrases.flatMap { $0.words.map(\.stem) }) }

    func adding(_ other: TopicPhrases) -> TopicPhrases {
        TopicPhrases(phrases: phrases + other.phrases)
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

    func hits(in article: TopicSigns) -> [Hits] {
        guard !phrases.isEmpty else { return [] }
        var counts = [Int](repeating: 0, count: phrases.count)
        var isProminent = [Bool](repeating: false, count: phrases.count)
        for sentence in 0..<article.sentences {
            let present = article.words(of: sentence).filter(wanted.contains)
            for (place, phrase) in phrases.enumerated() where phrase.words.allSatisfy({ stands($0, among: present, in: sentence, of: article) }) {
                counts[place] += 1
                if sentence < Self.prominentSentences { isProminent[place] = true }
            }
        }
        return phrases.indices.filter { counts[$0] > 0 }.map {
            Hits(phrase: phrases[$0].text, sentences: counts[$0], isProminent: isProminent[$0], words: phrases[$0].words.count)
        }
    }

    private func stands(_ word: Word, among present: [Int32], in sentence: Int, of article: TopicSigns) -> Bool {
        if present.contains(word.stem) || present.contains(word.folded) { return true }
        guard !word.initials.isEmpty else { return false }
        return Self.stand(word.initials, in: article.initials(of: sentence))
    }

    /// One after another.
    private static func stand(_ wanted: [UInt8], in letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count >= wanted.count else { return false }
        for start in letters.startIndex...(letters.endIndex - wanted.count) where letters[start] == wanted[0] {
            if wanted.indices.allSatisfy({ letters[start + $0] == wanted[$0] }) { return true }
        }
        return false
    }

    func clearHits(in article: TopicSigns) -> [String] { hits(in: article).filter(\.isClear).map(\.phrase) }

    /// The headline and the lead.
    private static let prominentSentences = 3
}
