import CEncodingTables

/// ISO-2022-JP: escape sequences switch between ASCII, JIS X 0201 and JIS X 0208 (Encoding Standard, "ISO-2022-JP decoder").
struct ISO2022JPDecoder {
    private enum Charset { case ascii, roman, katakana, kanji }

    private var charset = Charset.ascii
    /// Two escape sequences with nothing between them are an error: they could hide where markup starts.
    private var isFresh = false

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        var decoder = ISO2022JPDecoder()
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x1B {
                at += decoder.escape(bytes, at, &output)
            } else {
                at += decoder.character(bytes, at, &output)
            }
        }
    }

    private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ output: inout UTF8Output) -> Int {
        let first = at + 1 < bytes.count ? bytes[at + 1] : 0
        let second = at + 2 < bytes.count ? bytes[at + 2] : 0
        switch (first, second) {
        case (0x28, 0x42): charset = .ascii
        case (0x28, 0x4A): charset = .roman
        case (0x28, 0x49): charset = .katakana
        case (0x24, 0x40), (0x24, 0x42): charset = .kanji
        default:
            isFresh = false
            output.appendReplacement()
            return 1
        }
        if isFresh { output.appendReplacement() }
        isFresh = true
        return 3
    }

    private mutating func character(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ output: inout UTF8Output) -> Int {
        let byte = bytes[at]
        isFresh = false
        switch charset {
        case .ascii, .roman:
            let isText = byte < 0x80 && byte != 0x0E && byte != 0x0F
            if charset == .roman, byte == 0x5C {
                output.append(0xA5)
            } else if charset == .roman, byte == 0x7E {
                output.append(0x203E)
            } else {
                output.append(isText ? UInt32(byte) : UTF8Output.replacement)
            }
            return 1
        case .katakana:
            output.append((0x21...0x5F).contains(byte) ? JapaneseDecoding.halfWidthKatakana + UInt32(byte - 0x21) : UTF8Output.replacement)
            return 1
        case .kanji: return kanji(bytes, at, &output)
        }
    }

    private func kanji(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ output: inout UTF8Output) -> Int {
        let lead = bytes[at]
        guard (0x21...0x7E).contains(lead), let table = ce_jis0208() else {
            output.appendReplacement()
            return 1
        }
        guard at + 1 < bytes.count, bytes[at + 1] != 0x1B else {
            output.appendReplacement()
            return 1
        }
        let trail = bytes[at + 1]
        let scalar = (0x21...0x7E).contains(trail) ? UInt32(table[Int(lead - 0x21) * 94 + Int(trail - 0x21)]) : 0
        output.append(scalar == 0 ? UTF8Output.replacement : scalar)
        return 2
    }
}
