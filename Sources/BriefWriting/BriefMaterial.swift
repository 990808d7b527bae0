public import BriefModel

/// Everything a brief is written from: what belongs to the topic, what belongs together, and who says what.
public struct BriefMaterial: Sendable {
    public let topic: Topic
    /// On the topic only; reprints included.
    public let articles: [ArticleID: AnalyzedArticle]
    public let outlets: [OutletID: Outlet]
    public let reprints: [ReprintGroup]
    public let stories: [Story]
    public let themes: [Theme]
    public let claims: [Claim]
    public let disputes: [Dispute]
    public let asOf: Timestamp

    public init(
        topic: Topic, articles: [ArticleID: AnalyzedArticle], outlets: [OutletID: Outlet], reprints: [ReprintGroup], stories: [Story],
        themes: [Theme], claims: [Claim], disputes: [Dispute], asOf: Timestamp
    ) {
        self.topic = topic
        self.articles = articles
        self.outlets = outlets
        self.reprints = reprints
        self.stories = stories
        self.themes = themes
        self.claims = claims
        self.disputes = disputes
        self.asOf = asOf
    }
}
