/// Finds the pairs of groups whose members are alike enough on average, and compares in full only those that could be.
///
/// A pair shares a term that not most groups use: what two things mean brings them nearer, but makes them no pair by itself. What common terms can add
/// at most follows from their lengths (Cauchy and Schwarz), and so does what meaning can add. Takes the room of the pairs found.
struct NearPairs {
    private let vectors: [LinkVector]
    /// Least mean likeness.
    private let threshold: Float
    /// Of each group the terms that few use, and those that many use, numbered from 0.
    private let rare: [TermVector]
    private let common: [TermVector]
    private let terms: Int

    /// A term that more groups use is common, and makes no pair.
    private static let mostUsers = 1_000

    init(_ vectors: [LinkVector], threshold: Float) {
        self.vectors = vectors
        self.threshold = threshold
        var users: [Int32: Int] = [:]
        for vector in vectors { for (term, _) in vector.entries { users[term, default: 0] += 1 } }
        var numbers: [Int32: Int32] = [:]
        var rare: [TermVector] = []
        var common: [TermVector] = []
        for vector in vectors {
            var parts: (rare: [(Int32, Float)], common: [(Int32, Float)]) = ([], [])
            for (term, weight) in vector.entries where users[term, default: 0] > 1 {
                let next = Int32(numbers.count)
                let number = numbers[term] ?? next
                if number == next { numbers[term] = next }
                if users[term, default: 0] > Self.mostUsers { parts.common.append((number, weight)) } else { parts.rare.append((number, weight)) }
            }
            rare.append(TermVector(weighed: parts.rare))
            common.append(TermVector(weighed: parts.common))
        }
        (self.rare, self.common, terms) = (rare, common, numbers.count)
    }

    /// By place: the places it is near to, in order, with the sum of the likenesses between their members.
    func found() -> [[Neighbour]] {
        var near = [[Neighbour]](repeating: [], count: vectors.count)
        var postings = [[(place: Int32, weight: Float)]](repeating: [], count: terms)
        let counts = vectors.map { Float($0.count) }
        let widths = common.map(\.norm)
        let depths = vectors.map(\.depth)
        var row = [Float](repeating: 0, count: vectors.count)
        for place in vectors.indices {
            for index in 0..<place { row[index] = 0 }
            for (term, weight) in zip(rare[place].terms, rare[place].weights) {
                for user in postings[Int(term)] { row[Int(user.place)] += weight * user.weight }
                postings[Int(term)].append((Int32(place), weight))
            }
            let (count, width, depth) = (counts[place], widths[place], depths[place])
            for earlier in 0..<place {
                let least = threshold * count * counts[earlier]
                // A little less, so that rounding loses no pair.
                let shared = row[earlier]
                guard shared > 0, shared + width * widths[earlier] + depth * depths[earlier] >= least * 0.999 else { continue }
                let terms = shared + common[place].dot(common[earlier])
                guard terms + depth * depths[earlier] >= least * 0.999 else { continue }
                let sum = terms + vectors[place].meaningProduct(with: vectors[earlier])
                guard sum >= least else { continue }
                near[place].append(Neighbour(place: earlier, sum: sum))
                near[earlier].append(Neighbour(place: place, sum: sum))
            }
        }
        return near
    }
}

/// A group beside another.
struct Neighbour: Sendable {
    let place: Int
    /// Of the likenesses between the members of the two.
    var sum: Float
}
