/// A word as it is read: its folded bytes and their hash. Beyond 100 characters only the count goes on, for such a word is unknown.
struct Word {
    /// As in BERT.
    static let mostCharacters = 100
    /// Room for 100 characters of four bytes, and for the texts that stand for the last of them.
    static let mostBytes = 4 * mostCharacters + 128

    private(set) var characters = 0
    private(set) var count = 0
    private(set) var hash = TokenTable.seed(continues: false)
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ room: UnsafeMutableBufferPointer<UInt8>) { bytes = room }

    var spelled: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes.baseAddress, count: count) }

    @inline(__always) mutating func clear() {
        characters = 0
        count = 0
        hash = TokenTable.seed(continues: false)
    }

    /// A character of one byte.
    @inline(__always) mutating func append(_ byte: UInt8) {
        characters += 1
        guard characters <= Self.mostCharacters else { return }
        push(byte)
    }

    mutating func append(character utf8: Slice<UnsafeBufferPointer<UInt8>>) {
        characters += 1
        guard characters <= Self.mostCharacters else { return }
        for byte in utf8 { push(byte) }
    }

    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        let fits = characters < Self.mostCharacters
        for byte in text {
            if byte & 0xC0 != 0x80 { characters += 1 }
            if fits { push(byte) }
        }
    }

    /// A Hangul syllable as its letters: the Unicode Standard, section 3.12.
    mutating func append(syllable scalar: UInt32) {
        let index = scalar - 0xAC00
        append(letter: 0x1100 + index / 588)
        append(letter: 0x1161 + index % 588 / 28)
        if index % 28 > 0 { append(letter: 0x11A7 + index % 28) }
    }

    private mutating func append(letter scalar: UInt32) {
        characters += 1
        guard characters <= Self.mostCharacters else { return }
        push(0xE0 | UInt8(scalar >> 12))
        push(0x80 | UInt8(scalar >> 6 & 0x3F))
        push(0x80 | UInt8(scalar & 0x3F))
    }

    @inline(__always) private mutating func push(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
        hash = TokenTable.mixed(hash, byte)
    }
}
