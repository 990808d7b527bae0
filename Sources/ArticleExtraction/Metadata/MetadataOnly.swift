public import BriefModel
import HTMLParsing

extension ArticleExtractor {
    /// What a page says of itself without its text: also for pages that have none, such as front pages and galleries.
    /// - Parameters: as for `extract(page:charset:address:latest:)`.
    public func metadata(page bytes: [UInt8], charset: String?, address: String, latest: CalendarDay? = nil) throws(ExtractionError)
        -> ExtractedArticle
    {
        guard !bytes.isEmpty else { throw .empty }
        let document: HTMLDocument
        do throws(HTMLError) {
            document = try HTMLDocument(parsing: bytes, charset: charset)
        } catch {
            throw .unreadable(error.description)
        }
        let map = PageMap(document)
        let place = WebAddress(address)
        let page = PageMetadata(map, root: MainText.root(map), address: place, latest: latest)
        return ExtractedArticle(
            title: page.headline.title, authors: page.authors.authors?.value ?? [], published: page.dates.published?.value,
            modified: page.dates.modified?.value, section: page.data.main?.section ?? page.survey.meta["article:section"],
            siteName: page.siteName, canonicalAddress: CanonicalAddress.choose(page.survey.meta, base: place, address: place)?.text, body: [],
            provenance: page.provenance, publishedDay: page.dates.day, isFree: page.data.main?.isFree, keywords: page.keywords)
    }
}
