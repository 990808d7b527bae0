import Inference

/// Agglomerative clustering by mean likeness. Deterministic: of equal pairs the earlier merges first.
///
/// Only pairs whose mean likeness reaches the threshold are kept, for a pair of groups can reach it only where a pair of their parts does: that is
/// what makes many groups bearable.
struct AverageLink<Cluster> {
    private let threshold: Float
    private let worth: (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Float
    private let merge: (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Cluster
    private var vectors: [LinkVector]
    private var clusters: [Cluster]
    private var members: [[Int]]
    private var near: [[Neighbour]]
    private var best: [(partner: Int, worth: Float)?] = []
    private var families: Families

    /// - Parameters:
    ///   - threshold: the least worth of a pair that is merged.
    ///   - families: what must stand together, and what must not.
    ///   - worth: what counts against the threshold, from the sum of the likenesses between the members of both; never more than their mean.
    ///   - merge: two clusters as one.
    init(
        _ vectors: [LinkVector], clusters: [Cluster], threshold: Float, families: Families? = nil,
        worth: @escaping (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Float,
        merge: @escaping (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Cluster
    ) {
        precondition(vectors.count == clusters.count)
        self.vectors = vectors
        self.clusters = clusters
        self.threshold = threshold
        self.worth = worth
        self.merge = merge
        self.families = families ?? Families(count: vectors.count)
        members = clusters.indices.map { [$0] }
        near = NearPairs(vectors, threshold: threshold).found()
    }

    /// Merges until no pair reaches the threshold, or until no more than `least` clusters are left. Families stand together in any case.
    func merged(least: Int = 1) -> [[Int]] {
        var copy = self
        copy.run(least: least)
        return copy.groups()
    }

    private mutating func run(least: Int) {
        best = clusters.indices.map { bestPartner(of: $0) }
        var left = clusters.count
        while left > least, let top = top() {
            guard families.mayJoin(top.place, top.partner) else {
                best[top.place] = bestPartner(of: top.place)
                continue
            }
            let kept = min(top.place, top.partner)
            let gone = max(top.place, top.partner)
            join(gone, into: kept)
            left -= 1
        }
    }

    private func top() -> (place: Int, partner: Int)? {
        var top: (place: Int, partner: Int, worth: Float)?
        for (place, candidate) in best.enumerated() {
            guard let candidate, candidate.worth >= threshold, candidate.worth > (top?.worth ?? -1) else { continue }
            top = (place, candidate.partner, candidate.worth)
        }
        return top.map { ($0.place, $0.partner) }
    }

    private func bestPartner(of place: Int) -> (partner: Int, worth: Float)? {
        var best: (partner: Int, worth: Float)?
        for neighbour in near[place] where families.mayJoin(place, neighbour.place) {
            let own = worth(neighbour.sum, clusters[place], clusters[neighbour.place])
            if own > (best?.worth ?? -1) { best = (neighbour.place, own) }
        }
        return best
    }

    private mutating func join(_ gone: Int, into kept: Int) {
        let sum = near[kept].sum(with: gone) ?? 0
        clusters[kept] = merge(sum, clusters[kept], clusters[gone])
        families.join(kept, gone)
        members[kept] += members[gone]
        members[gone] = []
        let before = (kept: near[kept], gone: near[gone])
        near[kept] = neighbours(of: kept, and: gone)
        near[gone] = []
        vectors[kept].add(vectors[gone])
        best[gone] = nil
        best[kept] = bestPartner(of: kept)
        tell(kept, instead: gone, to: before)
    }

    /// Who is near to either and near enough to both together.
    private func neighbours(of kept: Int, and gone: Int) -> [Neighbour] {
        let count = Float(vectors[kept].count + vectors[gone].count)
        var found: [Neighbour] = []
        var (left, right) = (0, 0)
        while left < near[kept].count || right < near[gone].count {
            let here = left < near[kept].count ? near[kept][left].place : .max
            let there = right < near[gone].count ? near[gone][right].place : .max
            let place = min(here, there)
            let first = here == place ? near[kept][left].sum : nil
            let second = there == place ? near[gone][right].sum : nil
            if here == place { left += 1 }
            if there == place { right += 1 }
            guard place != kept, place != gone else { continue }
            let sum = (first ?? vectors[kept].product(with: vectors[place])) + (second ?? vectors[gone].product(with: vectors[place]))
            if sum >= threshold * count * Float(vectors[place].count) { found.append(Neighbour(place: place, sum: sum)) }
        }
        return found
    }

    /// All that were near to one of the two hear what the two have become.
    private mutating func tell(_ kept: Int, instead gone: Int, to before: (kept: [Neighbour], gone: [Neighbour])) {
        var now = near[kept][...]
        for place in Set((before.kept + before.gone).map(\.place)).sorted() where place != kept && place != gone {
            let sum = now.first?.place == place ? now.removeFirst().sum : nil
            near[place].forget(gone)
            if let sum { near[place].keep(Neighbour(place: kept, sum: sum)) } else { near[place].forget(kept) }
            if best[place]?.partner == kept || best[place]?.partner == gone {
                best[place] = bestPartner(of: place)
            } else if let sum, families.mayJoin(place, kept) {
                let own = worth(sum, clusters[place], clusters[kept])
                if own > (best[place]?.worth ?? -1) { best[place] = (kept, own) }
            }
        }
    }

    private func groups() -> [[Int]] {
        var groups: [Int: [Int]] = [:]
        for place in members.indices where !members[place].isEmpty { groups[families.root(of: place), default: []] += members[place] }
        return groups.keys.sorted().compactMap { groups[$0]?.sorted() }
    }
}

/// In the order of their places.
extension [Neighbour] {
    fileprivate func sum(with place: Int) -> Float? {
        let index = index(of: place)
        return index < count && self[index].place == place ? self[index].sum : nil
    }

    fileprivate mutating func forget(_ place: Int) {
        let index = index(of: place)
        if index < count, self[index].place == place { remove(at: index) }
    }

    fileprivate mutating func keep(_ neighbour: Neighbour) {
        let index = index(of: neighbour.place)
        if index < count, self[index].place == neighbour.place { self[index] = neighbour } else { insert(neighbour, at: index) }
    }

    /// Where a place stands or would stand.
    private func index(of place: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
