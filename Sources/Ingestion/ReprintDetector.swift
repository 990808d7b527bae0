public import BriefModel

/// Finds articles that copy another: wire copy, trimmed, reordered or lightly edited. An article that quotes or sums up another is none.
public struct ReprintDetector: Sendable {
    /// The share of a copy's shingles that its origin must hold. Copies in the sample library lie at 0.65 and above, other pairs at 0.10 and below.
    static let coverage = 0.5
    /// The same where the article says whose copy it is: a heavier edit still counts.
    static let creditedCoverage = 0.3
    /// Within one outlet notices and follow-ups repeat whole paragraphs: only nearly the same text is a reprint.
    static let sameOutletCoverage = 0.85

    public init() {}

    /// The groups of copies, sorted by origin. Outlets tell who is a wire agency and by what names articles credit each other.
    public func groups(among articles: [AnalyzedArticle], outlets: [Outlet]) -> [ReprintGroup] {
        let articles = articles.map(\.article)
        let shingles = articles.map { ReprintShingles(of: $0.blocks.dropFirst().map(\.range), in: $0.text) }
        let matches = ReprintCandidates(shingles).pairs.compactMap { pair in
            ReprintMatch(first: pair.first, second: pair.second, shingles: shingles, least: Self.creditedCoverage)
        }
        let credit = ReprintCredit(outlets: outlets)
        let wires = Set(outlets.filter { $0.kind == .wireAgency }.map(\.id))
        var groups: [ReprintGroup] = []
        for family in ReprintFamilies(count: articles.count, matches: matches).families {
            groups += ReprintOrigins(family: family, articles: articles, lengths: shingles.map(\.count), credit: credit, wires: wires).groups()
        }
        return groups.sorted { $0.origin < $1.origin }
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
        let shingles = texts.map { ReprintShingles($0.text) }
        return ReprintCandidates(shingles).pairs.compactMap { pair in
            guard let match = ReprintMatch(first: pair.first, second: pair.second, shingles: shingles, least: Self.coverage) else { return nil }
            return Pair(
                first: texts[match.first].id, second: texts[match.second].id, similarity: match.similarity,
                containment: max(match.firstCovered, match.secondCovered))
        }
    }
}

/// Two texts and how much of each is in the other.
struct ReprintMatch {
    let first: Int
    let second: Int
    let firstCovered: Double
    let secondCovered: Double
    let similarity: Double

    /// Nil where neither text is covered by the other to the least share.
    init?(first: Int, second: Int, shingles: [ReprintShingles], least: Double) {
        let shared = Double(shingles[first].shared(with: shingles[second]))
        let lengths = (Double(shingles[first].count), Double(shingles[second].count))
        guard shared > 0, shared >= least * min(lengths.0, lengths.1) else { return nil }
        self.first = first
        self.second = second
        firstCovered = shared / lengths.0
        secondCovered = shared / lengths.1
        similarity = shared / (lengths.0 + lengths.1 - shared)
    }
}

/// Texts tied together by matches, directly or through others.
struct ReprintFamilies {
    struct Family {
        let members: [Int]
        /// (copy, origin) → share of the copy that the origin holds.
        let covered: [Int: [Int: Double]]
    }

    let families: [Family]

    init(count: Int, matches: [ReprintMatch]) {
        var parent = Array(0..<count)
        func root(_ place: Int) -> Int {
            var place = place
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        var covered: [Int: [Int: Double]] = [:]
        for match in matches {
            covered[match.first, default: [:]][match.second] = match.firstCovered
            covered[match.second, default: [:]][match.first] = match.secondCovered
            let (left, right) = (root(match.first), root(match.second))
            parent[max(left, right)] = min(left, right)
        }
        var members: [Int: [Int]] = [:]
        for place in covered.keys.sorted() { members[root(place), default: []].append(place) }
        families = members.keys.sorted().map { key in
            let places = members[key, default: []]
            return Family(members: places, covered: Dictionary(uniqueKeysWithValues: places.map { ($0, covered[$0, default: [:]]) }))
        }
    }
}
