import ArticleExtraction
import BriefModel
import FeedParsing

/// An article's text as its feed carries it: the publisher's own, for pages that cannot be had or show only a beginning.
struct CarriedText: Sendable {
    let article: ExtractedArticle
    /// What it was read from.
    let resource: HeldResource
}

extension SourceReader {
    /// A shorter entry, in bytes with its markup, is a summary.
    private static let leastCarried = 500

    /// Nil when the feed carries none, or a summary only, and where it is another outlet's: then the text may be what they write about the page.
    /// - Parameter address: the article's.
    func textCarried(by lead: Lead, of address: String, directory: OutletDirectory) -> CarriedText? {
        guard let announcing = lead.outlet, directory.outlet(ofArticle: address, announcedBy: announcing) == announcing else { return nil }
        guard let content = lead.entry?.contentHTML, content.utf8.count >= Self.leastCarried else { return nil }
        let bytes = Array("<!doctype html><article>\(content)</article>".utf8)
        do throws(ExtractionError) {
            var article = try ArticleExtractor().extract(page: bytes, charset: "utf-8", address: lead.address, latest: latestDay)
            article.provenance.body = .ofFeed
            let resource = HeldResource(address: lead.address, mediaType: "text/html", charset: "utf-8", body: bytes)
            return CarriedText(article: article, resource: resource)
        } catch {
            return nil
        }
    }

    /// The text to put in place of a page's beginning: whole, and clearly longer. Nil for a page that nothing calls cut short.
    func wholeText(of page: ExtractedArticle, at resource: HeldResource, lead: Lead, directory: OutletDirectory) -> CarriedText? {
        guard page.truncation != nil else { return nil }
        let address = ArticleNaming.address(extracted: page.canonicalAddress, fetched: resource.address)
        guard let carried = textCarried(by: lead, of: address, directory: directory) else { return nil }
        // Half as much again is more than markup and a closing line account for. Not measured: no labelled set holds feeds beside pages.
        return carried.article.truncation == nil && carried.article.textLength * 2 >= page.textLength * 3 ? carried : nil
    }
}

extension ExtractedArticle {
    /// UTF-8 bytes of the body.
    fileprivate var textLength: Int { body.reduce(0) { $0 + $1.text.utf8.count } }

    /// The same article with its whole text, and what only the end of it tells.
    func with(_ carried: ExtractedArticle) -> ExtractedArticle {
        var article = self
        (article.body, article.links, article.truncation) = (carried.body, carried.links, nil)
        article.creditLine = creditLine ?? carried.creditLine
        article.correctionNotice = correctionNotice ?? carried.correctionNotice
        article.isCorrection = isCorrection || carried.isCorrection
        article.provenance.body = carried.provenance.body
        return article
    }
}

extension Provenance.Mark {
    /// A publisher's feed is its own word, made by the same system as the page; that it speaks of this very page is all that is uncertain.
    /// Not measured: no labelled set holds feeds beside pages.
    static let ofFeed = Provenance.Mark(.feed, confidence: 0.9)
}
