/// Agglomerative clustering by mean similarity over a sparse table. Deterministic: of equal pairs the earlier merges first.
struct AverageLink {
    private var similarities: [[Int: Float]]
    private var sizes: [Int]
    private var members: [[Int]]
    private var bulks: [Float]

    /// - Parameters:
    ///   - similarities: symmetric; sums over the articles of both sides.
    ///   - bulks: what makes two clusters harder to merge when both have much of it: their mean is divided by 1 + the smaller bulk. None by default.
    init(similarities: [[Int: Float]], sizes: [Int], bulks: [Float] = []) {
        self.similarities = similarities
        self.sizes = sizes
        self.bulks = bulks.isEmpty ? [Float](repeating: 0, count: sizes.count) : bulks
        members = sizes.indices.map { [$0] }
    }

    /// Merges until no pair reaches the threshold, or until no more than `least` clusters are left.
    func merged(threshold: Float, least: Int = 1) -> [[Int]] {
        var copy = self
        copy.run(threshold: threshold, least: least)
        return copy.members.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    private mutating func run(threshold: Float, least: Int) {
        var best = similarities.indices.map { bestPartner(of: $0) }
        var left = members.count
        while left > least {
            var top: (place: Int, partner: Int, mean: Float)?
            for (place, candidate) in best.enumerated() {
                guard let candidate, candidate.mean >= threshold, candidate.mean > (top?.mean ?? -1) else { continue }
                top = (place, candidate.partner, candidate.mean)
            }
            guard let top else { return }
            let kept = min(top.place, top.partner)
            let gone = max(top.place, top.partner)
            let touched = merge(gone, into: kept)
            left -= 1
            best[gone] = nil
            for place in touched + [kept] { best[place] = bestPartner(of: place) }
        }
    }

    private func bestPartner(of place: Int) -> (partner: Int, mean: Float)? {
        var best: (partner: Int, mean: Float)?
        for (partner, sum) in similarities[place] {
            let mean = sum / Float(sizes[place] * sizes[partner]) / (1 + min(bulks[place], bulks[partner]))
            if mean > (best?.mean ?? -1) || (mean == best?.mean && partner < (best?.partner ?? .max)) { best = (partner, mean) }
        }
        return best
    }

    /// Returns the clusters whose similarities changed.
    private mutating func merge(_ gone: Int, into kept: Int) -> [Int] {
        for (partner, sum) in similarities[gone] where partner != kept {
            similarities[kept][partner, default: 0] += sum
            similarities[partner][gone] = nil
            similarities[partner][kept] = similarities[kept][partner]
        }
        similarities[kept][gone] = nil
        similarities[gone] = [:]
        sizes[kept] += sizes[gone]
        bulks[kept] += bulks[gone]
        members[kept] += members[gone]
        members[gone] = []
        return similarities[kept].keys.sorted()
    }
}
