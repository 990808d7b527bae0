/// Units of sixteen bits (Encoding Standard, "shared UTF-16 decoder") and of thirty-two, which feeds were seen in and the standard leaves out.
enum WideDecoding {
    static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool, _ output: inout UTF8Output) {
        let (high, low) = bigEndian ? (0, 1) : (1, 0)
        var lead: UInt32?
        for at in stride(from: 0, to: bytes.count - 1, by: 2) {
            let unit = UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + low])
            if let first = lead {
                lead = nil
                if (0xDC00...0xDFFF).contains(unit) {
                    output.append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
                    continue
                }
                output.appendReplacement()
            }
            switch unit {
            case 0xD800...0xDBFF: lead = unit
            case 0xDC00...0xDFFF: output.appendReplacement()
            default: output.append(unit)
            }
        }
        if lead != nil || bytes.count % 2 == 1 { output.appendReplacement() }
    }

    static func utf32(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool, _ output: inout UTF8Output) {
        for at in stride(from: 0, to: bytes.count - 3, by: 4) {
            var unit: UInt32 = 0
            for place in 0..<4 { unit = unit << 8 | UInt32(bytes[at + (bigEndian ? place : 3 - place)]) }
            let isScalar = unit < 0xD800 || (0xE000...0x10FFFF).contains(unit)
            output.append(isScalar ? unit : UTF8Output.replacement)
        }
        if bytes.count % 4 != 0 { output.appendReplacement() }
    }
}
