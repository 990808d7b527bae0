/// Text in letters that every mail program passes on (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let longest = 76

    static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap(wrapped)
    }

    private static func wrapped(_ line: ArraySlice<UInt8>) -> [String] {
        var lines: [String] = [], current = ""
        for (place, byte) in zip(line.indices, line) {
            let isLast = place == line.endIndex - 1
            let sign = sign(byte, isLast: isLast, isFirst: current.isEmpty)
            if current.utf8.count + sign.utf8.count > longest - (isLast ? 0 : 1) {
                lines.append(current + "=")
                current = self.sign(byte, isLast: isLast, isFirst: true)
            } else {
                current += sign
            }
        }
        return lines + [current]
    }

    /// A blank at a line's end would be lost; a full stop alone at its start ends a message in transfer, and "From" begins another in some mailboxes.
    private static func sign(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> String {
        let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || (byte == 0x20 && !isLast)
        let isRisky = isFirst && (byte == 0x2E || byte == 0x46)
        if isPlain, !isRisky { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.count == 1 ? "0" : "") + digits
    }
}
