import HTMLParsing

/// Entities a document declares for itself. Only short texts count: no markup, no other entity inside, nothing fetched; what a reference
/// stands for can never be much longer than the document that declares it.
struct XMLEntities {
    private(set) var values: [[UInt8]: [UInt8]] = [:]
    /// Longer than any character name needs; attacks need more of both.
    static let limits = (count: 128, length: 64)

    mutating func declare(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        guard values.count < Self.limits.count, value.count <= Self.limits.length, values[Array(name)] == nil else { return }
        guard value.contains(UInt8(ascii: "&")) else {
            guard !value.contains(UInt8(ascii: "%")), !value.contains(UInt8(ascii: "<")) else { return }
            values[Array(name)] = Array(value)
            return
        }
        // A single character, by number.
        guard value.first == UInt8(ascii: "&"), value.dropFirst().first == UInt8(ascii: "#"), value.last == UInt8(ascii: ";"),
            let scalar = XMLText.scalar(number: value.dropFirst(2).dropLast())
        else { return }
        values[Array(name)] = Array(String(scalar).utf8)
    }
}

/// What the characters of a document stand for.
enum XMLText {
    /// References resolved, line ends made one, forbidden characters left out. An ampersand that starts no reference stands for itself.
    /// Controls of the upper half are Windows characters that were declared to be ISO 8859-1: they become what their author saw.
    /// - Parameter entities: nil where an ampersand is only text.
    static func decoded(_ text: ArraySlice<UInt8>, entities: XMLEntities?, inAttribute: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte == 0xC2, at + 1 < text.endIndex, text[at + 1] < 0xA0 {
                output += String(readable(Unicode.Scalar(text[at + 1]))).utf8
                at += 2
            } else if byte == UInt8(ascii: "&"), let entities {
                if let (value, end) = reference(text, at, entities) {
                    output += value
                    at = end
                } else {
                    output.append(byte)
                    at += 1
                }
            } else if byte >= 0x20 {
                output.append(byte)
                at += 1
            } else {
                if byte == 0x0D {
                    if at + 1 == text.endIndex || text[at + 1] != 0x0A { output.append(inAttribute ? 0x20 : 0x0A) }
                } else if byte == 0x0A || byte == 0x09 {
                    output.append(inAttribute ? 0x20 : byte)
                }
                at += 1
            }
        }
        return output
    }

    /// What the reference at an ampersand stands for, and where it ends.
    static func reference(_ text: ArraySlice<UInt8>, _ start: Int, _ entities: XMLEntities) -> (value: [UInt8], end: Int)? {
        var end = start + 1
        let limit = min(text.endIndex, start + 40)
        while end < limit, isNamePart(text[end]) || text[end] == UInt8(ascii: "#") { end += 1 }
        let name = text[(start + 1)..<end]
        guard !name.isEmpty, end < text.endIndex, text[end] == UInt8(ascii: ";") else { return nil }
        if name.first == UInt8(ascii: "#") { return scalar(number: name.dropFirst()).map { (Array(String(readable($0)).utf8), end + 1) } }
        if let value = predefined(name) { return ([value], end + 1) }
        if !entities.values.isEmpty, let value = entities.values[Array(name)] { return (value, end + 1) }
        return named(name).map { ($0, end + 1) }
    }

    static func predefined(_ name: ArraySlice<UInt8>) -> UInt8? {
        if name.elementsEqual("amp".utf8) { return UInt8(ascii: "&") }
        if name.elementsEqual("lt".utf8) { return UInt8(ascii: "<") }
        if name.elementsEqual("gt".utf8) { return UInt8(ascii: ">") }
        if name.elementsEqual("quot".utf8) { return UInt8(ascii: "\"") }
        return name.elementsEqual("apos".utf8) ? UInt8(ascii: "'") : nil
    }

    /// HTML's names, which XML does not know but feeds use.
    private static func named(_ name: ArraySlice<UInt8>) -> [UInt8]? { HTMLEntities.characters(named: name).map { Array($0.utf8) } }

    /// `38`, `x26` or `X26`.
    static func scalar(number: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var digits = number
        var radix: UInt32 = 10
        if let first = digits.first, first | 0x20 == UInt8(ascii: "x") {
            radix = 16
            digits = digits.dropFirst()
        }
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            let letter = digit | 0x20
            if (0x30...0x39).contains(digit) {
                value = value &* radix &+ UInt32(digit - 0x30)
            } else if radix == 16, (0x61...0x66).contains(letter) {
                value = value &* 16 &+ UInt32(letter - 0x57)
            } else {
                return nil
            }
            guard value <= 0x10FFFF else { return nil }
        }
        guard value >= 0x20 || value == 9 || value == 10 || value == 13 else { return nil }
        return Unicode.Scalar(value)
    }

    /// Numbers of windows-1252 characters, written where Unicode has controls (WHATWG HTML, "numeric character reference end state").
    static func readable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(windows1252[Int(scalar.value - 0x80)]) ?? scalar
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018,
        0x2019,
        0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func isNameStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
