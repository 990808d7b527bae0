import BriefModel
import HTMLParsing

/// From bytes to an article: title, byline, date, language and body.
public struct ArticleExtractor: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: a web page.
    ///   - charset: what the server declared, if anything.
    ///   - address: where it came from; relative links are resolved against it, and a date in its path counts as a hint.
    public func extract(page bytes: [UInt8], charset: String?, address: String) throws(ExtractionError) -> ExtractedArticle {
        guard !bytes.isEmpty else { throw .empty }
        let document: HTMLDocument
        do throws(HTMLError) {
            document = try HTMLDocument(parsing: bytes, charset: charset)
        } catch {
            throw .unreadable(error.description)
        }
        return try extract(document, address: WebAddress(address))
    }

    private func extract(_ document: HTMLDocument, address: WebAddress?) throws(ExtractionError) -> ExtractedArticle {
        let map = PageMap(document)
        let meta = MetaTags(map)
        let data = LinkedData(document)
        let root = MainText.root(map)
        let headline = HeadlineChoice(map, meta: meta, data: data, root: root)
        let filter = BlockFilter(BlockReader.blocks(map, in: root), title: headline.title)
        guard !filter.kept.isEmpty else { throw .noText }
        let byline = Self.byline(map, root) + filter.byline
        let paragraphs = filter.kept.map(\.string)
        let authors = AuthorChoice.authors(map, meta: meta, data: data, byline: byline)
        let section = data.section ?? meta["article:section", "itemprop:articleSection", "section", "parsely-section"]
        let dates = DateCandidates(map, meta: meta, data: data, byline: byline, root: root, address: address)
        let base = document.first(.base).flatMap { document.attribute(.href, of: $0) }.flatMap { address?.resolving($0) ?? WebAddress($0) } ?? address
        return ExtractedArticle(
            title: headline.title, authors: authors, published: dates.published,
            modified: WrittenDate.parse(data.modified ?? meta["article:modified_time", "itemprop:dateModified", "dcterms.modified"] ?? "")?.timestamp,
            language: LanguageChoice.language(
                declared: [Self.lang(document), meta["content-language", "dc.language", "language"], data.language, meta["og:locale"]],
                text: paragraphs.joined(separator: "\n")),
            section: section, siteName: headline.siteName,
            canonicalAddress: (meta.canonical ?? meta["og:url"]).flatMap { base?.resolving($0) ?? WebAddress($0) }?.text,
            creditLine: CreditLine.find(authors: authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: headline.title, section: section, paragraphs: paragraphs),
            body: zip(filter.kept, paragraphs).map { ExtractedArticle.Block(kind: $0.kind, text: $1) },
            links: Self.links(map, root, base))
    }

    /// What stands above the text and names an author or a day: elements called so, then short blocks, the nearest first.
    private static func byline(_ map: PageMap, _ root: Int) -> [String] {
        let named = map.bylines.map { Whitespace.normalised(map.document.textContent($0)) }.filter { !$0.isEmpty }
        let above = BlockReader.blocks(map, before: root).suffix(8).reversed()
        return named + above.map { ($0, $0.string) }.filter(BlockFilter.isByline).map(\.1)
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
