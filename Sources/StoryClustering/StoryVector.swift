/// What an article is compared by: its terms and what its opening means, weighed so that the product of two is their likeness. Products add up, so the
/// mean likeness of two groups is the product of their sums over the product of their sizes.
struct StoryVector: Sendable {
    let terms: TermVector
    /// Of the encoder's dimensions.
    let meaning: [Float]
    /// Likeness to itself.
    let square: Float

    /// An article's terms at length 1, and how many they are.
    struct Terms: Sendable {
        let vector: TermVector
        let brevity: Float

        init(_ own: ArticleTerms, index: TermIndex) {
            vector = own.vector(index, steepness: Self.steepness(own.counts.count))
            brevity = Self.brevity(Float(own.counts.count))
        }

        /// What meaning counts beside terms: nearly all of the likeness of titles, whose few words must be helped by what they mean; nearly none of that
        /// of reports, which speak for themselves.
        private static func brevity(_ terms: Float) -> Float { meaningInTerms * meaningInTerms / (meaningInTerms * meaningInTerms + terms * terms) }

        /// The number of terms beside which meaning counts half.
        private static let meaningInTerms: Float = 16

        /// The power of a term's rarity. Every word of a title was chosen; in a report it is the rare ones that tell neighbouring stories apart.
        private static func steepness(_ terms: Int) -> Float { terms <= 30 ? 0.5 : terms <= 80 ? 1 : 1.5 }
    }

    /// - Parameter meaning: of length 1, or all zeros.
    init(_ own: Terms, meaning: [Float]) {
        let share = meaning.contains { $0 != 0 } ? own.brevity : 0
        square = 1 + Self.fewWordsCountMore * own.brevity
        terms = own.vector.scaled(by: ((1 - share) * square).squareRoot())
        let length = (share * square).squareRoot()
        self.meaning = meaning.map { $0 * length }
    }

    /// Two titles on one thing share less than two reports do: what they share counts so much more.
    private static let fewWordsCountMore: Float = 0.6
}

extension [Float] {
    mutating func add(_ other: [Float]) {
        let count = Swift.min(count, other.count)
        withUnsafeMutableBufferPointer { own in
            other.withUnsafeBufferPointer { other in for place in 0..<count { own[place] += other[place] } }
        }
    }
}
