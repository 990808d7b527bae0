public import BriefModel

/// From bytes to an article: title, byline, date, language and body.
public struct ArticleExtractor: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: a web page.
    ///   - charset: what the server declared, if anything.
    ///   - address: where it came from; relative links are resolved against it, and a date in its path counts as a hint.
    ///   - latest: the last day it can be of, usually when it was fetched; later dates on it are of other things.
    ///   - fetched: when it was fetched: what "3 hours ago" is counted from where it names no day. Nil for pages kept at an unknown time.
    public func extract(
        page bytes: [UInt8], charset: String?, address: String, latest: CalendarDay? = nil, fetched: Timestamp? = nil
    ) throws(ExtractionError) -> ExtractedArticle {
        let page = try PageReading(bytes, charset: charset, address: address, latest: latest, fetched: fetched)
        let text = ArticleText(page)
        guard !text.blocks.isEmpty else { throw .noText }
        return page.article(text)
    }

    /// What a page says of itself without its text: also for pages that have none, such as front pages and galleries.
    /// - Parameters: as for `extract(page:charset:address:latest:fetched:)`.
    public func metadata(
        page bytes: [UInt8], charset: String?, address: String, latest: CalendarDay? = nil, fetched: Timestamp? = nil
    ) throws(ExtractionError) -> ExtractedArticle {
        try PageReading(bytes, charset: charset, address: address, latest: latest, fetched: fetched).article(ArticleText())
    }
}
