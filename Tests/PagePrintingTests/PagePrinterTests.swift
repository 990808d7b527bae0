import BriefModel
import PagePrinting
import Testing

/// The port and its twin.
@Suite("Printing a page") struct PagePrinterTests {
    private let moment = Timestamp(secondsSince1970: 1_772_409_599)

    @Test("the twin answers with a PDF, the same for the same page and moment") func twin() async throws {
        let pdf = try await InMemoryPagePrinter().pdf(of: Array("<p>One</p>".utf8), dated: moment)
        #expect(pdf.starts(with: "%PDF-".utf8))
        #expect(try await InMemoryPagePrinter().pdf(of: Array("<p>One</p>".utf8), dated: moment) == pdf)
    }

    @Test("a page without anything on it is refused") func nothing() async {
        await #expect(throws: PrintingError.failed("there is nothing on the page")) { try await InMemoryPagePrinter().pdf(of: [], dated: moment) }
    }

    @Test("what is missing is named with the package and another way") func missing() {
        let words = "\(PrintingError.printerMissing(["chromium"]))"
        #expect(words.contains("Debian's chromium") && words.contains("--format html"))
    }
}
