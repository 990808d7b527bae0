/// Hashes that go to disk: fixed for good, without a seed. Crafted collisions gain an attacker nothing that copying the text itself would not, and
/// what is looked at under one hash is bounded, so that a flood of articles under one hash costs no more than any other.
enum Mixing {
    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// One hash of two, in order.
    @inline(__always)
    static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first &* 0x9e37_79b9_7f4a_7c15 ^ second) }

    /// One hash of three, in order; the shingle of three words.
    @inline(__always)
    static func mixed(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        var value = first &* 0x9e37_79b9_7f4a_7c15
        value = (value ^ second) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 29) ^ third) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
