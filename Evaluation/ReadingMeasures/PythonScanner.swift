/// The words of a Python expression.
struct PythonScanner {
    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { place >= bytes.count }

    /// The next byte that is no space; zero at the end.
    var peek: UInt8 {
        mutating get {
            skipSpace()
            return isAtEnd ? 0 : bytes[place]
        }
    }

    mutating func skipSpace() { while place < bytes.count, bytes[place] <= 0x20 { place += 1 } }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    mutating func take(word: String) -> Bool {
        skipSpace()
        let end = place + word.utf8.count
        guard end <= bytes.count, bytes[place..<end].elementsEqual(word.utf8), end == bytes.count || !Self.isNamePart(bytes[end]) else {
            return false
        }
        place = end
        return true
    }

    mutating func takeComparison() -> String? {
        skipSpace()
        for sign in ["==", "!=", "<=", ">=", "<", ">"] where bytes[place...].starts(with: sign.utf8) {
            place += sign.utf8.count
            return sign
        }
        if take(word: "in") { return "in" }
        if take(word: "is") { return take(word: "not") ? "is not" : "is" }
        let mark = place
        if take(word: "not"), take(word: "in") { return "not in" }
        place = mark
        return nil
    }

    mutating func takeName() -> String {
        skipSpace()
        let start = place
        while place < bytes.count, Self.isNamePart(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    mutating func takeNumber() -> Double? {
        skipSpace()
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) || (place > start && bytes[place] == UInt8(ascii: ".")) { place += 1 }
        return start == place ? nil : Double(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    /// A literal with or without the prefixes `u` and `b`, single, double or triple quoted.
    mutating func takeString() throws -> String? {
        skipSpace()
        var at = place
        if at + 1 < bytes.count, [UInt8(ascii: "u"), UInt8(ascii: "b")].contains(bytes[at] | 0x20), Self.isQuote(bytes[at + 1]) { at += 1 }
        guard at < bytes.count, Self.isQuote(bytes[at]) else { return nil }
        let quote = bytes[at]
        let width = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote ? 3 : 1
        at += width
        var output: [UInt8] = []
        while true {
            guard at < bytes.count else { throw PythonExpression.Failure.syntax(at: place) }
            if bytes[at] == quote, at + width <= bytes.count, bytes[at..<(at + width)].allSatisfy({ $0 == quote }) { break }
            if bytes[at] == UInt8(ascii: "\\") {
                output += escape(&at)
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        place = at + width
        return String(decoding: output, as: UTF8.self)
    }

    private func escape(_ at: inout Int) -> [UInt8] {
        guard at + 1 < bytes.count else {
            at += 1
            return []
        }
        let letter = bytes[at + 1]
        at += 2
        let digits: Int
        switch letter {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return [letter]
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default: return [UInt8(ascii: "\\"), letter]
        }
        let text = String(decoding: bytes[at..<min(at + digits, bytes.count)], as: UTF8.self)
        at = min(at + digits, bytes.count)
        return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    }

    /// Past what failed to evaluate: to the next `and`, `or` or closing mark outside strings and brackets.
    mutating func skipOperand(from mark: Int) {
        place = mark
        var depth = 0
        while !isAtEnd {
            if (try? takeString()) != nil { continue }
            if depth == 0 {
                let here = place
                if take(word: "and") || take(word: "or") {
                    place = here
                    return
                }
            }
            let byte = peek
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) {
                if depth == 0 { return }
                depth -= 1
            }
            if Self.isNamePart(byte) { _ = takeName() } else { place += 1 }
        }
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
