import BriefModel
import BriefWeb
import Inference
import LocalInference
import Storage

/// What the articles of a library begin with, by meaning. It is made while the process runs, when it is first asked, and follows what is read later.
actor MeaningIndex {
    private let store: any LibraryStore
    private let encoder: any SentenceEncoder
    private var index: FlatIndex?
    private var matches: [SearchMatch] = []
    /// Of each article, where its latest version stands.
    private var places: [ArticleID: Int] = [:]
    private var mark: Int64 = 0
    private var filling: Task<Void, any Error>?

    /// Articles taken in at once.
    private static let batch = 1_000
    /// Paragraphs of an article that are compared, and letters of one that are shown.
    private static let compared = 40, shown = 320

    init(store: any LibraryStore, encoder: any SentenceEncoder) {
        self.store = store
        self.encoder = encoder
    }

    /// The articles nearest to a text, of those known by now.
    func nearest(to text: String, limit: Int) async throws -> NearestArticles {
        let isComplete = try await catchUp()
        guard let index, let wanted = try encoder.encode([text]).first, wanted.contains(where: { $0 != 0 }) else {
            return NearestArticles(matches: [], known: places.count, isComplete: isComplete)
        }
        // Versions that were replaced are found too, and left out.
        let found = index.search(wanted, count: min(limit + matches.count - places.count, 4 * limit)).filter {
            places[matches[$0.id].article] == $0.id
        }
        return NearestArticles(matches: found.prefix(limit).map { matches[$0.id] }, known: places.count, isComplete: isComplete)
    }

    /// Takes in what is new: a few articles at once, many while others already look.
    /// - Returns: whether nothing is missing.
    private func catchUp() async throws -> Bool {
        if filling != nil, index != nil { return false }
        if let filling {
            try await filling.value
            return true
        }
        guard try await takeIn() else { return true }
        filling = Task {
            defer { filling = nil }
            while try await takeIn() {}
        }
        return false
    }

    /// - Returns: whether there may be more.
    private func takeIn() async throws -> Bool {
        let openings = try await store.openings(after: mark, limit: Self.batch)
        guard let last = openings.last else { return false }
        let encoder = encoder
        let vectors = try await Self.vectors(of: openings.map(\.text), by: encoder)
        // Another may have taken them in meanwhile.
        guard last.mark > mark else { return true }
        var index = index ?? FlatIndex(dimensions: encoder.dimensions)
        self.index = nil
        index.add(vectors)
        self.index = index
        for opening in openings {
            places[opening.match.article] = matches.count
            matches.append(opening.match)
        }
        mark = last.mark
        return openings.count == Self.batch
    }

    @concurrent private static func vectors(of texts: [String], by encoder: any SentenceEncoder) async throws -> [Float] {
        try encoder.encode(texts).flatMap(\.self)
    }

    /// Of each article the paragraph nearest to a text.
    nonisolated func paragraphs(of ids: [ArticleID], nearestTo text: String) async throws -> [ArticleID: Excerpt] {
        guard let wanted = try encoder.encode([text]).first else { return [:] }
        var excerpts: [ArticleID: Excerpt] = [:]
        for article in try await store.articles(ids) {
            let blocks = article.blocks.dropFirst().prefix(Self.compared).compactMap { article.text.slice(utf8: $0.range).map(String.init) }
            let vectors = try encoder.encode(blocks)
            let best = blocks.indices.max { vectors[$0].product(with: wanted) < vectors[$1].product(with: wanted) }
            let words = best.map { blocks[$0] } ?? ""
            excerpts[article.id] = Excerpt(title: article.title, parts: [.init(words.count > Self.shown ? words.prefix(Self.shown) + " …" : words)])
        }
        return excerpts
    }
}
