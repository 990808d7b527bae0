import Foundation

/// Items grouped twice, as they should be and as they were, and how well the two agree.
public struct Partition: Sendable {
    private let cells: [[Int]: Int]
    private let wanted: [Int: Int]
    private let found: [Int: Int]
    private let count: Int

    /// - Parameters:
    ///   - wanted: of each item its true group.
    ///   - found: of each item the group it was put in.
    public init(wanted: [Int], found: [Int]) {
        precondition(wanted.count == found.count)
        count = wanted.count
        cells = zip(wanted, found).reduce(into: [:]) { $0[[$1.0, $1.1], default: 0] += 1 }
        self.wanted = wanted.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        self.found = found.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    public var predicted: Int { found.count }
    public var gold: Int { wanted.count }

    /// B-cubed precision and recall (Bagga and Baldwin 1998).
    public var precision: Double {
        cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }.reduce(0) { $0 + share($1.value, of: found[$1.key[1]]) }
    }
    public var recall: Double { cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }.reduce(0) { $0 + share($1.value, of: wanted[$1.key[0]]) } }
    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    private func share(_ both: Int, of size: Int?) -> Double { Double(both * both) / Double(size ?? 1) / Double(count) }

    /// Mutual information over the mean of both entropies, in natural logarithms.
    public var nmi: Double { mean == 0 ? 1 : information / mean }

    /// The same, adjusted for chance (Vinh, Epps and Bailey 2010) as scikit-learn's `adjusted_mutual_info_score` has it.
    public var ami: Double {
        guard wanted.count > 1 || found.count > 1 else { return 1 }
        let expected = expectedInformation
        return (information - expected) / (mean - expected)
    }

    private var mean: Double { (Self.entropy(wanted.values.sorted(), of: count) + Self.entropy(found.values.sorted(), of: count)) / 2 }

    private static func entropy(_ sizes: [Int], of count: Int) -> Double {
        sizes.reduce(0) { $0 - Double($1) / Double(count) * log(Double($1) / Double(count)) }
    }

    private var information: Double {
        cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }.reduce(0) { sum, cell in
            let sizes = Double(wanted[cell.key[0], default: 1]) * Double(found[cell.key[1], default: 1])
            return sum + Double(cell.value) / Double(count) * log(Double(count) * Double(cell.value) / sizes)
        }
    }

    /// Of two groupings of these sizes by chance: groups of the same size are summed once.
    private var expectedInformation: Double {
        func sizes(_ groups: [Int: Int]) -> [(size: Int, groups: Int)] {
            Dictionary(grouping: groups.values) { $0 }.map { ($0.key, $0.value.count) }.sorted { $0.size < $1.size }
        }
        let logFactorials = (0...count).reduce(into: [Double]()) { $0.append($1 == 0 ? 0 : ($0.last ?? 0) + log(Double($1))) }
        var expected = 0.0
        for (left, lefts) in sizes(wanted) {
            for (right, rights) in sizes(found) {
                var sum = 0.0
                for both in max(1, left + right - count)...min(left, right) {
                    let chance =
                        logFactorials[left] + logFactorials[right] + logFactorials[count - left] + logFactorials[count - right]
                        - logFactorials[count] - logFactorials[both] - logFactorials[left - both] - logFactorials[right - both]
                        - logFactorials[count - left - right + both]
                    sum += Double(both) / Double(count) * log(Double(count) * Double(both) / (Double(left) * Double(right))) * exp(chance)
                }
                expected += sum * Double(lefts) * Double(rights)
            }
        }
        return expected
    }
}
