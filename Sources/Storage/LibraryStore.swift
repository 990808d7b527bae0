public import BriefModel

/// A user's library: everything that was read, kept for good. What `record` has returned from is on disk.
public protocol LibraryStore: TextIndexStore, ArticleFinder, ArticleSearch, DigestStore {
    /// Keeps one fetched resource and the article read from it, in one transaction.
    /// The same text again changes nothing but when it was last seen and what its publisher asks; changed *text* becomes the next version.
    func record(_ reading: Reading) async throws(StorageError) -> RecordOutcome

    /// Many readings in one transaction; the outcomes in their order.
    func record(_ readings: [Reading]) async throws(StorageError) -> [RecordOutcome]

    /// The latest version of every article, by identifier.
    func articles() async throws(StorageError) -> [Article]

    /// One version of an article; the latest when `version` is nil.
    func article(_ id: ArticleID, version: Int?) async throws(StorageError) -> Article?

    /// The versions held of an article, oldest first.
    func versions(of id: ArticleID) async throws(StorageError) -> [Article]

    /// The latest versions of an outlet's articles, newest first by the day they are dated to.
    func newestArticles(of outlet: OutletID, limit: Int) async throws(StorageError) -> [Article]

    /// The bytes an article version was read from.
    func rawBytes(of id: ArticleID, version: Int) async throws(StorageError) -> [UInt8]?

    /// Full-text search, best first (BM25).
    func search(_ query: String, limit: Int) async throws(StorageError) -> [SearchHit]

    func outlets() async throws(StorageError) -> [Outlet]
    /// Adds or replaces by identifier.
    func save(outlets: [Outlet]) async throws(StorageError)

    /// What is known of addresses asked before: validators, failures, and when to ask again.
    func sourceStates() async throws(StorageError) -> [SourceState]
    func save(sourceStates: [SourceState]) async throws(StorageError)

    /// How many article versions were ever recorded, as a mark in their order: what is recorded later stands beyond it.
    func mark() async throws(StorageError) -> Int64
    /// The latest version of every article among those recorded up to a mark, by identifier.
    func articles(through mark: Int64) async throws(StorageError) -> [Article]
    /// Which versions those are, without their texts.
    func heldVersions(through mark: Int64) async throws(StorageError) -> [HeldVersion]

    /// Keeps an edition, by topic slug and as-of, and numbers it. What is kept stays: of two of one topic and moment the later counts. One that tells the
    /// same as the one that counts is not kept twice.
    func save(edition: StoredEdition) async throws(StorageError)
    /// Those that count, newest first.
    func editions(topic: String?) async throws(StorageError) -> [StoredEdition]
    /// Any that was ever kept.
    func edition(number: Int) async throws(StorageError) -> StoredEdition?

    /// The newest edition of every topic, by topic, without what it says: cheap enough to be asked every few seconds.
    func newestEditions() async throws(StorageError) -> [EditionMark]

    /// The newest of a topic that is older than a moment.
    func latestEdition(topic: String, before moment: Timestamp) async throws(StorageError) -> StoredEdition?

    /// How the scheduled runs of topics go, by topic.
    func topicRuns() async throws(StorageError) -> [TopicRun]
    /// Adds or replaces by topic.
    func save(topicRun run: TopicRun) async throws(StorageError)

    /// Keeps a user's word on the stories of a topic, for good, and numbers it.
    func keep(_ ruling: StoryRuling, topic: String, made: Timestamp) async throws(StorageError) -> StoryDecision
    /// All that was ever decided on the stories of a topic, in the order in which it was; what was taken back is there too.
    func storyDecisions(topic: String) async throws(StorageError) -> [StoryDecision]
    /// Takes a decision back from a moment on; what is told as of an earlier day still obeys it.
    /// - Returns: false where the topic has no such decision, or it was taken back before.
    func withdraw(storyDecision number: Int, topic: String, at moment: Timestamp) async throws(StorageError) -> Bool

    /// The library as it stands now, to read from: what is written to the library later, by whomever, is never seen in it, and nothing that is written
    /// to it reaches the library. For one answer made of several questions; let go of it when that is given.
    func snapshot() async throws(StorageError) -> any LibraryStore
}

/// One resource as read: the article and the bytes it came from.
public struct Reading: Hashable, Sendable {
    public let article: Article
    public let rawBytes: [UInt8]
    public let mediaType: String

    public init(article: Article, rawBytes: [UInt8], mediaType: String) {
        self.article = article
        self.rawBytes = rawBytes
        self.mediaType = mediaType
    }
}

public enum RecordOutcome: Hashable, Sendable {
    case new
    case unchanged
    /// The version it was stored as.
    case newVersion(Int)
}

public struct SearchHit: Hashable, Sendable {
    public let article: ArticleID
    /// Text around the match.
    public let snippet: String

    public init(article: ArticleID, snippet: String) {
        self.article = article
        self.snippet = snippet
    }
}

public enum StorageError: Error, Hashable, Sendable {
    case cannotOpen(path: String, why: String)
    case readOnly(path: String)
    case diskFull(path: String)
    case newerSchema(path: String)
    case damaged(path: String, why: String)
    case busy(path: String)
    case failed(String)
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let why): "The library \(path) cannot be opened: \(why)."
        case .readOnly(let path): "The library \(path) is read-only; make the folder writable or choose another with --library."
        case .diskFull(let path): "The disk that holds the library \(path) is full; nothing of this step was stored."
        case .newerSchema(let path): "The library \(path) was written by a newer bigpicture; update the program to open it."
        case .damaged(let path, let why): "The library \(path) fails its integrity check (\(why)); restore it from a backup. Nothing was changed."
        case .busy(let path): "The library \(path) is being written by another process; try again when it has finished."
        case .failed(let why): "The library could not be used: \(why)."
        }
    }
}
