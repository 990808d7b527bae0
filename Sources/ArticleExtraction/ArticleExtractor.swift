public import BriefModel
import HTMLParsing

/// From bytes to an article: title, byline, date, language and body.
public struct ArticleExtractor: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: a web page.
    ///   - charset: what the server declared, if anything.
    ///   - address: where it came from; relative links are resolved against it, and a date in its path counts as a hint.
    ///   - latest: the last day it can be of, usually when it was fetched; later dates on it are of other things.
    public func extract(page bytes: [UInt8], charset: String?, address: String, latest: CalendarDay? = nil) throws(ExtractionError)
        -> ExtractedArticle
    {
        guard !bytes.isEmpty else { throw .empty }
        let document: HTMLDocument
        do throws(HTMLError) {
            document = try HTMLDocument(parsing: bytes, charset: charset)
        } catch {
            throw .unreadable(error.description)
        }
        return try extract(document, address: WebAddress(address), latest: latest)
    }

    private func extract(_ document: HTMLDocument, address: WebAddress?, latest: CalendarDay?) throws(ExtractionError) -> ExtractedArticle {
        let map = PageMap(document)
        let root = MainText.root(map)
        let page = PageMetadata(map, root: root, address: address, latest: latest)
        let (meta, data) = (page.survey.meta, page.data)
        let kept = BlockChoice(BlockFeatures(map, blocks: BlockReader.blocks(map), root: root, title: page.headline.title)).kept
        guard !kept.isEmpty else { throw .noText }
        let paragraphs = kept.map(\.string)
        let notice = CorrectionSign.notice(in: paragraphs)
        let authors = page.authors.authors?.value ?? []
        let section = data.main?.section ?? meta["article:section", "itemprop:articlesection", "section", "parsely-section"]
        let base = document.first(.base).flatMap { document.attribute(.href, of: $0) }.flatMap { address?.resolving($0) ?? WebAddress($0) } ?? address
        return ExtractedArticle(
            title: page.headline.title, authors: authors, published: page.dates.published?.value, modified: page.dates.modified?.value,
            language: LanguageChoice.language(
                declared: [Self.lang(document), meta["content-language", "dc.language", "language"], data.main?.language, meta["og:locale"]],
                text: paragraphs.joined(separator: "\n")),
            section: section, siteName: page.siteName,
            canonicalAddress: CanonicalAddress.choose(meta, base: base, address: address)?.text,
            creditLine: CreditLine.find(authors: authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: page.headline.title, section: section, notice: notice),
            body: zip(kept, paragraphs).map { ExtractedArticle.Block(kind: $0.kind, text: $1) },
            links: Self.links(map, root, base), provenance: page.provenance, publishedDay: page.dates.day,
            correctionNotice: notice, isFree: data.main?.isFree, keywords: page.keywords)
    }

    private static func lang(_ document: HTMLDocument) -> String? {
        guard let html = document.first(.html) else { return nil }
        return document.attribute(.lang, of: html) ?? document.attribute(.xmlLang, of: html)
            ?? document.first(.body).flatMap { document.attribute(.lang, of: $0) }
    }

    private static func links(_ map: PageMap, _ root: Int, _ base: WebAddress?) -> [String] {
        let document = map.document
        var seen: Set<String> = []
        var found: [String] = []
        var node = root
        while node < document.end(of: root) {
            if map.isSkipped(node) {
                node = document.end(of: node)
                continue
            }
            if document.tag(node) == .a, let href = document.attribute(.href, of: node), !href.hasPrefix("#"),
                let target = base?.resolving(href) ?? WebAddress(href), seen.insert(target.text).inserted
            {
                found.append(target.text)
            }
            node += 1
        }
        return found
    }
}
