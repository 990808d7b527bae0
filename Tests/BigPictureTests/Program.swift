import Foundation

/// The built program, run as a person would.
struct Program {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Beside the test bundle, where the package manager puts what it builds.
    static let path: URL = {
        var folder = Bundle.main.bundleURL
        for argument in CommandLine.arguments where argument.hasSuffix(".xctest") { folder = URL(filePath: argument).deletingLastPathComponent() }
        return folder.appending(path: "bigpicture")
    }()

    static func run(
        _ arguments: [String], program: URL = path, input: String = "", environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        let scratch = FileManager.default.temporaryDirectory.appending(path: "io-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { remove(scratch) }
        // Files rather than pipes: a full pipe would hold the program up.
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        for file in files { try Data(file.lastPathComponent == "in" ? Data(input.utf8) : Data()).write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// One that goes on running.
    struct Running {
        struct SaidNoAddress: Error {}

        let process: Process
        /// The file that it says something in.
        let words: URL

        var said: String { (try? String(contentsOf: words, encoding: .utf8)) ?? "" }

        /// Whether it says this before long.
        func says(_ words: String) -> Bool {
            for _ in 0..<600 {
                if said.contains(words) { return true }
                Thread.sleep(forTimeInterval: 0.1)
            }
            return false
        }

        /// Where a site that it serves is.
        func address() throws -> String {
            guard says("(Control-C to stop)"), let address = said.firstMatch(of: /https?:\/\/127\.0\.0\.1:[0-9]+/) else { throw SaidNoAddress() }
            return String(address.output)
        }

        /// With which status it ends by itself before long; nil when it does not.
        func ended() -> Int32? {
            for _ in 0..<6_000 where process.isRunning { Thread.sleep(forTimeInterval: 0.01) }
            guard !process.isRunning else { return nil }
            return process.terminationReason == .exit ? process.terminationStatus : nil
        }

        /// With which status it ends when it is told to.
        func stop() -> Int32? {
            process.terminate()
            return ended()
        }
    }

    static func started(_ arguments: [String], in folder: URL) throws -> Running {
        try begun(path, arguments, in: folder, saying: "errors-\(UUID().uuidString)", onErrorsOnly: true)
    }

    /// Any program, with a file of the folder for what it says.
    static func begun(_ program: URL, _ arguments: [String], in folder: URL, saying name: String, onErrorsOnly: Bool = false) throws -> Running {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let words = folder.appending(path: name)
        try Data().write(to: words)
        let file = try FileHandle(forWritingTo: words)
        process.standardError = file
        process.standardOutput = onErrorsOnly ? FileHandle.nullDevice : file
        try process.run()
        return Running(process: process, words: words)
    }

    /// Runs it on a file and kills it after a while, if it is not done by then.
    static func kill(_ arguments: [String], input: URL, after milliseconds: Int) throws {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// A folder of its own for one test.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bigpicture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { remove(folder) }
        return try body(folder)
    }

    private static func remove(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
}
