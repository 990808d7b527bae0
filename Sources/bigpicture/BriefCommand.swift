import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering
import Storage

struct WriteBrief: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Writes the brief on a topic.",
        discussion: """
            With --sources, reads them first; a topic's own sources are read with `bigpicture read` or --read. The same library, topic and --as-of
            give the same brief, byte for byte.

            EXAMPLES
              bigpicture brief military-ai
              bigpicture brief military-ai --read --format html --output brief.html
              bigpicture brief --sources feeds.opml --library ./library --as-of 2026-03-01 --format json
            """)

    @OptionGroup var subject: SubjectOptions
    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Read the topic's sources first.")
    var read = false

    func run() async throws {
        let topic = try subject.topic(in: library.place)
        let bootstrap = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: topic.allowsLocalAddresses)
        if read || !subject.sources.isEmpty {
            let report = try await bootstrap.engine.readShowingProgress(topic)
            StandardError.raw(report.summary + "\n")
            if report.readNothing { throw ExitCode(Exit.nothingRead) }
        }
        try await bootstrap.engine.catchingUp()
        let asOf = asOf.moment(.system)
        let last = try await libraryWork { () async throws(StorageError) in try await bootstrap.lastEdition(of: topic, before: asOf) }
        let brief = try await bootstrap.engine.writing(topic, asOf: asOf, since: last)
        try await bootstrap.keep(brief)
        try output.deliver(render(brief, as: output.format, style: .current))
    }
}

extension Engine {
    /// Shows progress where a library has much to index.
    func catchingUp() async throws {
        let line = ProgressLine()
        do throws(StorageError) {
            try await catchUp { line.show($0) }
        } catch {
            line.end()
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
        line.end()
    }

    func writing(_ topic: Topic, asOf: Timestamp, since: Timestamp? = nil) async throws -> Brief {
        try await working { () async throws(EngineError) in try await brief(on: topic, asOf: asOf, since: since) }
    }

    func auditing(_ text: String, asOf: Timestamp) async throws -> AuditedText {
        try await working { () async throws(EngineError) in try await audit(text, asOf: asOf) }
    }
}

extension EngineError {
    var exitCode: Int32 {
        switch self {
        case .storage, .inference: Exit.libraryUnusable
        case .emptyLibrary, .nothingOnTopic, .nothingToSay, .nothingVerified, .notAdmitted: Exit.nothingRead
        }
    }
}
