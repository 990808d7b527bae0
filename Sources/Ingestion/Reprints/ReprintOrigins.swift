import BriefModel

/// Who was first in a family of like texts, and who copied whom.
struct ReprintOrigins {
    private let articles: [Article]
    private var comparison: ReprintComparison
    private let credit: ReprintCredit
    private let wires: Set<OutletID>
    /// Who was found to match whom.
    private var near: [Int: [Int]] = [:]
    /// (copy, origin) → share of the copy that the origin holds.
    private var covered: [Int: [Int: Double]] = [:]

    init(articles: [Article], comparison: ReprintComparison, matches: [ReprintMatch], credit: ReprintCredit, wires: Set<OutletID>) {
        self.articles = articles
        self.comparison = comparison
        self.credit = credit
        self.wires = wires
        for match in matches {
            near[match.first, default: []].append(match.second)
            near[match.second, default: []].append(match.first)
            note(match)
        }
    }

    private mutating func note(_ match: ReprintMatch) {
        covered[match.first, default: [:]][match.second] = match.firstCovered
        covered[match.second, default: [:]][match.first] = match.secondCovered
    }

    /// Every copy is tied straight to its origin, so that a round-up of two stories cannot tie their origins together. A round-up is not a copy either:
    /// most of it comes from elsewhere.
    mutating func groups(in family: [Int]) -> [ReprintGroup] {
        let credits = Dictionary(uniqueKeysWithValues: family.map { ($0, credit.credited(by: articles[$0])) })
        let creditedHere = credits.values.reduce(into: Set<OutletID>()) { $0.formUnion($1) }
        let ranked = family.map { (place: $0, rank: rank($0, creditedHere)) }.sorted { $0.rank < $1.rank }
        var taken: Set<Int> = []
        var groups: [ReprintGroup] = []
        for origin in ranked.map(\.place) where taken.insert(origin).inserted {
            let copies = copies(of: origin, credits: credits, taken: taken)
            guard !copies.isEmpty else { continue }
            taken.formUnion(copies)
            groups.append(ReprintGroup(origin: articles[origin].id, copies: copies.map { articles[$0].id }))
        }
        return groups
    }

    /// Copies of one story stand near each other, not all of them near their origin: from copy to copy, each is held against the origin itself.
    private mutating func copies(of origin: Int, credits: [Int: Set<OutletID>], taken: Set<Int>) -> [Int] {
        var copies: [Int] = []
        var seen: Set<Int> = [origin]
        var front = [origin]
        while let place = front.popLast() {
            for other in near[place, default: []] where !taken.contains(other) && seen.insert(other).inserted {
                guard isCopy(other, of: origin, credits: credits[other, default: []]) else { continue }
                copies.append(other)
                front.append(other)
            }
        }
        return copies
    }

    private mutating func isCopy(_ copy: Int, of origin: Int, credits: Set<OutletID>) -> Bool {
        // What stands at one address is a version of one article, not a reprint.
        guard articles[copy].address != articles[origin].address else { return false }
        if covered[copy]?[origin] == nil, let match = comparison.match(copy, origin, least: ReprintDetector.creditedCoverage) { note(match) }
        guard let covered = covered[copy]?[origin] else { return false }
        let outlet = articles[origin].outlet
        if articles[copy].outlet == outlet {
            // A correction that repeats its report says something new.
            return covered >= ReprintDetector.sameOutletCoverage && articles[copy].isCorrection == articles[origin].isCorrection
        }
        return covered >= (credits.contains(outlet) ? ReprintDetector.creditedCoverage : ReprintDetector.coverage)
    }

    /// The credited outlet, then wire agencies, then the earliest, then the fullest.
    private func rank(_ place: Int, _ credited: Set<OutletID>) -> (Int, Int64, Int, ArticleID) {
        let article = articles[place]
        let standing = (credited.contains(article.outlet) ? 0 : 2) + (wires.contains(article.outlet) ? 0 : 1)
        return (standing, article.published?.secondsSince1970 ?? .max, -comparison.texts[place].shingles.count, article.id)
    }
}
