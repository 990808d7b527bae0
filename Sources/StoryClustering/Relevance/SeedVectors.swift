import TextAnalysis

/// The vectors of the articles that surely belong to a topic, by term: an article is held against all of them in the time its own terms take.
struct SeedVectors: Sendable {
    private(set) var count = 0
    /// Of each term, which seeds have it and how much.
    private var postings: [[(seed: Int, weight: Float)]] = []
    private var places = IntegerMap<Int32, Int32>(vacant: -1)

    private static let neighbours = 3

    mutating func add(_ vector: TermVector) {
        for (term, weight) in zip(vector.terms, vector.weights) {
            if places[term] < 0 {
                places[term] = Int32(postings.count)
                postings.append([])
            }
            postings[Int(places[term])].append((count, weight))
        }
        count += 1
    }

    /// Mean cosine to the nearest.
    func likeness(of vector: TermVector) -> Float {
        guard count > 0 else { return 0 }
        var sums = [Float](repeating: 0, count: count)
        for (term, weight) in zip(vector.terms, vector.weights) {
            let place = places[term]
            guard place >= 0 else { continue }
            for posting in postings[Int(place)] { sums[posting.seed] += weight * posting.weight }
        }
        return sums.sorted(by: >).prefix(Self.neighbours).reduce(0, +) / Float(Self.neighbours)
    }
}
