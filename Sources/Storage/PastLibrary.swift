public import BriefModel

/// A library as it stood when an edition was written: later articles, versions, outlets, failures and decisions are not in it. It is only read.
public struct PastLibrary: LibraryStore {
    private let store: any LibraryStore
    private let basis: EditionBasis
    /// The latest versions then, by identifier.
    private let held: [HeldVersion]
    private let versionHeld: [ArticleID: Int]
    private let earlier: [StoredEdition]
    /// Nothing was recorded since, so what the store has indexed is what was held.
    private let isCurrent: Bool

    public init(_ store: any LibraryStore, basis: EditionBasis) async throws(StorageError) {
        self.store = store
        self.basis = basis
        isCurrent = try await store.mark() == basis.mark
        held = try await store.heldVersions(through: basis.mark)
        versionHeld = Dictionary(held.map { ($0.article, $0.version) }, uniquingKeysWith: { first, _ in first })
        var earlier: [StoredEdition] = []
        for number in basis.earlier { if let edition = try await store.edition(number: number) { earlier.append(edition) } }
        self.earlier = earlier
    }

    public func articles() async throws(StorageError) -> [Article] { try await store.articles(through: basis.mark) }
    public func articles(through mark: Int64) async throws(StorageError) -> [Article] { try await store.articles(through: min(mark, basis.mark)) }
    public func heldVersions(through mark: Int64) async throws(StorageError) -> [HeldVersion] {
        mark >= basis.mark ? held : try await store.heldVersions(through: mark)
    }
    public func mark() async throws(StorageError) -> Int64 { basis.mark }

    /// Of versions that have since been replaced nothing is kept.
    public func digests(scheme: Int) async throws(StorageError) -> [ArticleDigest] {
        let now = try await store.digests(scheme: scheme)
        // Both stand by identifier, and mostly nothing has come since.
        var next = now.startIndex
        return held.map { version in
            while next < now.endIndex, now[next].article < version.article { next += 1 }
            guard next < now.endIndex, now[next].article == version.article, now[next].version == version.version else { return version.digest }
            return now[next]
        }
    }

    public func article(_ id: ArticleID, version: Int?) async throws(StorageError) -> Article? {
        guard let last = versionHeld[id], (version ?? last) <= last else { return nil }
        return try await store.article(id, version: version ?? last)
    }

    public func versions(of id: ArticleID) async throws(StorageError) -> [Article] {
        guard let last = versionHeld[id] else { return [] }
        return try await store.versions(of: id).filter { $0.version <= last }
    }

    public func newestArticles(of outlet: OutletID, limit: Int) async throws(StorageError) -> [Article] {
        let newest = held.filter { $0.outlet == outlet }.sorted { ($1.dated, $0.article) < ($0.dated, $1.article) }.prefix(max(0, limit))
        let found = try await articles(newest.map(\.article))
        return newest.compactMap { version in found.first { $0.id == version.article } }
    }

    public func rawBytes(of id: ArticleID, version: Int) async throws(StorageError) -> [UInt8]? {
        guard let last = versionHeld[id], version <= last else { return nil }
        return try await store.rawBytes(of: id, version: version)
    }

    public func outlets() async throws(StorageError) -> [Outlet] { basis.outlets }
    public func sourceStates() async throws(StorageError) -> [SourceState] { basis.failing }
    public func storyDecisions(topic: String) async throws(StorageError) -> [StoryDecision] { basis.decisions.filter { $0.topic == topic } }

    public func topicRuns() async throws(StorageError) -> [TopicRun] { [] }

    public func edition(number: Int) async throws(StorageError) -> StoredEdition? { earlier.first { $0.number == number } }
    public func editions(topic: String?) async throws(StorageError) -> [StoredEdition] {
        earlier.filter { topic == nil || $0.topic == topic }.sorted { ($1.asOf, $0.topic) < ($0.asOf, $1.topic) }
    }
    public func newestEditions() async throws(StorageError) -> [EditionMark] {
        var seen: Set<String> = []
        return try await editions(topic: nil).filter { seen.insert($0.topic).inserted }.map(\.mark).sorted { $0.topic < $1.topic }
    }
    public func latestEdition(topic: String, before moment: Timestamp) async throws(StorageError) -> StoredEdition? {
        earlier.filter { $0.topic == topic && $0.asOf < moment }.max { $0.asOf < $1.asOf }
    }

    public func snapshot() async throws(StorageError) -> any LibraryStore { self }

    // MARK: looking things up

