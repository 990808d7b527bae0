public import BriefModel

/// What was derived from articles and is kept so that it need not be derived again, as bytes. What they mean is the caller's business, and so is the number
/// of the scheme by which they were made: what another scheme made counts as missing. Losing all of it loses nothing but time.
public protocol DigestStore: Sendable {
    /// The latest version of every article, by identifier, with what is kept of it.
    func digests(scheme: Int) async throws(StorageError) -> [ArticleDigest]

    /// The articles of whose latest version nothing is kept, by identifier.
    func undigested(scheme: Int) async throws(StorageError) -> [ArticleID]

    /// Keeps digests, each in place of what is kept of its article. Those of versions that are not the latest are passed over.
    func keep(_ digests: [ArticleDigest], scheme: Int) async throws(StorageError)
}

public struct ArticleDigest: Hashable, Sendable {
    public let article: ArticleID
    public let version: Int
    public let outlet: OutletID
    /// Published, where that can be, else fetched.
    public let dated: Timestamp
    /// Nil where nothing is kept.
    public let bytes: [UInt8]?

    public init(article: ArticleID, version: Int, outlet: OutletID, dated: Timestamp, bytes: [UInt8]?) {
        self.article = article
        self.version = version
        self.outlet = outlet
        self.dated = dated
        self.bytes = bytes
    }

    public init(_ article: Article, bytes: [UInt8]?) {
        self.init(article: article.id, version: article.version, outlet: article.outlet, dated: article.plausiblyDated.dated, bytes: bytes)
    }
}
