public import BriefModel

/// What happened when, over any set of articles: the days that matter, and the sentences that say what happened on each.
///
/// Days first, then sentences, after Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization" (2020).
public struct TimelineBuilder: Sendable {
    public init() {}

    /// - Parameters:
    ///   - articles: marked up, of one development or topic; reprints should be left out, or they count twice.
    ///   - span: days outside of it are not considered; nil for the days of publication.
    ///   - days: at most so many.
    ///   - sentences: at most so many a day.
    /// - Returns: by day; days of which no sentence can stand alone are left out.
    public func timeline(of articles: [AnalyzedArticle], within span: ClosedRange<CalendarDay>? = nil, days: Int, sentences: Int) -> [TimelineEntry] {
        let published = articles.map(\.article.day)
        guard let first = published.min(), let last = published.max() else { return [] }
        let span = span ?? first...last
        let pool = SentencePool(articles)
        let chosen = DateSelection(articles).days(within: span, limit: days)
        var summary = DaySummary(pool: pool)
        return chosen.compactMap { day in
            let passages = summary.choose(for: day, limit: sentences).map {
                articles[$0.article].passage(articles[$0.article].sentences[$0.sentence])
            }
            return passages.isEmpty ? nil : TimelineEntry(day: day, passages: passages)
        }
    }
}
