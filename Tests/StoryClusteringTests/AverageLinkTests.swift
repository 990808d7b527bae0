import Testing

@testable import StoryClustering

/// Joining by the pairs that count gives what joining by all pairs would.
@Suite("Average link")
struct AverageLinkTests {
    private static let threshold: Float = 0.45

    /// Made-up things in loose bunches; the same on every run.
    private static func vectors(_ count: Int, seed: UInt64) -> [LinkVector] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<count).map { _ in
            let bunch = next(max(1, count / 6))
            let terms = Set((0..<4).map { _ in Int32(bunch * 10 + next(10)) } + (0..<4).map { _ in Int32(100_000 + next(40)) })
            let meaning = (0..<8).map { place in place == bunch % 8 ? Float(0.4) : Float(next(100)) / 400 }
            return LinkVector(TermVector(weighed: terms.map { ($0, Float(1 + next(4))) }).scaledToUnit(), meaning: meaning)
        }
    }

    private static func linked(_ vectors: [LinkVector]) -> [[Int]] {
        AverageLink(
            vectors, clusters: vectors.map { _ in 1 }, threshold: threshold, worth: { sum, left, right in sum / Float(left * right) },
            merge: { _, left, right in left + right }
        ).merged()
    }

    /// All pairs, looked at anew after each merge.
    private static func byAllPairs(_ vectors: [LinkVector]) -> [[Int]] {
        let sums = vectors.map { own in vectors.map { own.product(with: $0) } }
        var groups = vectors.indices.map { [$0] }
        while true {
            var best: (left: Int, right: Int, mean: Float) = (0, 0, threshold)
            for right in groups.indices {
                for left in 0..<right {
                    let sum = groups[left].reduce(Float(0)) { sum, own in groups[right].reduce(sum) { $0 + sums[own][$1] } }
                    let mean = sum / Float(groups[left].count * groups[right].count)
                    if mean > best.mean { best = (left, right, mean) }
                }
            }
            guard best.right > 0 else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
            groups[best.left] += groups.remove(at: best.right)
        }
    }

    @Test("the groups are those of all pairs compared", arguments: 1...12 as ClosedRange<UInt64>) func exact(seed: UInt64) {
        let vectors = Self.vectors(40, seed: seed)
        let groups = Self.linked(vectors)
        #expect(groups == Self.byAllPairs(vectors))
        #expect(groups.count > 1 && groups.count < 40, "else this test would show nothing")
    }

    @Test("terms that most things use find no pair, but are weighed where one was found") func commonTerms() {
        // 1,200 things share three terms with all others (alike by .92) and a fourth with one.
        let crowd = (0..<1_200).map { LinkVector(TermVector(weighed: [(1, 1), (2, 1), (3, 1), (Int32(100 + $0 / 2), 0.5)]).scaledToUnit()) }
        for (threshold, near) in [(Float(0.5), 1), (0.95, 1), (1.1, 0)] {
            #expect(NearPairs(crowd, threshold: threshold).found().allSatisfy { $0.count == near })
        }
    }
}
