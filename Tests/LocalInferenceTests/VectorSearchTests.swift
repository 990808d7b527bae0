import LocalInference
import Testing

@Suite("Vector search")
struct VectorSearchTests {
    static let dimensions = 64

    /// Vectors of length 1 around so many centres.
    static func clustered(_ count: Int, centres: Int = 40, spread: Float = 0.6, seed: UInt64 = 3) -> [[Float]] {
        var random = Numbers(seed: seed)
        let middles = (0..<centres).map { _ in (0..<dimensions).map { _ in random.next() } }
        return (0..<count).map { _ in
            let middle = middles[Int(random.whole() % UInt64(centres))]
            let vector = middle.map { $0 + spread * random.next() }
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return vector.map { $0 / length }
        }
    }

    static func bruteForce(_ vectors: [[Float]], _ query: [Float], _ count: Int) -> [Int] {
        func product(_ id: Int) -> Float {
            var sum: Float = 0
            for i in 0..<dimensions { sum += query[i] * vectors[id][i] }
            return sum
        }
        let scored = vectors.indices.map { VectorHit(id: $0, score: product($0)) }
        let ranked = scored.sorted { a, b in a.score > b.score || a.score == b.score && a.id < b.id }
        return ranked.prefix(count).map(\.id)
    }

    @Test("The flat index finds what looking at every number finds, in that order")
    func flatIsExact() {
        let vectors = Self.clustered(3000)
        var index = FlatIndex(dimensions: Self.dimensions, keepsNumbers: true)
        index.add(Array(vectors[..<1000].joined()))
        index.add(Array(vectors[1000...].joined()))
        #expect(index.count == 3000)
        for query in Self.clustered(30, seed: 3) { #expect(index.search(query, count: 10).map(\.id) == Self.bruteForce(vectors, query, 10)) }
    }

    @Test("Without the numbers it finds nearly the same")
    func bytesAreNear() {
        let vectors = Self.clustered(3000)
        var index = FlatIndex(dimensions: Self.dimensions)
        index.add(Array(vectors.joined()))
        let queries = Self.clustered(50, seed: 3)
        let found = queries.reduce(0) { $0 + Set(index.search($1, count: 10).map(\.id)).intersection(Self.bruteForce(vectors, $1, 10)).count }
        #expect(found >= 480)
    }

    @Test("Fewer are held than wanted, none wanted, none held, vectors of zeros")
    func edges() {
        var index = FlatIndex(dimensions: Self.dimensions)
        let zeros = [Float](repeating: 0, count: Self.dimensions)
        #expect(index.search(zeros, count: 5).isEmpty)
        index.add(zeros + zeros)
        #expect(index.search(zeros, count: 5).map(\.id) == [0, 1])
        #expect(index.search(zeros, count: 0).isEmpty)
        var lists = InvertedFile(sample: zeros + zeros, dimensions: Self.dimensions, lists: 5)
        lists.add(zeros)
        #expect(lists.search(zeros, count: 3, probes: 9).map(\.id) == [0])
    }

    @Test("The inverted file finds nearly all in few lists of clustered vectors, and all in all lists")
    func recall() {
        let vectors = Self.clustered(4000)
        let flat = Array(vectors.joined())
        var index = InvertedFile(sample: flat, dimensions: Self.dimensions, lists: 40)
        index.add(flat)
        var exact = FlatIndex(dimensions: Self.dimensions)
        exact.add(flat)
        let queries = Self.clustered(50, seed: 3)
        let few = queries.reduce(0) { sum, query in
            sum + Set(index.search(query, count: 10, probes: 6).map(\.id)).intersection(exact.search(query, count: 10).map(\.id)).count
        }
        #expect(few >= 490)
        for query in queries.prefix(5) { #expect(index.search(query, count: 10, probes: index.listCount) == exact.search(query, count: 10)) }
    }

    @Test("Where it keeps the numbers, the inverted file ranks by them")
    func exactInLists() {
        let vectors = Self.clustered(3000)
        let flat = Array(vectors.joined())
        var index = InvertedFile(sample: flat, dimensions: Self.dimensions, lists: 20, keepsNumbers: true)
        index.add(flat)
        for query in Self.clustered(10, seed: 3) {
            #expect(index.search(query, count: 10, probes: 20).map(\.id) == Self.bruteForce(vectors, query, 10))
        }
    }

    @Test("The same seed gives the same lists")
    func deterministic() {
        let flat = Array(Self.clustered(2000).joined())
        let query = Array(flat[..<Self.dimensions])
        let found = (0..<2).map { _ in
            var index = InvertedFile(sample: flat, dimensions: Self.dimensions, lists: 20, seed: 5)
            index.add(flat)
            return index.search(query, count: 20, probes: 2)
        }
        #expect(found[0] == found[1])
    }
}
