/// Articles so alike that they tell one thing: what stories are made of. Only sums are kept.
struct Strand: Sendable {
    private(set) var count = 0
    /// Sum of the likenesses of its articles each to itself.
    private(set) var squares: Float = 0
    private(set) var span: Span
    private(set) var terms: [Int32: Float] = [:]
    private(set) var meaning: [Float]

    init(_ vector: StoryVector, span: Span) {
        self.span = span
        meaning = [Float](repeating: 0, count: vector.meaning.count)
        add(vector, span: span)
    }

    /// Sum of the likenesses between the articles of two strands.
    func sum(with other: Strand) -> Float {
        let (small, large) = terms.count <= other.terms.count ? (self, other) : (other, self)
        var sum: Float = 0
        for term in small.terms.keys.sorted() { if let weight = large.terms[term], let own = small.terms[term] { sum += own * weight } }
        return sum + meaning.product(with: other.meaning)
    }

    /// Mean likeness to its articles.
    func likeness(to vector: StoryVector) -> Float {
        var sum: Float = 0
        for (term, weight) in zip(vector.terms.terms, vector.terms.weights) { if let own = terms[term] { sum += own * weight } }
        return (sum + meaning.product(with: vector.meaning)) / Float(count)
    }

    /// Returns the terms that are new to it.
    @discardableResult
    mutating func add(_ vector: StoryVector, span: Span) -> [Int32] {
        var new: [Int32] = []
        for (term, weight) in zip(vector.terms.terms, vector.terms.weights) {
            if let own = terms[term] {
                terms[term] = own + weight
            } else {
                terms[term] = weight
                new.append(term)
            }
        }
        meaning.add(vector.meaning)
        self.span.add(span)
        count += 1
        squares += vector.square
        return new
    }
}
