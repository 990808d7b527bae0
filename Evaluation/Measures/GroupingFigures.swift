import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    /// Pairs within a reprint group, among annotated articles only.
    func reprintFigures() -> [Figure] {
        func pairs(_ groups: [[String]]) -> Set<[String]> {
            var pairs: Set<[String]> = []
            for group in groups {
                for (index, first) in group.sorted().enumerated() {
                    for second in group.sorted().dropFirst(index + 1) { pairs.insert([first, second]) }
                }
            }
            return pairs
        }
        let wanted = pairs(gold.syndication.map { [$0.original] + $0.copies.map(\.article) })
        let found = pairs(study.reprints.map { ([$0.origin] + $0.copies).compactMap { goldID[$0] } })
        let origins = gold.syndication.count { group in study.reprints.contains { goldID[$0.origin] == group.original } }
        return [
            .init("reprints.precision", share: found.intersection(wanted).count, of: found.count),
            .init("reprints.recall", share: found.intersection(wanted).count, of: wanted.count),
            .init("reprints.origin", share: origins, of: gold.syndication.count),
        ]
    }

    func storyFigures() -> [Figure] {
        let (score, groups) = grouping(of: study.stories, wanted: gold.stories.map { ($0.id, $0.article_ids) })
        return [
            .init("stories.b3", score.f1), .init("stories.precision", score.precision), .init("stories.recall", score.recall),
            .init("stories.predicted", Double(groups)),
        ]
    }

    /// B-cubed (Bagga and Baldwin 1998) over the annotated articles on the topic; one left out of every story stands alone.
    func grouping(
        of stories: [Story], wanted groups: [(id: String, articles: [String])]
    ) -> (score: (precision: Double, recall: Double, f1: Double), predicted: Int) {
        var wanted: [String: String] = [:]
        for group in groups { for article in group.articles { wanted[article] = group.id } }
        var found: [String: String] = [:]
        for story in stories { for article in story.articles { if let id = goldID[article] { found[id] = story.id.rawValue } } }
        let items = wanted.keys.sorted()
        for item in items where found[item] == nil { found[item] = "alone-\(item)" }
        var precision = 0.0
        var recall = 0.0
        for item in items {
            let together = items.filter { found[$0] == found[item] }
            let belonging = items.filter { wanted[$0] == wanted[item] }
            let both = Double(together.count { wanted[$0] == wanted[item] })
            precision += both / Double(together.count)
            recall += both / Double(belonging.count)
        }
        let count = Double(max(items.count, 1))
        precision /= count
        recall /= count
        let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return ((precision, recall, f1), Set(items.compactMap { found[$0] }).count)
    }

    /// Dated updates of the annotated stories that the story of their article tells, too, within a day.
    func updateFigures() -> [Figure] {
        let wanted = gold.stories.flatMap { $0.updates ?? [] }
        let found = wanted.filter { update in
            guard let day = CalendarDay(iso: update.date),
                let story = study.stories.first(where: { $0.articles.contains { goldID[$0] == update.article } })
            else { return false }
            return story.updates.contains { abs($0.day.daysSince1970 - day.daysSince1970) <= 1 }
        }
        return [.init("updates.found", share: found.count, of: wanted.count)]
    }
}
