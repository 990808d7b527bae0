public import BriefModel
import HTMLParsing

/// A brief that somebody wrote, as Markdown: all that a reader sees of it, and what it cites.
extension ArticleExtractor {
    /// - Parameter charset: what a server declared, if anything.
    public func markdown(page bytes: [UInt8], charset: String? = nil) throws(ExtractionError) -> String {
        try Self.text(PageMarkdown.read(HTMLDocument(page: bytes, charset: charset)))
    }

    /// Text is Markdown as it is, once its characters are read.
    public func markdown(plainText bytes: [UInt8], charset: String? = nil) throws(ExtractionError) -> String {
        guard !bytes.isEmpty else { throw .empty }
        let characters = CharacterDecoding.decode(bytes, declared: charset, syntax: .text).utf8
        guard !PlainParts.isBinary(characters) else { throw .unreadable("is no text: it holds bytes that no text has") }
        return try Self.text(characters)
    }

    public func markdown(word bytes: [UInt8]) throws(ExtractionError) -> String { try Self.text(WordMarkdown.read(bytes).bytes) }

    public func markdown(printed document: PrintedDocument) throws(ExtractionError) -> String { try markdown(try extract(printed: document)) }

    public func markdown(mail bytes: [UInt8]) throws(ExtractionError) -> String { try markdown(try extract(mail: bytes, address: "")) }

    private func markdown(_ article: ExtractedArticle) throws(ExtractionError) -> String {
        var draft = MarkdownDraft()
        draft.append(article.title.utf8)
        draft.end("# ")
        for block in article.body {
            draft.append(block.text.utf8)
            switch block.kind {
            case .title, .heading: draft.end("## ")
            case .listItem: draft.end("- ")
            case .quote: draft.end("> ")
            case .tableRow: draft.end("| ")
            case .paragraph, .caption, .code: draft.end()
            }
        }
        for note in article.notes {
            // "3 Northlight Wire, 5 February": the number is the mark's.
            let number = note.text.prefix { $0.isASCII && $0.isNumber }
            let isNumbered = (1...3).contains(number.count)
            draft.append((isNumbered ? note.text.dropFirst(number.count).drop { ". )".contains($0) } : note.text[...]).utf8)
            draft.end(isNumbered ? "[\(number)]: " : "")
        }
        return try Self.text(draft.bytes)
    }

    private static func text(_ bytes: [UInt8]) throws(ExtractionError) -> String {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .noText }
        return String(decoding: bytes, as: UTF8.self)
    }
}
