/// What speaks for a candidate, as a set of bits.
struct SignSet: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    mutating func insert(_ sign: some RawRepresentable<Int>) { bits |= 1 << UInt64(sign.rawValue) }
    func contains(_ sign: some RawRepresentable<Int>) -> Bool { bits & (1 << UInt64(sign.rawValue)) != 0 }
    mutating func formUnion(_ other: SignSet) { bits |= other.bits }
}

/// Chooses among rival values by a log-linear model (a conditional logit: McFadden 1974): each sign adds its weight, and a value's
/// probability is its share of the exponentials, with one share kept for "none of these". Agreement raises it, rivals lower it.
struct CandidateChoice: Sendable {
    /// By the sign's number.
    let weights: [Double]
    /// The score of "none of these".
    let none: Double

    /// One probability a candidate; together they stay below 1 by what "none" keeps.
    func probabilities(_ candidates: [SignSet]) -> [Double] {
        let scores = candidates.map(score)
        let top = max(scores.max() ?? none, none)
        let shares = scores.map { exponential($0 - top) }
        let whole = shares.reduce(exponential(none - top), +)
        return shares.map { $0 / whole }
    }

    private func score(_ signs: SignSet) -> Double {
        var bits = signs.bits
        var sum = 0.0
        while bits != 0 {
            let place = bits.trailingZeroBitCount
            if place < weights.count { sum += weights[place] }
            bits &= bits - 1
        }
        return sum
    }

    /// eˣ for x ≤ 0, by halving the argument and a Taylor series: exact to eight digits, the same on every machine.
    private func exponential(_ x: Double) -> Double {
        guard x > -40 else { return 0 }
        let small = x / 1024
        var power = 1 + small + small * small / 2 + small * small * small / 6
        for _ in 0..<10 { power *= power }
        return power
    }
}
