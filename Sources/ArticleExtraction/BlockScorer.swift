/// How likely a block is part of the article: small decision trees, boosted (Friedman, 2001), each adding its bit to the logarithm of the odds.
/// The trees are in `BlockForest`, which `Training/train-blocks` writes.
///
/// Instead of walking down each tree, every question is put to sixteen blocks at once: an answer of "no" rules out the leaves on its left,
/// and the first leaf left over is the tree's (QuickScorer: Lucchese et al., SIGIR 2015). There is no branch to guess.
enum BlockScorer {
    /// Log-odds, a block each. A row has `BlockFeatures.width` numbers.
    static func scores(_ rows: [Float]) -> [Float] {
        let width = BlockFeatures.width
        let count = rows.count / width
        var scores = [Float](repeating: 0, count: count)
        // Of sixteen blocks, feature by feature. Four vectors of four: of wider ones the compiler makes no vector instructions.
        var columns = [SIMD4<Float>](repeating: .zero, count: width * 4)
        for first in stride(from: 0, to: count, by: 16) {
            let lanes = min(16, count - first)
            for lane in 0..<lanes {
                let (part, place) = (lane / 4, lane % 4)
                for feature in 0..<width { columns[feature * 4 + part][place] = rows[(first + lane) * width + feature] }
            }
            let sums = sums(columns)
            for lane in 0..<lanes { scores[first + lane] = sums[lane] }
        }
        return scores
    }

    private static func sums(_ columns: [SIMD4<Float>]) -> SIMD16<Float> {
        let forest = Self.forest
        var (a, b) = (SIMD4<Float>.zero, SIMD4<Float>.zero)
        var (c, d) = (a, b)
        columns.withUnsafeBufferPointer { columns in
            forest.leaves.withUnsafeBufferPointer { leaves in
                for tree in forest.trees {
                    var (e, f) = (SIMD4<UInt32>(repeating: .max), SIMD4<UInt32>(repeating: .max))
                    var (g, h) = (e, f)
                    for question in tree.questions {
                        let (threshold, kept) = (SIMD4(repeating: question.threshold), SIMD4(repeating: question.kept))
                        let column = question.feature * 4
                        e &= unsafeBitCast(columns[column] .<= threshold, to: SIMD4<UInt32>.self) | kept
                        f &= unsafeBitCast(columns[column + 1] .<= threshold, to: SIMD4<UInt32>.self) | kept
                        g &= unsafeBitCast(columns[column + 2] .<= threshold, to: SIMD4<UInt32>.self) | kept
                        h &= unsafeBitCast(columns[column + 3] .<= threshold, to: SIMD4<UInt32>.self) | kept
                    }
                    a += values(leaves, tree.firstLeaf, e)
                    b += values(leaves, tree.firstLeaf, f)
                    c += values(leaves, tree.firstLeaf, g)
                    d += values(leaves, tree.firstLeaf, h)
                }
            }
        }
        return SIMD16(lowHalf: SIMD8(lowHalf: a, highHalf: b), highHalf: SIMD8(lowHalf: c, highHalf: d))
    }

    /// The first leaf left over, of each of four blocks.
    @inline(__always)
    private static func values(_ leaves: UnsafeBufferPointer<Float>, _ first: Int, _ left: SIMD4<UInt32>) -> SIMD4<Float> {
        SIMD4(
            leaves[first + left[0].trailingZeroBitCount], leaves[first + left[1].trailingZeroBitCount],
            leaves[first + left[2].trailingZeroBitCount], leaves[first + left[3].trailingZeroBitCount])
    }

    private struct Question {
        let feature: Int
        /// Up to it the answer is yes.
        let threshold: Float
        /// The leaves a "no" leaves over, a bit each, from left to right.
        let kept: UInt32
    }

    private struct Tree {
        var questions: [Question] = []
        let firstLeaf: Int
    }

    private struct Forest {
        var trees: [Tree] = []
        /// Tree by tree, from left to right.
        var leaves: [Float] = []

        init() {
            for root in BlockForest.roots {
                var tree = Tree(firstLeaf: leaves.count)
                read(Int(root), into: &tree)
                precondition(leaves.count - tree.firstLeaf <= 32, "a tree has more leaves than bits")
                trees.append(tree)
            }
        }

        /// A negative number is a leaf, counted from -1. Trees are a few questions deep.
        private mutating func read(_ node: Int, into tree: inout Tree) {
            guard node >= 0 else { return leaves.append(BlockForest.leaves[-node - 1]) }
            let lower = leaves.count - tree.firstLeaf
            read(Int(BlockForest.left[node]), into: &tree)
            let upper = leaves.count - tree.firstLeaf
            let onLeft: UInt32 = (1 << UInt32(upper)) &- (1 << UInt32(lower))
            tree.questions.append(
                Question(feature: Int(BlockForest.features[node]), threshold: BlockForest.thresholds[node], kept: ~onLeft))
            read(Int(BlockForest.right[node]), into: &tree)
        }
    }

    private static let forest = Forest()
}
