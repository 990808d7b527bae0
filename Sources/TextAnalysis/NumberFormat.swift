/// Digits as written in a language to plain digits with a decimal point.
enum NumberFormat {
    /// "24,000" → "24000", "1.2" → "1.2"; in German and French "24.000" → "24000", "1,2" → "1.2".
    static func plain(_ bytes: ArraySlice<UInt8>, language: String) -> String {
        let comma = UInt8(ascii: ",")
        let stop = UInt8(ascii: ".")
        let decimalComma = ["de", "fr", "es", "it", "nl", "pt", "ru"].contains(language)
        let decimal = decimalComma ? comma : stop
        var output: [UInt8] = []
        for (position, byte) in bytes.enumerated() where byte == comma || byte == stop || (byte >= 0x30 && byte <= 0x39) {
            guard byte == comma || byte == stop else {
                output.append(byte)
                continue
            }
            // A mark before exactly three digits groups thousands, unless it is this language's decimal mark.
            if byte == decimal, !(decimalComma && groupsThousands(bytes, at: bytes.startIndex + position, mark: byte)) { output.append(stop) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// More than one such mark: it can only group.
    private static func groupsThousands(_ bytes: ArraySlice<UInt8>, at index: Int, mark: UInt8) -> Bool {
        bytes.count(where: { $0 == mark }) > 1
    }
}
