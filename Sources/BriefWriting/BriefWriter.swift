public import BriefModel

/// Writes a draft without a language model: chooses passages, then words them by deletion and says whose word they are.
public struct BriefWriter: Sendable {
    public init() {}

    /// Nil when the material holds no sentence that can stand alone. Same material, same draft.
    public func draft(from material: BriefMaterial) -> Draft? {
        let pool = SentencePool(material)
        let candidates = CandidateSet(pool)
        let salience = Salience(pool)
        let ranking = StoryRanking(pool, salience)
        var desk = Desk(pool: pool, candidates: candidates, ranking: ranking, salience: salience)

        guard let headline = desk.headline() else { return nil }
        let deck = desk.deck()
        var sections = desk.overview().map { [$0] } ?? []
        desk.reserveTakeaways()
        sections += desk.themes()
        guard !sections.isEmpty else { return nil }
        if let conclusion = desk.conclusion() { sections.append(conclusion) }
        if let takeaways = desk.takeaways() { sections.append(takeaways) }
        let draft = Draft(
            title: material.topic.title, topic: material.topic.title, series: material.topic.series, headline: headline, deck: deck,
            sections: sections, disputes: DisputeSelection(limit: 12).choose(material.disputes), timeline: desk.timeline())
        return draft.fitting(BriefLength(words: material.topic.words))
    }
}
