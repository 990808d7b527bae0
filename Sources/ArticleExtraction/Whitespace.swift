/// What counts as white space in a page, and text with single spaces.
enum Whitespace {
    /// Bytes of the white space character that starts here, zero-width ones among them; 0 when it is none.
    static func length(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
        bytes[at] <= 0x20 ? 1 : bytes.withUnsafeBufferPointer { length($0, at - bytes.startIndex, $0.count) }
    }

    /// The same in a text that ends at `end`.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 { return 1 }
        guard byte >= 0xC2, at + 1 < end else { return 0 }
        if byte == 0xC2 { return bytes[at + 1] == 0xA0 ? 2 : 0 }
        guard byte >= 0xE2, at + 2 < end else { return 0 }
        switch (byte, bytes[at + 1], bytes[at + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return 3
        default: return 0
        }
    }

    /// One past the words that start here and have single blanks between them.
    static func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        func isWord(_ at: Int) -> Bool {
            let byte = bytes[at]
            // Only these begin white space: controls, the blank, and the first bytes of the wider spaces.
            return byte > 0x20 && (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 || length(bytes, at, end) == 0)
        }
        var at = start + 1
        while at < end {
            at = endOfPlainWords(bytes, at, end)
            if at < end, isWord(at) {
                at += 1
            } else if at + 1 < end, bytes[at] == 0x20, isWord(at + 1) {
                at += 2
            } else {
                break
            }
        }
        return at
    }

    /// Goes over ASCII words with single blanks between them, eight bytes at a time; it may stop early, never on a blank passed over.
    private static func endOfPlainWords(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var at = start
        var lastBlank: UInt64 = 0
        while at + 8 <= end {
            let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            // The top bit of each byte that is a control, and of each that is a blank or the "!" behind one.
            let controls = (eight &- ones &* 0x20) & ~eight & tops
            let marked = eight ^ (ones &* 0x20)
            let blanks = (marked &- ones) & ~marked & tops
            guard (eight & tops) | controls | (blanks & (blanks << 8 | lastBlank)) == 0 else { break }
            lastBlank = blanks >> 56
            at += 8
        }
        return at > start && bytes[at - 1] == 0x20 ? at - 1 : at
    }

    static func normalised(_ bytes: [UInt8]) -> [UInt8] { normalised(bytes[...]) }

    static func normalised(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard !isNormal(bytes) else { return Array(bytes) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
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

    /// Single blanks between words and nothing that might be another white space, as most texts have it.
    private static func isNormal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0x20
        for byte in bytes {
            if byte < 0x20 || byte == 0x20 && last == 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 { return false }
            last = byte
        }
        return bytes.isEmpty || last != 0x20
    }

    static func normalised(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return isNormal(bytes[...]) ? text : String(decoding: normalised(bytes), as: UTF8.self)
    }
}
