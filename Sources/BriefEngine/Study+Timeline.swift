public import BriefModel
import StoryClustering

extension Study {
    /// The stories through time, those that a user pinned and those of most outlets where there are more than `limit`.
    public func timeline(limit: Int) -> TopicTimeline {
        let lanes = stories.map { TopicTimeline.Lane(story: $0.id, title: $0.title, steps: reportedSteps(of: $0)) }.filter { !$0.steps.isEmpty }
        let pinned = Set(stories.filter(\.isPinned).map(\.id))
        let rank = { (lane: TopicTimeline.Lane) in pinned.contains(lane.story) ? 0 : 1 }
        let weighty = lanes.sorted { (rank($0), $1.weight, $0.story) < (rank($1), $0.weight, $1.story) }.prefix(max(1, limit))
        return TopicTimeline(
            topic: topic.title, asOf: asOf.day, lanes: weighty.sorted { ($0.steps[0].day, $0.title) < ($1.steps[0].day, $1.title) },
            leftOut: lanes.count - weighty.count, joinedByNames: languagesJoinedByNames(in: Set(weighty.map(\.story))))
    }

    /// One story from its start: its updates, and the days that several of its articles name without having been published then.
    public func timeline(of story: Story) -> TopicTimeline {
        let reported = reportedSteps(of: story)
        let steps = (reported + toldSteps(of: story, beside: Set(reported.map(\.day)))).sorted { $0.day < $1.day }
        let lanes = steps.isEmpty ? [] : [TopicTimeline.Lane(story: story.id, title: story.title, steps: steps)]
        return TopicTimeline(
            topic: topic.title, asOf: asOf.day, lanes: lanes, leftOut: 0,
            joinedByNames: languagesJoinedByNames(in: [story.id]))
    }

    private func languagesJoinedByNames(in shown: Set<StoryID>) -> [String] {
        var found: Set<String> = []
        for story in stories where shown.contains(story.id) {
            let languages = Set(story.articles.compactMap { articles[$0]?.article.language }.map { String($0.prefix { $0 != "-" }) })
            if languages.count > 1 { found.formUnion(languages.subtracting(languagesRead)) }
        }
        return found.sorted()
    }

    private func reportedSteps(of story: Story) -> [TopicTimeline.Step] {
        let days = Dictionary(grouping: story.updates, by: \.day)
        return days.keys.sorted().map { day in
            let passages = (days[day] ?? []).map(\.passage)
            return TopicTimeline.Step(
                day: day, kind: .reported, citations: citations(passages), outlets: independentOutlets(passages.map(\.article)))
        }
    }

    /// Days between the first that is named and today, named by two articles or more.
    private func toldSteps(of story: Story, beside reported: Set<CalendarDay>) -> [TopicTimeline.Step] {
        let voices = story.updates.compactMap { articles[$0.article] }
        var naming: [CalendarDay: Set<ArticleID>] = [:]
        for article in voices {
            for date in article.sentences.flatMap(\.dates) where date.first == date.last && date.first <= asOf.day {
                naming[date.first, default: []].insert(article.article.id)
            }
        }
        let days = naming.filter { day, articles in
            articles.count > 1 && !(-1...1).contains { reported.contains(day.adding(days: $0)) }
        }
        guard let first = days.keys.min(), let last = days.keys.max() else { return [] }
        return TimelineBuilder().timeline(of: voices, within: first...last, days: naming.count, sentences: 2).filter { days[$0.day] != nil }.map {
            TopicTimeline.Step(
                day: $0.day, kind: .told, citations: citations($0.passages), outlets: independentOutlets(Array(days[$0.day] ?? [])))
        }
    }

    private func citations(_ passages: [Passage]) -> [TopicTimeline.Citation] {
        var named: Set<OutletID> = []
        return passages.filter { articles[$0.article].map { named.insert($0.article.outlet).inserted } ?? false }.prefix(2)
            .compactMap { citation($0) }
    }

    private func independentOutlets(_ ids: [ArticleID]) -> Int { houses(ids).count }
}

extension TopicTimeline.Lane {
    fileprivate var weight: Int { steps.reduce(0) { $0 + $1.outlets } }
}
