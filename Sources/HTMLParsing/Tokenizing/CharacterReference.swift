/// What an ampersand turns out to be (WHATWG HTML, "character reference state").
enum CharacterReference {
    /// Just an ampersand.
    case none
    /// It may go on in bytes that have not come yet.
    case incomplete
    /// One or two characters (the second 0 if one), and where the reference ends.
    case characters(UInt32, UInt32, end: Int)

    /// - Parameters:
    ///   - place: where the ampersand stands.
    ///   - isComplete: no more bytes follow `count`.
    static func read(_ base: UnsafePointer<UInt8>, at place: Int, count: Int, isComplete: Bool, inAttribute: Bool) -> CharacterReference {
        if base[place + 1] == Byte.number { return numeric(base, at: place, count: count, isComplete: isComplete) }
        guard isComplete || hasWholeName(base, from: place + 1, count: count) else { return .incomplete }
        guard Byte.isLetter(base[place + 1]), let match = NamedReferences.standard.match(in: base, at: place + 1) else { return .none }
        let end = place + 1 + match.length
        // "?a=1&copy=2" in an address is no reference.
        if inAttribute, !match.endsInSemicolon, base[end] == Byte.equals || isAlphanumeric(base[end]) { return .none }
        return .characters(match.first, match.second, end: end)
    }

    /// The longest name has 31 letters.
    private static func hasWholeName(_ base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Bool {
        var at = start
        while at < count, at < start + 33, isAlphanumeric(base[at]) { at += 1 }
        // In an attribute the byte after the name matters too.
        return at < count
    }

    @inline(__always)
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) }

    private static func numeric(_ base: UnsafePointer<UInt8>, at place: Int, count: Int, isComplete: Bool) -> CharacterReference {
        var at = place + 2
        let isHexadecimal = base[at] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { at += 1 }
        let start = at
        var value: UInt32 = 0
        while let digit = digit(base[at], isHexadecimal) {
            // Beyond the last character it only has to stay there.
            if value < 0x110000 { value = value * (isHexadecimal ? 16 : 10) + digit }
            at += 1
        }
        if at == count, !isComplete { return .incomplete }
        guard at > start else { return .none }
        if base[at] == Byte.semicolon { at += 1 }
        return .characters(character(value), 0, end: at)
    }

    @inline(__always)
    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if Byte.isDigit(byte) { return UInt32(byte - 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// What a number stands for (WHATWG HTML, "numeric character reference end state").
    static func character(_ value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    /// Numbers that people took from windows-1252; the others there stand for themselves.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018,
        0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
