/// The unit of citation: a byte range of one article version and the exact text there
/// (TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model).
public struct Passage: Hashable, Sendable, Codable {
    public let article: ArticleID
    public let version: Int
    /// UTF-8 byte offsets into the article version's text.
    public let range: Range<Int>
    public let exact: String
    /// The printed page its paragraph begins on, as it is numbered there; nil for what has no pages.
    public let page: String?

    /// Nil when the range is not inside the article's text or cuts a character.
    public init?(of article: Article, range: Range<Int>) {
        guard let exact = article.text.slice(utf8: range), !exact.isEmpty else { return nil }
        self.article = article.id
        self.version = article.version
        self.range = range
        self.exact = String(exact)
        page = article.blocks.last { $0.range.lowerBound <= range.lowerBound }?.page
    }

    /// A sentence of the article's own markup.
    public init(_ sentence: Sentence, of article: Article) {
        let block = article.blocks.indices.contains(sentence.block) ? article.blocks[sentence.block] : nil
        self.init(article: article.id, version: article.version, range: sentence.range, exact: sentence.text, page: block?.page)
    }

    /// A passage as it was kept; `holds(in:)` says whether it is still true.
    public init(article: ArticleID, version: Int, range: Range<Int>, exact: String, page: String? = nil) {
        self.article = article
        self.version = version
        self.range = range
        self.exact = exact
        self.page = page
    }

    /// The same without where and when it was written, as agencies set it before their first sentence ("WASHINGTON, 24 February — ").
    public var withoutDateline: Passage {
        let bytes = exact.utf8.prefix(Self.longestDateline)
        // The place in capitals, up to a comma, a bracket or the dash itself.
        let place = bytes.prefix { ![0x2C, 0x28, 0x2D, 0xE2].contains($0) }.filter { $0 != 0x20 && $0 != 0x2E }
        guard place.count > 2, place.allSatisfy({ (0x41...0x5A).contains($0) || $0 >= 0x80 }) else { return self }
        for dash in ["— ", "– ", "- "] {
            guard let found = exact.utf8.firstRange(of: dash.utf8) else { continue }
            let length = exact.utf8.distance(from: exact.utf8.startIndex, to: found.upperBound)
            guard length <= Self.longestDateline, length < exact.utf8.count else { continue }
            let start = range.lowerBound + length
            return Passage(article: article, version: version, range: start..<range.upperBound, exact: String(exact[found.upperBound...]), page: page)
        }
        return self
    }

    private static let longestDateline = 60

    /// Whether the article version really says this, there.
    public func holds(in article: Article) -> Bool {
        article.id == self.article && article.version == version && article.text.slice(utf8: range).map { $0 == exact } == true
    }
}

extension String {
    /// The characters at these UTF-8 byte offsets; nil when out of bounds or inside a character.
    public func slice(utf8 range: Range<Int>) -> Substring? {
        guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return nil }
        let lower = utf8.index(startIndex, offsetBy: range.lowerBound)
        let upper = utf8.index(startIndex, offsetBy: range.upperBound)
        guard let start = String.Index(lower, within: unicodeScalars), let end = String.Index(upper, within: unicodeScalars) else { return nil }
        return self[start..<end]
    }
}
