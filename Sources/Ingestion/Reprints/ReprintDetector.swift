public import BriefModel
import Storage

/// Finds articles that copy another: wire copy, trimmed, lengthened, reordered or lightly edited. An article that quotes or sums up another is none,
/// nor is a translation, nor another filling of the same template.
public struct ReprintDetector: Sendable {
    /// The share of a copy's shingles that its origin must hold. Copies in the sample library lie at 0.65 and above, other pairs at 0.10 and below.
    static let coverage = 0.5
    /// The same where the article says whose copy it is: a heavier edit still counts.
    static let creditedCoverage = 0.3
    /// Within one outlet notices and follow-ups repeat whole paragraphs: only nearly the same text is a reprint.
    static let sameOutletCoverage = 0.85

    public init() {}

    /// The groups of copies, sorted by origin. Outlets tell who is a wire agency and by what names articles credit each other.
    public func groups(among articles: [Article], outlets: [Outlet]) -> [ReprintGroup] {
        let articles = articles.map { (place: IndexPlace(dated: $0.dated, article: $0.id), article: $0) }
            .sorted { $0.place < $1.place }.map(\.article)
        var comparison = ReprintComparison()
        for article in articles { comparison.add(.init(article)) }
        let meetings = ReprintMeetings(bands: comparison.texts.map(\.bands), sentences: comparison.texts.map(\.sentences)).shared
        let peers = OutletPeers(articles)
        for place in Set(meetings.flatMap { [$0.first, $0.second] }).sorted() {
            let near = peers.around(place).map { comparison.texts[$0].sentences }
            comparison.leaveOut(ReprintKeys.boilerplate(among: comparison.texts[place].sentences, of: near), of: place)
        }
        var matches: [ReprintMatch] = []
        for pair in meetings where ReprintKeys.areTelling(bands: pair.bands, sentences: pair.sentences) {
            if let match = comparison.match(pair.first, pair.second, least: Self.creditedCoverage) { matches.append(match) }
        }
        return ReprintFamilies(count: articles.count, matches: matches).groups(of: articles, outlets: outlets, comparison: comparison)
    }

    /// Two texts of which one holds at least half of the other.
    public struct Pair: Hashable, Sendable {
        public let first: String
        public let second: String
        /// Shared shingles over all shingles of both (Jaccard), 0…1.
        public let similarity: Double
        /// Shared shingles over those of the shorter text, 0…1.
        public let containment: Double
    }

    /// Pairs of near-duplicates among plain texts, in the order of the texts.
    public func pairs(among texts: [(id: String, text: String)]) -> [Pair] {
        var comparison = ReprintComparison()
        for text in texts { comparison.add(.init(text.text)) }
        let meetings = ReprintMeetings(bands: comparison.texts.map(\.bands), sentences: comparison.texts.map(\.sentences)).shared
        return meetings.compactMap { pair in
            guard ReprintKeys.areTelling(bands: pair.bands, sentences: pair.sentences),
                let match = comparison.match(pair.first, pair.second, least: Self.coverage)
            else { return nil }
            return Pair(
                first: texts[match.first].id, second: texts[match.second].id, similarity: match.similarity,
                containment: max(match.firstCovered, match.secondCovered))
        }
    }
}

/// The articles of each outlet that stand near one in order of date.
private struct OutletPeers {
    private var places: [OutletID: [Int]] = [:]
    private var ranks: [(outlet: OutletID, rank: Int)] = []

    init(_ articles: [Article]) {
        for (place, article) in articles.enumerated() {
            ranks.append((article.outlet, places[article.outlet, default: []].count))
            places[article.outlet, default: []].append(place)
        }
    }

    func around(_ place: Int) -> [Int] {
        let (outlet, rank) = ranks[place]
        let all = places[outlet, default: []]
        let near = max(0, rank - ReprintKeys.reach)..<min(all.count, rank + 1 + ReprintKeys.reach)
        return all[near].filter { $0 != place }
    }
}
