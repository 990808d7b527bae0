public import BriefModel
import StoryClustering

extension Study {
    /// What is new since an earlier study of the same topic. Pure: what publishers changed in their texts is not in it (`Engine.changes`).
    public func changes(since earlier: Study) -> Changes { ChangeFinder(earlier: earlier.grouping, later: self).changes() }
}

/// What belonged together at one moment of a topic, and a study of a later one, compared.
struct ChangeFinder {
    private let earlier: Grouping
    private let later: Study
    private let copies: Set<ArticleID>
    /// On topic and not known before, copies included.
    let fresh: Set<ArticleID>
    private let storyOf: [ArticleID: StoryID]
    /// The earlier stories as far as their articles were known.
    private let storiesBefore: [Story]

    init(earlier: Grouping, later: Study) {
        self.earlier = earlier
        self.later = later
        copies = Set(later.reprints.flatMap(\.copies))
        let before = Self.known(by: earlier, goingBy: later)
        fresh = Set(later.onTopic.map(\.article.id)).subtracting(before)
        storiesBefore = earlier.stories.compactMap { story in
            var story = story
            story.articles.removeAll { !before.contains($0) }
            return story.articles.isEmpty ? nil : story
        }
        var storyOf: [ArticleID: StoryID] = [:]
        for story in later.stories { for article in story.articles { storyOf[article] = story.id } }
        self.storyOf = storyOf
    }

    /// What was published by then; where the library was read then already, only what it had read: a report that came in late is news to its reader.
    private static func known(by earlier: Grouping, goingBy later: Study) -> Set<ArticleID> {
        let wasRead = later.onTopic.contains { $0.article.fetched <= earlier.asOf }
        // A later version says nothing of when the first was read.
        let late = later.onTopic.filter { wasRead && $0.article.version == 1 && $0.article.fetched > earlier.asOf }.map(\.article.id)
        return Set(earlier.onTopic.map(\.article.id)).subtracting(late)
    }

    func changes(reworded: [Changes.Revision] = []) -> Changes {
        let revisions = reworded + RevisionFinder(later: later, fresh: fresh, copies: copies, storyOf: storyOf).revisions()
        let told = revisions.flatMap { [$0.now, $0.before] }.compactMap { $0?.passage }
        let lineages = StoryLineages(of: later.stories, in: storiesBefore)
        let stories = later.stories.compactMap { development(of: $0, lineage: lineages.lineage(of: $0.id), besides: told) }
            .sorted { ($1.outlets, $1.updates.count, $0.story) < ($0.outlets, $0.updates.count, $1.story) }
        let quiet = silences()
        let moved = Set(stories.map(\.story)).union(quiet.map(\.story)).union(revisions.compactMap(\.story))
        let voices = fresh.subtracting(copies)
        return Changes(
            topic: later.topic.title, since: earlier.asOf.day, asOf: later.asOf.day,
            counts: Changes.Counts(
                reports: voices.count, reprints: fresh.count - voices.count, outlets: later.houses(voices).count,
                unchanged: later.stories.count { !moved.contains($0.id) }),
            revisions: revisions, stories: stories, quiet: quiet)
    }

    // MARK: stories

    /// Nil for a story in which nothing happened, or nothing that is not told among the revisions.
    private func development(of story: Story, lineage: StoryLineage, besides told: [Passage]) -> Changes.Development? {
        let updates = story.updates.filter { fresh.contains($0.article) }
        let steps = NewsFolding(later.articles).folded(updates).compactMap { step(of: $0.filter { !isTold($0, among: told) }) }
        guard !steps.isEmpty || lineage != .known else { return nil }
        let voices = story.articles.filter { fresh.contains($0) && !copies.contains($0) }
        return Changes.Development(
            story: story.id, title: story.title, lineage: lineage, updates: steps.sorted { $0.day < $1.day },
            outlets: later.houses(voices).count)
    }

    /// A correction is told as what it corrects; so is the lead of a report whose figure is shown as changed.
    private func isTold(_ update: Update, among told: [Passage]) -> Bool {
        told.contains { passage in
            guard passage.article == update.article, let article = later.articles[update.article] else { return false }
            return article.article.isCorrection || passage.range.overlaps(update.passage.range)
                || !article.figures(in: passage.range).isDisjoint(with: article.figures(in: update.passage.range))
        }
    }

    /// One piece of news: its first telling, who else told it, and how many independent outlets that makes.
    private func step(of updates: [Update]) -> TopicTimeline.Step? {
        guard let first = updates.first else { return nil }
        var named: Set<String> = []
        let voices = updates.filter { update in later.houses([update.article]).contains { named.insert($0).inserted } }
        let citations = voices.compactMap { later.citation($0.passage.withoutDateline) }
        guard !citations.isEmpty else { return nil }
        return TopicTimeline.Step(day: first.day, kind: .reported, citations: citations, outlets: named.count)
    }

    // MARK: silence

    /// Stories that are quiet over the days between, and were not before.
    private func silences() -> [Changes.Silence] {
        let days = max(1, later.asOf.day.daysSince1970 - earlier.asOf.day.daysSince1970)
        let wereQuiet = Set(
            earlier.coverage(days: days).filter(\.isQuiet).compactMap { quiet in
                earlier.stories.first { $0.id == quiet.story }?.articles.first.flatMap { storyOf[$0] }
            })
        return later.trends(days: days).stories.compactMap { coverage -> Changes.Silence? in
            guard case .quiet(let last, let expected) = coverage.trend, !wereQuiet.contains(coverage.story) else { return nil }
            let update = later.stories.first { $0.id == coverage.story }?.updates.last
            return Changes.Silence(
                story: coverage.story, title: coverage.title, last: last, expected: expected,
                citation: update.flatMap { later.citation($0.passage.withoutDateline) })
        }
    }
}

extension AnalyzedArticle {
    /// The figures of the sentences there, with what they count.
    fileprivate func figures(in range: Range<Int>) -> Set<String> {
        Set(sentences.filter { $0.range.overlaps(range) }.flatMap(\.quantities).filter { $0.value >= 10 }.map { "\($0.value) \($0.unit ?? "")" })
    }
}

extension Coverage {
    fileprivate var isQuiet: Bool { if case .quiet = trend { true } else { false } }
}
