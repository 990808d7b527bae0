import BriefModel

/// A stored article as a program reads it; the names are those of `bigpicture extract`. Moments are ISO 8601 in UTC.
struct ArticleRecord: Encodable {
    struct Block: Encodable {
        let kind: String
        /// [start, end): UTF-8 byte offsets into `text`, as citations give them.
        let range: [Int]
        let page: String?
    }

    let id, title, address, outlet, language: String
    let version: Int
    /// Those that are held.
    let versions: [Int]
    let authors: [String]
    let published, modified, section, credit: String?
    let fetched: String
    let correction: Bool
    let wishes: UsageWishes?
    let provenance: Provenance?
    let text: String
    let blocks: [Block]
    let links: [String]

    init(_ stored: StoredArticle) {
        let article = stored.article
        id = article.id.rawValue
        version = article.version
        versions = stored.versions
        title = article.title
        address = article.address
        outlet = stored.outlet.name
        language = article.language
        authors = article.authors
        published = article.published?.description
        modified = article.modified?.description
        fetched = article.fetched.description
        section = article.section
        credit = article.creditLine
        correction = article.isCorrection
        wishes = article.wishes
        provenance = article.provenance
        text = article.text
        blocks = article.blocks.map { Block(kind: $0.kind.rawValue, range: [$0.range.lowerBound, $0.range.upperBound], page: $0.page) }
        links = article.links
    }
}
