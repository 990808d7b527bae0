/// How likely a block is part of the article: small decision trees, boosted (Friedman, 2001), each adding its bit to the logarithm of the odds.
/// The trees are in `BlockForest`, which `Training/train-blocks` writes.
enum BlockScorer {
    /// Log-odds, a block each. A row has `BlockFeatures.width` numbers.
    static func scores(_ rows: [Float]) -> [Float] {
        let width = BlockFeatures.width
        let count = rows.count / width
        var scores = [Float](repeating: 0, count: count)
        let (features, thresholds, left, right) = (BlockForest.features, BlockForest.thresholds, BlockForest.left, BlockForest.right)
        let (leaves, roots) = (BlockForest.leaves, BlockForest.roots)
        rows.withUnsafeBufferPointer { rows in
            for index in 0..<count {
                let start = index * width
                var sum: Float = 0
                for root in roots {
                    // A negative number is a leaf, counted from -1.
                    var node = Int(root)
                    while node >= 0 {
                        node = Int(rows[start + Int(features[node])] <= thresholds[node] ? left[node] : right[node])
                    }
                    sum += leaves[-node - 1]
                }
                scores[index] = sum
            }
        }
        return scores
    }
}
