/// What counts as white space in a page, and text with single spaces.
enum Whitespace {
    /// Bytes of the white space character that starts here, zero-width ones among them; 0 when it is none.
    static func length(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 { return 1 }
        guard byte >= 0xC2, at + 1 < bytes.endIndex else { return 0 }
        if byte == 0xC2 { return bytes[at + 1] == 0xA0 ? 2 : 0 }
        guard byte >= 0xE2, at + 2 < bytes.endIndex else { return 0 }
        switch (byte, bytes[at + 1], bytes[at + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return 3
        default: return 0
        }
    }

    static func normalised(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = ArraySlice(Array(bytes))
        var output: [UInt8] = []
        var pending = false
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let length = Whitespace.length(bytes, at)
            if length > 0 {
                pending = !output.isEmpty
                at += length
                continue
            }
            if pending { output.append(0x20) }
            pending = false
            output.append(bytes[at])
            at += 1
        }
        return output
    }

    static func normalised(_ text: String) -> String { String(decoding: normalised(text.utf8), as: UTF8.self) }
}
