import CMarkup

/// Repairs the faults that most often keep a feed from being XML: text before the first tag, control characters, HTML entities, bare
/// ampersands. Sections marked CDATA stay as they are.
enum MarkupRepair {
    static func repaired(_ utf8: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count + 64)
        var at = utf8.firstIndex(of: UInt8(ascii: "<")) ?? 0
        while at < utf8.count {
            let byte = utf8[at]
            switch byte {
            case UInt8(ascii: "<") where starts(utf8, at, "<![CDATA["):
                let end = closing(utf8, at)
                output += utf8[at..<end].lazy.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
                at = end
            case UInt8(ascii: "&"):
                let (replacement, end) = reference(utf8, at)
                output += replacement
                at = end
            case 0x00..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: at += 1
            default:
                output.append(byte)
                at += 1
            }
        }
        return output
    }

    private static func starts(_ bytes: [UInt8], _ at: Int, _ word: String) -> Bool {
        at + word.utf8.count <= bytes.count && zip(bytes[at...], word.utf8).allSatisfy { $0 == $1 }
    }

    /// One past `]]>`, or the end.
    private static func closing(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start + 9
        while at + 2 < bytes.count {
            if bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == UInt8(ascii: "]"), bytes[at + 2] == UInt8(ascii: ">") { return at + 3 }
            at += 1
        }
        return bytes.count
    }

    /// What an ampersand stands for: a reference XML knows stays, an HTML one becomes its character, any other is text.
    private static func reference(_ bytes: [UInt8], _ start: Int) -> (replacement: [UInt8], end: Int) {
        let name = bytes[(start + 1)...].prefix(32).prefix {
            $0 != UInt8(ascii: ";") && $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&")
        }
        let end = name.endIndex
        guard !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return (Array("&amp;".utf8), start + 1) }
        if name.first == UInt8(ascii: "#") || predefined.contains(String(decoding: name, as: UTF8.self)) {
            return (Array(bytes[start...end]), end + 1)
        }
        let value = (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in buffer.baseAddress.map(cm_entity) ?? 0 }
        guard value > 0, let scalar = Unicode.Scalar(value) else { return (Array("&amp;".utf8), start + 1) }
        return (Array(String(scalar).utf8), end + 1)
    }

    private static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
}
