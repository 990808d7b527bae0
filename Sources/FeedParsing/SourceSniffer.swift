/// What an address gave us, whatever its server calls it.
public enum SourceKind: String, Hashable, Sendable {
    case feed, outline, page, pdf, mail, plainText
}

public enum SourceSniffer {
    /// Looks at the bytes first and believes the media type only where they leave it open.
    public static func kind(of bytes: [UInt8], mediaType: String?) -> SourceKind {
        switch form(ofText: narrowed(bytes)) {
        case .pdf: return .pdf
        case .outline: return .outline
        case .feed: return .feed
        case .html: return .page
        case .json: return .feed
        case .text where MailSign.isMail(bytes): return .mail
        case .xml, .text: break
        }
        switch mediaType?.lowercased() ?? "" {
        case "application/pdf": return .pdf
        case "message/rfc822", "application/mbox", "application/eml": return .mail
        case "text/x-opml", "text/x-opml+xml", "application/opml+xml": return .outline
        case "text/html", "application/xhtml+xml": return .page
        case let type where type.contains("rss") || type.contains("atom") || type.contains("rdf") || type == "application/feed+json": return .feed
        default: return isXML(bytes) ? .feed : .plainText
        }
    }

    enum Form { case feed, outline, html, pdf, json, xml, text }

    /// The first 4,096 bytes decide: comments, declarations and white space before the first element are skipped.
    static func form(ofText bytes: [UInt8]) -> Form {
        let head = bytes.prefix(4096)
        if head.prefix(1024).starts(with: "%PDF-".utf8) { return .pdf }
        var rest = head.drop { $0 <= 0x20 || $0 >= 0xEF }
        if rest.first == UInt8(ascii: "{") { return isJSONFeed(head) ? .json : .text }
        var sawXML = false
        var sawPage = false
        while rest.first == UInt8(ascii: "<") {
            if rest.starts(with: "<?".utf8) {
                sawXML = true
                rest = skip(rest, past: "?>")
            } else if rest.starts(with: "<!--".utf8) {
                rest = skip(rest, past: "-->")
            } else if rest.starts(with: "<!".utf8) {
                // Some feeds are given the document type of a page.
                if lower(rest.prefix(14)).hasPrefix("<!doctype html") { sawPage = true }
                rest = skip(rest, past: rest.prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "[")) ? "]>" : ">")
            } else {
                let form = form(ofElement: rest, sawXML: sawXML)
                return sawPage && form != .feed && form != .outline ? .html : form
            }
            rest = rest.drop { $0 <= 0x20 }
        }
        return sawPage ? .html : sawXML ? .xml : .text
    }

    private static func form(ofElement rest: ArraySlice<UInt8>, sawXML: Bool) -> Form {
        let name = lower(rest.dropFirst().prefix(40).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") })
        let local = name.split(separator: ":").last.map(String.init) ?? name
        switch local {
        case "rss", "feed", "rdf", "channel": return .feed
        case "opml": return .outline
        case "html", "head", "body", "title", "meta", "script", "div", "p", "table", "h1", "link", "style", "a", "br", "b", "center", "font",
            "main", "article", "section", "header":
            return .html
        default: return sawXML ? .xml : .text
        }
    }

    private static func isJSONFeed(_ head: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: head, as: UTF8.self)
        return text.contains("jsonfeed.org/version") || text.contains("jsonfeed.org\\/version") || text.contains("\"items\"")
    }

    private static func isXML(_ bytes: [UInt8]) -> Bool { narrowed(bytes).drop { $0 <= 0x20 }.starts(with: "<?xml".utf8) }

    /// Sixteen-bit text of ASCII characters reads as such without its zero bytes; enough to see what it is.
    private static func narrowed(_ bytes: [UInt8]) -> [UInt8] {
        let head = Array(bytes.prefix(8192))
        guard head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) || head.prefix(4).contains(0) else {
            return head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
        }
        return head.filter { $0 != 0 && $0 < 0x80 }
    }

    private static func skip(_ bytes: ArraySlice<UInt8>, past mark: String) -> ArraySlice<UInt8> {
        let wanted = Array(mark.utf8)
        var at = bytes.startIndex
        while at + wanted.count <= bytes.endIndex {
            if bytes[at..<(at + wanted.count)].elementsEqual(wanted) { return bytes[(at + wanted.count)...] }
            at += 1
        }
        return bytes[bytes.endIndex...]
    }

    private static func lower(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self).lowercased() }
}
