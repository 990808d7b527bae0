import Foundation
import StandInPost
import Testing

/// Each walkthrough is run as it stands in its page, from a clean folder.
@Suite struct WalkthroughTests {
    private static let folder = DocumentTests.root.appending(path: "Documentation/Walkthroughs")

    static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".md") }.sorted()

    @Test func thereAreSome() { #expect(!Self.pages.isEmpty) }

    @Test(arguments: pages) func everyCommandOfItWorks(_ page: String) async throws {
        let post = try await StandInPost.start()
        let text = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
        let commands = text.components(separatedBy: "```sh\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
        try #require(!commands.isEmpty)
        try Program.withFolder { folder in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["bash", "-euo", "pipefail", "-c", commands.joined(separator: "\n")]
            process.currentDirectoryURL = folder
            var environment = ProcessInfo.processInfo.environment
            environment["PATH"] = Program.path.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
            // The mail server of the machine that a page speaks of.
            environment["MAIL_PORT"] = String(post.port)
            process.environment = environment
            let said = folder.appending(path: "said")
            try Data().write(to: said)
            let output = try FileHandle(forWritingTo: said)
            (process.standardOutput, process.standardError) = (output, output)
            try process.run()
            process.waitUntilExit()
            let told = try String(contentsOf: said, encoding: .utf8)
            #expect(process.terminationStatus == 0, "\(told)")
        }
        #expect(post.letters.isEmpty != text.contains("mail.yaml"), "what is sent by mail arrives")
    }
}
