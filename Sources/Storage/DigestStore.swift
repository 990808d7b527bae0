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

    /// What was kept of an edition; nil where nothing is, or was made by another scheme.
    func digest(_ kind: EditionDigest.Kind, of edition: EditionMark, scheme: Int) async throws(StorageError) -> [UInt8]?

    /// Keeps what was made of an edition, in place of what is kept of earlier ones of its topic. Of one that is not the newest nothing is kept.
    func keep(_ digest: EditionDigest) async throws(StorageError)
}

/// What was made of the newest edition of a topic to show it.
public struct EditionDigest: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The brief itself.
        case brief
        /// Its stories, people and figures.
        case rooms
    }

    public let kind: Kind
    public let edition: EditionMark
    public let scheme: Int
    public let bytes: [UInt8]

    public init(_ kind: Kind, of edition: EditionMark, scheme: Int, bytes: [UInt8]) {
        self.kind = kind
        self.edition = edition
        self.scheme = scheme
        self.bytes = bytes
    }
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
