public import Inference

/// Finds the texts nearest in meaning to one: a quick encoder brings candidates out of all of them, and a better one, where there is one, ranks
/// those. A candidate's cost is then the better encoder's, everything else's the quick one's (Matveeva et al. 2006 name it so for ranking).
public struct Cascade: Sendable {
    private let recall: any SentenceEncoder
    private let ranking: (any SentenceEncoder)?
    private let candidates: Int
    private var texts: [String] = []
    private var index: FlatIndex

    /// - Parameters:
    ///   - recall: looks at every text.
    ///   - ranking: looks at the candidates only; nil leaves their order to `recall`.
    ///   - candidates: how many the better encoder is shown, if not more are wanted. With a hundred, the student inside and its teacher find
    ///     news by its title 0.997 as well as the teacher alone (`Scripts/evaluate sts`).
    public init(recall: any SentenceEncoder, ranking: (any SentenceEncoder)? = nil, candidates: Int = 100) {
        self.recall = recall
        self.ranking = ranking
        self.candidates = candidates
        index = FlatIndex(dimensions: recall.dimensions)
    }

    /// Texts it holds.
    public var count: Int { texts.count }

    /// Adds texts after those it holds.
    public mutating func add(_ more: [String]) throws(InferenceError) {
        index.add(try recall.encode(more).flatMap(\.self))
        texts += more
    }

    /// The nearest texts, the best first; their scores are cosines by the encoder that ranked them.
    public func nearest(to text: String, count wanted: Int) throws(InferenceError) -> [VectorHit] {
        guard let query = try recall.encode([text]).first else { return [] }
        let found = index.search(query, count: ranking == nil ? wanted : max(wanted, candidates))
        guard let ranking, let better = try ranking.encode([text]).first else { return found }
        let vectors = try ranking.encode(found.map { texts[$0.id] })
        let ranked = zip(found, vectors).map { hit, vector in VectorHit(id: hit.id, score: Self.product(better, vector)) }
        return ranked.sorted(by: VectorHit.precedes).prefix(wanted).map { $0 }
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
