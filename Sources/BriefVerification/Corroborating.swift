import BriefModel

/// Who else says what a line says: the passages shown are the fewest that bear it out, the outlets that do may be more. A line that drops a caution is
/// said by those who say it with one.
struct Corroborating {
    let index: EvidenceIndex

    /// One outlet a house and an origin, those whose passages are shown left out; by identifier.
    func outlets(for assertion: Assertion, beside judgement: Judgement) -> [Outlet] {
        let dropsCaution = judgement.verdict == .partly && judgement.reasons == [.hedgeLost]
        guard judgement.verdict == .supported || dropsCaution else { return [] }
        let shown = judgement.witnesses.filter { $0.stance == .supports }.map { index.shelves[index.entries[$0.entry].article] }
        var houses = Set(shown.map(\.house))
        var origins = Set(shown.map(\.origin))
        let keys = assertion.parts.filter { !$0.isLight }.map(\.key)
        var found: [Outlet] = []
        let near = index.nearest(to: keys, limit: Judge.candidates)
        var articles: [Int] = []
        for article in near.map({ index.entries[$0].article }) where !articles.contains(article) { articles.append(article) }
        for article in articles {
            let shelf = index.shelves[article]
            // A copy says it in its origin's name.
            let outlet = shelf.origin == shelf.article.id ? shelf.outlet : index.shelves.first { $0.article.id == shelf.origin }?.outlet
            guard let outlet, !houses.contains(shelf.house), !origins.contains(shelf.origin) else { continue }
            // The same judge, given the passages of this article and nothing else.
            let passages = near.filter { index.entries[$0].article == article }
            let theirs = Judge(index: index).judge(assertion, among: passages)
            guard theirs.verdict == .supported || dropsCaution && theirs.reasons == [.hedgeLost] else { continue }
            houses.insert(shelf.house)
            origins.insert(shelf.origin)
            found.append(outlet)
        }
        return found.sorted { $0.id < $1.id }
    }
}
