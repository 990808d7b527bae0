import BriefModel

/// Who was first in a family of like texts, and who copied whom.
struct ReprintOrigins {
    let family: ReprintFamilies.Family
    let articles: [Article]
    /// Shingles of each article.
    let lengths: [Int]
    let credit: ReprintCredit
    let wires: Set<OutletID>

    /// Every copy is tied straight to its origin, so that a round-up of two stories cannot tie their origins together. A round-up is not a copy either:
    /// most of it comes from elsewhere.
    func groups() -> [ReprintGroup] {
        let credits = Dictionary(uniqueKeysWithValues: family.members.map { ($0, credit.credited(by: articles[$0])) })
        let creditedHere = credits.values.reduce(into: Set<OutletID>()) { $0.formUnion($1) }
        let order = family.members.sorted { precedes($0, $1, credited: creditedHere) }
        var taken: Set<Int> = []
        var groups: [ReprintGroup] = []
        for origin in order where !taken.contains(origin) {
            let copies = order.filter { copy in
                copy != origin && !taken.contains(copy) && isCopy(copy, of: origin, credits: credits[copy, default: []])
            }
            guard !copies.isEmpty else { continue }
            taken.formUnion(copies + [origin])
            groups.append(ReprintGroup(origin: articles[origin].id, copies: copies.map { articles[$0].id }))
        }
        return groups
    }

    private func isCopy(_ copy: Int, of origin: Int, credits: Set<OutletID>) -> Bool {
        guard let covered = family.covered[copy]?[origin] else { return false }
        let outlet = articles[origin].outlet
        if articles[copy].outlet == outlet {
            // A correction that repeats its report says something new.
            return covered >= ReprintDetector.sameOutletCoverage && articles[copy].isCorrection == articles[origin].isCorrection
        }
        return covered >= (credits.contains(outlet) ? ReprintDetector.creditedCoverage : ReprintDetector.coverage)
    }

    /// The credited outlet, then wire agencies, then the earliest, then the fullest.
    private func precedes(_ left: Int, _ right: Int, credited: Set<OutletID>) -> Bool {
        rank(left, credited) < rank(right, credited)
    }

    private func rank(_ place: Int, _ credited: Set<OutletID>) -> (Int, Int64, Int, ArticleID) {
        let article = articles[place]
        let standing = (credited.contains(article.outlet) ? 0 : 2) + (wires.contains(article.outlet) ? 0 : 1)
        return (standing, article.published?.secondsSince1970 ?? .max, -lengths[place], article.id)
    }
}
