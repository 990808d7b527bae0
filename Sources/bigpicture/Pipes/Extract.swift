import ArgumentParser
import ArticleExtraction
import BriefModel

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pages to articles, one JSON line a page.",
        discussion: "EXAMPLE\n  bigpicture extract page.html --address https://example.org/page.html")

    @Argument(help: "HTML files; - for standard input.") var files: [String] = ["-"]
    @Option(help: "The address it came from, to resolve relative links.") var address = "http://localhost/"
    @Option(help: "The charset its server declared.") var charset: String?

    func run() throws {
        for file in files {
            let bytes = try InputFile.read(file)
            do {
                try JSONLines.write(Line(file, try ArticleExtractor().extract(page: bytes, charset: charset, address: address)))
            } catch let error as ExtractionError {
                try JSONLines.write(ItemFailure(id: file, error: error.description))
            }
        }
    }

    private struct Line: Encodable {
        struct Block: Encodable { let kind, text: String }
        let id, title: String
        let authors: [String]
        let published, modified, language, section, site, canonical, credit: String?
        let correction: Bool
        let blocks: [Block]
        let text: String
        let links: [String]

        init(_ id: String, _ article: ExtractedArticle) {
            self.id = id
            title = article.title
            authors = article.authors
            published = article.published?.description
            modified = article.modified?.description
            language = article.language
            section = article.section
            site = article.siteName
            canonical = article.canonicalAddress
            credit = article.creditLine
            correction = article.isCorrection
            blocks = article.body.map { Block(kind: $0.kind.rawValue, text: $0.text) }
            text = article.body.map(\.text).joined(separator: "\n\n")
            links = article.links
        }
    }
}
