import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    /// The day the annotators name for what was known before.
    private static let before = CalendarDay(daysSince1970: 20_498)  // 14 February 2026

    /// What changed between 14 February and the day of the run, and what replaced what at any time.
    func changeFigures() async throws -> [Figure] {
        let earlier = try await studied(Self.before)
        let changes = study.changes(since: earlier)
        let early = grouping(of: earlier.stories, wanted: gold.stories.compactMap { story in story.early.map { (story.id, $0) } })
        return [.init("changes.stories-before.b3", early.score.f1)] + newStoryFigures(changes) + updateFigures(changes)
            + (try await replacementFigures())
            + [
                .init("changes.lines", Double(changes.revisions.count + changes.stories.flatMap(\.updates).count + changes.quiet.count)),
                .init("changes.without-passage", Double(changes.stories.flatMap(\.updates).count(where: \.citations.isEmpty))),
            ]
    }

    private func studied(_ day: CalendarDay) async throws -> Study {
        try await engine.study(topic, asOf: Timestamp(day: day, hour: 23, minute: 59, second: 59))
    }

    /// Annotated stories of which nothing was known, against those called new that hold an annotated article.
    private func newStoryFigures(_ changes: Changes) -> [Figure] {
        let new = gold.stories.filter { $0.early?.isEmpty == true }
        let called = changes.stories.filter { $0.lineage == .new }.compactMap { told in
            study.stories.first { $0.id == told.story }.map { Set($0.articles.compactMap { goldID[$0] }) }
        }.filter { articles in gold.stories.contains { !articles.isDisjoint(with: $0.article_ids) } }
        func isNew(_ articles: Set<String>) -> Bool { new.contains { !articles.isDisjoint(with: $0.article_ids) } }
        return [
            .init(
                "changes.new-stories.recall", share: new.count { story in called.contains { !$0.isDisjoint(with: story.article_ids) } }, of: new.count
            ),
            .init("changes.new-stories.precision", share: called.count(where: isNew), of: called.count),
        ]
    }

    /// Annotated updates of later days that the changes tell, in the story of their article, within a day.
    private func updateFigures(_ changes: Changes) -> [Figure] {
        let wanted = gold.stories.flatMap { $0.updates ?? [] }.filter { CalendarDay(iso: $0.date).map { $0 > Self.before } ?? false }
        let told = wanted.count { update in
            guard let day = CalendarDay(iso: update.date),
                let story = study.stories.first(where: { $0.articles.contains { goldID[$0] == update.article } })
            else { return false }
            let days =
                changes.stories.filter { $0.story == story.id }.flatMap(\.updates).map(\.day)
                + changes.revisions.filter { $0.story == story.id }.compactMap(\.now?.day)
            return days.contains { abs($0.daysSince1970 - day.daysSince1970) <= 1 }
        }
        return [.init("changes.updates", share: told, of: wanted.count)]
    }

    /// For each annotated correction and overriding report: whether somebody who knew the first and asks on the day of the run is told of the second, with
    /// both passages; and how many pairs that only look so are told.
    private func replacementFigures() async throws -> [Figure] {
        var answers: [CalendarDay: Changes] = [:]
        func tells(_ entry: Gold.Contradiction) async throws -> Bool? {
            guard let a = articles[entry.a.article]?.day, let b = articles[entry.b.article]?.day, a != b else { return nil }
            let since = min(a, b)
            if answers[since] == nil { answers[since] = study.changes(since: try await studied(since)) }
            return answers[since]?.revisions.contains { joins([$0.now, $0.before].compactMap { $0?.passage }, entry) } ?? false
        }
        var (wanted, found, alike) = (0, 0, 0)
        for entry in gold.contradictions {
            guard let told = try await tells(entry) else { continue }
            if entry.is_contradiction {
                guard entry.kind == "corrected" || entry.kind == "later-overrides" else { continue }
                wanted += 1
                if told { found += 1 }
            } else if told {
                alike += 1
            }
        }
        return [.init("changes.figures", share: found, of: wanted), .init("changes.look-alikes-taken", Double(alike))]
    }

    /// Whether the passages are those the annotators set against each other: the one not to follow, and any of the report to follow, since that may say so
    /// more than once.
    private func joins(_ passages: [Passage], _ entry: Gold.Contradiction) -> Bool {
        let (followed, other) = entry.prefer == "a" ? (entry.a, entry.b) : (entry.b, entry.a)
        return passages.contains { goldID[$0.article] == followed.article }
            && passages.contains { goldID[$0.article] == other.article && ($0.exact.contains(other.text) || other.text.contains($0.exact)) }
    }
}