    public func holdings(asOf: Timestamp) async throws(StorageError) -> Holdings {
        let days = held.filter { $0.dated <= asOf }.map(\.dated.day)
        return Holdings(articles: days.count, firstDay: days.min(), lastDay: days.max())
    }

    public func articles(_ ids: [ArticleID]) async throws(StorageError) -> [Article] {
        var found = try await store.articles(ids.filter { versionHeld[$0] != nil })
        // What was replaced since is looked up by itself.
        for place in found.indices {
            guard let version = versionHeld[found[place].id], version != found[place].version else { continue }
            guard let then = try await store.article(found[place].id, version: version) else {
                throw .failed("version \(version) of the article \(found[place].id) is gone")
            }
            found[place] = then
        }
        return found
    }

    public func articles(at addresses: [String]) async throws(StorageError) -> [Article] {
        let wanted = Set(addresses.flatMap(\.spellings))
        return try await articles(held.filter { wanted.contains($0.address) }.map(\.article))
    }

    /// The index of the library holds later texts too, so what it finds is looked up among what was held.
    public func articles(sharing questions: [WordQuestion], limit: Int, asOf: Timestamp) async throws(StorageError) -> [[ArticleID]] {
        try await store.articles(sharing: questions, limit: limit, asOf: asOf).map { $0.filter { versionHeld[$0] != nil } }
    }

    public func search(_ query: String, limit: Int) async throws(StorageError) -> [SearchHit] {
        try await store.search(query, limit: limit).filter { versionHeld[$0.article] != nil }
    }

    public func matches(_ question: SearchQuestion, limit: Int) async throws(StorageError) -> SearchMatches {
        let found = try await store.matches(question, limit: limit)
        return SearchMatches(
            matches: found.matches.filter { versionHeld[$0.article] != nil }, isCut: found.isCut, isRanked: found.isRanked)
    }

    public func excerpts(of articles: [ArticleID], answering question: SearchQuestion) async throws(StorageError) -> [ArticleID: Excerpt] {
        try await store.excerpts(of: articles.filter { versionHeld[$0] != nil }, answering: question)
    }

    public func openings(after mark: Int64, limit: Int) async throws(StorageError) -> [Opening] {
        try await store.openings(after: mark, limit: limit).filter { versionHeld[$0.match.article] != nil }
    }

    /// An index that knows later texts too is not asked: what it would tell is then found among the texts themselves.
    public func unindexed(scheme: Int, limit: Int) async throws(StorageError) -> UnindexedArticles {
        guard isCurrent else { throw refusal }
        return try await store.unindexed(scheme: scheme, limit: limit)
    }

    public func neighbours(of texts: [IndexedText], reach: Int, asOf: Timestamp) async throws(StorageError) -> [[TextNeighbour]] {
        guard isCurrent else { throw refusal }
        return try await store.neighbours(of: texts, reach: reach, asOf: asOf)
    }

    public func indexedTexts(of articles: [ArticleID]) async throws(StorageError) -> [IndexedText] {
        guard isCurrent else { throw refusal }
        return try await store.indexedTexts(of: articles)
    }

    // MARK: what a library that is only read refuses

    private var refusal: StorageError { .readOnly(path: "of a past edition") }

    public func index(_ texts: [IndexedText], through mark: Int64, scheme: Int) async throws(StorageError) { throw refusal }

    public func undigested(scheme: Int) async throws(StorageError) -> [ArticleID] {
        try await digests(scheme: scheme).filter { $0.bytes == nil }.map(\.article)
    }

    public func keep(_ digests: [ArticleDigest], scheme: Int) async throws(StorageError) { throw refusal }
    public func digest(_ kind: EditionDigest.Kind, of edition: EditionMark, scheme: Int) async throws(StorageError) -> [UInt8]? { nil }
    public func keep(_ digest: EditionDigest) async throws(StorageError) { throw refusal }

    public func record(_ reading: Reading) async throws(StorageError) -> RecordOutcome { throw refusal }
    public func record(_ readings: [Reading]) async throws(StorageError) -> [RecordOutcome] { throw refusal }
    public func save(outlets: [Outlet]) async throws(StorageError) { throw refusal }
    public func save(sourceStates: [SourceState]) async throws(StorageError) { throw refusal }
    public func save(topicRun run: TopicRun) async throws(StorageError) { throw refusal }
    public func save(edition: StoredEdition) async throws(StorageError) { throw refusal }
    public func keep(_ ruling: StoryRuling, topic: String, made: Timestamp) async throws(StorageError) -> StoryDecision { throw refusal }
    public func withdraw(storyDecision number: Int, topic: String, at moment: Timestamp) async throws(StorageError) -> Bool { throw refusal }
}
