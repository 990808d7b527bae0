import CMarkup

/// What bytes say of their encoding when nothing declares it, or what does is wrong.
enum EncodingDetection {
    /// The first bytes are enough to know an encoding by.
    private static let sample = 64 << 10

    /// Bytes that are UTF-8 were written as it; for others uchardet judges, and windows-1252 stands where it cannot.
    static func encoding(of bytes: [UInt8]) -> CharacterEncoding {
        let census = UTF8Validation.census(bytes)
        if census.isValid || census.isOnlyCutShort { return .utf8 }
        let head = bytes.count > sample ? Array(bytes[..<sample]) : bytes
        var name = [CChar](repeating: 0, count: 64)
        if cm_guess_encoding(head, head.count, &name, name.count) != 0 {
            let label = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // "ASCII" or "UTF-8" for bytes that are neither: the sample did not hold the others.
            if let found = EncodingLabels.encoding(label), found.form != .utf8 { return found }
        }
        return .windows1252
    }
}
