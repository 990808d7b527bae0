/// All vectors are looked at, as bytes; the nearest are then ranked by exact products. A million of 256 dimensions take about 256 MB and some
/// ten milliseconds a search on two cores.
public struct FlatIndex: Sendable {
    public let dimensions: Int
    /// Vectors it holds.
    public var count: Int { rows.count }

    private var rows: VectorRows

    /// - Parameter keepsNumbers: whether the numbers as they are added are kept for the last ranking, at five times the memory; else it uses
    ///   the bytes.
    public init(dimensions: Int, keepsNumbers: Bool = false) {
        self.dimensions = dimensions
        rows = VectorRows(dimensions: dimensions, keepsNumbers: keepsNumbers)
    }

    /// Adds vectors that stand one after another.
    /// - Precondition: they are whole.
    public mutating func add(_ vectors: [Float]) {
        precondition(vectors.count % dimensions == 0, "vectors of other dimensions")
        rows.reserve(count + vectors.count / dimensions)
        for from in stride(from: 0, to: vectors.count, by: dimensions) { rows.append(vectors[from..<from + dimensions]) }
    }

    /// The nearest vectors, the best first; of equal ones the earlier added.
    public func search(_ vector: [Float], count wanted: Int) -> [VectorHit] {
        precondition(vector.count == dimensions, "a vector of other dimensions")
        guard wanted > 0, count > 0 else { return [] }
        let query = QuantisedRow(vector)
        // Quantisation moves a product by a few thousandths: what belongs on top is among four times as many.
        let candidates = wanted * 4 + 16
        let shares = Shares.of(count, atLeast: 16384)
        let found = Shares.map(shares) { share in
            var hits = TopHits(candidates)
            rows.scan(query, share, into: &hits) { $0 }
            return hits.sorted
        }
        return found.joined().sorted(by: VectorHit.precedes).prefix(candidates)
            .map { VectorHit(id: $0.id, score: rows.exact($0.id, vector)) }
            .sorted(by: VectorHit.precedes).prefix(wanted).map { $0 }
    }
}
