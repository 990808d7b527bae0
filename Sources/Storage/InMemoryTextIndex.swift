import BriefModel

/// An inverted index in memory: the articles under each key, in order.
struct InMemoryTextIndex: Sendable {
    private struct Posting: Sendable {
        let place: IndexPlace
        let article: ArticleID
    }

    private(set) var scheme: Int?
    private(set) var mark: Int64 = 0
    private var texts: [ArticleID: IndexedText] = [:]
    private var postings: [UInt64: [Posting]] = [:]

    mutating func index(_ added: [IndexedText], through mark: Int64, scheme: Int) {
        if self.scheme != scheme { self = InMemoryTextIndex(scheme: scheme) }
        for text in added where texts[text.article].map({ $0.version <= text.version }) ?? true {
            remove(text.article)
            texts[text.article] = text
            for key in text.keys {
                let place = Self.rank(of: text.place, in: postings[key, default: []])
                postings[key, default: []].insert(Posting(place: text.place, article: text.article), at: place)
            }
        }
        self.mark = max(self.mark, mark)
    }

    init() {}

    private init(scheme: Int) { self.scheme = scheme }

    private mutating func remove(_ article: ArticleID) {
        guard let held = texts.removeValue(forKey: article) else { return }
        for key in held.keys { postings[key]?.removeAll { $0.article == article } }
    }

    func neighbours(of text: IndexedText, reach: Int, asOf: Timestamp) -> [TextNeighbour] {
        var keys: [ArticleID: [UInt64]] = [:]
        for key in text.keys {
            guard let held = postings[key] else { continue }
            var low = Self.rank(of: text.place, in: held)
            var high = low
            for _ in 0..<reach where low > 0 { low -= 1 }
            // Its own place, when it is in the index, is no step.
            if high < held.count, held[high].place == text.place { high += 1 }
            for _ in 0..<reach where high < held.count && held[high].place.dated <= asOf { high += 1 }
            for posting in held[low..<high] where posting.article != text.article { keys[posting.article, default: []].append(key) }
        }
        return keys.compactMap { article, keys in texts[article].map { TextNeighbour(article: article, dated: $0.dated, keys: keys) } }.sorted {
            $0.article < $1.article
        }
    }

    func texts(of articles: [ArticleID]) -> [IndexedText] { Set(articles).sorted().compactMap { texts[$0] } }

    /// How many stand before a place.
    private static func rank(of place: IndexPlace, in postings: [Posting]) -> Int {
        var low = 0
        var high = postings.count
        while low < high {
            let middle = (low + high) / 2
            if postings[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
