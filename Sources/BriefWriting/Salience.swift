import BriefModel

/// How much a sentence matters to its story: what the story is about, what is firm, what several outlets say, what is new.
struct Salience: Sendable {
    let pool: SentencePool
    /// Mean weight of each stem in its story, by story.
    private let centroids: [StoryID: [Int: Double]]
    private let updates: Set<Int>
    /// Sentences that stand against another: where sources differ, a reader must know.
    private let disputed: Set<Int>

    init(_ pool: SentencePool) {
        self.pool = pool
        var centroids: [StoryID: [Int: Double]] = [:]
        for source in pool.sentences where source.language == "en" && source.fitness != .never {
            guard let story = source.story else { continue }
            for stem in source.stems { centroids[story, default: [:]][stem, default: 0] += pool.weights[stem] * source.outlet.weight }
        }
        self.centroids = centroids.mapValues { centroid in
            let length = squareRoot(centroid.values.reduce(0) { $0 + $1 * $1 })
            return centroid.mapValues { $0 / max(length, 0.001) }
        }
        disputed = Set(pool.material.disputes.compactMap { pool.sentence(at: $0.followed.passage)?.id })
        updates = Set(pool.material.stories.flatMap(\.updates).compactMap { pool.sentence(at: $0.passage)?.id })
    }

    func score(_ source: SourceSentence, _ wording: Wording, support: [SourceSentence]) -> Double {
        let closeness = centrality(source)
        let firm = min(2, Double(source.quantities.count)) * 0.06 + min(4, Double(source.names.count)) * 0.05 + (source.days.isEmpty ? 0 : 0.06)
        let owners = Set(([source] + support).map { $0.outlet.house }).count
        let breadth = 0.16 * Double(min(4, owners - 1))
        let lead = source.position == 0 ? 0.3 : source.position == 1 ? 0.12 : source.position <= 3 ? 0.05 : 0
        let update = (updates.contains(source.id) ? 0.2 : 0) + (disputed.contains(source.id) ? 0.15 : 0)
        let length = wording.line.length
        let shape = (length > 28 ? -0.1 : 0) + (length < 9 ? -0.1 : 0) - 0.06 * Double(wording.needs.count) - 0.05 * Double(wording.antecedents.count)
        return (closeness + firm + breadth + lead + update + shape) * (0.6 + 0.4 * source.outlet.weight) * (0.65 + 0.35 * recency(source.day))
    }

    /// 1 today, about half after two weeks.
    func recency(_ day: CalendarDay) -> Double {
        exponential(-Double(max(0, pool.material.asOf.day.daysSince1970 - day.daysSince1970)) / 20)
    }

    private func centrality(_ source: SourceSentence) -> Double {
        guard let story = source.story, let centroid = centroids[story], !source.stems.isEmpty else { return 0 }
        let dot = source.stems.reduce(0.0) { $0 + (centroid[$1] ?? 0) * pool.weights[$1] }
        let length = squareRoot(source.stems.reduce(0.0) { $0 + pool.weights[$1] * pool.weights[$1] })
        return dot / max(length, 0.001)
    }
}
