/// From bytes to UTF-8. What decides, in order: a byte order mark, the server's charset, the document's own declaration, the bytes
/// themselves (HTML Standard, section 13.2.3, "determining the character encoding"). Never fails: what cannot be read becomes U+FFFD.
public enum CharacterDecoding {
    /// Where a document of this kind declares its encoding.
    public enum Syntax: Sendable {
        /// `<meta charset>`, `<meta http-equiv>`, an XML declaration.
        case html
        /// Only in an XML declaration: a `meta` in the text of a feed is not the feed's.
        case xml
        /// Nowhere.
        case text
    }

    /// - Parameter declared: the charset of the Content-Type field, if any.
    /// - Returns: UTF-8 without a byte order mark, and the name of the encoding read, as the Encoding Standard spells it. Bytes that are UTF-8
    ///   are returned as they are, not copied.
    public static func decode(_ bytes: [UInt8], declared: String?, syntax: Syntax = .html) -> (utf8: [UInt8], encoding: String) {
        if let (encoding, length) = mark(bytes) { return (encoding.decoded(Array(bytes[length...])), encoding.name) }
        let isUTF8 = UTF8Validation.isValid(bytes)
        let encoding = chosen(bytes, declared, syntax, isUTF8: isUTF8)
        if isUTF8, case .utf8 = encoding.form { return (bytes, encoding.name) }
        return (encoding.decoded(bytes), encoding.name)
    }

    /// The name of the encoding a label stands for, quoted or not; nil for labels nobody knows.
    public static func encodingName(_ label: String) -> String? { EncodingLabels.encoding(inHeader: label)?.name }

    /// The name of the encoding that a byte order mark announces, and the length of the mark.
    public static func markedEncoding(_ bytes: [UInt8]) -> (name: String, length: Int)? {
        mark(bytes).map { ($0.encoding.name, $0.length) }
    }

    /// The name of the encoding that a document declares for itself, whatever its bytes are in truth; nil when it declares none that is known.
    public static func declaredEncoding(_ bytes: [UInt8], syntax: Syntax = .html) -> String? { declaration(bytes, syntax)?.name }

    /// What the XML declaration of a document says, as it is spelled there, in UTF-16, UTF-32 and EBCDIC too.
    public static func xmlLabel(_ bytes: [UInt8]) -> String? {
        XMLDeclaration.label(in: mark(bytes).map { $0.encoding.decoded(Array(bytes[$0.length...].prefix(4096))) } ?? bytes)
    }

    /// Reads bytes as the encoding of a label, without looking for marks or declarations; nil for labels nobody knows.
    public static func convert(_ bytes: [UInt8], from label: String) -> [UInt8]? { EncodingLabels.encoding(inHeader: label)?.decoded(bytes) }

    private static func mark(_ bytes: [UInt8]) -> (encoding: CharacterEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        let marks: [(label: String, bytes: [UInt8])] = [
            ("utf-32be", [0, 0, 0xFE, 0xFF]), ("utf-32le", [0xFF, 0xFE, 0, 0]), ("utf-16be", [0xFE, 0xFF]), ("utf-16le", [0xFF, 0xFE]),
        ]
        guard let first = bytes.first, first == 0 || first >= 0xFE else { return nil }
        guard let found = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        return EncodingLabels.encoding(found.label).map { ($0, found.bytes.count) }
    }

    private static func chosen(_ bytes: [UInt8], _ declared: String?, _ syntax: Syntax, isUTF8: Bool) -> CharacterEncoding {
        if let encoding = declared.flatMap(EncodingLabels.encoding(inHeader:)) { return checked(encoding, bytes, isUTF8: isUTF8) }
        if let encoding = declaration(bytes, syntax) { return checked(encoding, bytes, isUTF8: isUTF8) }
        return EncodingDetection.encoding(of: bytes)
    }

    private static func declaration(_ bytes: [UInt8], _ syntax: Syntax) -> CharacterEncoding? {
        guard syntax != .text else { return nil }
        if let family = XMLDeclaration.family(of: bytes) {
            // Of the EBCDIC pages, the declaration names one.
            let label = family.isNarrow ? XMLDeclaration.label(in: bytes) : nil
            return label.flatMap(EncodingLabels.encoding(_:)).flatMap { $0.name.hasPrefix("IBM") ? $0 : nil } ?? family
        }
        guard syntax == .xml else { return DeclarationScan.encoding(in: bytes) }
        return XMLDeclaration.label(inNarrow: bytes).flatMap(EncodingLabels.encoding(_:)).map(DeclarationScan.readable)
    }

    /// A declared encoding that the bytes contradict loses, where browsers would show rubbish: valid UTF-8 with characters beyond ASCII is no
    /// accident, and bytes that are not UTF-8 in more than one sequence of twenty were not written as it.
    private static func checked(_ encoding: CharacterEncoding, _ bytes: [UInt8], isUTF8: Bool) -> CharacterEncoding {
        switch encoding.form {
        case .utf8:
            if isUTF8 { return encoding }
            let census = UTF8Validation.census(bytes)
            return census.faults * 20 > census.faults + census.sequences ? EncodingDetection.encoding(of: bytes) : encoding
        case .singleByte, .gb18030, .big5, .eucJP, .shiftJIS, .eucKR:
            let census = UTF8Validation.census(bytes)
            // Two letters of a two-byte encoding can look like UTF-8; eight do not.
            return census.isValid && census.sequences >= (encoding.isSingleByte ? 1 : 8) ? .utf8 : encoding
        default: return encoding
        }
    }
}
