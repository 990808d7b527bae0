import ArgumentParser
import ArticleExtraction
import BriefBootstrap
import BriefModel
import Ingestion

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pages, PDFs, mail and plain text to articles, one JSON line each.",
        discussion: """
            One file is read, written and forgotten before the next: any number of them takes the memory of the largest. A file that cannot be read
            gives an error line, and the others go on.

            EXAMPLE
              bigpicture extract page.html --address https://example.org/page.html
              bigpicture extract pages/ > articles.jsonl
              find pages -name '*.html' | bigpicture extract --files-from - > articles.jsonl
            """)

    @Argument(help: "Files of any of these kinds, told by their bytes, or folders of them; - for one on standard input.") var files: [String] = []
    @Option(help: "A file with names of files, one a line; - for standard input.") var filesFrom: String?
    @Option(help: "The address it came from, to resolve relative links.") var address = "http://localhost/"
    @Option(help: "The charset its server declared.") var charset: String?

    func run() async throws {
        let reader = DocumentReader(converter: Bootstrap.converter)
        let documents = DocumentFiles(named: files.isEmpty && filesFrom == nil ? ["-"] : files, listedIn: filesFrom)
        let progress = ProgressLine()
        var (done, articles, unreadable) = (0, 0, 0)
        try await documents.forEach { path, total in
            done += 1
            switch Self.bytes(path) {
            case .success(let bytes): if try await writeArticle(bytes, path, reader) { articles += 1 }
            case .failure(let error):
                unreadable += 1
                StandardError.line("\(path): \(error.reason).")
                try JSONLines.write(ItemFailure(id: path, error: error.reason))
            }
            if total != 1 { progress.show(done, of: total, verb: "read", item: path) }
        }
        progress.end()
        if done != 1 { StandardError.line("\(articles) articles in \(done) files.") }
        if unreadable > 0 { throw ExitCode(Exit.noInput) }
    }

    private static func bytes(_ path: String) -> Result<[UInt8], UnreadableFile> {
        do throws(UnreadableFile) { return .success(try InputFile.contents(of: path)) } catch { return .failure(error) }
    }

    /// - Returns: whether there was an article.
    private func writeArticle(_ bytes: [UInt8], _ path: String, _ reader: DocumentReader) async throws -> Bool {
        let article: ExtractedArticle
        do throws(DocumentProblem) {
            article = try await reader.article(in: bytes, mediaType: mediaType(of: path), charset: charset, address: address)
        } catch {
            try JSONLines.write(ItemFailure(id: path, error: error.description))
            return false
        }
        try JSONLines.write(Line(path, article))
        return true
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
        let truncation: String?
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
            truncation = article.truncation?.rawValue
            keywords = article.keywords
            let marks = article.provenance
            let found = [
                ("title", marks.title), ("authors", marks.authors), ("published", marks.published), ("modified", marks.modified),
                ("body", marks.body),
            ]
            provenance = Dictionary(uniqueKeysWithValues: found.compactMap { name, mark in mark.map { (name, Mark($0)) } })
            blocks = article.body.map(Block.init)
            notes = article.notes.map(Block.init)
            text = article.body.map(\.text).joined(separator: "\n\n")
            links = article.links
            attachments = article.attachments
        }
    }
}
