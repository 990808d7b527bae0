/// JSON as pages carry it in scripts: read by hand, as page authors leave line breaks and quotation marks in strings, commas before
/// brackets, comments, and several objects after each other. What comes after a fault is lost, what came before it is kept.
enum JSONText: Sendable {
    /// A string; also a number, as it is written.
    case text(String)
    case list([JSONText])
    case object([String: JSONText])
    case flag(Bool)
    case other

    /// - Parameter keys: the fields to keep; all others are skipped without being read.
    init(_ bytes: ArraySlice<UInt8>, keeping keys: Set<String>) {
        var reader = JSONTextReader(bytes: bytes, keys: keys)
        self = .list(reader.values())
    }

    var text: String? { texts.first }

    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        default: []
        }
    }

    var fields: [String: JSONText]? {
        switch self {
        case .object(let fields): fields
        case .list(let values): values.lazy.compactMap(\.fields).first
        default: nil
        }
    }

    /// Its members, or itself.
    var members: [JSONText] { if case .list(let values) = self { values } else { [self] } }
}

/// One pass over the bytes; recursion no deeper than `deepest`.
private struct JSONTextReader {
    let bytes: ArraySlice<UInt8>
    let keys: Set<String>
    private var at: Int
    /// Values still to be made: what describes an article needs a few hundred.
    private var budget = 20_000

    /// Values nested deeper are skipped.
    private static let deepest = 24

    init(bytes: ArraySlice<UInt8>, keys: Set<String>) {
        self.bytes = bytes
        self.keys = keys
        at = bytes.startIndex
    }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    /// The objects and lists at the top, whatever stands between them (`<!--`, `//<![CDATA[`).
    mutating func values() -> [JSONText] {
        var found: [JSONText] = []
        while let byte = next {
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") && bytes[at...].dropFirst().first != UInt8(ascii: "C") {
                found.append(value(Self.deepest))
            } else {
                at += 1
            }
        }
        return found
    }

    /// White space and comments.
    private mutating func skipSpace() {
        while let byte = next {
            if byte <= 0x20 {
                at += 1
            } else if byte == UInt8(ascii: "/"), at + 1 < bytes.endIndex, bytes[at + 1] == UInt8(ascii: "*") {
                at += 2
                while at < bytes.endIndex, !(bytes[at] == UInt8(ascii: "/") && bytes[at - 1] == UInt8(ascii: "*")) { at += 1 }
                at = min(at + 1, bytes.endIndex)
            } else if byte == UInt8(ascii: "/"), at + 1 < bytes.endIndex, bytes[at + 1] == UInt8(ascii: "/") {
                while let here = next, here != 0x0A { at += 1; _ = here }
            } else {
                return
            }
        }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    /// One value, and always at least one byte further unless the text is at its end.
    private mutating func value(_ depth: Int) -> JSONText {
        skipSpace()
        budget -= 1
        guard depth > 0, budget > 0 else {
            skipValue()
            return .other
        }
        switch next {
        case UInt8(ascii: "\""): return .text(string())
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return list(depth)
        default: return word()
        }
    }

    private mutating func word() -> JSONText {
        let start = at
        while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]"), byte > 0x20 { at += 1 }
        let word = String(decoding: bytes[start..<at].prefix(32), as: UTF8.self)
        if at == start { at = min(at + 1, bytes.endIndex) }
        switch word.lowercased() {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: return word.utf8.first.map { $0 &- 0x30 < 10 } == true ? .text(word) : .other
        }
    }

    private mutating func list(_ depth: Int) -> JSONText {
        var values: [JSONText] = []
        at += 1
        while !skip("]"), next != nil, next != UInt8(ascii: "}") {
            values.append(value(depth - 1))
            _ = skip(",")
        }
        return .list(values)
    }

    private mutating func object(_ depth: Int) -> JSONText {
        var fields: [String: JSONText] = [:]
        at += 1
        while !skip("}"), let byte = next, byte != UInt8(ascii: "]") {
            guard byte == UInt8(ascii: "\"") else {
                at += 1
                continue
            }
            let key = string()
            guard skip(":") else { continue }
            if keys.contains(key) {
                let found = value(depth - 1)
                if fields[key] == nil { fields[key] = found }
            } else {
                skipSpace()
                skipValue()
            }
            _ = skip(",")
        }
        return .object(fields)
    }

    /// Past one value, by counting brackets outside strings.
    private mutating func skipValue() {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return }
                depth -= 1
                at += 1
            case UInt8(ascii: ",") where depth == 0: return
            default: at += 1
            }
            if depth == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { return }
        }
    }

    private mutating func skipString() {
        at += 1
        while let byte = next, byte != UInt8(ascii: "\"") || !endsString { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
        at = min(at + 1, bytes.endIndex)
    }

    /// A quotation mark ends a string when what follows goes on with the structure; else its author forgot to escape it.
    private var endsString: Bool {
        var ahead = at + 1
        while ahead < bytes.endIndex, bytes[ahead] <= 0x20, ahead - at < 64 { ahead += 1 }
        guard ahead < bytes.endIndex else { return true }
        return ",:}]\"/".utf8.contains(bytes[ahead]) || ahead - at >= 64
    }

    private mutating func string() -> String {
        var output: [UInt8] = []
        at += 1
        while let byte = next, byte != UInt8(ascii: "\"") || !endsString {
            at += 1
            if byte == UInt8(ascii: "\\") { escape(&output) } else { output.append(byte) }
        }
        at = min(at + 1, bytes.endIndex)
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func escape(_ output: inout [UInt8]) {
        guard let byte = next else { return }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
        case UInt8(ascii: "u"):
            guard let high = unit() else { return }
            var units = [high]
            if UTF16.isLeadSurrogate(high), next == UInt8(ascii: "\\"), at + 1 < bytes.endIndex, bytes[at + 1] == UInt8(ascii: "u") {
                at += 2
                if let low = unit() { units.append(low) }
            }
            output += String(decoding: units, as: UTF16.self).utf8
        default: output.append(byte)
        }
    }

    private mutating func unit() -> UInt16? {
        guard at + 4 <= bytes.endIndex, let value = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16) else { return nil }
        at += 4
        return value
    }
}
