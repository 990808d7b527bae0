public import BriefModel

/// The in-memory twin: everything a library promises but outliving the process.
public actor InMemoryLibrary: LibraryStore {
    private var readings: [ArticleID: [Reading]] = [:]
    private var outletsByID: [OutletID: Outlet] = [:]
    private var states: [String: SourceState] = [:]
    /// In the order in which they were kept, which numbers them.
    private var keptEditions: [StoredEdition] = []
    private var decisions: [StoryDecision] = []
    private var runs: [String: TopicRun] = [:]
    /// Articles in the order of their versions' arrival, which is what the text index has to catch up with.
    private var arrivals: [ArticleID] = []
    private var textIndex = InMemoryTextIndex()
    private var kept: [ArticleID: (version: Int, scheme: Int, bytes: [UInt8])] = [:]
    private var shown: [String: [EditionDigest.Kind: EditionDigest]] = [:]

    private let limit: Int
    private var held = 0

    /// - Parameter limit: bytes of texts and of what they were read from that are held at most.
    public init(limit: Int = .max) { self.limit = limit }

    private init(copying other: isolated InMemoryLibrary) {
        readings = other.readings
        outletsByID = other.outletsByID
        states = other.states
        keptEditions = other.keptEditions
        decisions = other.decisions
        runs = other.runs
        arrivals = other.arrivals
        textIndex = other.textIndex
        kept = other.kept
        shown = other.shown
        limit = other.limit
        held = other.held
    }

    public func snapshot() async throws(StorageError) -> any LibraryStore { InMemoryLibrary(copying: self) }

    public func record(_ reading: Reading) async throws(StorageError) -> RecordOutcome { try await record([reading]).first ?? .unchanged }

    public func record(_ readings: [Reading]) async throws(StorageError) -> [RecordOutcome] {
        let added = readings.reduce(0) { $0 + $1.article.text.utf8.count + $1.rawBytes.count }
        guard added <= limit - held else {
            throw .failed("the sources hold more than the \(limit >> 20) MiB that are kept in memory; read them into a library instead")
        }
        held += added
        return readings.map(keep)
    }

    private func keep(_ reading: Reading) -> RecordOutcome {
        let held = readings[reading.article.id, default: []]
        guard let latest = held.last else {
            readings[reading.article.id] = [reading.asVersion(1)]
            arrivals.append(reading.article.id)
            return .new
        }
        guard latest.article.text != reading.article.text else {
            let same = Reading(article: latest.article.asking(reading.article.wishes), rawBytes: latest.rawBytes, mediaType: latest.mediaType)
            readings[reading.article.id] = held.dropLast() + [same]
            return .unchanged
        }
        let version = latest.article.version + 1
        readings[reading.article.id] = held + [reading.asVersion(version)]
        arrivals.append(reading.article.id)
        return .newVersion(version)
    }

    public func articles() async throws(StorageError) -> [Article] {
        readings.values.compactMap(\.last?.article).sorted { $0.id < $1.id }
    }

    public func digests(scheme: Int) async throws(StorageError) -> [ArticleDigest] {
        readings.values.compactMap(\.last?.article).sorted { $0.id < $1.id }.map { article in
            let own = kept[article.id].flatMap { $0.version == article.version && $0.scheme == scheme ? $0.bytes : nil }
            return ArticleDigest(article, bytes: own)
        }
    }

    public func undigested(scheme: Int) async throws(StorageError) -> [ArticleID] {
        try await digests(scheme: scheme).filter { $0.bytes == nil }.map(\.article)
    }

    public func keep(_ digests: [ArticleDigest], scheme: Int) async throws(StorageError) {
        for digest in digests where readings[digest.article]?.last?.article.version == digest.version {
            kept[digest.article] = digest.bytes.map { (digest.version, scheme, $0) }
        }
    }

    public func digest(_ kind: EditionDigest.Kind, of edition: EditionMark, scheme: Int) async throws(StorageError) -> [UInt8]? {
        shown[edition.topic]?[kind].flatMap { $0.edition == edition && $0.scheme == scheme ? $0.bytes : nil }
    }

    public func keep(_ digest: EditionDigest) async throws(StorageError) {
        guard try await newestEditions().contains(digest.edition) else { return }
        shown[digest.edition.topic, default: [:]][digest.kind] = digest
    }

    public func mark() async throws(StorageError) -> Int64 { Int64(arrivals.count) }

    public func articles(through mark: Int64) async throws(StorageError) -> [Article] {
        var versions: [ArticleID: Int] = [:]
        for id in arrivals.prefix(Int(mark)) { versions[id, default: 0] += 1 }
        return versions.sorted { $0.key < $1.key }.compactMap { id, version in readings[id]?.first { $0.article.version == version }?.article }
    }

    public func heldVersions(through mark: Int64) async throws(StorageError) -> [HeldVersion] {
        try await articles(through: mark).map { HeldVersion($0) }
    }

    public func article(_ id: ArticleID, version: Int?) async throws(StorageError) -> Article? {
        readings[id]?.last { version == nil || $0.article.version == version }?.article
    }

    public func versions(of id: ArticleID) async throws(StorageError) -> [Article] { readings[id, default: []].map(\.article) }

    public func newestArticles(of outlet: OutletID, limit: Int) async throws(StorageError) -> [Article] {
        let held = readings.values.compactMap(\.last?.article).filter { $0.outlet == outlet }
        return Array(held.sorted { ($1.published ?? $1.fetched, $0.id) < ($0.published ?? $0.fetched, $1.id) }.prefix(max(0, limit)))
    }

    public func rawBytes(of id: ArticleID, version: Int) async throws(StorageError) -> [UInt8]? {
        readings[id]?.first { $0.article.version == version }?.rawBytes
    }

    /// Counts the words found; a table this small needs no index.
    public func search(_ query: String, limit: Int) async throws(StorageError) -> [SearchHit] {
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return [] }
        let hits = readings.values.compactMap(\.last?.article).compactMap { article -> (Int, SearchHit)? in
            let text = article.text.lowercased()
            let counts = words.map { text.split(separator: $0, omittingEmptySubsequences: false).count - 1 }
            guard !counts.contains(0) else { return nil }
            return (counts.reduce(0, +), SearchHit(article: article.id, snippet: String(article.text.prefix(160))))
        }
        return hits.sorted { ($1.0, $0.1.article) < ($0.0, $1.1.article) }.prefix(limit).map(\.1)
    }

    public func holdings(asOf: Timestamp) async throws(StorageError) -> Holdings {
        let days = latest(asOf: asOf).map(\.day)
        return Holdings(articles: days.count, firstDay: days.min(), lastDay: days.max())
    }

    /// Looks at every article: what is held in memory is few.
    public func articles(sharing questions: [WordQuestion], limit: Int, asOf: Timestamp) async throws(StorageError) -> [[ArticleID]] {
        let articles = latest(asOf: asOf).map { ($0.id, Set($0.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))) }
        return questions.map { question in
            let holding = question.words.map { forms in articles.indices.filter { place in forms.contains { articles[place].1.contains($0) } } }
            var scores: [Int: Double] = [:]
            for places in holding { for place in places { scores[place, default: 0] += 1 / Double(places.count) } }
            let best = scores.sorted { ($1.value, articles[$0.key].0) < ($0.value, articles[$1.key].0) }
            return best.prefix(limit).map { articles[$0.key].0 }
        }
    }

    public func articles(_ ids: [ArticleID]) async throws(StorageError) -> [Article] { Set(ids).sorted().compactMap { readings[$0]?.last?.article } }

    public func articles(at addresses: [String]) async throws(StorageError) -> [Article] {
        let wanted = Set(addresses.flatMap(\.spellings))
        return readings.values.compactMap(\.last?.article).filter { wanted.contains($0.address) }.sorted { $0.id < $1.id }
    }

    private func latest(asOf: Timestamp) -> [Article] {
        readings.values.compactMap(\.last?.article).filter { $0.dated <= asOf }.sorted { $0.id < $1.id }
    }

    public func outlets() async throws(StorageError) -> [Outlet] { outletsByID.values.sorted { $0.id < $1.id } }

    public func save(outlets: [Outlet]) async throws(StorageError) { for outlet in outlets { outletsByID[outlet.id] = outlet } }

    public func sourceStates() async throws(StorageError) -> [SourceState] { states.values.sorted { $0.address < $1.address } }

    public func save(sourceStates: [SourceState]) async throws(StorageError) { for state in sourceStates { states[state.address] = state } }

    public func save(edition: StoredEdition) async throws(StorageError) {
        let counting = keptEditions.last { $0.topic == edition.topic && $0.asOf == edition.asOf }
        if counting?.tellsTheSame(as: edition) != true { keptEditions.append(edition.numbered(keptEditions.count + 1)) }
    }

    public func edition(number: Int) async throws(StorageError) -> StoredEdition? { keptEditions.first { $0.number == number } }

    public func editions(topic: String?) async throws(StorageError) -> [StoredEdition] {
        let wanted = keptEditions.filter { topic == nil || $0.topic == topic }
        let counting = wanted.filter { one in !wanted.contains { $0.topic == one.topic && $0.asOf == one.asOf && $0.number > one.number } }
        return counting.sorted { ($1.asOf, $0.topic) < ($0.asOf, $1.topic) }
    }

    public func newestEditions() async throws(StorageError) -> [EditionMark] {
        var seen: Set<String> = []
        return try await editions(topic: nil).filter { seen.insert($0.topic).inserted }.map(\.mark).sorted { $0.topic < $1.topic }
    }

    public func latestEdition(topic: String, before moment: Timestamp) async throws(StorageError) -> StoredEdition? {
        try await editions(topic: topic).first { $0.asOf < moment }
    }

    public func topicRuns() async throws(StorageError) -> [TopicRun] { runs.values.sorted { $0.topic < $1.topic } }

    public func save(topicRun run: TopicRun) async throws(StorageError) { runs[run.topic] = run }

    public func keep(_ ruling: StoryRuling, topic: String, made: Timestamp) async throws(StorageError) -> StoryDecision {
        let decision = StoryDecision(number: decisions.count + 1, topic: topic, made: made, ruling: ruling)
        decisions.append(decision)
        return decision
    }

    public func storyDecisions(topic: String) async throws(StorageError) -> [StoryDecision] { decisions.filter { $0.topic == topic } }

    public func withdraw(storyDecision number: Int, topic: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        guard let place = decisions.firstIndex(where: { $0.number == number && $0.topic == topic && $0.withdrawn == nil }) else { return false }
        let own = decisions[place]
        decisions[place] = StoryDecision(number: own.number, topic: own.topic, made: own.made, ruling: own.ruling, withdrawn: moment)
        return true
    }

    public func unindexed(scheme: Int, limit: Int) async throws(StorageError) -> UnindexedArticles {
        let reached = textIndex.scheme == scheme ? Int(textIndex.mark) : 0
        let end = min(arrivals.count, reached + limit)
        let articles = Set(arrivals[reached..<end]).sorted().compactMap { readings[$0]?.last?.article }
        return UnindexedArticles(articles: articles, mark: Int64(end), remaining: arrivals.count - reached)
    }

    public func index(_ texts: [IndexedText], through mark: Int64, scheme: Int) async throws(StorageError) {
        textIndex.index(texts, through: mark, scheme: scheme)
    }

    public func neighbours(of texts: [IndexedText], reach: Int, asOf: Timestamp) async throws(StorageError) -> [[TextNeighbour]] {
        texts.map { textIndex.neighbours(of: $0, reach: reach, asOf: asOf) }
    }

    public func indexedTexts(of articles: [ArticleID]) async throws(StorageError) -> [IndexedText] { textIndex.texts(of: articles) }
}

extension Reading {
    /// The reading with its article numbered by the store.
    public func asVersion(_ number: Int) -> Reading {
        Reading(article: article.asVersion(number), rawBytes: rawBytes, mediaType: mediaType)
    }
}
