import CCharacterSets

/// Encodings outside the Encoding Standard, read by the C library's iconv.
enum PlatformDecoding {
    /// nil when iconv does not know the name here.
    static func decoded(_ bytes: [UInt8], _ name: String) -> [UInt8]? {
        var count = 0
        var replaced = 0
        guard let output = cs_to_utf8(bytes, bytes.count, name, &count, &replaced) else { return nil }
        defer { cs_free_bytes(output) }
        return Array(UnsafeBufferPointer(start: output, count: count))
    }
}
