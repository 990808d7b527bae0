import Foundation
import Testing

private let chromiumIsInstalled = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// A weekly PDF, as a user gets it.
@Suite(.serialized) struct ExportCommandTests {
    private func asked(_ tool: String, _ arguments: [String], in folder: URL) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(.enabled(if: chromiumIsInstalled, "Chromium is not installed: apt-get install chromium"))
    func everyPageOfAPDFBearsItsMarkingItsNumberAndTheHeadline() throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "pages"], in: folder).status == 0)
            let export = ["export", "military-ai", "--library", "pages/library", "--as-of", "2026-03-01", "--format", "pdf", "--tlp", "amber+strict"]
            let run = try Program.run(export + ["--output", "brief.pdf"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let headline = try asked("pdfinfo", ["brief.pdf"], in: folder).split(separator: "\n").first { $0.hasPrefix("Title:") }
            let words = try #require(headline?.split(separator: " ").dropFirst().prefix(4).joined(separator: " "))
            let pages = try asked("pdftotext", ["-layout", "brief.pdf", "-"], in: folder).split(separator: "\u{C}")
            #expect(pages.count > 3)
            for (place, page) in pages.enumerated() {
                #expect(page.components(separatedBy: "TLP:AMBER+STRICT").count >= 3, "page \(place + 1) bears it at head and foot")
                #expect(page.contains("\(place + 1) / \(pages.count)") && page.contains(words))
            }
            #expect(try asked("pdfinfo", ["-url", "brief.pdf"], in: folder).contains("#:~:text="), "passages lead to their sources")
        }
    }

    @Test func whereThereIsNoChromiumTheRemedyIsSaid() throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "pages"], in: folder).status == 0)
            let run = try Program.run(
                ["export", "military-ai", "--library", "pages/library", "--format", "pdf", "--output", "brief.pdf"],
                environment: ["PATH": folder.path], in: folder)
            #expect(run.status == 73 && run.errors.contains("install Debian's chromium"), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "brief.pdf").path))
        }
    }
}
