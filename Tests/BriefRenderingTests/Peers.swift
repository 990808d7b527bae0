import Foundation
import Testing

/// Programs of others that open what we export (Scripts/peers.txt). `Scripts/peers` installs them.
enum Peers {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let python = root.appending(path: ".build-peers/bin/python3")

    static let areInstalled = FileManager.default.isExecutableFile(atPath: python.path)

    static let reason: Comment = "the readers of Scripts/peers.txt are not installed: run Scripts/peers"

    struct Trouble: Error { let words: String }

    /// Runs a program with the bytes in a file, whose path is its first argument, and answers with the JSON that it prints.
    static func ask(_ program: String, about bytes: [UInt8], suffix: String) throws -> [String: Any] {
        let file = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).\(suffix)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = python
        process.arguments = ["-c", "import sys, json\npath = sys.argv[1]\n" + program, file.path]
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let answer = try JSONSerialization.jsonObject(with: said) as? [String: Any] else {
            throw Trouble(words: String(decoding: complaint, as: UTF8.self))
        }
        return answer
    }
}
