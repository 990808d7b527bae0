public import BriefModel

/// Text to sentences with their tokens, names, quantities, dates, quotations, attribution and cues.
public struct TextAnalyzer: Sendable {
    public init() {}

    /// Marks up an article; dates are resolved against its publication day.
    public func analyze(_ article: Article) -> AnalyzedArticle {
        AnalyzedArticle(article: article, sentences: sentences(in: article.text, blocks: article.blocks, language: article.language, day: article.day))
    }

    /// Marks up any text: one block where none are given. Ranges are UTF-8 byte offsets into `text`.
    public func sentences(in text: String, blocks: [TextBlock] = [], language: String = "en", day: CalendarDay? = nil) -> [Sentence] {
        let bytes = TextBytes(text)
        let splitter = SentenceSplitter(text: bytes, language: language)
        let tokenizer = Tokenizer(text: bytes, language: language, stemmer: Stemmer(language: language))
        var sentences: [Sentence] = []
        let ranges = blocks.isEmpty ? [0..<bytes.count] : blocks.map(\.range)
        for (block, range) in ranges.enumerated() where range.lowerBound >= 0 && range.upperBound <= bytes.count {
            for sentence in splitter.ranges(in: range) {
                sentences.append(
                    Sentence(range: sentence, block: block, text: bytes.string(sentence), tokens: tokenizer.tokens(in: sentence)))
            }
        }
        return sentences
    }
}
