/// A text's tokens with what the transformer makes of each.
struct ReadTokens: Sendable {
    let ids: [Int32]
    /// A row a token: the middle layer's and the last layer's, each scaled to length 1.
    let rows: Rows
}

/// How the tokens of a claim and of its evidence match: everything the comparison of two texts is computed from.
struct TokenMatch: Sendable {
    let claim, evidence: Rows
    /// For every token of the evidence, the sentence it stands in.
    let sentences: [Int]
    /// Likeness of each claim token (row) to each evidence token: of middle rows, of last rows, and all weighed together.
    private let middle, last, likeness: Rows
    private let isSame: Rows
    private let claimRarity, evidenceRarity: [Float]
    /// How well each sentence covers the claim, and which covers it best.
    private let coverage: [Float]
    private let bestInSentence: Rows

    /// - Parameter queries: rows of claim and evidence in the space where likeness was learnt, each of length 1.
    init(
        claim: ReadTokens, sentences texts: [ReadTokens], queries: (claim: Rows, evidence: Rows), evidence: Rows, weights: ComparisonWeights
    ) {
        self.claim = claim.rows
        self.evidence = evidence
        let ids = texts.flatMap(\.ids).prefix(evidence.count)
        sentences = Array(texts.enumerated().flatMap { number, text in [Int](repeating: number, count: text.ids.count) }.prefix(evidence.count))
        let half = claim.rows.width / 2
        middle = claim.rows.columns(0..<half).products(with: evidence.columns(0..<half))
        last = claim.rows.columns(half..<2 * half).products(with: evidence.columns(half..<2 * half))
        var same = Rows(count: claim.ids.count, width: ids.count)
        for (i, mine) in claim.ids.enumerated() { for (j, other) in ids.enumerated() where mine == other { same[i, j] = 1 } }
        isSame = same
        let learnt = queries.claim.products(with: queries.evidence)
        var likeness = Rows(count: claim.ids.count, width: ids.count)
        for i in likeness.numbers.indices {
            likeness.numbers[i] =
                weights.mix[0] * middle.numbers[i] + weights.mix[1] * last.numbers[i] + weights.learntShare * learnt.numbers[i] + 0.2
                * same.numbers[i]
        }
        self.likeness = likeness
        let rarity = claim.ids.map { weights.rarity[Int($0)] }
        claimRarity = rarity
        evidenceRarity = ids.map { weights.rarity[Int($0)] }
        let count = texts.count
        var best = Rows(count: claim.ids.count, width: max(1, count))
        for i in best.numbers.indices { best.numbers[i] = -1 }
        for i in 0..<claim.ids.count { for (j, sentence) in sentences.enumerated() { best[i, sentence] = max(best[i, sentence], likeness[i, j]) } }
        bestInSentence = best
        let whole = rarity.reduce(0, +) + 1e-6
        coverage = (0..<best.width).map { sentence in rarity.indices.reduce(0) { $0 + rarity[$1] * best[$1, sentence] } / whole }
    }

    /// For each claim token shares of the evidence's tokens, and for each evidence token shares of the claim's.
    func alignments(sharpness: Float) -> (ofClaim: Rows, ofEvidence: Rows) {
        var forth = likeness
        for i in 0..<forth.count { for j in 0..<forth.width { forth[i, j] += 0.3 * coverage[sentences[j]] } }
        forth.becomeShares(factor: sharpness)
        var back = likeness.transposed()
        back.becomeShares(factor: sharpness)
        return (forth, back)
    }

    /// Eight numbers a claim token, and the step from the place its likest token has after the one before: 0…10 for −5…5, 11 for another sentence.
    func claimFeatures() -> (numbers: Rows, steps: [Int]) {
        let (most, places) = Self.largest(likeness)
        let nearMiddle = Self.largest(middle).most, nearLast = Self.largest(last).most, met = Self.largest(isSame).most
        let best = coverage.indices.max { (coverage[$0], $1) < (coverage[$1], $0) } ?? 0
        var features = Rows(count: likeness.count, width: 8)
        var steps: [Int] = []
        for i in 0..<likeness.count {
            let inBest = bestInSentence[i, best]
            let around = (i > 0 ? most[i - 1] : 0) + (i + 1 < most.count ? most[i + 1] : 0)
            for (column, number) in [most[i], inBest, nearMiddle[i], nearLast[i], around / 2, met[i], claimRarity[i], most[i] - inBest].enumerated() {
                features[i, column] = number
            }
            let before = places[max(0, i - 1)]
            steps.append(sentences[places[i]] == sentences[before] ? min(5, max(-5, places[i] - before)) + 5 : 11)
        }
        return (features, steps)
    }

    /// The same for the evidence's tokens.
    func evidenceFeatures() -> (numbers: Rows, steps: [Int]) {
        let turned = likeness.transposed()
        let (most, places) = Self.largest(turned)
        let nearMiddle = Self.largest(middle.transposed()).most, nearLast = Self.largest(last.transposed()).most
        let met = Self.largest(isSame.transposed()).most
        let best = sentences.map { coverage[$0] }.max() ?? 0
        var features = Rows(count: turned.count, width: 8)
        var steps: [Int] = []
        for j in 0..<turned.count {
            let covered = coverage[sentences[j]]
            let around = (j > 0 ? most[j - 1] : 0) + (j + 1 < most.count ? most[j + 1] : 0)
            for (column, number) in [most[j], covered, nearMiddle[j], nearLast[j], around / 2, met[j], evidenceRarity[j], covered - best].enumerated()
            {
                features[j, column] = number
            }
            steps.append(min(5, max(-5, places[j] - places[max(0, j - 1)])) + 5)
        }
        return (features, steps)
    }

    private static func largest(_ rows: Rows) -> (most: [Float], places: [Int]) {
        var most: [Float] = []
        var places: [Int] = []
        for i in 0..<rows.count {
            let row = rows.row(i)
            let place = row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? row.startIndex
            most.append(row.isEmpty ? 0 : row[place])
            places.append(place - row.startIndex)
        }
        return (most, places)
    }
}
