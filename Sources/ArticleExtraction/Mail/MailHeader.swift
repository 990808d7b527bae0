import HTMLParsing

/// The fields above a message or a part of one (RFC 5322, RFC 2045).
struct MailHeader {
    private var fields: [(name: String, value: [UInt8])] = []
    /// Where what it describes begins.
    let bodyStart: Int

    private static let mostFields = 1000
    private static let longestValue = 64 << 10

    /// Reads fields up to the first empty line; folded lines are joined, what is no field is skipped.
    init(_ bytes: ArraySlice<UInt8>) {
        var at = bytes.startIndex
        var isOpen = false
        while at < bytes.endIndex {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[at..<end].last == 0x0D ? bytes[at..<(end - 1)] : bytes[at..<end]
            at = min(end + 1, bytes.endIndex)
            guard let first = line.first else { break }
            if first == 0x20 || first == 0x09 {
                if isOpen, fields[fields.count - 1].value.count + line.count < Self.longestValue { fields[fields.count - 1].value += line }
                continue
            }
            isOpen = false
            guard let colon = line.prefix(200).firstIndex(of: UInt8(ascii: ":")), fields.count < Self.mostFields else { continue }
            fields.append((Phrases.lowered(line[..<colon].filter { $0 > 0x20 }), Array(line[(colon + 1)...].prefix(Self.longestValue))))
            isOpen = true
        }
        bodyStart = at
    }

    /// The first field of that name (lower case) as it stands, white space normalised.
    func raw(_ name: String) -> String? {
        fields.first { $0.name == name }.map { Whitespace.normalised(Array(CharacterDecoding.decode($0.value, declared: nil, syntax: .text).utf8)) }
            .map {
                String(decoding: $0, as: UTF8.self)
            }
    }

    /// Its encoded words decoded; nil when it is empty.
    func text(_ name: String) -> String? {
        guard let raw = raw(name) else { return nil }
        let text = Whitespace.normalised(EncodedWords.decoded(raw))
        return text.isEmpty ? nil : text
    }

    /// "multipart/mixed; boundary=x": the value and one of its parameters.
    func value(_ name: String) -> String? {
        raw(name).map { Whitespace.normalised(String($0.prefix { $0 != ";" })).lowercased() }
    }

    /// A parameter behind the value, RFC 2231 among them: `filename*=utf-8''na%C3%AFve.pdf`, `filename*0="a"; filename*1="b"`.
    func parameter(_ parameter: String, of name: String) -> String? {
        guard let raw = raw(name) else { return nil }
        let all = MailParameters.read(raw)
        if let whole = all[parameter] { return EncodedWords.decoded(whole) }
        if let extended = all[parameter + "*"] { return MailParameters.extended(extended) }
        let parts = (0..<32).map { (all["\(parameter)*\($0)"] ?? all["\(parameter)*\($0)*"], all["\(parameter)*\($0)*"] != nil) }.prefix {
            $0.0 != nil
        }
        guard let first = parts.first else { return nil }
        let joined = parts.compactMap(\.0).joined()
        return first.1 ? MailParameters.extended(joined) : joined
    }
}

enum MailParameters {
    /// By name in lower case; the value that comes first wins.
    static func read(_ field: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = Array(field.utf8)[...]
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        while let semicolon = rest.first, semicolon == UInt8(ascii: ";"), found.count < 64 {
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(name.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            var value: [UInt8] = []
            if rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                while let byte = rest.first, byte != UInt8(ascii: "\"") {
                    rest = rest.dropFirst()
                    if byte == UInt8(ascii: "\\"), let escaped = rest.first {
                        value.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        value.append(byte)
                    }
                }
                rest = rest.drop { $0 != UInt8(ascii: ";") }
            } else {
                value = Array(rest.prefix { $0 != UInt8(ascii: ";") })
                rest = rest.dropFirst(value.count)
                while let last = value.last, last <= 0x20 { value.removeLast() }
            }
            let key = Phrases.lowered(name.filter { $0 > 0x20 })
            if found[key] == nil { found[key] = String(decoding: value, as: UTF8.self) }
        }
        return found
    }

    /// `utf-8'en'na%C3%AFve`
    static func extended(_ text: String) -> String {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return text }
        var bytes: [UInt8] = []
        var rest = Array(parts[2].utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = TransferEncoding.hex(rest.prefix(2)) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: CharacterDecoding.decode(bytes, declared: String(parts[0]), syntax: .text).utf8, as: UTF8.self)
    }
}

/// `=?utf-8?Q?caf=C3=A9?=` in header fields (RFC 2047).
enum EncodedWords {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "?")) else { return text }
        var output: [UInt8] = []
        // Neighbours in one charset may share a character between them.
        var pending: (charset: String, bytes: [UInt8])?
        var space: [UInt8] = []
        var rest = Array(text.utf8)[...]
        func flush() {
            if let (charset, bytes) = pending { output += CharacterDecoding.decode(bytes, declared: charset, syntax: .text).utf8 }
            pending = nil
        }
        while let byte = rest.first {
            if byte == UInt8(ascii: "="), let word = word(rest) {
                // White space between encoded words is not part of the text.
                if pending == nil { output += space }
                space = []
                if let open = pending, open.charset != word.charset { flush() }
                pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
                rest = rest.dropFirst(word.length)
                continue
            }
            rest = rest.dropFirst()
            if byte == 0x20 || byte == 0x09 {
                space.append(byte)
                continue
            }
            flush()
            output += space
            space = []
            output.append(byte)
        }
        flush()
        return String(decoding: output + space, as: UTF8.self)
    }

    /// The word that starts here; at most 300 bytes, though the standard says 75.
    private static func word(_ rest: ArraySlice<UInt8>) -> (charset: String, bytes: [UInt8], length: Int)? {
        let head = rest.prefix(300)
        guard head.starts(with: "=?".utf8) else { return nil }
        let parts = head.dropFirst(2).split(separator: UInt8(ascii: "?"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == UInt8(ascii: "="), let form = parts[1].first, parts[1].count == 1, !parts[0].isEmpty else {
            return nil
        }
        let charset = Phrases.lowered(parts[0].prefix { $0 != UInt8(ascii: "*") })
        let length = parts[0].count + parts[1].count + parts[2].count + 6
        switch form | 0x20 {
        case UInt8(ascii: "b"): return (charset, TransferEncoding.base64(parts[2]), length)
        case UInt8(ascii: "q"):
            let spaced = parts[2].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            return (charset, TransferEncoding.quotedPrintable(spaced[...]), length)
        default: return nil
        }
    }
}

/// How bytes were made fit for the mail (RFC 2045, section 6). Damage is passed over, never refused.
enum TransferEncoding {
    static func decoded(_ bytes: ArraySlice<UInt8>, as name: String?) -> [UInt8] {
        switch name ?? "" {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// What is not of the alphabet is skipped; padding ends a run of bits.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="):
                bits = 0
                count = 0
                continue
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return output
    }

    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "=") else {
                output.append(byte)
                continue
            }
            let next = bytes[at...].prefix(2)
            if let value = hex(next) {
                output.append(value)
                at += 2
            } else if let line = softBreak(bytes[at...]) {
                at += line
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// The length of blanks and a line end behind `=`.
    private static func softBreak(_ rest: ArraySlice<UInt8>) -> Int? {
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.count
        let end = rest.dropFirst(blanks).first
        return end == nil ? blanks : end == 0x0A ? blanks + 1 : nil
    }

    static func hex(_ digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        var value: UInt8 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | (digit - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | ((digit | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
