/// Finds the encoding an HTML page declares for itself (HTML Standard, section 13.2.3.2, "prescan a byte stream to determine its encoding").
struct DeclarationScan {
    /// Browsers look at 1,024 bytes before they parse, and change their mind when a later `meta` in the head says otherwise: here one look as
    /// far as a head with scripts in it reaches.
    private static let reach = 64 << 10
    /// Behind this, the declaration counts only while the head lasts.
    private static let certain = 1024

    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// nil when nothing is declared, or nothing that is known.
    static func encoding(in bytes: [UInt8]) -> CharacterEncoding? {
        var scan = DeclarationScan(bytes: bytes.prefix(reach), at: 0)
        return scan.metaEncoding() ?? XMLDeclaration.label(inNarrow: bytes).flatMap(EncodingLabels.encoding(_:)).map(readable)
    }

    /// A declaration that could be read byte by byte cannot be in a wide encoding.
    static func readable(_ encoding: CharacterEncoding) -> CharacterEncoding {
        if !encoding.isNarrow { return .utf8 }
        return encoding.form == .userDefined ? .windows1252 : encoding
    }

    private mutating func metaEncoding() -> CharacterEncoding? {
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = open
            if starts("<!--") {
                skip(past: "-->", from: open + 2)
            } else if starts("<meta"), let next = byte(open + 5), next <= 0x20 || next == UInt8(ascii: "/") {
                at = open + 5
                if let found = metaElement() { return found }
            } else if isTag(open) {
                if open >= Self.certain, starts("</head") || starts("<body") { return nil }
                at = bytes[open...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? bytes.endIndex
                while attribute() != nil {}
            } else if let next = byte(open + 1), "!/?".utf8.contains(next) {
                skip(past: ">", from: open + 1)
            } else {
                at = open + 1
            }
        }
        return nil
    }

    private mutating func metaElement() -> CharacterEncoding? {
        var seen: Set<String> = []
        var isPragma = false
        var needsPragma: Bool?
        var found: CharacterEncoding?
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": isPragma = value == "content-type"
            case "content":
                guard needsPragma == nil, let encoding = Self.label(inContent: value).flatMap(EncodingLabels.encoding(_:)) else { continue }
                (found, needsPragma) = (encoding, true)
            case "charset": (found, needsPragma) = (EncodingLabels.encoding(value), false)
            default: continue
            }
        }
        guard let needsPragma, !needsPragma || isPragma else { return nil }
        return found.map(Self.readable)
    }

    /// The next attribute of the tag that `at` stands in, in lower case; nil when there is none ("get an attribute").
    private mutating func attribute() -> (name: String, value: String)? {
        while let next = byte(at), next <= 0x20 || next == UInt8(ascii: "/") { at += 1 }
        guard let first = byte(at), first != UInt8(ascii: ">") else { return nil }
        let start = at
        at += 1
        while let next = byte(at), next > 0x20, !"=/>".utf8.contains(next) { at += 1 }
        let name = text(start, at)
        skipSpace()
        guard byte(at) == UInt8(ascii: "=") else { return (name, "") }
        at += 1
        skipSpace()
        guard let quote = byte(at), quote != UInt8(ascii: ">") else { return (name, "") }
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let open = at + 1
            guard let close = bytes[open...].firstIndex(of: quote) else {
                at = bytes.endIndex
                return nil
            }
            at = close + 1
            return (name, text(open, close))
        }
        let open = at
        while let next = byte(at), next > 0x20, next != UInt8(ascii: ">") { at += 1 }
        return (name, text(open, at))
    }

    /// The charset in a `content` in lower case ("extract a character encoding from a meta element").
    static func label(inContent content: String) -> String? {
        let bytes = Array(content.utf8)[...]
        var from = bytes.startIndex
        while let found = ByteSearch.first("charset", in: bytes[from...]) {
            let after = bytes[(found + 7)...].drop { $0 <= 0x20 }
            guard after.first == UInt8(ascii: "=") else {
                from = after.startIndex
                continue
            }
            let value = after.dropFirst().drop { $0 <= 0x20 }
            if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let inner = value.dropFirst()
                return inner.firstIndex(of: quote).map { String(decoding: inner[..<$0], as: UTF8.self) }
            }
            return String(decoding: value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
        }
        return nil
    }

    private func byte(_ place: Int) -> UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    private func isTag(_ open: Int) -> Bool {
        let first = byte(open + 1) == UInt8(ascii: "/") ? open + 2 : open + 1
        return byte(first).map { (0x61...0x7A).contains($0 | 0x20) } ?? false
    }

    private mutating func skipSpace() { while let next = byte(at), next <= 0x20 { at += 1 } }

    private mutating func skip(past mark: String, from start: Int) {
        at = ByteSearch.first(mark, in: bytes[min(start, bytes.endIndex)...]).map { $0 + mark.utf8.count } ?? bytes.endIndex
    }

    private func starts(_ lowerCase: String) -> Bool { ByteSearch.starts(bytes[at...], with: lowerCase) }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

/// Words of ASCII in bytes, whatever their case.
enum ByteSearch {
    static func starts(_ bytes: ArraySlice<UInt8>, with lowerCase: String) -> Bool {
        bytes.count >= lowerCase.utf8.count
            && zip(bytes, lowerCase.utf8).allSatisfy { ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) == $1 }
    }

    static func first(_ lowerCase: String, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = lowerCase.utf8.first else { return bytes.startIndex }
        let (lower, upper) = (first, (0x61...0x7A).contains(first) ? first & 0xDF : first)
        return bytes.indices.first { (bytes[$0] == lower || bytes[$0] == upper) && starts(bytes[$0...], with: lowerCase) }
    }
}
