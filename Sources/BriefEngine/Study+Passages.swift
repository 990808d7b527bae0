public import BriefModel

extension Study {
    /// A passage with where it stands; nil for one of an article that is not on the topic.
    func citation(_ passage: Passage) -> TopicTimeline.Citation? {
        guard let article = articles[passage.article]?.article else { return nil }
        let outlet = outlets[article.outlet]
        return TopicTimeline.Citation(
            passage: passage, outlet: outlet?.name ?? article.outlet.rawValue, title: article.title, address: article.address, day: article.day,
            kind: outlet?.kind ?? .unknown, language: article.language)
    }

    /// Whom these articles count for, each once: a copy for the outlet of its origin, outlets of one owner for their owner.
    public func houses(_ ids: some Sequence<ArticleID>) -> Set<String> {
        Set(ids.compactMap { articles[originOf[$0] ?? $0]?.article.outlet }.map(outlets.house))
    }
}
