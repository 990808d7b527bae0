/// JSON as pages carry it in scripts: read by hand, as page authors leave line breaks in strings and commas before brackets. What comes
/// after a fault is lost, what came before it is kept.
enum JSONText: Sendable {
    case text(String)
    case list([JSONText])
    case object([String: JSONText])
    case other

    /// Values nested deeper are left out.
    private static let depth = 32

    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        self = reader.value(Self.depth)
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        var next: UInt8? { at < bytes.count ? bytes[at] : nil }

        mutating func skipSpace() {
            while let byte = next, byte <= 0x20 { at += 1 }
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            skipSpace()
            guard next == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }

        /// One value, and always at least one byte further unless the text is at its end.
        mutating func value(_ depth: Int) -> JSONText {
            skipSpace()
            guard depth > 0 else {
                at = bytes.count
                return .other
            }
            switch next {
            case UInt8(ascii: "\""): return .text(string())
            case UInt8(ascii: "{"): return object(depth)
            case UInt8(ascii: "["): return list(depth)
            default:
                while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") { at += 1 }
                return .other
            }
        }

        private mutating func list(_ depth: Int) -> JSONText {
            var values: [JSONText] = []
            at += 1
            while !skip("]"), next != nil {
                values.append(value(depth - 1))
                if !skip(","), next != UInt8(ascii: "]") { break }
            }
            return .list(values)
        }

        private mutating func object(_ depth: Int) -> JSONText {
            var fields: [String: JSONText] = [:]
            at += 1
            while !skip("}"), next == UInt8(ascii: "\"") {
                let key = string()
                guard skip(":") else { break }
                let found = value(depth - 1)
                if fields[key] == nil { fields[key] = found }
                if !skip(","), next != UInt8(ascii: "}") { break }
            }
            return .object(fields)
        }

        private mutating func string() -> String {
            var output: [UInt8] = []
            at += 1
            while let byte = next, byte != UInt8(ascii: "\"") {
                at += 1
                if byte == UInt8(ascii: "\\") { escape(&output) } else { output.append(byte) }
            }
            at += 1
            return String(decoding: output, as: UTF8.self)
        }

        private mutating func escape(_ output: inout [UInt8]) {
            guard let byte = next else { return }
            at += 1
            switch byte {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
            case UInt8(ascii: "u"):
                guard let high = unit() else { return }
                var units = [high]
                if UTF16.isLeadSurrogate(high), next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") {
                    at += 2
                    if let low = unit() { units.append(low) }
                }
                output += String(decoding: units, as: UTF16.self).utf8
            default: output.append(byte)
            }
        }

        private mutating func unit() -> UInt16? {
            guard at + 4 <= bytes.count, let value = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16) else { return nil }
            at += 4
            return value
        }
    }

    var text: String? { texts.first }

    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        default: []
        }
    }

    /// Names of persons or bodies: plain text, or objects with a `name`.
    var names: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.names)
        case .object(let fields): fields["name"]?.texts ?? []
        case .other: []
        }
    }
}
