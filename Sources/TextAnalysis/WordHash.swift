/// Numbers for words that need no table and are the same in every run: FNV-1a. Two words of a million share one of 32 bits now and then, which moves a
/// likeness by less than the rounding of its weights.
public struct WordHash: Sendable {
    @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

    @inlinable public init() {}

    @inlinable
    public mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inlinable public var value: UInt64 { state }

    /// Folded to 32 bits.
    @inlinable public var number: Int32 { Int32(truncatingIfNeeded: state ^ (state >> 32)) }

    public static func number(of word: String) -> Int32 {
        var hash = WordHash()
        for byte in word.utf8 { hash.take(byte) }
        return hash.number
    }
}
