/// Agglomerative clustering by mean similarity. Deterministic: of equal pairs the earlier merges first. Time and room grow with the square of what is
/// clustered, so callers cluster groups, not single articles, where there are many.
struct AverageLink<Cluster> {
    private var sums: [Float]
    private var clusters: [Cluster]
    private var members: [[Int]]
    private let worth: (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Float
    private let merge: (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Cluster
    private var count: Int { clusters.count }

    /// - Parameters:
    ///   - sums: a symmetric matrix, row by row: the sums of the similarities between the members of both sides.
    ///   - worth: what counts against the threshold, from that sum.
    ///   - merge: two clusters as one.
    init(
        sums: [Float], clusters: [Cluster], worth: @escaping (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Float,
        merge: @escaping (_ sum: Float, _ left: Cluster, _ right: Cluster) -> Cluster
    ) {
        precondition(sums.count == clusters.count * clusters.count)
        self.sums = sums
        self.clusters = clusters
        self.worth = worth
        self.merge = merge
        members = clusters.indices.map { [$0] }
    }

    /// Merges until no pair reaches the threshold, or until no more than `least` clusters are left.
    func merged(threshold: Float, least: Int = 1) -> [[Int]] {
        var copy = self
        copy.run(threshold: threshold, least: least)
        return copy.members.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    private mutating func run(threshold: Float, least: Int) {
        var best = clusters.indices.map { bestPartner(of: $0) }
        var left = count
        while left > least {
            var top: (place: Int, partner: Int, worth: Float)?
            for (place, candidate) in best.enumerated() {
                guard let candidate, candidate.worth >= threshold, candidate.worth > (top?.worth ?? -1) else { continue }
                top = (place, candidate.partner, candidate.worth)
            }
            guard let top else { return }
            let kept = min(top.place, top.partner)
            let gone = max(top.place, top.partner)
            join(gone, into: kept)
            left -= 1
            best[gone] = nil
            best[kept] = bestPartner(of: kept)
            for place in clusters.indices where place != kept && !members[place].isEmpty {
                if best[place]?.partner == kept || best[place]?.partner == gone {
                    best[place] = bestPartner(of: place)
                } else {
                    let now = worth(sums[place * count + kept], clusters[place], clusters[kept])
                    if now > (best[place]?.worth ?? -1) { best[place] = (kept, now) }
                }
            }
        }
    }

    private func bestPartner(of place: Int) -> (partner: Int, worth: Float)? {
        var best: (partner: Int, worth: Float)?
        for partner in clusters.indices where partner != place && !members[partner].isEmpty {
            let sum = sums[place * count + partner]
            guard sum > 0 else { continue }
            let own = worth(sum, clusters[place], clusters[partner])
            if own > (best?.worth ?? -1) { best = (partner, own) }
        }
        return best
    }

    private mutating func join(_ gone: Int, into kept: Int) {
        clusters[kept] = merge(sums[kept * count + gone], clusters[kept], clusters[gone])
        for place in clusters.indices where place != kept && place != gone {
            let sum = sums[kept * count + place] + sums[gone * count + place]
            sums[kept * count + place] = sum
            sums[place * count + kept] = sum
        }
        members[kept] += members[gone]
        members[gone] = []
    }
}
