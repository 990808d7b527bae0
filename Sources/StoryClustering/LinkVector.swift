import Inference

/// What a group of things is compared by: the sum of its members, so that the product of two is the sum of the likenesses between their members.
struct LinkVector: Sendable {
    private var terms: TermVector
    private var meaning: [Float]
    private(set) var count: Int
    /// Length of the part that means.
    private(set) var depth: Float

    init(_ terms: TermVector, meaning: [Float] = [], count: Int = 1) {
        self.terms = terms
        self.meaning = meaning
        self.count = count
        depth = meaning.product(with: meaning).squareRoot()
    }

    var entries: Zip2Sequence<[Int32], [Float]> { zip(terms.terms, terms.weights) }

    func product(with other: LinkVector) -> Float { terms.dot(other.terms) + meaningProduct(with: other) }

    func meaningProduct(with other: LinkVector) -> Float { meaning.product(with: other.meaning) }

    mutating func add(_ other: LinkVector) {
        terms.add(other.terms)
        meaning.add(other.meaning)
        count += other.count
        depth = meaning.product(with: meaning).squareRoot()
    }
}
