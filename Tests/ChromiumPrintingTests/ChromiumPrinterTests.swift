import BriefModel
import Foundation
import PagePrinting
import Testing

@testable import ChromiumPrinting

private let chromiumIsInstalled = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].contains { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
}

/// Chromium is large and not needed for anything else, so that these are left out, and said to be, where it is not installed.
@Suite("Printing through Chromium", .enabled(if: chromiumIsInstalled, "Chromium is not installed: apt-get install chromium"))
struct ChromiumPrinterTests {
    private let moment = Timestamp(secondsSince1970: 1_772_409_599)
    private let page = Array(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Two parts</title>
        <style>@page { @bottom-right { content: "page " counter(page) " of " counter(pages); } } h2 { break-before: page; }</style>
        <h1>The first part</h1><p><a href="https://wire.example/one">A report</a> says so.</p><h2>The second part</h2><p>Zwölf Boxkämpfer.</p>
        """.utf8)

    /// What a program of somebody else's says of a PDF.
    private func asked(_ tool: String, _ arguments: [String], about pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "printed-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments.map { $0 == "FILE" ? file.path : $0 }
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("pages, page numbers and links are what pdftotext and pdfinfo find") func readBack() async throws {
        let pdf = try await ChromiumPrinter().pdf(of: page, dated: moment)
        let text = try asked("pdftotext", ["-layout", "FILE", "-"], about: pdf)
        #expect(text.contains("The first part") && text.contains("Zwölf Boxkämpfer") && text.contains("page 2 of 2"))
        #expect(try asked("pdfinfo", ["-url", "FILE"], about: pdf).contains("https://wire.example/one"))
        let facts = try asked("pdfinfo", ["-isodates", "FILE"], about: pdf)
        #expect(facts.contains("Pages:           2") && facts.contains("Tagged:          yes") && facts.contains("2026-03-01T23:59:59"), "\(facts)")
        #expect(String(decoding: pdf, as: UTF8.self).contains("/Outlines"))
    }

    @Test("the same page and moment give the same bytes") func determinism() async throws {
        let first = try await ChromiumPrinter().pdf(of: page, dated: moment)
        #expect(try await ChromiumPrinter().pdf(of: page, dated: moment) == first)
    }

    @Test("a run that takes too long is ended and says so") func time() async {
        await #expect(throws: PrintingError.limitExceeded("1 second")) {
            try await ChromiumPrinter(time: .milliseconds(1), names: ["chromium", "google-chrome"]).pdf(of: page, dated: moment)
        }
    }
}

@Suite("Printing where there is no Chromium") struct MissingChromiumTests {
    @Test("the program that was looked for is named") func missing() async {
        await #expect(throws: PrintingError.printerMissing(["no-such-browser"])) {
            try await ChromiumPrinter(time: .seconds(9), names: ["no-such-browser"]).pdf(of: [0x20], dated: Timestamp(secondsSince1970: 0))
        }
    }

    @Test("the moments of a PDF are written over, and nothing else is moved") func dates() {
        let pdf = Array("<</CreationDate (D:20991231235959+00'00')\n/ModDate (D:20991231235959+00'00')>>".utf8)
        let set = PDFDates.set(to: Timestamp(secondsSince1970: 1_772_409_599), in: pdf)
        #expect(String(decoding: set, as: UTF8.self) == "<</CreationDate (D:20260301235959+00'00')\n/ModDate (D:20260301235959+00'00')>>")
    }
}
