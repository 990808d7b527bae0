import BriefModel
import HTMLParsing

/// An article that stands whole only in a page's data: sites that show a few lines, or draw the page by a script, give machines all of it
/// (schema.org `articleBody`).
enum DataText {
    /// Where more is shown, in bytes, what is shown is the article.
    private static let mostShown = 2000
    /// The data must have so many times what is shown. On labelled pages that show all of it, it has 1.4 times that at most.
    private static let least = 2
    /// Less, in bytes, is a summary.
    private static let shortest = 400
    /// No article has more; the rest is left.
    private static let longest = 1 << 20
    /// Of 38 labelled pages that show all of their text, 33 give .85 to 1.4 times its length in the data; four cut it, one escapes its markup.
    private static let confidence = 0.87

    /// Nil when what is shown is enough, or the data has no more.
    /// - Parameter kept: the text that a reader sees.
    static func read(_ page: PageReading, kept: [PageBlock]) -> ArticleText? {
        let shown = kept.reduce(0) { $0 + $1.text.count }
        guard shown < mostShown, isGiven(page), let text = page.metadata.linkedText, text.utf8.count >= shortest else { return nil }
        var article = read(text, page)
        let length = article.blocks.reduce(0) { $0 + $1.text.utf8.count }
        guard length >= max(shortest, least * shown) else { return nil }
        // A standfirst is often no part of the data.
        let whole = Array(article.blocks.map(\.text).joined(separator: " ").utf8)
        let ahead = kept.filter { $0.kind != .heading && $0.text.count >= 60 && !ByteText.holds(whole, Array($0.text.prefix(40))) }
        article.blocks.insert(contentsOf: ahead.map { ExtractedArticle.Block(kind: $0.kind, text: $0.string) }, at: 0)
        return article
    }

    private static func isGiven(_ page: PageReading) -> Bool {
        let document = page.map.document
        return page.metadata.survey.linkedScripts.contains { script in
            document.descendants(script).contains {
                document.isText($0) && ByteText.contains(document.bytes[document.textRange($0)], "\"articleBody\"")
            }
        }
    }

    /// Markup is read as a page's; plain text has a paragraph a line.
    private static func read(_ text: String, _ page: PageReading) -> ArticleText {
        let mark = Provenance.Mark(.linkedData, confidence: confidence)
        guard let document = markup(text) else { return ArticleText(blocks: paragraphs(text), mark: mark) }
        let hasBlocks = document.nodes.contains {
            TagRoles.blocks.contains(document.tag($0)) && document.tag($0) != .html && document.tag($0) != .body
        }
        guard hasBlocks || document.nodes.contains(where: { TagRoles.neverText.contains(document.tag($0)) && document.tag($0) != .head }) else {
            return ArticleText(blocks: paragraphs(document.textContent(0)), mark: mark)
        }
        let map = PageMap(document)
        let blocks = BlockReader.blocks(map).filter { $0.place.innerFurniture == 0 }
        return ArticleText(
            blocks: ArticleText.blocks(blocks, map),
            links: OutboundLinks.found(in: blocks, of: map, base: page.base, without: [page.address, page.canonical].compactMap { $0 }), mark: mark)
    }

    /// Nil for a text without tags and escapes. Some systems escape the tags as well.
    private static func markup(_ text: String) -> HTMLDocument? {
        let bytes = Array(text.utf8.prefix(longest))
        let hasTags = bytes.contains(UInt8(ascii: "<"))
        guard hasTags || bytes.contains(UInt8(ascii: "&")), let document = try? HTMLDocument(utf8: bytes) else { return nil }
        guard !hasTags else { return document }
        let unescaped = document.textContent(0)
        return unescaped.utf8.contains(UInt8(ascii: "<")) ? (try? HTMLDocument(utf8: Array(unescaped.utf8))) ?? document : document
    }

    private static func paragraphs(_ text: String) -> [ExtractedArticle.Block] {
        text.utf8.prefix(longest).split { $0 == 0x0A || $0 == 0x0D }
            .map { Whitespace.normalised(String(decoding: $0, as: UTF8.self)) }
            .filter { !$0.isEmpty }.map { ExtractedArticle.Block(kind: .paragraph, text: $0) }
    }
}
