import CEncodingTables

/// gb18030 (with GBK and GB 2312 inside it) and Big5 (with the Hong Kong supplement), after the Encoding Standard.
enum ChineseDecoding {
    static func gb18030(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        guard let table = ce_gb18030() else { return }
        var at = 0
        while true {
            output.copyASCII(bytes, &at)
            guard at < bytes.count else { return }
            let lead = bytes[at]
            guard lead != 0x80, lead != 0xFF else {
                output.append(lead == 0x80 ? 0x20AC : UTF8Output.replacement)
                at += 1
                continue
            }
            guard at + 1 < bytes.count else { return output.appendReplacement() }
            let second = bytes[at + 1]
            if (0x30...0x39).contains(second) {
                at += fourBytes(bytes, at, &output)
                continue
            }
            let isTrail = (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second)
            let pointer = Int(lead - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
            let scalar = isTrail ? UInt32(table[pointer]) : 0
            at += TwoBytes.append(scalar, second: second, &output)
        }
    }

    /// - Returns: how many bytes were used up: one when they do not belong together.
    private static func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ output: inout UTF8Output) -> Int {
        guard at + 2 < bytes.count else {
            output.appendReplacement()
            return 2
        }
        guard (0x81...0xFE).contains(bytes[at + 2]) else {
            output.appendReplacement()
            return 1
        }
        guard at + 3 < bytes.count else {
            output.appendReplacement()
            return 3
        }
        guard (0x30...0x39).contains(bytes[at + 3]) else {
            output.appendReplacement()
            return 1
        }
        let high = (UInt32(bytes[at] - 0x81) * 10 + UInt32(bytes[at + 1] - 0x30)) * 126
        output.append(scalar(ofPointer: (high + UInt32(bytes[at + 2] - 0x81)) * 10 + UInt32(bytes[at + 3] - 0x30)))
        return 4
    }

    private static func scalar(ofPointer pointer: UInt32) -> UInt32 {
        guard pointer <= 39419 || (189_000...1_237_575).contains(pointer) else { return UTF8Output.replacement }
        var count: Int32 = 0
        guard let ranges = ce_gb18030_ranges(&count) else { return UTF8Output.replacement }
        var (low, high) = (0, Int(count))
        while high - low > 1 {
            let middle = (low + high) / 2
            if ranges[middle * 2] <= pointer { low = middle } else { high = middle }
        }
        return ranges[low * 2 + 1] + pointer - ranges[low * 2]
    }

    static func big5(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) {
        guard let table = ce_big5() else { return }
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
            let isTrail = (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second)
            let pointer = isTrail ? Int(lead - 0x81) * 157 + Int(second) - (second < 0x7F ? 0x40 : 0x62) : 0
            switch pointer {
            case 1133, 1135, 1164, 1166:
                // Ê and ê with a macron or a caron: no code point of their own.
                output.append(pointer < 1150 ? 0xCA : 0xEA)
                output.append(pointer == 1133 || pointer == 1164 ? 0x304 : 0x30C)
                at += 2
            default: at += TwoBytes.append(table[pointer], second: second, &output)
            }
        }
    }
}

/// What the encodings of two bytes a character share.
enum TwoBytes {
    /// Writes a code point, or U+FFFD for 0.
    /// - Returns: how many bytes were used up: an ASCII byte after a lead byte it does not belong to stands for itself.
    @inline(__always)
    static func append(_ scalar: UInt32, second: UInt8, _ output: inout UTF8Output) -> Int {
        output.append(scalar == 0 ? UTF8Output.replacement : scalar)
        return scalar == 0 && second < 0x80 ? 1 : 2
    }
}
