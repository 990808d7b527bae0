import BriefModel

/// A text of a feed as it was written, with what its markup means. Reading it out is left until it is asked for: most are not.
public struct FeedText: Hashable, Sendable {
    /// As the feed has it: plain text, or HTML that nobody has looked at yet.
    public var source: String
    /// `text/plain`, `text/html`, `application/xhtml+xml` or what else the feed says.
    public var mediaType: String
    public var language: String?
    /// What relative links in it are resolved against.
    public var base: String?

    public init(source: String, mediaType: String = "text/plain", language: String? = nil, base: String? = nil) {
        self.source = source
        self.mediaType = mediaType
        self.language = language
        self.base = base
    }

    public var isMarkup: Bool { mediaType == "text/html" || mediaType == "application/xhtml+xml" }

    /// Markup with nothing left that runs, loads or hides, its links absolute; plain text with its marks escaped.
    public var html: String { isMarkup ? MarkupSanitiser.clean(source, base: base) : PlainText.escaped(source) }

    /// What a reader would see, white space tidied; nil when that is nothing.
    public var plain: String? { isMarkup ? PlainText.visible(source) : PlainText.tidy(source) }

    /// Where the first picture of its markup is; nil when there is none.
    var firstPicture: String? {
        guard source.utf8.contains(UInt8(ascii: "<")), let html = Optional(html), let tag = html.firstRange(of: "<img ") else { return nil }
        let rest = html[tag.upperBound...]
        guard let end = rest.firstIndex(of: ">"), let start = rest[..<end].firstRange(of: "src=\"") else { return nil }
        let address = rest[start.upperBound..<end].prefix { $0 != "\"" }
        return address.isEmpty ? nil : PlainText.visible(String(address))
    }
}
