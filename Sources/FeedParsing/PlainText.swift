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

    /// Whether a word stands in a text, byte for byte; for short words, where `String.contains` spends its time preparing.
    static func contains(_ text: String, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        return text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count >= count else { return false }
            return (0...(bytes.count - count)).contains { start in (0..<count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] } }
        } ?? false
    }

    /// What a reader sees of markup.
    static func visible(_ markup: String) -> String? {
        guard mayBeMarkup(markup) else { return tidy(markup) }
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: Array(markup.utf8))
            return tidy(visibleText(document))
        } catch {
            return tidy(markup)
        }
    }

    private static func mayBeMarkup(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        } ?? true
    }

    /// Text that RSS leaves open: it is HTML when it closes an element, breaks a line, shows a picture or names a character, and has no tag
    /// that HTML does not know. "a < b & c" and "the <blink> tag" are plain text.
    static func looksLikeMarkup(_ text: String) -> Bool {
        guard mayBeMarkup(text) else { return false }
        let bytes = Array(text.utf8)
        var isEvident = false
        var at = 0
        while at + 1 < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"):
                let isEnd = bytes[at + 1] == UInt8(ascii: "/")
                let start = isEnd ? at + 2 : at + 1
                var end = start
                while end < bytes.count, XMLByteClass.isNameByte(bytes[end]) { end += 1 }
                if bytes[start...].starts(with: "!--".utf8) { isEvident = true }
                if end > start {
                    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
                    guard AllowedMarkup.isKnown(name) else { return false }
                    if isEnd || AllowedMarkup.isVoid(name) { isEvident = true }
                }
                at = max(end, at + 1)
            case UInt8(ascii: "&"):
                if XMLText.reference(bytes[...], at, XMLEntities()) != nil { isEvident = true }
                at += 1
            default: at += 1
            }
        }
        return isEvident
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
