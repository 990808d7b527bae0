import Foundation
import Testing

/// The reading room as a person meets it, in Debian's Chromium: `Browser/walk.py` says what is looked at.
@Suite struct BrowserTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = root.appending(path: ".build-peers/bin/python3")
    private static let walk = root.appending(path: "Tests/BigPictureTests/Browser/walk.py")
    static let hasBrowser = [python.path, "/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.isExecutableFile)

    @Test(
        .enabled(if: hasBrowser, "Chromium, its driver or the readers of Scripts/peers.txt are not installed: run Scripts/setup and Scripts/peers"),
        .timeLimit(.minutes(12)))
    func everyPageAndTaskHoldsWideAndNarrowWithAndWithoutScript() throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "demo"], in: folder).status == 0)
            let server = try Program.started(["serve", "--library", "demo/library", "--port", "0"], in: folder)
            defer { _ = server.stop() }
            let address = try server.address()
            let pictures = ProcessInfo.processInfo.environment["BIGPICTURE_PICTURES"] ?? folder.appending(path: "pictures").path
            let run = try Self.walk(address, pictures: pictures, in: folder)
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains("\"faults\": 0"), "\(run.output)")
        }
    }

    private static func walk(_ site: String, pictures: String, in folder: URL) throws -> (status: Int32, output: String) {
        let process = Process(), output = folder.appending(path: "walk.log")
        process.executableURL = python
        process.arguments = [walk.path, site, pictures]
        process.currentDirectoryURL = folder
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
    }
}
