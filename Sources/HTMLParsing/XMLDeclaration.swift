/// The encoding an XML document declares for itself, in whichever family of encodings it stands (XML 1.0, appendix F).
enum XMLDeclaration {
    /// A declaration ends within this many bytes.
    private static let reach = 1024

    /// The family the first four bytes show without a mark; nil when they may be ASCII.
    static func family(of bytes: [UInt8]) -> CharacterEncoding? {
        guard bytes.count >= 4 else { return nil }
        let label: String? =
            switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
            case (0, 0, 0, 0x3C): "utf-32be"
            case (0x3C, 0, 0, 0): "utf-32le"
            case (0, 0x3C, 0, 1...): "utf-16be"
            case (0x3C, 0, 1..., 0): "utf-16le"
            // "<?xm" in EBCDIC, whatever its page.
            case (0x4C, 0x6F, 0xA7, 0x94): "ibm037"
            default: nil
            }
        return label.flatMap(EncodingLabels.encoding(_:))
    }

    /// What the declaration says, as it is spelled there; nil without one.
    static func label(in bytes: [UInt8]) -> String? {
        guard let family = family(of: bytes) else { return label(inNarrow: bytes) }
        return label(inNarrow: family.decoded(Array(bytes.prefix(reach))))
    }

    /// In bytes that are ASCII as far as the declaration goes ("get an XML encoding", HTML Standard; blanks in front are forgiven).
    static func label(inNarrow bytes: [UInt8]) -> String? {
        let start = bytes.prefix(reach).drop { $0 <= 0x20 }
        guard start.starts(with: "<?xml".utf8), let close = start.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let declaration = start[..<close]
        guard let found = ByteSearch.first("encoding", in: declaration) else { return nil }
        let sign = declaration[(found + 8)...].drop { $0 <= 0x20 }
        guard sign.first == UInt8(ascii: "=") else { return nil }
        let quoted = sign.dropFirst().drop { $0 <= 0x20 }
        guard let quote = quoted.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let inner = quoted.dropFirst()
        guard let end = inner.firstIndex(of: quote) else { return nil }
        return String(decoding: inner[..<end], as: UTF8.self)
    }
}
