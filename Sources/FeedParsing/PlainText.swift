import HTMLParsing

/// Plain text out of what feeds put into titles and summaries.
enum PlainText {
    /// White space runs become one space, the ends are trimmed; nil when nothing is left.
    static func tidy(_ text: String) -> String? {
        var output: [UInt8] = []
        var pending = false
        var at = 0
        let bytes = Array(text.utf8)
        while at < bytes.count {
            let isNoBreak = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
            if bytes[at] <= 0x20 || isNoBreak {
                pending = !output.isEmpty
                at += isNoBreak ? 2 : 1
                continue
            }
            if pending { output.append(0x20) }
            pending = false
            output.append(bytes[at])
            at += 1
        }
        return output.isEmpty ? nil : String(decoding: output, as: UTF8.self)
    }

    /// Without the white space around it; nil when nothing is left.
    static func trimmed(_ text: String) -> String? {
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last else { return nil }
        if first > 0x20, last > 0x20 { return text }
        guard let start = utf8.firstIndex(where: { $0 > 0x20 }), let end = utf8.lastIndex(where: { $0 > 0x20 }) else { return nil }
        return String(text[start...end])
    }

    /// Windows characters that were declared to be ISO 8859-1 arrive as controls; they are what their author saw.
    static func modern(_ text: String) -> String {
        guard text.utf8.contains(0xC2), text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return text }
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { output.append(XMLText.readable(scalar)) }
        return String(output)
    }

    /// Text that may hold markup, as RSS leaves open: read as HTML when it looks like it.
    static func visible(_ text: String) -> String? {
        guard looksLikeMarkup(text) else { return tidy(text) }
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: Array(text.utf8))
            return tidy(visibleText(document))
        } catch {
            return tidy(text)
        }
    }

    /// `<` and a letter or slash, or `&name;`: "a < b & c" is plain text.
    static func looksLikeMarkup(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() where place + 1 < bytes.count {
            let next = bytes[place + 1]
            let isLetter = (0x61...0x7A).contains(next | 0x20)
            if byte == UInt8(ascii: "<"), isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
            if byte == UInt8(ascii: "&"), isLetter || next == UInt8(ascii: "#"), bytes[place...].prefix(12).contains(UInt8(ascii: ";")) {
                return true
            }
        }
        return false
    }

    private static func visibleText(_ document: HTMLDocument) -> String {
        var output: [UInt8] = []
        var node = 0
        while node < document.count {
            switch document.tag(node) {
            case .script, .style, .template, .noscript:
                node = document.end(of: node)
                continue
            case .br, .p, .div, .li, .td, .tr, .h1, .h2, .h3, .h4, .blockquote: output.append(0x20)
            default: output += document.bytes[document.textRange(node)]
            }
            node += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"" where inAttribute: output += "&quot;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
