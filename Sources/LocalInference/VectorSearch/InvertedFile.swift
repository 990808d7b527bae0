/// Vectors in lists by the centres they are nearest to; a search looks at the lists of the nearest centres only. It may miss: `probes` says how
/// many lists are looked at, and with all of them it finds what `FlatIndex` finds.
///
/// A vector between two centres stands in both lists: whoever looks for it from either side meets it (spilling, as in Guo et al. 2023, SOAR).
public struct InvertedFile: Sendable {
    public let dimensions: Int
    /// Vectors it holds.
    public private(set) var count = 0
    /// Lists it has.
    public var listCount: Int { centres.count }

    private let centres: VectorRows
    /// Lists a vector stands in.
    private static let places = 2
    private var lists: [(ids: [Int], rows: VectorRows)]
    /// What was added, if it is kept.
    private var numbers: [Float] = []
    private let keepsNumbers: Bool

    /// Finds centres in a sample of vectors; add the vectors afterwards.
    /// - Parameters:
    ///   - sample: vectors like those to come, one after another; at least one.
    ///   - lists: about the square root of the vectors to come is a good number.
    ///   - keepsNumbers: as in `FlatIndex`.
    public init(sample: [Float], dimensions: Int, lists: Int, keepsNumbers: Bool = false, seed: UInt64 = 1) {
        precondition(!sample.isEmpty && sample.count % dimensions == 0, "vectors of other dimensions")
        self.dimensions = dimensions
        self.keepsNumbers = keepsNumbers
        centres = Clustering.centres(of: sample, dimensions: dimensions, count: min(lists, sample.count / dimensions), seed: seed)
        self.lists = Array(repeating: ([], VectorRows(dimensions: dimensions)), count: centres.count)
    }

    /// Adds vectors that stand one after another.
    public mutating func add(_ vectors: [Float]) {
        precondition(vectors.count % dimensions == 0, "vectors of other dimensions")
        var rows = VectorRows(dimensions: dimensions)
        rows.reserve(vectors.count / dimensions)
        for from in stride(from: 0, to: vectors.count, by: dimensions) { rows.append(vectors[from..<from + dimensions]) }
        for (row, nearest) in Clustering.nearest(Self.places, to: rows, among: centres).enumerated() {
            for list in nearest {
                lists[list].ids.append(count)
                lists[list].rows.append(vectors[row * dimensions..<(row + 1) * dimensions])
            }
            count += 1
        }
        if keepsNumbers { numbers += vectors }
    }

    /// The nearest vectors among the lists of the nearest `probes` centres, the best first.
    public func search(_ vector: [Float], count wanted: Int, probes: Int) -> [VectorHit] {
        precondition(vector.count == dimensions, "a vector of other dimensions")
        guard wanted > 0, probes > 0, count > 0 else { return [] }
        let query = QuantisedRow(vector)
        var near = TopHits(min(probes, centres.count))
        centres.scan(query, 0..<centres.count, into: &near) { $0 }
        // Twice as many as in `FlatIndex`, as each may come from two lists.
        let candidates = (wanted * 4 + 16) * Self.places
        let probed = near.sorted.map(\.id)
        let looked = probed.reduce(0) { $0 + lists[$1].rows.count }
        // An id's list and row are told by a number of both.
        let found = Shares.map(Shares.of(probed.count, atLeast: max(1, probed.count * 16384 / max(1, looked)))) { share in
            var hits = TopHits(candidates)
            for list in probed[share] {
                let rows = lists[list].rows
                rows.scan(query, 0..<rows.count, into: &hits) { list << 32 | $0 }
            }
            return hits.sorted
        }
        var seen: Set<Int> = []
        return found.joined().sorted(by: VectorHit.precedes).prefix(candidates).compactMap { hit in
            let list = hit.id >> 32, row = hit.id & 0xFFFF_FFFF
            let id = lists[list].ids[row]
            guard seen.insert(id).inserted else { return nil }
            return VectorHit(id: id, score: keepsNumbers ? exact(id, vector) : lists[list].rows.exact(row, vector))
        }.sorted(by: VectorHit.precedes).prefix(wanted).map { $0 }
    }

    private func exact(_ id: Int, _ vector: [Float]) -> Float {
        var sum: Float = 0
        for i in 0..<dimensions { sum += vector[i] * numbers[id * dimensions + i] }
        return sum
    }
}
