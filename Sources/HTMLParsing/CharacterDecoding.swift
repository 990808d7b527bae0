import CMarkup

/// From bytes to UTF-8. What decides, in order: a byte order mark, the server's charset, the document's own declaration, the bytes
/// themselves. Never fails: what cannot be read becomes U+FFFD.
public enum CharacterDecoding {
    /// - Parameter declared: the charset of the Content-Type field, if any.
    /// - Returns: UTF-8 without a byte order mark, and the WHATWG name of the encoding read.
    public static func decode(_ bytes: [UInt8], declared: String?) -> (utf8: [UInt8], encoding: String) {
        if let (name, length) = mark(bytes) { return transcoded(Array(bytes[length...]), to: name) }
        if let name = declared.flatMap(encodingName) { return transcoded(bytes, to: checked(name, bytes)) }
        if let name = wideName(bytes) { return transcoded(bytes, to: name) }
        if let name = DeclarationScan.label(in: bytes).flatMap(encodingName) { return transcoded(bytes, to: narrow(checked(name, bytes))) }
        return transcoded(bytes, to: detected(bytes))
    }

    /// The encoding a label stands for; nil for labels nobody knows.
    public static func encodingName(_ label: String) -> String? {
        EncodingLabels.encodings[tidy(label)]?.name
    }

    private static func tidy(_ label: String) -> String {
        var bytes = Array(label.utf8)
        while let last = bytes.last, last <= 0x20 || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") { bytes.removeLast() }
        let start = bytes.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") } ?? bytes.endIndex
        return String(decoding: bytes[start...], as: UTF8.self).lowercased()
    }

    private static func mark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        return nil
    }

    /// `<` in sixteen or thirty-two bits: XML without a mark (XML 1.0, appendix F).
    private static func wideName(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 4 else { return nil }
        return switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, 0, 0, 0x3C): "UTF-32BE"
        case (0x3C, 0, 0, 0): "UTF-32LE"
        case (0, 0x3C, 0, 1...): "UTF-16BE"
        case (0x3C, 0, 1..., 0): "UTF-16LE"
        default: nil
        }
    }

    /// A declaration that could be read byte by byte cannot be in a wide encoding (WHATWG, "prescan a byte stream").
    private static func narrow(_ name: String) -> String { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") ? "UTF-8" : name }

    /// A declared encoding that the bytes contradict loses: valid UTF-8 with characters beyond ASCII is no accident, and bytes that are
    /// not UTF-8 were not written as it.
    private static func checked(_ name: String, _ bytes: [UInt8]) -> String {
        let isSingleByte = name.hasPrefix("ISO-8859") || name.hasPrefix("windows-125")
        if name == "UTF-8", !isUTF8(bytes), isMostlyForeign(bytes) { return detected(bytes) }
        if isSingleByte, bytes.contains(where: { $0 >= 0x80 }), isUTF8(bytes) { return "UTF-8" }
        return name
    }

    /// More than one broken sequence in twenty: not UTF-8 with a few slips.
    private static func isMostlyForeign(_ bytes: [UInt8]) -> Bool {
        let high = bytes.reduce(into: 0) { count, byte in if byte >= 0xC0 { count += 1 } }
        let broken = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: 0) { count, scalar in if scalar == "\u{FFFD}" { count += 1 } }
        return broken * 20 > max(high, 1)
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The first bytes are enough to know an encoding by.
    private static let sample = 64 << 10

    private static func detected(_ bytes: [UInt8]) -> String {
        if isUTF8(bytes) { return "UTF-8" }
        let head = bytes.count > sample ? Array(bytes[..<sample]) : bytes
        var name = [CChar](repeating: 0, count: 64)
        if cm_guess_encoding(head, head.count, &name, name.count) != 0 {
            let label = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // "ASCII" or "UTF-8" for bytes that are neither: the sample did not hold the others.
            if let found = encodingName(label), found != "UTF-8" { return found }
        }
        return "windows-1252"
    }

    private static func transcoded(_ bytes: [UInt8], to name: String) -> (utf8: [UInt8], encoding: String) {
        if name == "UTF-8" { return (isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8), name) }
        guard let iconvName = EncodingLabels.encodings[name.lowercased()]?.iconv else { return (repaired(bytes), "UTF-8") }
        var count = 0
        var replaced = 0
        guard let output = cm_to_utf8(bytes, bytes.count, iconvName, &count, &replaced) else { return (repaired(bytes), "UTF-8") }
        defer { cm_free_bytes(output) }
        return (Array(UnsafeBufferPointer(start: output, count: count)), name)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }
}
