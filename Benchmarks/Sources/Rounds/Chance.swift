import Glibc

/// The same numbers for the same seed, on every machine: what is made up for a benchmark must not change from run to run.
public struct Chance {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// The linear congruential generator of Knuth's MMIX, without its weakest bits.
    private mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16
    }

    /// 0 … less than 1.
    public mutating func share() -> Double { Double(next() & 0xFFFF_FFFF) / 4_294_967_296 }

    /// 0 … less than `count`.
    public mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// A rank from 1 to less than `count` by Zipf's law: its logarithm is even.
    public mutating func rank(of count: Int) -> Int { Int(exp(share() * log(Double(count)))) }
}
