import CVectorKernels
import Inference

/// Compares the tokens of a claim with those of its evidence: each token with what it is aligned to (Parikh et al. 2016, "decomposable attention"),
/// then the comparisons among themselves and across.
struct Comparison: Sendable {
    let weights: ComparisonWeights
    let instructions: Instructions

    struct Answer: Sendable {
        let outcomes, faults: [Float]
        /// How likely each token of the claim is at fault, and each token of the evidence decides.
        let fault, deciding: [Float]
    }

    /// The most tokens of evidence that are compared; what is beyond is not read.
    static let mostEvidence = 260

    /// Nil where there is nothing to compare.
    func compare(_ claim: ReadTokens, with sentences: [ReadTokens]) -> Answer? {
        let evidence = Rows(joining: sentences.map(\.rows), most: Self.mostEvidence)
        guard claim.rows.count > 0, evidence.count > 0 else { return nil }
        let match = TokenMatch(
            claim: claim, sentences: sentences,
            queries: (weights.queries(claim.rows, instructions).normalised(), weights.queries(evidence, instructions).normalised()),
            evidence: evidence, weights: weights)
        let (ofClaim, ofEvidence) = match.alignments(sharpness: weights.sharpness)
        let claimRows = weights.projection(claim.rows, instructions), evidenceRows = weights.projection(evidence, instructions)
        let comparedClaim = compared(
            claimRows, ofClaim.mixture(of: evidenceRows), match.claimFeatures(), by: weights.claimComparison)
        let comparedEvidence = compared(
            evidenceRows, ofEvidence.mixture(of: claimRows), match.evidenceFeatures(), by: weights.evidenceComparison)
        let read = weights.evidenceLayer(comparedEvidence, instructions)
        let alone = weights.claimLayer(comparedClaim, instructions)
        let both = alone + weights.cross(weights.crossNorm(alone, instructions), to: read, instructions)
        var pooled = Rows(count: 1, width: 4 * both.width)
        pooled.numbers = pool(both, by: weights.claimWeigh) + pool(read, by: weights.evidenceWeigh)
        var hidden = weights.hidden(pooled, instructions)
        for i in hidden.numbers.indices { hidden.numbers[i] = max(0, hidden.numbers[i]) }
        let all = weights.outcomes(hidden, instructions).numbers
        let count = Entailment.Outcome.allCases.count
        return Answer(
            outcomes: Array(all.prefix(count)), faults: Array(all.dropFirst(count)),
            fault: weights.fault(both, instructions).numbers.map(logistic), deciding: weights.deciding(read, instructions).numbers.map(logistic))
    }

    private func compared(_ rows: Rows, _ aligned: Rows, _ features: (numbers: Rows, steps: [Int]), by layer: Dense) -> Rows {
        let width = rows.width
        var both = Rows(count: rows.count, width: 2 * width + 2 * ComparisonWeights.features)
        for i in 0..<rows.count {
            for j in 0..<width {
                both[i, j] = abs(rows[i, j] - aligned[i, j])
                both[i, width + j] = rows[i, j] * aligned[i, j]
            }
            for j in 0..<ComparisonWeights.features {
                both[i, 2 * width + j] = features.numbers[i, j]
                both[i, 2 * width + ComparisonWeights.features + j] = weights.steps[features.steps[i], j]
            }
        }
        var result = layer(both, instructions)
        for i in result.numbers.indices { result.numbers[i] = max(0, result.numbers[i]) }
        return result
    }

    /// A weighted mean of the rows, and the largest of each column.
    private func pool(_ rows: Rows, by weigh: Dense) -> [Float] {
        let shares = softmax(weigh(rows, instructions).numbers)
        var mean = [Float](repeating: 0, count: rows.width)
        var most = [Float](repeating: -.infinity, count: rows.width)
        for i in 0..<rows.count {
            for j in 0..<rows.width {
                mean[j] += shares[i] * rows[i, j]
                most[j] = max(most[j], rows[i, j])
            }
        }
        return mean + most
    }
}

extension Rows {
    /// One behind the other, no more than `most`.
    init(joining parts: [Rows], most: Int) {
        let width = parts.first?.width ?? 0
        self.init(count: min(most, parts.reduce(0) { $0 + $1.count }), width: width)
        var joined: [Float] = []
        joined.reserveCapacity(count * width)
        for part in parts { joined += part.numbers.prefix(count * width - joined.count) }
        numbers = joined
    }

    /// Each row scaled to length 1.
    func normalised() -> Rows {
        var rows = self
        rows.numbers.withUnsafeMutableBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return }
            for i in 0..<count { vk_normalise(start + i * width, width) }
        }
        return rows
    }
}
