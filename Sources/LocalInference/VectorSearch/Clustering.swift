import CVectorKernels

/// Spherical k-means: centres of length 1, each vector with the centre it has the largest product with. The same seed gives the same centres
/// on any number of cores.
enum Clustering {
    /// - Parameters:
    ///   - vectors: one after another.
    ///   - sample: vectors looked at for each centre; 64 are enough for lists that serve a search.
    static func centres(of vectors: [Float], dimensions: Int, count: Int, rounds: Int = 8, sample: Int = 64, seed: UInt64) -> VectorRows {
        var random = SplitMix64(seed: seed)
        let total = vectors.count / dimensions
        let chosen = distinct(min(total, count * sample), of: total, using: &random)
        var points = VectorRows(dimensions: dimensions)
        for row in chosen { points.append(vectors[row * dimensions..<(row + 1) * dimensions]) }
        var centres = VectorRows(dimensions: dimensions)
        for row in chosen.prefix(count) { centres.append(vectors[row * dimensions..<(row + 1) * dimensions]) }
        for _ in 0..<rounds {
            let nearest = assignments(of: points, to: centres)
            var sums = [Float](repeating: 0, count: centres.count * dimensions)
            var members = [Int](repeating: 0, count: centres.count)
            for (place, row) in chosen.enumerated() {
                members[nearest[place]] += 1
                sums.withUnsafeMutableBufferPointer { sums in
                    vectors.withUnsafeBufferPointer { vectors in
                        guard let sums = sums.baseAddress, let vectors = vectors.baseAddress else { return }
                        vk_add_scaled(sums + nearest[place] * dimensions, vectors + row * dimensions, 1, dimensions)
                    }
                }
            }
            var next = VectorRows(dimensions: dimensions)
            for centre in 0..<centres.count {
                // A centre nobody is near moves to a point.
                let stray = chosen[Int(random.next() % UInt64(chosen.count))] * dimensions
                var mean =
                    members[centre] > 0 ? Array(sums[centre * dimensions..<(centre + 1) * dimensions]) : Array(vectors[stray..<stray + dimensions])
                vk_normalise(&mean, dimensions)
                next.append(mean[...])
            }
            centres = next
        }
        return centres
    }

    /// The centre with the largest product, for each row.
    static func assignments(of rows: VectorRows, to centres: VectorRows) -> [Int] { nearest(1, to: rows, among: centres).map { $0[0] } }

    /// The `count` centres with the largest products, the largest first, for each row.
    static func nearest(_ count: Int, to rows: VectorRows, among centres: VectorRows) -> [[Int]] {
        Shares.map(Shares.of(rows.count, atLeast: 256)) { share in
            var dots = [Int32](repeating: 0, count: centres.count)
            return share.map { row in
                rows.values.withUnsafeBufferPointer { values in
                    guard let values = values.baseAddress else { return }
                    vk_dots_int8(values + row * rows.dimensions, centres.values, centres.count, rows.dimensions, &dots)
                }
                var best = TopHits(count)
                var threshold = -Float.infinity
                for centre in 0..<centres.count {
                    let product = Float(dots[centre]) * centres.scales[centre]
                    guard product > threshold || best.threshold == -.infinity else { continue }
                    best.offer(VectorHit(id: centre, score: product))
                    threshold = best.threshold
                }
                return best.sorted.map(\.id)
            }
        }.flatMap { $0 }
    }

    /// So many different numbers below `total`, in random order (the first steps of a Fisher-Yates shuffle).
    private static func distinct(_ count: Int, of total: Int, using random: inout SplitMix64) -> [Int] {
        var numbers = Array(0..<total)
        for i in 0..<count { numbers.swapAt(i, i + Int(random.next() % UInt64(total - i))) }
        return Array(numbers.prefix(count))
    }
}
