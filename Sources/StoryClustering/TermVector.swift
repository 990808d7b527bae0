/// A sparse vector over terms, sorted by term.
struct TermVector: Sendable {
    private(set) var terms: [Int32]
    private(set) var weights: [Float]

    static let zero = TermVector(terms: [], weights: [])

    /// - Parameter terms: in order, each once, as many as weights.
    init(terms: [Int32], weights: [Float]) {
        self.terms = terms
        self.weights = weights
    }

    /// As it is given; terms may come in any order, each once.
    init(weighed pairs: [(term: Int32, weight: Float)]) {
        let sorted = pairs.sorted { $0.term < $1.term }
        terms = sorted.map(\.term)
        weights = sorted.map(\.weight)
    }

    func scaled(by factor: Float) -> TermVector { TermVector(terms: terms, weights: weights.map { $0 * factor }) }

    func scaledToUnit() -> TermVector {
        let norm = norm
        return norm > 0 ? scaled(by: 1 / norm) : self
    }

    var norm: Float { weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }

    func dot(_ other: TermVector) -> Float {
        var left = 0
        var right = 0
        var sum: Float = 0
        while left < terms.count, right < other.terms.count {
            let (here, there) = (terms[left], other.terms[right])
            if here == there {
                sum += weights[left] * other.weights[right]
                left += 1
                right += 1
            } else if here < there {
                left += 1
            } else {
                right += 1
            }
        }
        return sum
    }

    mutating func add(_ other: TermVector) {
        var sumTerms: [Int32] = []
        var sumWeights: [Float] = []
        sumTerms.reserveCapacity(terms.count + other.terms.count)
        sumWeights.reserveCapacity(terms.count + other.terms.count)
        var left = 0
        var right = 0
        while left < terms.count || right < other.terms.count {
            let here = left < terms.count ? terms[left] : .max
            let there = right < other.terms.count ? other.terms[right] : .max
            sumTerms.append(min(here, there))
            sumWeights.append((here <= there ? weights[left] : 0) + (there <= here ? other.weights[right] : 0))
            if here <= there { left += 1 }
            if there <= here { right += 1 }
        }
        terms = sumTerms
        weights = sumWeights
    }

    /// The heaviest terms with their weights, in their order; of equally heavy ones the first.
    func forEachOfHeaviest(_ count: Int, _ body: (Int32, Float) -> Void) {
        guard terms.count > count else {
            for place in terms.indices { body(terms[place], weights[place]) }
            return
        }
        let bar = weights.sorted(by: >)[count - 1]
        var equal = count - weights.count { $0 > bar }
        for place in terms.indices where weights[place] >= bar {
            if weights[place] == bar {
                guard equal > 0 else { continue }
                equal -= 1
            }
            body(terms[place], weights[place])
        }
    }

    /// Added up by halves, so that the sum of very many costs little more than reading them.
    static func sum(of vectors: [TermVector]) -> TermVector { sum(of: vectors[...]) }

    private static func sum(of vectors: ArraySlice<TermVector>) -> TermVector {
        guard vectors.count > 1 else { return vectors.first ?? .zero }
        let middle = vectors.startIndex + vectors.count / 2
        var left = sum(of: vectors[..<middle])
        left.add(sum(of: vectors[middle...]))
        return left
    }

    /// For the product with many others, most of them much shorter.
    var byTerm: [Int32: Float] { Dictionary(uniqueKeysWithValues: zip(terms, weights)) }

    func dot(_ other: [Int32: Float]) -> Float { zip(terms, weights).reduce(0) { $0 + $1.1 * (other[$1.0] ?? 0) } }

    /// The heaviest terms first; ties by term.
    func heaviest(_ count: Int) -> [Int32] {
        let order = terms.indices.sorted { (weights[$1], terms[$0]) < (weights[$0], terms[$1]) }
        return order.prefix(count).map { terms[$0] }
    }
}
