public import BriefModel

/// Whether an article belongs to a topic.
public struct TopicRelevance: Sendable {
    public init(topic: Topic, articles: [AnalyzedArticle]) {}

    public func judgement(of article: AnalyzedArticle) -> Relevance { Relevance(isOnTopic: true, score: 1, reasons: []) }
}

/// What speaks for an article.
public struct Relevance: Hashable, Sendable {
    public let isOnTopic: Bool
    /// 0…1.
    public let score: Double
    /// The terms that spoke for it, strongest first.
    public let reasons: [String]

    public init(isOnTopic: Bool, score: Double, reasons: [String]) {
        self.isOnTopic = isOnTopic
        self.score = score
        self.reasons = reasons
    }
}
