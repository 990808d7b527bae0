public import BriefModel
public import Storage

/// Finds the copies of a few articles in a library of any size. What is read for one article does not grow with the library, and the groups depend on
/// what the library holds up to a date alone, not on the order in which it came.
public struct ReprintIndex: Sendable {
    private let store: any TextIndexStore & LibraryStore

    public init(store: any LibraryStore) { self.store = store }

    /// How far the index is, in article versions.
    public struct Progress: Hashable, Sendable {
        public let done: Int
        public let total: Int

        public init(done: Int, total: Int) {
            self.done = done
            self.total = total
        }
    }

    /// Article versions indexed in one transaction: many, because keys lie anywhere in the index and each page is written once a batch.
    public static let batch = 1_024

    /// Brings the index up to what the library holds: the articles of the last run, or all of a library that had no index.
    /// - Throws: `readOnly` where the library is and there is something to bring up.
    public func catchUp(progress: (Progress) -> Void = { _ in }) async throws(StorageError) {
        var done = 0
        while true {
            let next = try await store.unindexed(scheme: ReprintKeys.scheme, limit: Self.batch)
            guard next.remaining > 0 else { return }
            let texts = next.articles.map { ReprintKeys.entry(for: $0, ReprintText(ReprintComparison.Source($0).scan)) }
            try await store.index(texts, through: next.mark, scheme: ReprintKeys.scheme)
            let total = done + next.remaining
            done = min(total, done + Self.batch)
            progress(Progress(done: done, total: total))
        }
    }

    /// The groups that one of these articles belongs to, with all their members, as of a date; sorted by origin. The index must be caught up.
    public func groups(of articles: [Article], outlets: [Outlet], asOf: Timestamp) async throws(StorageError) -> [ReprintGroup] {
        var known: Neighbours = [:]
        return try await groups(of: articles, outlets: outlets, asOf: asOf, knowing: &known)
    }

    /// What stands near each article in the index, as of some moment.
    public typealias Neighbours = [ArticleID: [TextNeighbour]]

    /// - Parameter known: found before for this moment or a later one in the same library; what is found now is added.
    public func groups(
        of articles: [Article], outlets: [Outlet], asOf: Timestamp, knowing known: inout Neighbours
    ) async throws(StorageError) -> [ReprintGroup] {
        var family = FamilySearch(asOf: asOf, known: known)
        defer { known = family.known }
        var front = articles.filter { $0.dated <= asOf }.sorted { $0.id < $1.id }.map { family.add($0) }
        while !front.isEmpty { front = try await family.expand(front, store: store) }
        return ReprintFamilies(count: family.articles.count, matches: family.matches)
            .groups(of: family.articles, outlets: outlets, comparison: family.comparison)
    }
}

/// From article to article that matches, until no new one is met.
private struct FamilySearch {
    let asOf: Timestamp
    private(set) var known: ReprintIndex.Neighbours
    private(set) var articles: [Article] = []
    private(set) var comparison = ReprintComparison()
    private(set) var matches: [ReprintMatch] = []
    private var places: [ArticleID: Int] = [:]
    private var neighbours: [Int: [TextNeighbour]] = [:]
    /// Pairs of places, the smaller in the upper half.
    private var compared: Set<UInt64> = []
    private var expanded: Set<Int> = []

    init(asOf: Timestamp, known: ReprintIndex.Neighbours) {
        self.asOf = asOf
        self.known = known
    }

    mutating func add(_ article: Article) -> Int {
        if let place = places[article.id] { return place }
        places[article.id] = articles.count
        articles.append(article)
        comparison.add(.init(article))
        return articles.count - 1
    }

    /// Holds these against what stands near them; returns whom they match and who was not looked at yet.
    mutating func expand(_ front: [Int], store: any LibraryStore) async throws(StorageError) -> [Int] {
        expanded.formUnion(front)
        try await look(front, store: store)
        var pairs: [(Int, Int)] = []
        let near = front.map { ($0, telling($0)) }
        let unread = Set(near.flatMap(\.1)).filter { places[$0] == nil }.sorted()
        let read = Dictionary(try await store.articles(unread).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (place, articles) in near {
            for article in articles {
                guard let other = self.place(of: article, among: read),
                    compared.insert(UInt64(min(place, other)) << 32 | UInt64(max(place, other))).inserted
                else { continue }
                pairs.append((place, other))
            }
        }
        try await look(pairs.map(\.1), store: store)
        var next: [Int] = []
        for (place, other) in pairs {
            guard let match = comparison.match(place, other, least: ReprintDetector.creditedCoverage) else { continue }
            matches.append(match)
            if expanded.insert(other).inserted { next.append(other) }
        }
        return next
    }

    /// The neighbours worth comparing a text with.
    private func telling(_ place: Int) -> [ArticleID] {
        let bands = Set(comparison.texts[place].bands)
        let sentences = Set(comparison.telling(place))
        return neighbours[place, default: []].filter { near in
            ReprintKeys.areTelling(bands: near.keys.count(where: bands.contains), sentences: near.keys.count(where: sentences.contains))
        }.map(\.article)
    }

    private mutating func place(of id: ArticleID, among read: [ArticleID: Article]) -> Int? {
        if let known = places[id] { return known }
        guard let article = read[id], article.dated <= asOf else { return nil }
        return add(article)
    }

    /// Asks for the neighbours of those that were not looked at yet, and leaves out what they have in common with others of their outlet.
    private mutating func look(_ wanted: [Int], store: any LibraryStore) async throws(StorageError) {
        let new = Set(wanted).filter { neighbours[$0] == nil }.sorted()
        guard !new.isEmpty else { return }
        let unknown = new.filter { known[articles[$0].id] == nil }
        let entries = unknown.map { ReprintKeys.entry(for: articles[$0], comparison.texts[$0]) }
        let found = try await store.neighbours(of: entries, reach: ReprintKeys.reach, asOf: asOf)
        for (place, near) in zip(unknown, found) { known[articles[place].id] = near }
        for place in new {
            let near = known[articles[place].id, default: []].filter { $0.dated <= asOf }
            neighbours[place] = near
            let outlet = ReprintKeys.outlet(articles[place].outlet)
            let sentences = comparison.texts[place].sentences
            let peers = near.filter { $0.keys.contains(outlet) }.map(\.article)
            guard !peers.isEmpty, near.contains(where: { $0.keys.count > 1 }) else { continue }
            let keys = try await store.indexedTexts(of: peers).map(\.keys)
            comparison.leaveOut(ReprintKeys.boilerplate(among: sentences, of: keys), of: place)
        }
    }
}
