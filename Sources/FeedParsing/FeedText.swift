import BriefModel

/// A text of a feed as it was written, with what its markup means. Reading it out is left until it is asked for: most are not.
public struct FeedText: Sendable {
    /// A long text stays where it stands in the feed until somebody reads it.
    private enum Held {
        case string(String)
        case part([UInt8], Range<Int>)
    }

    private let held: Held
    /// `text/plain`, `text/html`, `application/xhtml+xml` or what else the feed says.
    public var mediaType: String
    public var language: String?
    /// What relative links in it are resolved against.
    public var base: String?

    public init(source: String, mediaType: String = "text/plain", language: String? = nil, base: String? = nil) {
        held = .string(source)
        self.mediaType = mediaType
        self.language = language
        self.base = base
    }

    /// - Parameter bytes: UTF-8, shared with the document.
    init(part: Range<Int>, of bytes: [UInt8], mediaType: String, language: String?, base: String?) {
        held = .part(bytes, part)
        self.mediaType = mediaType
        self.language = language
        self.base = base
    }

    /// As the feed has it: plain text, or HTML that nobody has looked at yet.
    public var source: String {
        switch held {
        case .string(let text): text
        case .part(let bytes, let range): String(decoding: bytes[range], as: UTF8.self)
        }
    }

    public var isMarkup: Bool { mediaType == "text/html" || mediaType == "application/xhtml+xml" }

    /// Markup with nothing left that runs, loads or hides, its links absolute; plain text with its marks escaped.
    public var html: String { isMarkup ? MarkupSanitiser.clean(source, base: base) : PlainText.escaped(source) }

    /// What a reader would see, white space tidied; nil when that is nothing.
    public var plain: String? { isMarkup ? PlainText.visible(source) : PlainText.tidy(source) }

    /// Where the first picture of its markup is; nil when there is none.
    var firstPicture: String? {
        guard source.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let html = html
        guard let tag = html.firstRange(of: "<img ") else { return nil }
        let rest = html[tag.upperBound...]
        guard let end = rest.firstIndex(of: ">"), let start = rest[..<end].firstRange(of: "src=\"") else { return nil }
        let address = rest[start.upperBound..<end].prefix { $0 != "\"" }
        return address.isEmpty ? nil : PlainText.visible(String(address))
    }
}

extension FeedText: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.source == right.source && left.mediaType == right.mediaType && left.language == right.language && left.base == right.base
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(mediaType)
        hasher.combine(language)
        hasher.combine(base)
    }
}
