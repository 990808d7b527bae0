import CEncodingTables

/// EUC-KR with the Unified Hangul Code inside it (Encoding Standard, "EUC-KR decoder").
enum KoreanDecoding {
    static func eucKR(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        guard let table = ce_euc_kr() else { return }
        var at = 0
        while true {
            output.copyASCII(bytes, &at)
            guard at < bytes.count else { return }
            let lead = bytes[at]
            guard (0x81...0xFE).contains(lead) else {
                output.appendReplacement()
                at += 1
                continue
            }
            guard at + 1 < bytes.count else { return output.appendReplacement() }
            let second = bytes[at + 1]
            let scalar = (0x41...0xFE).contains(second) ? UInt32(table[Int(lead - 0x81) * 190 + Int(second - 0x41)]) : 0
            at += TwoBytes.append(scalar, second: second, &output)
        }
    }
}
