import Foundation
import Testing

/// The reading room as a person meets it, in Debian's Chromium: `Browser/walk.py` says what is looked at.
@Suite(.serialized) struct BrowserTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = root.appending(path: ".build-peers/bin/python3")
    private static let script = root.appending(path: "Tests/BigPictureTests/Browser/walk.py")
    static let hasBrowser = [python.path, "/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.isExecutableFile)

    @Test(.enabled(if: hasBrowser, missing), .timeLimit(.minutes(12))) func everyPageAndTaskHoldsWideAndNarrowWithAndWithoutScript() throws {
        try Self.serving { site, folder in try Self.walk(site, in: folder) }
    }

    @Test(.enabled(if: hasBrowser, missing), .timeLimit(.minutes(12))) func aLibraryWithUsersIsEnteredByThemOnly() throws {
        let password = "correct horse battery staple"
        try Self.serving(for: "ann", password) { site, folder in try Self.walk(site, ["--sign-in", "ann", password], in: folder) }
    }

    private static let missing: Comment =
        "Chromium, its driver or the readers of Scripts/peers.txt are not installed: run Scripts/setup and Scripts/peers"

    /// - Parameter user: an admin; without one the library is open.
    private static func serving(for user: String? = nil, _ password: String = "", _ body: (_ site: String, _ folder: URL) throws -> Void) throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "demo"], in: folder).status == 0)
            if let user {
                let added = try Program.run(
                    ["user", "add", user, "--role", "admin", "--library", "demo/library"], input: password + "\n", in: folder)
                #expect(added.status == 0, "\(added.errors)")
            }
            let server = try Program.started(["serve", "--library", "demo/library", "--port", "0"], in: folder)
            defer { _ = server.stop() }
            try body(try server.address(), folder)
        }
    }

    private static func walk(_ site: String, _ options: [String] = [], in folder: URL) throws {
        let process = Process(), log = folder.appending(path: "walk.log")
        let pictures = ProcessInfo.processInfo.environment["BIGPICTURE_PICTURES"] ?? folder.appending(path: "pictures").path
        process.executableURL = python
        process.arguments = ["-B", script.path, site, pictures] + options
        process.currentDirectoryURL = folder
        try Data().write(to: log)
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: log, encoding: .utf8)
        #expect(process.terminationStatus == 0 && said.contains("\"faults\": 0"), "\(said)")
    }
}
