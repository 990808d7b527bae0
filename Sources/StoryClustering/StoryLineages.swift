public import BriefModel

/// What the stories of a later day were on an earlier one, told by the articles they share.
public struct StoryLineages: Sendable {
    private let lineages: [StoryID: StoryLineage]

    /// - Parameters:
    ///   - later: stories of the same topic, of which the earlier articles are a part.
    public init(of later: [Story], in earlier: [Story]) {
        var place: [ArticleID: Int] = [:]
        for (index, story) in earlier.enumerated() { for article in story.articles { place[article] = index } }
        let origins = later.map { Self.origins(of: $0, in: earlier, place: place) }
        var heirs: [Int: (story: StoryID, shared: Int)] = [:]
        for (story, origins) in zip(later, origins) {
            for origin in origins {
                let best = heirs[origin.index]
                if best.map({ (-$0.shared, $0.story) > (-origin.shared, story.id) }) ?? true { heirs[origin.index] = (story.id, origin.shared) }
            }
        }
        var lineages: [StoryID: StoryLineage] = [:]
        for (story, origins) in zip(later, origins) {
            let inherited = origins.filter { heirs[$0.index]?.story == story.id }
            lineages[story.id] =
                switch (inherited.count, origins.first) {
                case (0, nil): .new
                case (0, let origin?): .split(from: earlier[origin.index].title)
                case (1, _): .known
                default: .merged(inherited.map { earlier[$0.index].title })
                }
        }
        self.lineages = lineages
    }

    public func lineage(of story: StoryID) -> StoryLineage { lineages[story] ?? .new }

    /// The earlier stories it has articles of, the greatest share first. A stray article of a story that goes on elsewhere is no origin, unless nothing
    /// else is known of the later one.
    private static func origins(of story: Story, in earlier: [Story], place: [ArticleID: Int]) -> [(index: Int, shared: Int)] {
        var shared: [Int: Int] = [:]
        for article in story.articles { if let index = place[article] { shared[index, default: 0] += 1 } }
        let known = shared.values.reduce(0, +)
        let all = shared.map { (index: $0.key, shared: $0.value) }.sorted { ($1.shared, $0.index) < ($0.shared, $1.index) }
        let weighty = all.filter { $0.shared * 2 >= earlier[$0.index].articles.count || $0.shared * 2 >= known }
        return weighty.isEmpty ? Array(all.prefix(1)) : weighty
    }
}
