/// Encodings of one byte a character (Encoding Standard, "legacy single-byte encodings" and "x-user-defined").
enum SingleByteDecoding {
    /// - Parameter table: the code points of bytes 0x80 to 0xFF, 0 where there is none.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, table: UnsafePointer<UInt16>?, _ output: inout UTF8Output) {
        guard let table else { return }
        var at = 0
        while true {
            output.copyASCII(bytes, &at)
            while at < bytes.count, bytes[at] >= 0x80 {
                let scalar = table[Int(bytes[at] & 0x7F)]
                output.append(scalar == 0 ? UTF8Output.replacement : UInt32(scalar))
                at += 1
            }
            guard at < bytes.count else { return }
        }
    }

    static func decodeUserDefined(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        for byte in bytes { output.append(byte < 0x80 ? UInt32(byte) : 0xF780 + UInt32(byte & 0x7F)) }
    }
}
