import BriefBootstrap
public import Inference

/// What an encoder reaches on the similarity sets.
public struct SimilarityScores: Sendable {
    /// Spearman's rank correlation × 100 between cosines and people's judgements, by set.
    public let correlations: [String: Double]
    /// The mean over the seven sets.
    public var mean: Double {
        let all = SimilaritySets.names.compactMap { correlations[$0] }
        return all.reduce(0, +) / Double(max(1, all.count))
    }

    public init(of encoder: any SentenceEncoder, on sets: SimilaritySets) throws {
        correlations = try sets.pairs.mapValues { pairs in
            let first = try encoder.encode(pairs.map(\.first)), second = try encoder.encode(pairs.map(\.second))
            return 100 * Self.spearman(pairs.indices.map { Double(Self.product(first[$0], second[$0])) }, pairs.map(\.score))
        }
    }

    /// Mean reciprocal rank (of ten) × 100 of a title's own description among all.
    static func retrieval(by encoder: any SentenceEncoder, on sets: SimilaritySets) throws -> Double {
        let titles = try encoder.encode(sets.news.map(\.title)), descriptions = try encoder.encode(sets.news.map(\.description))
        return 100 * meanReciprocalRank(titles, descriptions)
    }

    /// Retrieval as above by a cascade: the titles' hundred nearest by one encoder, ranked by another.
    static func cascade(recall: any SentenceEncoder, ranking: any SentenceEncoder, on sets: SimilaritySets) throws -> Double {
        let titles = sets.news.map(\.title), descriptions = sets.news.map(\.description)
        let cascade = try NearestLines(descriptions, recall: recall, ranking: Remembering(ranking, of: titles + descriptions))
        let ranks = try titles.indices.map { own in
            try cascade.nearest(to: titles[own], count: 10).firstIndex { descriptions[$0.line] == descriptions[own] }
        }
        return 100 * ranks.reduce(0) { $0 + ($1.map { 1 / Double($0 + 1) } ?? 0) } / Double(max(1, ranks.count))
    }

    /// An encoder asked once for each text: a candidate comes up for many titles.
    private struct Remembering: SentenceEncoder {
        let identity: EncoderIdentity
        let dimensions: Int
        private let vectors: [String: [Float]]

        init(_ encoder: any SentenceEncoder, of texts: [String]) throws {
            (identity, dimensions) = (encoder.identity, encoder.dimensions)
            vectors = Dictionary(zip(texts, try encoder.encode(texts)), uniquingKeysWith: { first, _ in first })
        }

        func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] {
            texts.map { vectors[$0] ?? [Float](repeating: 0, count: dimensions) }
        }
    }

    /// Pearson's correlation of the ranks, equal values sharing the mean of theirs.
    static func spearman(_ a: [Double], _ b: [Double]) -> Double {
        let a = ranks(a), b = ranks(b)
        let meanA = a.reduce(0, +) / Double(max(1, a.count)), meanB = b.reduce(0, +) / Double(max(1, b.count))
        var both = 0.0, first = 0.0, second = 0.0
        for i in a.indices {
            both += (a[i] - meanA) * (b[i] - meanB)
            first += (a[i] - meanA) * (a[i] - meanA)
            second += (b[i] - meanB) * (b[i] - meanB)
        }
        return first > 0 && second > 0 ? both / (first * second).squareRoot() : 0
    }

    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var from = 0
        while from < order.count {
            var to = from
            while to + 1 < order.count, values[order[to + 1]] == values[order[from]] { to += 1 }
            for i in from...to { ranks[order[i]] = Double(from + to) / 2 }
            from = to + 1
        }
        return ranks
    }

    /// Of one over the rank of each one's own among all, nothing beyond the tenth.
    static func meanReciprocalRank(_ queries: [[Float]], _ answers: [[Float]]) -> Double {
        var sum = 0.0
        for (own, query) in queries.enumerated() {
            let score = product(query, answers[own])
            let better = answers.reduce(0) { $0 + (product(query, $1) > score ? 1 : 0) }
            if better < 10 { sum += 1 / Double(better + 1) }
        }
        return sum / Double(max(1, queries.count))
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Float {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                // Eight sums side by side: one is not reordered and so not vectorised.
                var sums = SIMD8<Float>()
                var i = 0
                while i + 8 <= a.count {
                    for k in 0..<8 { sums[k] += a[i + k] * b[i + k] }
                    i += 8
                }
                return sums.sum() + (i..<a.count).reduce(Float(0)) { $0 + a[$1] * b[$1] }
            }
        }
    }
}
