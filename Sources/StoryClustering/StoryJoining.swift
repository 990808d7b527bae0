import BriefModel

/// Average-link joining of articles (or, in large libraries, of placed stories) with the weights of the whole library.
struct StoryJoining {
    let held: [HeldArticle]
    /// Copy → origin.
    let originOf: [Int: Int]
    let configuration: ClusteringConfiguration
    /// The same term numbers as when the articles were placed; the counts are taken anew, copies left out.
    let index: TermIndex

    init(held: [HeldArticle], originOf: [Int: Int], configuration: ClusteringConfiguration) {
        self.held = held
        self.originOf = originOf
        self.configuration = configuration
        var index = TermIndex()
        for place in held.indices where originOf[place] == nil {
            index.take(held[place].terms.terms, outlet: held[place].article.article.outlet.rawValue)
        }
        index.leastCount = 2
        index.isSteep = true
        self.index = index
    }

    /// Similarities below this are taken as none, which keeps the table sparse.
    private static let least: Float = 0.02

    /// Groups of places in `held`, each sorted.
    func groups() -> [[Int]] {
        let originals = held.indices.filter { originOf[$0] == nil }
        let atoms = atoms(of: originals)
        let merged = AverageLink(similarities: similarities(of: atoms), sizes: atoms.map(\.members.count)).merged(
            threshold: configuration.mergeThreshold)
        var groupOf: [Int: Int] = [:]
        var groups: [[Int]] = []
        for cluster in merged {
            let members = cluster.flatMap { atoms[$0].members }
            for member in members { groupOf[member] = groups.count }
            groups.append(members)
        }
        for (copy, origin) in originOf { if let group = groupOf[origin] { groups[group].append(copy) } }
        return groups.map { $0.sorted() }
    }

    private struct Atom {
        let members: [Int]
        let sum: TermVector
        let first: Int
        let last: Int
    }

    private func atoms(of originals: [Int]) -> [Atom] {
        var parts: [[Int]] = originals.map { [$0] }
        if originals.count > configuration.mostSingles {
            let byStory = Dictionary(grouping: originals) { held[$0].story }
            parts = byStory.keys.sorted().map { byStory[$0, default: []] }
        }
        return parts.map { part in
            var sum = TermVector.zero
            for place in part { sum.add(held[place].terms.vector(index)) }
            let days = part.map { held[$0].article.article.day.daysSince1970 }
            return Atom(members: part, sum: sum, first: days.min() ?? 0, last: days.max() ?? 0)
        }
    }

    /// For each atom the later ones it resembles: the sum of its articles' similarities with theirs.
    private func similarities(of atoms: [Atom]) -> [[Int: Float]] {
        var postings: [Int32: [(atom: Int, weight: Float)]] = [:]
        var table = [[Int: Float]](repeating: [:], count: atoms.count)
        var dots = [Float](repeating: 0, count: atoms.count)
        for (place, atom) in atoms.enumerated() {
            var touched: [Int] = []
            for (term, weight) in zip(atom.sum.terms, atom.sum.weights) {
                for entry in postings[term, default: []] {
                    if dots[entry.atom] == 0 { touched.append(entry.atom) }
                    dots[entry.atom] += weight * entry.weight
                }
                postings[term, default: []].append((place, weight))
            }
            for other in touched {
                let gap = max(0, atom.first - atoms[other].last, atoms[other].first - atom.last)
                let similarity = dots[other] * configuration.freshness(gap: gap)
                dots[other] = 0
                if similarity >= Self.least * Float(atom.members.count * atoms[other].members.count) {
                    table[place][other] = similarity
                    table[other][place] = similarity
                }
            }
        }
        return table
    }
}
