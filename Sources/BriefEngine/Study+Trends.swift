public import BriefModel
import StoryClustering

extension Study {
    /// What rises and what has gone quiet.
    /// - Parameter days: how many days, the study's own included, count as now.
    public func trends(days: Int) -> Trends {
        let stories = StoryCoverage(asOf: asOf.day, days: days).coverage(
            of: stories, articles: articles.mapValues(\.article), outlets: outlets, reprints: reprints)
        let named = Set(stories.flatMap { $0.days.flatMap(\.outlets) })
        return Trends(topic: topic.title, asOf: asOf.day, window: max(1, days), stories: stories, outlets: outlets.filter { named.contains($0.key) })
    }
}
