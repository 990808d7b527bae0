/// Reads TON, the JSON-like notation of lexbor's tests: comments, and texts between `$DATA{ ,12}` and `$DATA` whose lines are indented
/// by so many spaces.
struct TONReader {
    indirect enum Value {
        case null
        case flag(Bool)
        case number(Double)
        case string([UInt8])
        case list([Value])
        case object([String: Value])

        subscript(key: String) -> Value? {
            if case .object(let members) = self { members[key] } else { nil }
        }

        var bytes: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }
        var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
        var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
        var list: [Value] { if case .list(let values) = self { values } else { [] } }
    }

    struct Fault: Error { let place: Int }

    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func read(_ bytes: [UInt8]) throws(Fault) -> Value {
        var reader = TONReader(bytes)
        return try reader.value()
    }

    private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func skipSpace() {
        while at < bytes.count {
            if bytes[at...].starts(with: "/*".utf8) {
                at += 2
                while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
                at += 2
            } else if bytes[at...].starts(with: "//".utf8) {
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            } else if bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ":") {
                at += 1
            } else {
                return
            }
        }
    }

    private mutating func value() throws(Fault) -> Value {
        skipSpace()
        switch next {
        case UInt8(ascii: "["):
            at += 1
            var values: [Value] = []
            while try !ended(by: UInt8(ascii: "]")) { values.append(try value()) }
            return .list(values)
        case UInt8(ascii: "{"):
            at += 1
            var members: [String: Value] = [:]
            while try !ended(by: UInt8(ascii: "}")) {
                let key = try value().string ?? ""
                members[key] = try value()
            }
            return .object(members)
        case UInt8(ascii: "\""): return .string(try quoted())
        case UInt8(ascii: "$"): return .string(try block())
        default: return try word()
        }
    }

    private mutating func ended(by close: UInt8) throws(Fault) -> Bool {
        skipSpace()
        guard at < bytes.count else { throw Fault(place: at) }
        guard bytes[at] == close else { return false }
        at += 1
        return true
    }

    private mutating func word() throws(Fault) -> Value {
        let start = at
        while at < bytes.count, bytes[at] > 0x20, !",]}:".utf8.contains(bytes[at]) { at += 1 }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "true": return .flag(true)
        case "false": return .flag(false)
        case "null": return .null
        case let text:
            guard let number = Double(text) else { throw Fault(place: start) }
            return .number(number)
        }
    }

    private mutating func quoted() throws(Fault) -> [UInt8] {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        guard at < bytes.count else { throw Fault(place: start) }
        defer { at += 1 }
        return Self.unescaped(bytes[start..<at])
    }

    /// `$DATA{ ,12}`, lines, `$DATA`.
    private mutating func block() throws(Fault) -> [UInt8] {
        let start = at
        guard let open = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) else { throw Fault(place: at) }
        let mark = bytes[at..<open].prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
        let digits = bytes[at..<open].filter { (0x30...0x39).contains($0) }
        let indent = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        at = open + 1
        var lines: [ArraySlice<UInt8>] = []
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[at..<end]
            if line.drop(while: { $0 == 0x20 }).starts(with: mark) {
                at += line.prefix { $0 == 0x20 }.count + mark.count
                return Self.unescaped(Array(lines.joined(separator: [0x0A]))[...])
            }
            lines.append(line.dropFirst(min(indent, line.prefix { $0 == 0x20 }.count)))
            at = end + 1
        }
        throw Fault(place: start)
    }

    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex {
            guard text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex else {
                output.append(text[at])
                at += 1
                continue
            }
            let letter = text[at + 1]
            at += 2
            switch letter {
            case UInt8(ascii: "0"): output.append(0)
            case UInt8(ascii: "b"): output.append(8)
            case UInt8(ascii: "f"): output.append(12)
            case UInt8(ascii: "n"): output.append(10)
            case UInt8(ascii: "r"): output.append(13)
            case UInt8(ascii: "t"): output.append(9)
            case UInt8(ascii: "u"), UInt8(ascii: "x"):
                let digits = text[at...].prefix(letter == UInt8(ascii: "u") ? 4 : 2)
                at += digits.count
                let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                output += Array(String(scalar).utf8)
            default: output.append(letter)
            }
        }
        return output
    }
}
