import BriefModel
import ContentCoding

extension ArticleExtractor {
    /// Whether bytes are an archive that holds a Word document.
    public static func isWord(_ bytes: [UInt8]) -> Bool {
        ZipArchive.isArchive(bytes) && bytes.firstRange(of: Array("word/document.xml".utf8)) != nil
    }

    /// A report written with a word processor (Office Open XML). Its first heading, else its first paragraph, is the title.
    public func extract(word bytes: [UInt8]) throws(ExtractionError) -> ExtractedArticle {
        var blocks = try WordMarkdown.read(bytes).blocks
        guard !blocks.isEmpty else { throw .noText }
        let title = blocks.remove(at: blocks.firstIndex { $0.prefix.hasPrefix("#") } ?? 0)
        let notes = blocks.filter { $0.prefix.hasPrefix("[") }
        let body = blocks.filter { !$0.prefix.hasPrefix("[") }.map {
            ExtractedArticle.Block(kind: Self.kind($0.prefix), text: String(decoding: $0.text, as: UTF8.self))
        }
        return ExtractedArticle(
            title: String(decoding: title.text, as: UTF8.self),
            language: LanguageChoice.language(declared: [], text: body.map(\.text).joined(separator: "\n")), body: body,
            notes: notes.map { ExtractedArticle.Block(kind: .paragraph, text: String(decoding: $0.text, as: UTF8.self)) })
    }

    private static func kind(_ prefix: String) -> TextBlock.Kind {
        switch prefix.first {
        case "#": .heading
        case "-": .listItem
        case "|": .tableRow
        default: .paragraph
        }
    }
}
