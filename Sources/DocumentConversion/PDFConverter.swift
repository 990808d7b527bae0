public import BriefModel

/// Says what stands on the pages of a PDF, and where.
public protocol PDFConverter: Sendable {
    /// - Parameter document: the bytes of the PDF.
    /// - Returns: a document with at least one word.
    /// - Throws: `ConversionError`.
    func pages(of document: [UInt8]) async throws(ConversionError) -> PrintedDocument
}

public enum ConversionError: Error, Hashable, Sendable {
    case notADocument
    case converterMissing(String)
    case limitExceeded(String)
    case passwordRequired
    /// Pages that show no letter a program can read: pictures of text, most often.
    case noText(pages: Int)
    case failed(String)
}

extension ConversionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notADocument: "not a PDF"
        case .converterMissing(let tool): "\(tool) is not installed; install Debian's poppler-utils"
        case .limitExceeded(let limit): "the PDF needs more than \(limit)"
        case .passwordRequired: "it asks for a password; save a copy without one, for example with qpdf --decrypt"
        case .noText(let pages):
            "\(pages == 1 ? "its page holds" : "its \(pages) pages hold") no text, as scanned pages do; have it recognised first, for example with ocrmypdf"
        case .failed(let why): "the PDF cannot be converted: \(why)"
        }
    }
}

/// The in-memory twin: answers from a table, and fails loudly for what a test did not expect.
public struct InMemoryPDFConverter: PDFConverter {
    private let documents: [[UInt8]: PrintedDocument]

    public init(documents: [[UInt8]: PrintedDocument] = [:]) { self.documents = documents }

    /// Texts as a typewriter sets them.
    public init(texts: [[UInt8]: String]) { self.init(documents: texts.mapValues { PrintedDocument(typed: $0) }) }

    public func pages(of document: [UInt8]) async throws(ConversionError) -> PrintedDocument {
        guard let found = documents[document] else { throw .notADocument }
        guard found.hasText else { throw .noText(pages: found.pages.count) }
        return found
    }
}
