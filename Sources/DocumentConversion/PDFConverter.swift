/// Turns a PDF into plain text, page by page, paragraphs kept apart where the layout shows them.
public protocol PDFConverter: Sendable {
    /// - Parameter document: the bytes of the PDF.
    /// - Throws: `ConversionError`.
    func text(of document: [UInt8]) async throws(ConversionError) -> ConvertedDocument
}

public struct ConvertedDocument: Hashable, Sendable {
    /// UTF-8; pages end with a form feed.
    public let text: String
    /// As the document's own metadata says; often wrong, so only a fallback.
    public let title: String?
    public let author: String?

    public init(text: String, title: String? = nil, author: String? = nil) {
        self.text = text
        self.title = title
        self.author = author
    }
}

public enum ConversionError: Error, Hashable, Sendable {
    case notADocument
    case converterMissing(String)
    case limitExceeded(String)
    case failed(String)
}

extension ConversionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notADocument: "not a PDF"
        case .converterMissing(let tool): "\(tool) is not installed; install Debian's poppler-utils"
        case .limitExceeded(let limit): "the PDF needs more than \(limit)"
        case .failed(let why): "the PDF cannot be converted: \(why)"
        }
    }
}

/// The in-memory twin: answers from a table, and fails loudly for what a test did not expect.
public struct InMemoryPDFConverter: PDFConverter {
    private let texts: [[UInt8]: String]

    public init(texts: [[UInt8]: String] = [:]) { self.texts = texts }

    public func text(of document: [UInt8]) async throws(ConversionError) -> ConvertedDocument {
        guard let text = texts[document] else { throw .notADocument }
        return ConvertedDocument(text: text)
    }
}
