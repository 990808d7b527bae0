public import BriefModel

/// Prints a page to PDF.
public protocol PagePrinter: Sendable {
    /// - Parameters:
    ///   - page: one HTML document that holds all it needs.
    ///   - moment: when the PDF says it was made; the same page and moment give the same bytes as long as the printer and its fonts stay the same.
    /// - Throws: `PrintingError`.
    func pdf(of page: [UInt8], dated moment: Timestamp) async throws(PrintingError) -> [UInt8]
}

public enum PrintingError: Error, Hashable, Sendable {
    /// None of the programs that could print is installed.
    case printerMissing([String])
    case limitExceeded(String)
    case failed(String)
}

extension PrintingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .printerMissing(let names):
            "No PDF can be made: Chromium is not installed (looked for \(names.joined(separator: ", "))); install Debian's chromium, or use --format html "
                + "and print that page from any browser."
        case .limitExceeded(let limit): "No PDF was made: printing it needs more than \(limit)."
        case .failed(let why): "No PDF was made: \(why)."
        }
    }
}

/// The in-memory twin: a PDF of one empty page that bears the page's length and the moment, as good as any to those who only pass it on.
public struct InMemoryPagePrinter: PagePrinter {
    public init() {}

    public func pdf(of page: [UInt8], dated moment: Timestamp) async throws(PrintingError) -> [UInt8] {
        guard !page.isEmpty else { throw .failed("there is nothing on the page") }
        return Array("%PDF-1.4\n% \(page.count) bytes, \(moment)\n%%EOF\n".utf8)
    }
}
