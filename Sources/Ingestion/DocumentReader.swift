public import ArticleExtraction
public import BriefModel
public import DocumentConversion
import FeedParsing

/// Reads an article out of bytes of any kind: a page, a PDF, a Word file, a mail or plain text, whichever they are.
public struct DocumentReader: Sendable {
    private let converter: any PDFConverter

    public init(converter: any PDFConverter) { self.converter = converter }

    /// - Parameters:
    ///   - mediaType: what the server called it; believed only where the bytes leave it open.
    ///   - charset: what the server declared.
    ///   - address: where it came from.
    ///   - latest: the last day it can be of; nil: any.
    ///   - fetched: when it was fetched, for "3 hours ago"; nil when that is not known.
    public func article(
        in bytes: [UInt8], mediaType: String? = nil, charset: String? = nil, address: String, latest: CalendarDay? = nil,
        fetched: Timestamp? = nil
    ) async throws(DocumentProblem) -> ExtractedArticle {
        do throws(ExtractionError) {
            if ArticleExtractor.isWord(bytes) { return try ArticleExtractor().extract(word: bytes) }
            switch SourceSniffer.kind(of: bytes, mediaType: mediaType) {
            case .page:
                return try ArticleExtractor().extract(page: bytes, charset: charset, address: address, latest: latest, fetched: fetched)
            case .mail: return try ArticleExtractor().extract(mail: bytes, address: address)
            case .plainText: return try ArticleExtractor().extract(plainText: bytes, charset: charset, address: address)
            case .pdf: break
            case .feed, .outline: throw .unreadable("is a feed where an article was expected")
            }
        } catch {
            throw DocumentProblem("This \(error).")
        }
        let document: PrintedDocument
        do throws(ConversionError) {
            document = try await converter.pages(of: bytes)
        } catch {
            throw DocumentProblem("The PDF could not be read: \(error).")
        }
        do throws(ExtractionError) {
            return try ArticleExtractor().extract(printed: document)
        } catch {
            throw DocumentProblem("This \(error).")
        }
    }
}

/// Why no article came of some bytes: a sentence.
public struct DocumentProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
