public import BriefModel

extension Study {
    /// What rises and what has gone quiet.
    /// - Parameter days: how many days, the study's own included, count as now.
    public func trends(days: Int) -> Trends {
        let stories = grouping.coverage(days: days)
        let named = Set(stories.flatMap { $0.days.flatMap(\.outlets) })
        return Trends(topic: topic.title, asOf: asOf.day, window: max(1, days), stories: stories, outlets: outlets.filter { named.contains($0.key) })
    }
}
