import BriefModel

/// Which stories matter most on the day of the brief: those a user pinned, then many independent outlets, lately.
struct StoryRanking: Sendable {
    /// Best first.
    let stories: [Story]
    private let scores: [StoryID: Double]

    init(_ pool: SentencePool, _ salience: Salience) {
        let material = pool.material
        let copied = Set(material.reprints.flatMap(\.copies))
        var scores: [StoryID: Double] = [:]
        for story in material.stories {
            let articles = story.articles.compactMap { material.articles[$0]?.article }
            let outlets = Set(
                articles.filter { !copied.contains($0.id) }.compactMap { material.outlets[$0.outlet] }.filter { !$0.kind.needsCorroboration }.map(
                    \.id))
            let fresh = articles.map { salience.recency($0.day) }.max() ?? 0
            // A reprint is no second witness, but it shows that an editor found the news worth printing.
            scores[story.id] = (logarithm(1 + Double(outlets.count)) + 0.25 * logarithm(1 + Double(articles.count))) * (0.25 + 0.75 * fresh)
        }
        let most = scores.values.max() ?? 0
        for story in material.stories where story.isPinned { scores[story.id, default: 0] += most }
        self.scores = scores
        stories = material.stories.sorted { (scores[$0.id] ?? 0, $1.id) > (scores[$1.id] ?? 0, $0.id) }
    }

    func score(_ story: StoryID) -> Double { scores[story] ?? 0 }

    func ordered(_ ids: [StoryID]) -> [StoryID] { ids.sorted { (score($0), $1) > (score($1), $0) } }
}
