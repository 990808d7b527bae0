public import BriefModel

/// Where texts with like wording meet: an inverted index from hashes to articles in order of date. What the hashes stand for is the caller's business.
///
/// It holds the latest version of articles and can lag behind the library: `unindexed` says what is missing.
public protocol TextIndexStore: Sendable {
    /// What is not in the index yet, in the order in which it was recorded, at most `limit` articles at once.
    /// - Parameter scheme: how the caller makes hashes; an index made by another counts as empty.
    func unindexed(scheme: Int, limit: Int) async throws(StorageError) -> UnindexedArticles

    /// Puts texts in, each in place of what is held for its article unless that is of a later version, and notes how far the index reaches.
    /// An index made by another scheme is emptied first. All of it or nothing.
    func index(_ texts: [IndexedText], through mark: Int64, scheme: Int) async throws(StorageError)

    /// For each text, the articles that stand near its place under its keys: up to `reach` before and `reach` after under every key, among those dated
    /// up to `asOf`. What is read does not depend on the size of the library.
    func neighbours(of texts: [IndexedText], reach: Int, asOf: Timestamp) async throws(StorageError) -> [[TextNeighbour]]

    /// What is held for these articles, by identifier; those that are not in the index are missing.
    func indexedTexts(of articles: [ArticleID]) async throws(StorageError) -> [IndexedText]
}

/// An article as the index holds it.
public struct IndexedText: Hashable, Sendable {
    public let article: ArticleID
    public let version: Int
    /// Published, else fetched.
    public let dated: Timestamp
    /// Without repeats.
    public let keys: [UInt64]

    public init(article: ArticleID, version: Int, dated: Timestamp, keys: [UInt64]) {
        self.article = article
        self.version = version
        self.dated = dated
        self.keys = keys
    }

    /// Where it stands under each of its keys.
    public var place: IndexPlace { IndexPlace(dated: dated, article: article) }
}

/// The order under a key: by date, then by a number made from the identifier, so that the order in which articles arrived does not count.
public struct IndexPlace: Hashable, Comparable, Sendable {
    public let dated: Timestamp
    /// Two articles have the same number once in 2⁶⁴ pairs; they then share a place.
    public let number: Int64

    public init(dated: Timestamp, article: ArticleID) {
        self.dated = dated
        number = Self.number(of: article)
    }

    /// As an index kept it.
    public init(dated: Timestamp, number: Int64) {
        self.dated = dated
        self.number = number
    }

    /// FNV-1a with the finaliser of SplitMix64.
    public static func number(of article: ArticleID) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in article.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int64(bitPattern: hash ^ (hash >> 31))
    }

    public static func < (left: Self, right: Self) -> Bool { (left.dated, left.number) < (right.dated, right.number) }
}

/// An article near another, and the keys under which they stand near each other.
public struct TextNeighbour: Hashable, Sendable {
    public let article: ArticleID
    /// When it is dated to: as of an earlier moment, a text has those of its neighbours that are dated up to it.
    public let dated: Timestamp
    /// In the order of the asking text's keys.
    public let keys: [UInt64]

    public init(article: ArticleID, dated: Timestamp, keys: [UInt64]) {
        self.article = article
        self.dated = dated
        self.keys = keys
    }
}

/// What is to be indexed next.
public struct UnindexedArticles: Hashable, Sendable {
    /// Latest versions.
    public let articles: [Article]
    /// How far the index reaches once these are in.
    public let mark: Int64
    /// Versions that are not in the index yet, these among them; an upper bound, for telling progress.
    public let remaining: Int

    public init(articles: [Article], mark: Int64, remaining: Int) {
        self.articles = articles
        self.mark = mark
        self.remaining = remaining
    }
}

extension Article {
    /// The moment by which it is ordered and seen as of a date.
    public var dated: Timestamp { published ?? fetched }
}
