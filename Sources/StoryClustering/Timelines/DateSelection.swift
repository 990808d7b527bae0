import BriefModel

/// How much speaks for a day: articles that name it, those that name it early in their text, and what was published the day after.
struct DateSelection {
    /// Sentences at the beginning of an article, where what is news stands.
    static let opening = 5

    private var mentions: [CalendarDay: Int] = [:]
    private var openings: [CalendarDay: Int] = [:]
    private var published: [CalendarDay: Int] = [:]

    init(_ articles: [AnalyzedArticle]) {
        for article in articles {
            published[article.article.day, default: 0] += 1
            var all: Set<CalendarDay> = []
            for (place, sentence) in article.sentences.enumerated() {
                let named = Set(sentence.dates.filter { $0.first == $0.last }.map(\.first))
                all.formUnion(named)
                if place < Self.opening { for day in named { openings[day, default: 0] += 1 } }
            }
            for day in all { mentions[day, default: 0] += 1 }
        }
    }

    /// The days with the highest scores, in their order.
    func days(within span: ClosedRange<CalendarDay>, limit: Int) -> [CalendarDay] {
        let candidates = Set(mentions.keys).union(published.keys).filter(span.contains)
        let ranked = candidates.map { ($0, score($0)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return ranked.prefix(max(0, limit)).map(\.0).sorted()
    }

    /// Logarithms, for the tenth mention says less than the first. The formula was the best of some thirty tried on four topics of Timeline17.
    func score(_ day: CalendarDay) -> Double {
        0.5 * Logarithm.of(1 + Double(mentions[day, default: 0])) + 0.5 * Logarithm.of(1 + Double(openings[day, default: 0]))
            + 0.5 * Logarithm.of(1 + Double(published[day.adding(days: 1), default: 0]))
    }
}
