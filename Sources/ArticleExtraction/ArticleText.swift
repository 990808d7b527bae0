import BriefModel

/// The text of a page's article, and the addresses it links to.
struct ArticleText {
    var blocks: [ExtractedArticle.Block] = []
    /// Absolute, each once.
    var links: [String] = []
    /// Where it stood, when that is not the text a reader sees.
    var mark: Provenance.Mark?
    var truncation: ExtractedArticle.Truncation?

    init(blocks: [ExtractedArticle.Block] = [], links: [String] = [], mark: Provenance.Mark? = nil) {
        self.blocks = blocks
        self.links = links
        self.mark = mark
    }

    /// What a reader sees, or what stands in the page's data where that is the most of the article.
    init(_ page: PageReading) {
        let features = BlockFeatures(page.map, blocks: BlockReader.blocks(page.map), root: page.root, title: page.metadata.headline.title)
        let kept = BlockChoice(features).kept
        if let text = DataText.read(page, kept: kept) {
            self = text
            truncation = TruncationSign.atEnd(of: text.blocks)
        } else {
            self.init(
                blocks: Self.blocks(kept, page.map),
                links: OutboundLinks.found(in: kept, of: page.map, base: page.base, without: [page.address, page.canonical].compactMap { $0 }))
            truncation = TruncationSign.sign(page, kept: kept)
        }
    }

    /// As they are told, code as its author set it.
    static func blocks(_ blocks: [PageBlock], _ map: PageMap) -> [ExtractedArticle.Block] {
        blocks.map { block in
            if let code = CodeText.text(of: block, in: map) { return ExtractedArticle.Block(kind: .code, text: code) }
            return ExtractedArticle.Block(kind: block.kind, text: block.string)
        }
    }
}
