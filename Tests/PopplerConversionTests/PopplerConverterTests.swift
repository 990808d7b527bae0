import DocumentConversion
import Foundation
import Testing

@testable import PopplerConversion

@Suite("PDF to text in a limited child process")
struct PopplerConverterTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let report = repository.appending(
        path: "Sources/SampleLibrary/Resources/sample-library/site/quillhaven-institute/reports/verification-guide.pdf")

    private func document() throws -> [UInt8] { [UInt8](try Data(contentsOf: Self.report)) }

    @Test("the sample report comes out as text, with what its metadata says")
    func report() async throws {
        let converted = try await PopplerConverter().text(of: document())
        #expect(converted.text.contains("Counting chips. Processors are made in few places and can be tracked for a time."))
        #expect(converted.text.contains("A Coruña"))
        #expect(!converted.text.contains("<pre>") && !converted.text.contains("</html>"))
        #expect(converted.text.utf8.count { $0 == 0x0c } == 2)
        #expect(converted.title == "Verifying limits on military AI: a reader's guide to the options")
        #expect(converted.author == "Corvin Adeyemi-Holt and Ilse Marrant")
    }

    @Test("what is not a PDF starts no process", arguments: ["", "<!DOCTYPE html><p>404", "PDF-1.4"])
    func notADocument(text: String) async {
        // A tool that does not exist would be told as missing if it were asked.
        let converter = PopplerConverter(limits: .standard, tool: "no-such-tool")
        await #expect(throws: ConversionError.notADocument) { try await converter.text(of: Array(text.utf8)) }
    }

    @Test("a PDF cut off or full of noise fails with a sentence")
    func damaged() async throws {
        let whole = try document()
        let noise = Array("%PDF-1.7\n".utf8) + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 >> 3) }
        for damaged in [Array(whole.prefix(900)), noise] {
            await #expect(throws: ConversionError.failed("it is damaged or cut off")) { try await PopplerConverter().text(of: damaged) }
        }
    }

    @Test("a missing tool is named")
    func missing() async throws {
        let document = try document()
        await #expect(throws: ConversionError.converterMissing("no-such-tool")) {
            try await PopplerConverter(limits: .standard, tool: "no-such-tool").text(of: document)
        }
    }

    @Test("time, memory and output each have a limit", .timeLimit(.minutes(5)))
    func limits() async throws {
        let document = try document()
        func error(_ limits: ConversionLimits, tool: String = "pdftotext") async -> ConversionError? {
            do throws(ConversionError) {
                _ = try await PopplerConverter(limits: limits, tool: tool).text(of: document)
                return nil
            } catch {
                return error
            }
        }
        #expect(await error(ConversionLimits(time: .seconds(300), output: 1000)) == .limitExceeded("1000 bytes of text"))
        #expect(await error(ConversionLimits(time: .milliseconds(1))) == .limitExceeded("1 second"))
        #expect(await error(ConversionLimits(memory: 4 * 1_048_576)) == .limitExceeded("4 MiB of memory"))
    }

    @Test("marks inside the text and entities inside the title are what they are")
    func metaPage() {
        let page =
            "<html><head><title>A &lt;pre&gt; &amp;amp; &quot;B&quot;</title>\n<meta name=\"Author\" content=\"\"/></head><body>\n<pre>\nx < y &amp; </pre>\u{c}\n</pre>\n</body>\n</html>\n"
        let converted = ConvertedDocument(metaPage: Array(page.utf8))
        #expect(converted.title == "A <pre> &amp; \"B\"")
        #expect(converted.author == nil)
        #expect(converted.text == "x < y &amp; </pre>\u{c}\n")
    }
}
