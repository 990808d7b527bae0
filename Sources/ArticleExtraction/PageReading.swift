import BriefModel
import HTMLParsing

/// A page parsed and judged: where its article is and what it says of it, all but the text.
struct PageReading {
    let map: PageMap
    /// The node that holds the article.
    let root: Int
    let address: WebAddress?
    /// What relative links are resolved against.
    let base: WebAddress?
    let metadata: PageMetadata

    init(_ bytes: [UInt8], charset: String?, address: String, latest: CalendarDay?, fetched: Timestamp?) throws(ExtractionError) {
        let document = try HTMLDocument(page: bytes, charset: charset)
        let place = WebAddress(address)
        self.address = place
        base = document.first(.base).flatMap { document.attribute(.href, of: $0) }.flatMap { place?.resolving($0) ?? WebAddress($0) } ?? place
        map = PageMap(document)
        root = MainText.root(map)
        metadata = PageMetadata(map, root: root, address: place, latest: latest, fetched: fetched)
    }

    /// The address the page wants to be known by.
    var canonical: WebAddress? { CanonicalAddress.choose(metadata.survey.meta, base: base, address: address) }

    /// All of it with a text, which may be empty.
    func article(_ text: ArticleText) -> ExtractedArticle {
        let (meta, data) = (metadata.survey.meta, metadata.data.main)
        let title = metadata.headline.title
        let authors = metadata.authors.authors?.value ?? []
        let paragraphs = text.blocks.map(\.text)
        let notice = CorrectionSign.notice(in: paragraphs)
        let section = data?.section ?? meta["article:section", "itemprop:articlesection", "section", "parsely-section"]
        var provenance = metadata.provenance
        provenance.body = text.mark
        return ExtractedArticle(
            title: title, authors: authors, published: metadata.dates.published?.value, modified: metadata.dates.modified?.value,
            language: LanguageChoice.language(
                declared: [declaredLanguage, meta["content-language", "dc.language", "language"], data?.language, meta["og:locale"]],
                text: paragraphs.joined(separator: "\n")),
            section: section, siteName: metadata.siteName, canonicalAddress: canonical?.text,
            creditLine: CreditLine.find(authors: authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: title, section: section, notice: notice), body: text.blocks, links: text.links,
            provenance: provenance, publishedDay: metadata.dates.day, correctionNotice: notice, isFree: data?.isFree, keywords: metadata.keywords,
            truncation: text.truncation)
    }

    private var declaredLanguage: String? {
        let document = map.document
        guard let html = document.first(.html) else { return nil }
        return document.attribute(.lang, of: html) ?? document.attribute(.xmlLang, of: html)
            ?? document.first(.body).flatMap { document.attribute(.lang, of: $0) }
    }
}

extension HTMLDocument {
    /// - Parameter charset: what a server declared, if anything.
    init(page bytes: [UInt8], charset: String?) throws(ExtractionError) {
        guard !bytes.isEmpty else { throw .empty }
        do throws(HTMLError) {
            try self.init(parsing: bytes, charset: charset)
        } catch {
            throw .unreadable(error.description)
        }
    }
}
