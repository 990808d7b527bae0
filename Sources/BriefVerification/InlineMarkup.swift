/// Markdown inside a line: emphasis, code, links, images, footnote marks. What a reader would see is kept.
enum InlineMarkup {
    static func stripped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == 0x2A || $0 == 0x5F || $0 == 0x60 || $0 == 0x5B || $0 == 0x3C || $0 == 0x7E || $0 == 0x5C }) else {
            return text
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x5C where index + 1 < bytes.count && isPunctuation(bytes[index + 1]):
                result.append(bytes[index + 1])
                index += 2
            case 0x2A, 0x60:
                index += 1
            case 0x7E where index + 1 < bytes.count && bytes[index + 1] == 0x7E:
                index += 2
            case 0x5F where isEdge(bytes, index):
                index += 1
            case 0x21 where index + 1 < bytes.count && bytes[index + 1] == 0x5B && link(bytes, index + 1) != nil:
                index = link(bytes, index + 1)?.end ?? index + 1
            case 0x5B:
                if let link = link(bytes, index) {
                    result += bytes[link.text]
                    index = link.end
                } else if let end = footnote(bytes, index) {
                    index = end
                } else {
                    result.append(byte)
                    index += 1
                }
            case 0x3C:
                if let end = tag(bytes, index) {
                    index = end
                } else {
                    result.append(byte)
                    index += 1
                }
            default:
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool { (0x21...0x2F).contains(byte) || (0x5B...0x60).contains(byte) || byte == 0x23 }

    /// An underscore at the edge of a word is emphasis, inside one it is the word's.
    private static func isEdge(_ bytes: [UInt8], _ index: Int) -> Bool {
        func isWord(_ at: Int) -> Bool {
            guard bytes.indices.contains(at) else { return false }
            let byte = bytes[at]
            return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return !(isWord(index - 1) && isWord(index + 1))
    }

    /// `[text](address)`
    private static func link(_ bytes: [UInt8], _ open: Int) -> (text: Range<Int>, end: Int)? {
        guard let close = bytes[open...].prefix(600).firstIndex(of: 0x5D), close + 1 < bytes.count, bytes[close + 1] == 0x28,
            let end = bytes[(close + 1)...].prefix(2_100).firstIndex(of: 0x29)
        else { return nil }
        return ((open + 1)..<close, end + 1)
    }

    /// `[1]`, `[^note]`
    private static func footnote(_ bytes: [UInt8], _ open: Int) -> Int? {
        guard let close = bytes[open...].prefix(12).firstIndex(of: 0x5D), close > open + 1 else { return nil }
        let inside = bytes[(open + 1)..<close]
        guard inside.first == 0x5E || inside.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x20 }) else { return nil }
        return close + 1
    }

    /// `<b>`, `</em>`, `<br/>`
    private static func tag(_ bytes: [UInt8], _ open: Int) -> Int? {
        guard open + 1 < bytes.count, bytes[open + 1] == 0x2F || (0x61...0x7A).contains(bytes[open + 1] | 0x20) else { return nil }
        return bytes[open...].prefix(200).firstIndex(of: 0x3E).map { $0 + 1 }
    }
}
