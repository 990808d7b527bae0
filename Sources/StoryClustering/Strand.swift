import Inference
import TextAnalysis

/// Articles so alike that they tell one thing: what stories are made of. Only sums are kept.
struct Strand: Sendable {
    private(set) var count = 0
    /// Sum of the likenesses of its articles each to itself.
    private(set) var squares: Float = 0
    private(set) var span: Span
    private(set) var terms = IntegerMap<Int32, Float>(vacant: 0)
    private(set) var meaning: [Float]

    init(_ vector: StoryVector, span: Span) {
        self.span = span
        meaning = [Float](repeating: 0, count: vector.meaning.count)
        add(vector, span: span)
    }

    /// Stands where no strand is.
    static let none = Strand(count: 0, squares: 0, span: Span(day: nil, arrival: 0), terms: IntegerMap(vacant: 0), meaning: [])

    init(count: Int, squares: Float, span: Span, terms: IntegerMap<Int32, Float>, meaning: [Float]) {
        self.count = count
        self.squares = squares
        self.span = span
        self.terms = terms
        self.meaning = meaning
    }

    /// The heaviest terms, in order of their number.
    func heaviest(_ count: Int) -> [Int32] {
        let own = terms.sortedKeys
        var heaviest: [Int32] = []
        TermVector(terms: own, weights: own.map { terms[$0] }).forEachOfHeaviest(count) { term, _ in heaviest.append(term) }
        return heaviest
    }

    /// Sum of the likenesses between the articles of two strands.
    func sum(with other: Strand) -> Float {
        let (small, large) = terms.count <= other.terms.count ? (self, other) : (other, self)
        var sum: Float = 0
        small.terms.forEach { term, weight in sum += weight * large.terms[term] }
        return sum + meaning.product(with: other.meaning)
    }

    /// Mean likeness to its articles.
    func likeness(to vector: StoryVector) -> Float {
        var sum: Float = 0
        for place in vector.terms.terms.indices { sum += terms[vector.terms.terms[place]] * vector.terms.weights[place] }
        return (sum + meaning.product(with: vector.meaning)) / Float(count)
    }

    /// Returns the terms that are new to it.
    @discardableResult
    mutating func add(_ vector: StoryVector, span: Span) -> [Int32] {
        var new: [Int32] = []
        for place in vector.terms.terms.indices {
            let term = vector.terms.terms[place]
            let before = terms.count
            terms[term] += vector.terms.weights[place]
            if terms.count > before { new.append(term) }
        }
        meaning.add(vector.meaning)
        self.span.add(span)
        count += 1
        squares += vector.square
        return new
    }

    mutating func add(_ other: Strand) {
        other.terms.forEach { term, weight in terms[term] += weight }
        meaning.add(other.meaning)
        span.add(other.span)
        count += other.count
        squares += other.squares
    }
}
