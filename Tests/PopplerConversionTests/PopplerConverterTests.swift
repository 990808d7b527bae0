import BriefModel
import DocumentConversion
import Foundation
import Testing

@testable import PopplerConversion

@Suite("PDF to text in a limited child process")
struct PopplerConverterTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let report = repository.appending(
        path: "Sources/SampleLibrary/Resources/sample-library/site/quillhaven-institute/reports/verification-guide.pdf")

    /// When every suite runs at once, a child may wait long for its turn; only the limit on time itself is tested with a short one.
    private static let patient = ConversionLimits(time: .seconds(600))

    private func document() throws -> [UInt8] { [UInt8](try Data(contentsOf: Self.report)) }

    @Test("the sample report comes out as text, with what its metadata says")
    func report() async throws {
        let converted = try await PopplerConverter(limits: Self.patient).pages(of: document())
        #expect(converted.pages.count == 2)
        let lines = converted.pages[0].lines.map { $0.words.map(\.text).joined(separator: " ") }
        #expect(lines.contains("Counting chips. Processors are made in few places and can be tracked for a time. A"))
        #expect(lines.contains { $0.contains("A Coruña") })
        let word = try #require(converted.pages[0].lines[1].words.first)
        #expect(word.text == "Verifying")
        #expect(word.frame.left > 80 && word.frame.right < 160 && word.frame.top > 65 && word.frame.bottom < 90)
        #expect(converted.created?.day.description == "2000-01-01")
        #expect(converted.title == "Verifying limits on military AI: a reader's guide to the options")
        #expect(converted.author == "Corvin Adeyemi-Holt and Ilse Marrant")
    }

    @Test("what is not a PDF starts no process", arguments: ["", "<!DOCTYPE html><p>404", "PDF-1.4"])
    func notADocument(text: String) async {
        // A tool that does not exist would be told as missing if it were asked.
        let converter = PopplerConverter(limits: Self.patient, tool: "no-such-tool")
        await #expect(throws: ConversionError.notADocument) { try await converter.pages(of: Array(text.utf8)) }
    }

    @Test("a PDF cut off or full of noise fails with a sentence")
    func damaged() async throws {
        let whole = try document()
        let noise = Array("%PDF-1.7\n".utf8) + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 >> 3) }
        for damaged in [Array(whole.prefix(900)), noise] {
            await #expect(throws: ConversionError.failed("it is damaged or cut off")) {
                try await PopplerConverter(limits: Self.patient).pages(of: damaged)
            }
        }
    }

    @Test("a missing tool is named")
    func missing() async throws {
        let document = try document()
        await #expect(throws: ConversionError.converterMissing("no-such-tool")) {
            try await PopplerConverter(limits: Self.patient, tool: "no-such-tool").pages(of: document)
        }
    }

    @Test("time, memory and output each have a limit", .timeLimit(.minutes(15)))
    func limits() async throws {
        let document = try document()
        func error(_ limits: ConversionLimits, tool: String = "pdftotext") async -> ConversionError? {
            do throws(ConversionError) {
                _ = try await PopplerConverter(limits: limits, tool: tool).pages(of: document)
                return nil
            } catch {
                return error
            }
        }
        #expect(await error(ConversionLimits(time: .seconds(600), output: 1000)) == .limitExceeded("1000 bytes of words and places"))
        #expect(await error(ConversionLimits(time: .seconds(600), pages: 1)) == .limitExceeded("1 pages"))
        #expect(await error(ConversionLimits(time: .seconds(600), words: 100)) == .limitExceeded("100 words"))
        #expect(await error(ConversionLimits(time: .milliseconds(1))) == .limitExceeded("1 second"))
        #expect(await error(ConversionLimits(time: .seconds(600), memory: 4 * 1_048_576)) == .limitExceeded("4 MiB of memory"))
    }

    @Test("pages without a letter are named as such, with the remedy")
    func scanned() async {
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
        let document = Self.document(objects: ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page])
        await #expect(throws: ConversionError.noText(pages: 1)) { try await PopplerConverter(limits: Self.patient).pages(of: document) }
        #expect("\(ConversionError.noText(pages: 1))".contains("ocrmypdf"))
    }

    /// A PDF of the given objects, numbered from 1, the first of them its root.
    private static func document(objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        return Array((text + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
    }
}
