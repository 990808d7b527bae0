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
        []
    }
}
