import BriefModel

/// Average-link joining of articles (or, in large libraries, of strands) with the weights of the whole library.
struct StoryJoining {
    let held: [HeldArticle]
    let strands: [Strand]
    /// Copy → origin.
    let originOf: [Int: Int]
    let configuration: ClusteringConfiguration
    /// The counts are taken anew, copies left out.
    let index: TermIndex

    init(held: [HeldArticle], strands: [Strand], originOf: [Int: Int], configuration: ClusteringConfiguration) {
        self.held = held
        self.strands = strands
        self.originOf = originOf
        self.configuration = configuration
        var index = TermIndex()
        for place in held.indices where originOf[place] == nil {
            index.count(held[place].terms.terms, outlet: held[place].article.article.outlet.rawValue)
        }
        index.leastCount = 2
        self.index = index
    }

    /// Groups of places in `held`, each sorted.
    func groups() -> [[Int]] {
        let atoms = atoms()
        var groupOf: [Int: Int] = [:]
        var groups: [[Int]] = []
        for cluster in JoinedStories(atoms.map(\.strand), configuration: configuration).groups() {
            let members = cluster.flatMap { atoms[$0].members }
            for member in members { groupOf[member] = groups.count }
            groups.append(members)
        }
        for (copy, origin) in originOf { if let group = groupOf[origin] { groups[group].append(copy) } }
        return groups.map { $0.sorted() }
    }

    private func atoms() -> [(members: [Int], strand: Strand)] {
        let originals = held.indices.filter { originOf[$0] == nil }
        if originals.count <= configuration.mostSingles {
            return originals.map { place in
                let own = held[place]
                return ([place], Strand(StoryVector(terms: own.terms, index: index, meaning: own.meaning), span: own.span))
            }
        }
        let byStrand = Dictionary(grouping: originals) { held[$0].strand }
        return byStrand.keys.sorted().map { (byStrand[$0, default: []], strands[$0]) }
    }
}

/// Strands that are one story, by the mean likeness of their articles.
struct JoinedStories {
    private let strands: [Strand]
    private let configuration: ClusteringConfiguration

    init(_ strands: [Strand], configuration: ClusteringConfiguration) {
        self.strands = strands
        self.configuration = configuration
    }

    /// What is known of some strands together.
    private struct Group {
        var count: Int
        /// Sum of the likenesses between its articles, each with each, itself included.
        var own: Float
        /// The part of it that is of articles each with itself.
        var squares: Float
        var span: Span
    }

    /// Places of strands, each group sorted.
    func groups() -> [[Int]] {
        let sums = sums()
        let count = strands.count
        let groups = strands.indices.map {
            Group(count: strands[$0].count, own: sums[$0 * count + $0], squares: strands[$0].squares, span: strands[$0].span)
        }
        let configuration = configuration
        return AverageLink(
            sums: sums, clusters: groups,
            worth: { sum, left, right in
                let mean = sum / Float(left.count * right.count)
                guard mean >= configuration.mergeThreshold else { return 0 }
                return mean * left.span.freshness(beside: right.span, configuration) * Self.looseness(left, right)
            },
            merge: { sum, left, right in
                var merged = left
                merged.count += right.count
                merged.own += right.own + 2 * sum
                merged.squares += right.squares
                merged.span.add(right.span)
                return merged
            }
        ).merged(threshold: configuration.mergeThreshold)
    }

    /// The tighter two large stories are in themselves, the more it takes to make them one: what is likely of two loose ones is not of them.
    private static func looseness(_ left: Group, _ right: Group) -> Float {
        let tightness = (tightness(left) * tightness(right)).squareRoot()
        return (usualTightness / max(usualTightness, tightness)).squareRoot()
    }

    /// Mean likeness between its articles, drawn towards what is usual as long as they are few.
    private static func tightness(_ group: Group) -> Float {
        let pairs = Float(group.count) * Float(group.count - 1)
        return (max(0, group.own - group.squares) + usualTightness * pairsToTell) / (pairs + pairsToTell)
    }

    private static let usualTightness: Float = 0.16
    private static let pairsToTell: Float = 100

    private func sums() -> [Float] {
        let count = strands.count
        var sums = [Float](repeating: 0, count: count * count)
        var users: [Int32: [(strand: Int, weight: Float)]] = [:]
        for (place, strand) in strands.enumerated() { for (term, weight) in strand.terms { users[term, default: []].append((place, weight)) } }
        for term in users.keys.sorted() {
            let users = users[term, default: []]
            for (left, weight) in users { for (right, other) in users where right <= left { sums[left * count + right] += weight * other } }
        }
        for left in 0..<count {
            for right in 0...left {
                let sum = sums[left * count + right] + strands[left].meaning.product(with: strands[right].meaning)
                sums[left * count + right] = sum
                sums[right * count + left] = sum
            }
        }
        return sums
    }
}
