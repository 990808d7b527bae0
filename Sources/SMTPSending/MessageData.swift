/// A message as it goes over the wire after DATA.
struct MessageData {
    let bytes: [UInt8]
    /// Without what ends it (RFC 1870, section 6).
    var size: Int { bytes.count - 3 }
    let hasEightBits: Bool
    let hasLongLines: Bool

    /// Every line ends with CR LF, whatever ended it before, so that no other sign can be taken for the end of a line by some server on the way; a line
    /// that begins with a full stop gets another (RFC 5321, section 4.5.2), and one of nothing else ends it all.
    init(_ message: [UInt8]) {
        var result: [UInt8] = []
        result.reserveCapacity(message.count + message.count / 32 + 8)
        var column = 0, longest = 0, high = false
        func end() {
            result += [0x0D, 0x0A]
            longest = max(longest, column)
            column = 0
        }
        for (place, byte) in message.enumerated() {
            switch byte {
            case 0x0D: end()
            case 0x0A: if place == 0 || message[place - 1] != 0x0D { end() }
            default:
                if column == 0, byte == UInt8(ascii: ".") { result.append(byte) }
                result.append(byte)
                column += 1
                high = high || byte >= 0x80
            }
        }
        if column > 0 { end() }
        bytes = result + Array(".\r\n".utf8)
        hasEightBits = high
        hasLongLines = longest > 998
    }
}
