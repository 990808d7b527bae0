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
