/// Reading UTF-8 bytes one scalar at a time. The bytes come from a `String`, so they are valid.
struct TextBytes {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// - Parameter bytes: valid UTF-8.
    init(bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    subscript(index: Int) -> UInt8 { bytes[index] }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The scalar that starts at `index` and how many bytes it takes.
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), 1) }
        func tail(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0 }
        if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | tail(1), min(2, bytes.count - index)) }
        if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, bytes.count - index)) }
        return (UInt32(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, bytes.count - index))
    }

    /// The scalar that ends right before `index`; nil at `start`.
    func scalar(before index: Int, from start: Int = 0) -> (value: UInt32, length: Int)? {
        var position = index - 1
        guard position >= start else { return nil }
        while position > start, bytes[position] & 0xC0 == 0x80 { position -= 1 }
        return scalar(at: position)
    }

    /// The range without white space at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let next = scalar(at: lower)
            guard isSpace(next.value) else { break }
            lower += next.length
        }
        while upper > lower, let last = scalar(before: upper, from: lower), isSpace(last.value) { upper -= last.length }
        return lower..<upper
    }
}

func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
}

func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

/// Han, kana and their like: written without spaces.
func isIdeograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
}

func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    if scalar < 0x250 { return scalar >= 0xC0 ? scalar != 0xD7 && scalar != 0xF7 : scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
    if (0x300...0x36F).contains(scalar) { return true }
    guard !isIdeograph(scalar), let value = Unicode.Scalar(scalar) else { return false }
    return value.properties.isAlphabetic
}

func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
}

func isLowercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
}

func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC }

/// Marks that may close a quotation or bracket after a full stop.
func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x201C, 0x201D, 0x2019, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF09, 0x300B, 0x3011: true
    default: false
    }
}

/// Marks that may open a quotation or bracket before the first word of a sentence.
func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x201C, 0x201E, 0x2018, 0x201A, 0xAB, 0x2039, 0x300C, 0x300E, 0xFF08, 0x300A, 0x3010: true
    default: false
    }
}
