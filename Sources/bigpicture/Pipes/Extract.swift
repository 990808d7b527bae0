import ArgumentParser
import ArticleExtraction
import BriefBootstrap
import BriefModel
import Ingestion

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pages, PDFs, mail and plain text to articles, one JSON line each.",
        discussion: "EXAMPLE\n  bigpicture extract page.html --address https://example.org/page.html")

    @Argument(help: "Files of any of these kinds, told by their bytes; - for standard input.") var files: [String] = ["-"]
    @Option(help: "The address it came from, to resolve relative links.") var address = "http://localhost/"
    @Option(help: "The charset its server declared.") var charset: String?

    func run() async throws {
        let reader = DocumentReader(converter: Bootstrap.converter)
        for file in files {
            let bytes = try InputFile.read(file)
            do {
                try JSONLines.write(
                    Line(file, try await reader.article(in: bytes, mediaType: mediaType(of: file), charset: charset, address: address)))
            } catch let error as DocumentProblem {
                try JSONLines.write(ItemFailure(id: file, error: error.description))
            }
        }
    }

    /// What a file is taken for when its bytes leave it open: a page, as scraps of pages begin with anything.
    private func mediaType(of file: String) -> String {
        switch file.split(separator: ".").last?.lowercased() ?? "" {
        case "txt", "text", "md": "text/plain"
        case "eml", "mbox": "message/rfc822"
        default: "text/html"
        }
    }

    private struct Line: Encodable {
        struct Block: Encodable {
            let kind, text: String
            let page: String?

            init(_ block: ExtractedArticle.Block) {
                kind = block.kind.rawValue
                text = block.text
                page = block.page
            }
        }

        struct Mark: Encodable {
            let origin: String
            let confidence: Double

            init(_ mark: Provenance.Mark) {
                origin = mark.origin.rawValue
                confidence = (mark.confidence * 100).rounded() / 100
            }
        }
        let id, title: String
        let authors: [String]
        let published, day, modified, language, section, site, canonical, credit: String?
        let correction: Bool
        let notice: String?
        let free: Bool?
        let keywords: [String]
        let provenance: [String: Mark]
        let blocks, notes: [Block]
        let text: String
        let links, attachments: [String]

        init(_ id: String, _ article: ExtractedArticle) {
            self.id = id
            title = article.title
            authors = article.authors
            published = article.published?.description
            day = article.publishedDay?.description
            modified = article.modified?.description
            language = article.language
            section = article.section
            site = article.siteName
            canonical = article.canonicalAddress
            credit = article.creditLine
            correction = article.isCorrection
            notice = article.correctionNotice
            free = article.isFree
            keywords = article.keywords
            let marks = article.provenance
            let found = [("title", marks.title), ("authors", marks.authors), ("published", marks.published), ("modified", marks.modified)]
            provenance = Dictionary(uniqueKeysWithValues: found.compactMap { name, mark in mark.map { (name, Mark($0)) } })
            blocks = article.body.map(Block.init)
            notes = article.notes.map(Block.init)
            text = article.body.map(\.text).joined(separator: "\n\n")
            links = article.links
            attachments = article.attachments
        }
    }
}
