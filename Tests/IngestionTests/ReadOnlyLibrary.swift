import BriefModel
import Storage

/// A library on a disk that cannot be written.
struct ReadOnlyLibrary: LibraryStore {
    static let refusal = StorageError.readOnly(path: "/library")

    func record(_ reading: Reading) async throws(StorageError) -> RecordOutcome { throw Self.refusal }
    func record(_ readings: [Reading]) async throws(StorageError) -> [RecordOutcome] { throw Self.refusal }
    func save(outlets: [Outlet]) async throws(StorageError) { throw Self.refusal }
    func save(sourceStates: [SourceState]) async throws(StorageError) { throw Self.refusal }
    func save(topicRun run: TopicRun) async throws(StorageError) { throw Self.refusal }
    func save(edition: StoredEdition) async throws(StorageError) { throw Self.refusal }

    func keep(_ ruling: StoryRuling, topic: String, made: Timestamp) async throws(StorageError) -> StoryDecision { throw Self.refusal }
    func withdraw(storyDecision number: Int, topic: String, at moment: Timestamp) async throws(StorageError) -> Bool { throw Self.refusal }

    func index(_ texts: [IndexedText], through mark: Int64, scheme: Int) async throws(StorageError) { throw Self.refusal }

    func digests(scheme: Int) async throws(StorageError) -> [ArticleDigest] { [] }
    func undigested(scheme: Int) async throws(StorageError) -> [ArticleID] { [] }
    func keep(_ digests: [ArticleDigest], scheme: Int) async throws(StorageError) { throw Self.refusal }

    func digest(_ kind: EditionDigest.Kind, of edition: EditionMark, scheme: Int) async throws(StorageError) -> [UInt8]? { nil }
    func keep(_ digest: EditionDigest) async throws(StorageError) { throw Self.refusal }

    func snapshot() async throws(StorageError) -> any LibraryStore { self }
    func articles() async throws(StorageError) -> [Article] { [] }
    func holdings(asOf: Timestamp) async throws(StorageError) -> Holdings { Holdings(articles: 0, firstDay: nil, lastDay: nil) }
    func articles(sharing questions: [WordQuestion], limit: Int, asOf: Timestamp) async throws(StorageError) -> [[ArticleID]] {
        questions.map { _ in [] }
    }
    func articles(_ ids: [ArticleID]) async throws(StorageError) -> [Article] { [] }
    func articles(at addresses: [String]) async throws(StorageError) -> [Article] { [] }
    func article(_ id: ArticleID, version: Int?) async throws(StorageError) -> Article? { nil }
    func versions(of id: ArticleID) async throws(StorageError) -> [Article] { [] }
    func newestArticles(of outlet: OutletID, limit: Int) async throws(StorageError) -> [Article] { [] }
    func rawBytes(of id: ArticleID, version: Int) async throws(StorageError) -> [UInt8]? { nil }
    func search(_ query: String, limit: Int) async throws(StorageError) -> [SearchHit] { [] }
    func matches(_ question: SearchQuestion, limit: Int) async throws(StorageError) -> SearchMatches {
        SearchMatches(matches: [], isCut: false, isRanked: true)
    }
    func excerpts(of articles: [ArticleID], answering question: SearchQuestion) async throws(StorageError) -> [ArticleID: Excerpt] { [:] }
    func openings(after mark: Int64, limit: Int) async throws(StorageError) -> [Opening] { [] }
    func outlets() async throws(StorageError) -> [Outlet] { [] }
    func sourceStates() async throws(StorageError) -> [SourceState] { [] }
    func topicRuns() async throws(StorageError) -> [TopicRun] { [] }
    func mark() async throws(StorageError) -> Int64 { 0 }
    func articles(through mark: Int64) async throws(StorageError) -> [Article] { [] }
    func heldVersions(through mark: Int64) async throws(StorageError) -> [HeldVersion] { [] }
    func edition(number: Int) async throws(StorageError) -> StoredEdition? { nil }
    func editions(topic: String?) async throws(StorageError) -> [StoredEdition] { [] }
    func newestEditions() async throws(StorageError) -> [EditionMark] { [] }
    func latestEdition(topic: String, before moment: Timestamp) async throws(StorageError) -> StoredEdition? { nil }
    func storyDecisions(topic: String) async throws(StorageError) -> [StoryDecision] { [] }
    func unindexed(scheme: Int, limit: Int) async throws(StorageError) -> UnindexedArticles { UnindexedArticles(articles: [], mark: 0, remaining: 0) }
    func neighbours(of texts: [IndexedText], reach: Int, asOf: Timestamp) async throws(StorageError) -> [[TextNeighbour]] { texts.map { _ in [] } }
    func indexedTexts(of articles: [ArticleID]) async throws(StorageError) -> [IndexedText] { [] }
}
