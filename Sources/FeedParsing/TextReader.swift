/// Reads the texts of feeds: Atom's text constructs (RFC 4287, section 3.1, and the modes of 0.3) and RSS elements, which may hold plain
/// text, escaped markup or, against their rules, markup as elements.
struct TextReader {
    let context: FeedContext
    private var document: XMLDocument { context.document }

    /// - Parameter usual: the media type when the element does not say.
    func read(_ element: XMLDocument.Node, usual: String, inherited language: String?) -> FeedText? {
        let mode = document.attribute(element, .mode)?.lowercased()
        var type = document.attribute(element, .type).map(Self.mediaType) ?? usual
        if type == "text/html", mode == nil, let part = document.plainPart(element), part.count >= Self.longText {
            return FeedText(
                part: part, of: document.bytes, mediaType: type, language: context.language(element, inherited: language),
                base: context.base(element))
        }
        let holdsElements = document.hasElements(element)
        var source: String
        if mode == "base64" || (mode == nil && isEncoded(type) && !holdsElements) {
            guard let decoded = Base64.decoded(document.text(element)) else { return nil }
            source = decoded
        } else if holdsElements {
            source = XMLMarkup.write(document, element, unwrapping: context.unwrapsMarkup && type == "application/xhtml+xml")
            if !Self.isMarkup(type) { type = "application/xhtml+xml" }
        } else if type == "application/xhtml+xml", mode != "escaped" {
            source = PlainText.escaped(document.text(element))
        } else {
            source = document.text(element)
        }
        guard let trimmed = PlainText.trimmed(source) else { return FeedText(source: "", mediaType: type) }
        if type == "text/plain", !context.isAtom || mode == "escaped" || mode == "base64", PlainText.looksLikeMarkup(trimmed) { type = "text/html" }
        return FeedText(
            source: trimmed, mediaType: type, language: context.language(element, inherited: language), base: context.base(element))
    }

    /// From this many bytes on a text is not copied out of its document.
    private static let longText = 256

    static func mediaType(_ written: String) -> String {
        switch PlainText.tidy(written)?.lowercased() ?? "" {
        case "text", "plain", "": "text/plain"
        case "html": "text/html"
        case "xhtml": "application/xhtml+xml"
        case let type: type
        }
    }

    private static func isMarkup(_ type: String) -> Bool { type == "text/html" || type == "application/xhtml+xml" }

    /// Section 4.1.3.3 of RFC 4287: what is neither text nor XML is Base64.
    private func isEncoded(_ type: String) -> Bool { !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml") }
}

/// RFC 4648, section 4; white space inside is skipped.
enum Base64 {
    /// Nil when it is not Base64 or does not hold UTF-8 text.
    static func decoded(_ text: String) -> String? {
        var output: [UInt8] = []
        var held: UInt32 = 0
        var bits = 0
        for byte in text.utf8 where byte > 0x20 && byte != UInt8(ascii: "=") {
            guard let value = value(byte) else { return nil }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return String(validating: output, as: UTF8.self)
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
