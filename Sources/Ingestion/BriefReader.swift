import ArticleExtraction
import BriefModel
public import DocumentConversion
import FeedParsing

/// Reads a brief that somebody wrote out of bytes of any kind, as Markdown with its links and notes.
public struct BriefReader: Sendable {
    private let converter: any PDFConverter

    public init(converter: any PDFConverter) { self.converter = converter }

    /// Bytes of a brief's text that are checked at once.
    public static let limit = 1 << 20

    /// - Parameter name: of the file; its extension tells text that begins like markup from markup.
    /// - Throws: why no brief came of it, as what goes after the name: "is empty".
    public func markdown(in bytes: [UInt8], name: String = "") async throws(DocumentProblem) -> String {
        let text: String
        do throws(ExtractionError) {
            text = try await read(bytes, name: name.lowercased())
        } catch {
            throw DocumentProblem("\(error)")
        }
        guard text.utf8.count <= Self.limit else { throw DocumentProblem("has a text of more than \(Self.limit >> 20) MiB; cut it into parts") }
        return text
    }

    private func read(_ bytes: [UInt8], name: String) async throws(ExtractionError) -> String {
        let extractor = ArticleExtractor()
        guard bytes.contains(where: { ![0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }) else { throw .empty }
        if ArticleExtractor.isWord(bytes) { return try extractor.markdown(word: bytes) }
        let isNamedText = [".md", ".markdown", ".txt", ".text"].contains { name.hasSuffix($0) }
        switch SourceSniffer.kind(of: bytes, mediaType: nil) {
        case .pdf: return try await printed(bytes)
        case .page where !isNamedText: return try extractor.markdown(page: bytes)
        case .mail where !isNamedText: return try extractor.markdown(mail: bytes)
        case .feed where !isNamedText, .outline where !isNamedText: throw .unreadable("is a feed where a brief was expected")
        case .page, .mail, .plainText, .feed, .outline: return try extractor.markdown(plainText: bytes)
        }
    }

    private func printed(_ bytes: [UInt8]) async throws(ExtractionError) -> String {
        let document: PrintedDocument
        do throws(ConversionError) {
            document = try await converter.pages(of: bytes)
        } catch {
            throw .unreadable("is a PDF that could not be read: \(error)")
        }
        return try ArticleExtractor().markdown(printed: document)
    }
}
