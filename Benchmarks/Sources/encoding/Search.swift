import Dispatch
import LocalInference
import Rounds

/// Vector search, a query at a time as in a search box. Found: how many of the true nearest twenty of all queries were among the twenty given.
struct Search {
    static let dimensions = 256
    static let wanted = 20
    let vectors: [Float]
    let queries: [[Float]]
    let truth: [Set<Int>]

    init(vectors: String, queries: String, truth: String) throws {
        self.vectors = try Self.numbers(vectors)
        let queries: [Float] = try Self.numbers(queries), truth: [Int32] = try Self.numbers(truth)
        self.queries = stride(from: 0, to: queries.count, by: Self.dimensions).map { Array(queries[$0..<$0 + Self.dimensions]) }
        self.truth = stride(from: 0, to: truth.count, by: Self.wanted).map { Set(truth[$0..<$0 + Self.wanted].map(Int.init)) }
    }

    func flat(keepsNumbers: Bool) {
        var index = FlatIndex(dimensions: Self.dimensions, keepsNumbers: keepsNumbers)
        index.add(vectors)
        race { index.search($0, count: Self.wanted).map(\.id) }
    }

    func inverted(lists: Int, probes: Int, keepsNumbers: Bool) {
        let sample = Array(vectors.prefix(min(vectors.count, 64 * lists * Self.dimensions)))
        var index = InvertedFile(sample: sample, dimensions: Self.dimensions, lists: lists, keepsNumbers: keepsNumbers)
        index.add(vectors)
        race { index.search($0, count: Self.wanted, probes: probes).map(\.id) }
    }

    private func race(_ search: ([Float]) -> [Int]) {
        rounds(count: queries.count, bytes: vectors.count * 4) {
            zip(queries, truth).reduce(0) { sum, pair in sum + search(pair.0).count { pair.1.contains($0) } }
        }
    }

    /// Reads a byte a number of the vectors, on all cores, once for each of a hundred queries: the floor under every flat search over bytes.
    static func readOnce(vectors: String) throws {
        let count = try bytes(of: vectors).count / 4
        // Not zeros: pages of zeros need not be read from memory.
        let memory = UnsafeMutableBufferPointer<SIMD8<UInt64>>.allocate(capacity: count / 64)
        for i in memory.indices { memory[i] = SIMD8(repeating: UInt64(i)) }
        nonisolated(unsafe) let rows = memory
        rounds(count: 100, bytes: count) {
            let shares = 8, size = rows.count / shares
            let sums = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: shares * 8)
            defer { sums.deallocate() }
            nonisolated(unsafe) let out = sums
            for _ in 0..<100 {
                DispatchQueue.concurrentPerform(iterations: shares) { share in
                    var sum = SIMD8<UInt64>(), other = SIMD8<UInt64>()
                    for i in stride(from: share * size, to: (share + 1) * size - 1, by: 2) {
                        sum &+= rows[i]
                        other &+= rows[i + 1]
                    }
                    out[share * 8] = (sum ^ other).wrappedSum()
                }
            }
            return Int(truncatingIfNeeded: sums[0] & 0xFFFF)
        }
    }

    private static func numbers<Number: BitwiseCopyable>(_ path: String) throws -> [Number] {
        try bytes(of: path).withUnsafeBytes { Array($0.bindMemory(to: Number.self)) }
    }
}
