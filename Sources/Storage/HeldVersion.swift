public import BriefModel

/// A version of an article that a library holds, without its text: of a hundred thousand articles these fit into some megabytes.
public struct HeldVersion: Hashable, Sendable {
    public let article: ArticleID
    public let version: Int
    public let address: String
    public let outlet: OutletID
    public let published: Timestamp?
    public let fetched: Timestamp

    public init(article: ArticleID, version: Int, address: String, outlet: OutletID, published: Timestamp?, fetched: Timestamp) {
        self.article = article
        self.version = version
        self.address = address
        self.outlet = outlet
        self.published = published
        self.fetched = fetched
    }

    public init(_ article: Article) {
        self.init(
            article: article.id, version: article.version, address: article.address, outlet: article.outlet, published: article.published,
            fetched: article.fetched)
    }

    /// Published, else fetched.
    public var dated: Timestamp { published ?? fetched }

    /// With nothing kept of it.
    var digest: ArticleDigest {
        ArticleDigest(
            article: article, version: version, outlet: outlet, dated: Article.plausible(published, fetched: fetched) ?? fetched, bytes: nil)
    }
}
