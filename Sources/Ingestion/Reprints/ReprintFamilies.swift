import BriefModel

/// Texts tied together by matches, directly or through others.
struct ReprintFamilies {
    private let matches: [ReprintMatch]
    /// Places, in order; families by their first.
    private let families: [[Int]]

    init(count: Int, matches: [ReprintMatch]) {
        self.matches = matches
        var parent = Array(0..<count)
        func root(_ place: Int) -> Int {
            var place = place
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        for match in matches {
            let (left, right) = (root(match.first), root(match.second))
            parent[max(left, right)] = min(left, right)
        }
        var members: [Int: [Int]] = [:]
        for place in Set(matches.flatMap { [$0.first, $0.second] }).sorted() { members[root(place), default: []].append(place) }
        families = members.keys.sorted().map { members[$0, default: []] }
    }

    /// The reprint groups of all families, sorted by origin.
    func groups(of articles: [Article], outlets: [Outlet], comparison: ReprintComparison) -> [ReprintGroup] {
        let credit = ReprintCredit(outlets: outlets)
        let wires = Set(outlets.filter { $0.kind == .wireAgency }.map(\.id))
        var origins = ReprintOrigins(articles: articles, comparison: comparison, matches: matches, credit: credit, wires: wires)
        return families.flatMap { origins.groups(in: $0) }.sorted { $0.origin < $1.origin }
    }
}
