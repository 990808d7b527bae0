import BriefModel
import Storage

/// The keys under which an article stands in a text index: its outlet, its MinHash bands, its sentences.
enum ReprintKeys {
    /// How keys are made. A change of `WordScanner`, `Mixing`, `MinHash` or `ReprintText` that changes them needs the next number: indexes are then
    /// made anew.
    static let scheme = 1
    /// Articles on either side of a place under a key that are looked at.
    static let reach = 8

    static func entry(for article: Article, _ text: ReprintText) -> IndexedText {
        IndexedText(
            article: article.id, version: article.version, dated: article.dated,
            keys: [outlet(article.outlet)] + text.bands + text.sentences)
    }

    /// Under this key an outlet's articles stand in order of date.
    static func outlet(_ outlet: OutletID) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in outlet.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Mixing.mixed(0x6f75_746c, hash)
    }

    /// Whether what two texts have in common makes them worth comparing: a band, or two sentences. One shared phrase says nothing.
    static func areTelling(bands: Int, sentences: Int) -> Bool { bands >= 1 || sentences >= 2 }

    /// Sentences that several of an outlet's articles of about the same time have: footers, notices, "sign up".
    static func boilerplate(among sentences: [UInt64], of peers: [[UInt64]]) -> Set<UInt64> {
        guard peers.count >= common else { return [] }
        var counts = Dictionary(uniqueKeysWithValues: sentences.map { ($0, 0) })
        for keys in peers { for key in keys { if let count = counts[key] { counts[key] = count + 1 } } }
        return Set(counts.filter { $0.value >= common }.keys)
    }

    /// Of up to sixteen neighbours.
    private static let common = 3
}
