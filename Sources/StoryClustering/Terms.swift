/// Numbers for terms that need no table and are the same in every run: a word's FNV-1a hash folded to 32 bits. Two words of a million share one now and
/// then, which moves a similarity by less than the rounding of its weights.
enum Term {
    static func number(of word: String) -> Int32 {
        var hash = FNVHash()
        for byte in word.utf8 { hash.take(byte) }
        return hash.number
    }
}

struct FNVHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    var number: Int32 { Int32(truncatingIfNeeded: state ^ (state >> 32)) }
}
