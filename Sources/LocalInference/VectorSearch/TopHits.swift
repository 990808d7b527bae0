/// A vector that was found.
public struct VectorHit: Hashable, Sendable {
    /// Its place in the order of adding.
    public let id: Int
    /// Its product with what was looked for: the cosine, when both have length 1.
    public let score: Float

    public init(id: Int, score: Float) {
        self.id = id
        self.score = score
    }

    /// Whether it stands before another: the higher score first, of equal ones the earlier added.
    static func precedes(_ a: VectorHit, _ b: VectorHit) -> Bool { a.score > b.score || a.score == b.score && a.id < b.id }
}

/// The best so many hits seen: a heap with the worst on top.
struct TopHits {
    let capacity: Int
    private var heap: [VectorHit] = []

    init(_ capacity: Int) {
        self.capacity = capacity
        heap.reserveCapacity(capacity)
    }

    /// Below it nothing gets in any more.
    var threshold: Float { heap.count < capacity ? -.infinity : heap.first?.score ?? .infinity }
    var sorted: [VectorHit] { heap.sorted(by: VectorHit.precedes) }

    mutating func offer(_ hit: VectorHit) {
        if heap.count < capacity {
            heap.append(hit)
            rise(heap.count - 1)
        } else if let worst = heap.first, VectorHit.precedes(hit, worst) {
            heap[0] = hit
            sink()
        }
    }

    private mutating func rise(_ start: Int) {
        var at = start
        while at > 0, VectorHit.precedes(heap[(at - 1) / 2], heap[at]) {
            heap.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private mutating func sink() {
        var at = 0
        while 2 * at + 1 < heap.count {
            var worse = 2 * at + 1
            if worse + 1 < heap.count, VectorHit.precedes(heap[worse], heap[worse + 1]) { worse += 1 }
            guard VectorHit.precedes(heap[at], heap[worse]) else { return }
            heap.swapAt(at, worse)
            at = worse
        }
    }
}
