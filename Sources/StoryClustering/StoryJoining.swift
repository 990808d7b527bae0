import BriefModel
import Inference
import TextAnalysis

/// Average-link joining of articles (or, in large libraries, of strands) with the weights of the whole library.
struct StoryJoining {
    let held: [HeldArticle]
    let strands: [Strand]
    /// Copy → origin.
    let originOf: [Int: Int]
    /// What must stand together and what must not, by places in `held`.
    let families: Families
    let configuration: ClusteringConfiguration
    /// The counts are taken anew, copies left out.
    let index: TermIndex

    init(held: [HeldArticle], strands: [Strand], originOf: [Int: Int], families: Families, configuration: ClusteringConfiguration) {
        self.held = held
        self.strands = strands
        self.originOf = originOf
        self.families = families
        self.configuration = configuration
        var index = TermIndex()
        for place in held.indices where originOf[place] == nil {
            index.count(held[place].terms.counts.map(\.term), outlet: held[place].article.article.outlet.rawValue)
        }
        index.leastCount = 2
        self.index = index
    }

    /// Groups of places in `held`, each sorted.
    func groups() -> [[Int]] {
        var families = families
        let atoms = atoms(&families)
        var groupOf: [Int: Int] = [:]
        var groups: [[Int]] = []
        let joined = JoinedStories(atoms.map(\.strand), families: families.ofGroups(atoms.map(\.members)), configuration: configuration)
        for cluster in joined.groups() {
            let members = cluster.flatMap { atoms[$0].members }
            for member in members { groupOf[member] = groups.count }
            groups.append(members)
        }
        for (copy, origin) in originOf { if let group = groupOf[origin] { groups[group].append(copy) } }
        return groups.map { $0.sorted() }
    }

    private func atoms(_ families: inout Families) -> [Atom] {
        let originals = held.indices.filter { originOf[$0] == nil }
        if originals.count <= configuration.mostSingles { return originals.map { Atom(members: [$0], strand: strand(of: [$0])) } }
        let byStrand = Dictionary(grouping: originals) { held[$0].strand }
        return byStrand.keys.sorted().flatMap { divided(Atom(members: byStrand[$0, default: []], strand: strands[$0]), &families) }
    }

    /// What is joined as a whole: articles, by their places in `held`.
    private struct Atom {
        var members: [Int]
        var strand: Strand
    }

    /// A strand whose articles a user parted, as one atom for each side; what the user said nothing of goes to the side it is most like.
    private func divided(_ atom: Atom, _ families: inout Families) -> [Atom] {
        let named = atom.members.filter { families.isNamed($0) }
        guard families.join(named).count > 1 else { return [atom] }
        let byFamily = Dictionary(grouping: named) { [families] in families.root(of: $0) }
        var sides = byFamily.keys.sorted().map { Atom(members: byFamily[$0, default: []], strand: strand(of: byFamily[$0, default: []])) }
        for place in atom.members where !families.isNamed(place) {
            let vector = vector(of: place)
            let likeness = sides.map { $0.strand.likeness(to: vector) }
            let most = likeness.indices.max { (likeness[$0], $1) < (likeness[$1], $0) } ?? 0
            sides[most].members.append(place)
            sides[most].strand.add(vector, span: held[place].span)
        }
        return sides
    }

    private func vector(of place: Int) -> StoryVector {
        StoryVector(StoryVector.Terms(held[place].terms, index: index), meaning: held[place].meaning)
    }

    private func strand(of places: [Int]) -> Strand {
        var strand = Strand(vector(of: places[0]), span: held[places[0]].span)
        for place in places.dropFirst() { strand.add(vector(of: place), span: held[place].span) }
        return strand
    }
}

/// Strands that are one story, by the mean likeness of their articles.
struct JoinedStories {
    private let strands: [Strand]
    private let families: Families
    private let configuration: ClusteringConfiguration

    init(_ strands: [Strand], families: Families, configuration: ClusteringConfiguration) {
        self.strands = strands
        self.families = families
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

        init(_ strand: Strand, own: Float) {
            count = strand.count
            self.own = own
            squares = strand.squares
            span = strand.span
        }
    }

    /// How alike two strands are, as it counts against the threshold.
    static func likeness(_ left: Strand, _ right: Strand, _ configuration: ClusteringConfiguration) -> Float {
        let sum = left.sum(with: right)
        guard sum / Float(left.count * right.count) >= configuration.mergeThreshold else { return 0 }
        return worth(sum, Group(left, own: left.sum(with: left)), Group(right, own: right.sum(with: right)), configuration)
    }

    private static func worth(_ sum: Float, _ left: Group, _ right: Group, _ configuration: ClusteringConfiguration) -> Float {
        let mean = sum / Float(left.count * right.count)
        guard mean >= configuration.mergeThreshold else { return 0 }
        return mean * left.span.freshness(beside: right.span, configuration) * looseness(left, right) * trust(left.count * right.count)
    }

    /// A mean over few pairs may be chance: two single articles must be more alike to be one story. (.5 to .8 stand on a plateau.)
    private static func trust(_ pairs: Int) -> Float { 1 / (1 + doubtOfOnePair / Float(pairs)) }

    private static let doubtOfOnePair: Float = 0.6

    /// Places of strands, each group sorted.
    func groups() -> [[Int]] {
        let vectors = strands.map(\.link)
        let groups = zip(strands, vectors).map { Group($0, own: $1.product(with: $1)) }
        let configuration = configuration
        return AverageLink(
            vectors, clusters: groups, threshold: configuration.mergeThreshold, families: families,
            worth: { sum, left, right in Self.worth(sum, left, right, configuration) },
            merge: { sum, left, right in
                var merged = left
                merged.count += right.count
                merged.own += right.own + 2 * sum
                merged.squares += right.squares
                merged.span.add(right.span)
                return merged
            }
        ).merged()
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
}

extension Strand {
    fileprivate var link: LinkVector {
        let own = terms.sortedKeys
        return LinkVector(TermVector(terms: own, weights: own.map { terms[$0] }), meaning: meaning, count: count)
    }
}
