/// The bytes that markup is made of, and scans for them.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let formFeed: UInt8 = 0x0C
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamation = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let number = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let apostrophe = UInt8(ascii: "'")
    static let hyphen = UInt8(ascii: "-")
    static let slash = UInt8(ascii: "/")
    static let semicolon = UInt8(ascii: ";")
    static let lessThan = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greaterThan = UInt8(ascii: ">")
    static let underscore = UInt8(ascii: "_")
    static let question = UInt8(ascii: "?")
    static let bracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")

    /// Tab, line feed, form feed, carriage return, space.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte <= space && (1 << UInt64(byte)) & (1 << 0x20 | 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D as UInt64) != 0
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Where the first byte from `start` on stands that is `one`, `other` (both ASCII) or zero. There must be one.
    @inline(__always)
    static func find(_ one: UInt8, _ other: UInt8, in base: UnsafePointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let first = ones &* UInt64(one)
        let second = ones &* UInt64(other)
        var at = start
        while true {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            let (x, y) = (word ^ first, word ^ second)
            // Among ASCII bytes one is zero where subtracting one reaches its highest bit (exact for the lowest such byte).
            let hits = ((x &- ones) | (y &- ones) | (word &- ones)) & ~word & (ones << 7)
            if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
            at += 8
        }
    }

    /// Whether a lower-case ASCII word stands here, whatever its case.
    static func matches(_ word: StaticString, in base: UnsafePointer<UInt8>, at place: Int) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount where lower(base[place + offset]) != word.utf8Start[offset] { return false }
        return true
    }
}
