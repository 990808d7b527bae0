import FoundationEssentials

/// Text as it may stand in a header field.
enum HeaderText {
    /// Folded at spaces; what is not ASCII in encoded words (RFC 2047) that end between characters.
    static func folded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        return isPlain ? foldedPlainly(text) : encoded(text)
    }

    /// With the field's name no line is longer than 78 letters where the words allow it.
    private static func foldedPlainly(_ text: String) -> String {
        var lines: [String] = [], line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.utf8.count + word.utf8.count > 64 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\r\n ")
    }

    private static func encoded(_ text: String) -> String {
        var words: [String] = [], piece: [UInt8] = []
        for character in text.unicodeScalars where character.value >= 0x20 && character.value != 0x7F {
            let bytes = Array(String(character).utf8)
            if piece.count + bytes.count > 42 {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        return (words + [word(piece)]).joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
