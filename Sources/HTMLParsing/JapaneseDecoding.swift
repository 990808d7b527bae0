import CEncodingTables

/// EUC-JP and Shift_JIS (windows-31J), after the Encoding Standard.
enum JapaneseDecoding {
    /// Half-width katakana stand in one row from here, in the order of JIS X 0201.
    static let halfWidthKatakana: UInt32 = 0xFF61

    static func eucJP(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        guard let common = ce_jis0208(), let supplement = ce_jis0212() else { return }
        var at = 0
        while true {
            output.copyASCII(bytes, &at)
            guard at < bytes.count else { return }
            var lead = bytes[at]
            guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead) else {
                output.appendReplacement()
                at += 1
                continue
            }
            guard at + 1 < bytes.count else { return output.appendReplacement() }
            var second = bytes[at + 1]
            if lead == 0x8E, (0xA1...0xDF).contains(second) {
                output.append(halfWidthKatakana + UInt32(second - 0xA1))
                at += 2
                continue
            }
            var table = common
            if lead == 0x8F, (0xA1...0xFE).contains(second) {
                guard at + 2 < bytes.count else { return output.appendReplacement() }
                table = supplement
                (lead, second) = (second, bytes[at + 2])
                at += 1
            }
            let isPair = (0xA1...0xFE).contains(lead) && (0xA1...0xFE).contains(second)
            at += TwoBytes.append(isPair ? UInt32(table[Int(lead - 0xA1) * 94 + Int(second - 0xA1)]) : 0, second: second, &output)
        }
    }

    static func shiftJIS(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        guard let table = ce_jis0208() else { return }
        var at = 0
        while true {
            output.copyASCII(bytes, &at)
            guard at < bytes.count else { return }
            let lead = bytes[at]
            switch lead {
            case 0x80:
                output.append(0x80)
                at += 1
            case 0xA1...0xDF:
                output.append(halfWidthKatakana + UInt32(lead - 0xA1))
                at += 1
            case 0x81...0x9F, 0xE0...0xFC:
                guard at + 1 < bytes.count else { return output.appendReplacement() }
                let second = bytes[at + 1]
                at += TwoBytes.append(shiftJISScalar(lead, second, table), second: second, &output)
            default:
                output.appendReplacement()
                at += 1
            }
        }
    }

    private static func shiftJISScalar(_ lead: UInt8, _ second: UInt8, _ table: UnsafePointer<UInt16>) -> UInt32 {
        guard (0x40...0x7E).contains(second) || (0x80...0xFC).contains(second) else { return 0 }
        let pointer = Int(lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
        // Characters that users define stand in the private use area.
        if (8836...10715).contains(pointer) { return 0xE000 + UInt32(pointer - 8836) }
        return UInt32(table[pointer])
    }
}
