import BriefModel

/// Who else says what a supported line says: the passages shown are the fewest that bear it out, the outlets that do may be more.
struct Corroborating {
    let index: EvidenceIndex

    /// One outlet a house and an origin, those whose passages are shown left out; by identifier.
    func outlets(for assertion: Assertion, beside judgement: Judgement) -> [Outlet] {
        guard judgement.verdict == .supported else { return [] }
        let shown = judgement.witnesses.map { index.shelves[index.entries[$0.entry].article] }
        var houses = Set(shown.map(\.house))
        var origins = Set(shown.map(\.origin))
        let keys = assertion.parts.filter { !$0.isLight }.map(\.key)
        var found: [Outlet] = []
        for entry in index.nearest(to: keys, limit: Judge.candidates) {
            let shelf = index.shelves[index.entries[entry].article]
            guard let outlet = shelf.outlet, !houses.contains(shelf.house), !origins.contains(shelf.origin) else { continue }
            // The same judge, given this passage and nothing else.
            guard Judge(index: index).judge(assertion, among: [entry]).verdict == .supported else { continue }
            houses.insert(shelf.house)
            origins.insert(shelf.origin)
            found.append(outlet)
        }
        return found.sorted { $0.id < $1.id }
    }
}
