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

            Each brief is kept as an edition. The next one says at its top what changed since, and of each statement whether it is new, told by more outlets,
            revised or newly disputed. With --edition, a kept edition is written again as it was, whatever was read since; nothing is kept then.

            With --model, a language model words the sections: it is shown the passages chosen and nothing else, and each sentence of its that those do not bear
            out is turned away. Its answers are kept with the edition.

            EXAMPLES
              bigpicture brief military-ai
              bigpicture brief military-ai --read --format html --output brief.html
              bigpicture brief military-ai --since 2026-02-14
              bigpicture brief military-ai --words 600
              bigpicture brief military-ai --edition 2026-03-01 --format html --output then.html
              bigpicture brief military-ai --model ollama:qwen3:8b
              bigpicture brief --sources feeds.opml --library ./library --as-of 2026-03-01 --format json
            """)

    @OptionGroup var subject: SubjectOptions
    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var model: WordingModelOptions

    @Option(
        help: ArgumentHelp(
            "Tell what changed since a day (2026-02-14), the last edition, or the moment of an edition.",
            discussion: "Default: the last edition, where there is one.", valueName: "date|last|edition"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "Write a kept edition again: that of a day, the last, or that of a moment.", valueName: "date|last|moment"))
    var edition: String?

    @Option(
        help: ArgumentHelp(
            "About how many words, from \(Topic.lengths.lowerBound) to \(Topic.lengths.upperBound).",
            discussion: "Default: `words` of the topic file, else as much as a ten-minute brief needs."))
    var words: Int?

    @Option(
        help: ArgumentHelp(
            "About how many minutes of reading, from \(Self.readingTimes.lowerBound) to \(Self.readingTimes.upperBound).",
            discussion: "\(Self.wordsPerMinute) words a minute."))
    var minutes: Int?

    /// How fast adults read English prose in silence (Brysbaert 2019, a meta-analysis of 190 studies).
    private static let wordsPerMinute = 238
    private static let readingTimes = 1...40

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Hold only what the whole library bears out as well, not the passages cited alone.", discussion: "Default: `strict` of the topic file."))
    var strict = false

    @Flag(name: .long, help: "Read the topic's sources first.")
    var read = false

    func validate() throws {
        if let words, !Topic.lengths.contains(words) {
            throw ValidationError("--words is a number from \(Topic.lengths.lowerBound) to \(Topic.lengths.upperBound).")
        }
        if let minutes, !Self.readingTimes.contains(minutes) {
            throw ValidationError("--minutes is a number from \(Self.readingTimes.lowerBound) to \(Self.readingTimes.upperBound).")
        }
        guard words == nil || minutes == nil else { throw ValidationError("--words and --minutes say the same; give one of them.") }
        let isOfNow = read || strict || !subject.sources.isEmpty || asOf.asOf != nil || since != nil
        guard edition == nil || !(isOfNow || words != nil || minutes != nil || model.name != nil) else {
            throw ValidationError(
                "--edition writes a brief again as it was; --read, --sources, --as-of, --since, --words, --minutes, --strict and --model do not go with it."
            )
        }
    }

    func run() async throws {
        var topic = try subject.topic(in: library.place)
        topic.words = words ?? minutes.map { $0 * Self.wordsPerMinute } ?? topic.words
        topic.isStrict = topic.isStrict || strict
        if let edition {
            let brief = try await EditionName.brief(edition, of: topic, in: try Bootstrap.opening(library.place, for: .reading))
            return try output.deliver(render(brief, as: output.format, style: .current))
        }
        let writer = try model.writer()
        let bootstrap = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: topic.allowsLocalAddresses)
        if read || !subject.sources.isEmpty {
            let report = try await bootstrap.engine.readShowingProgress(topic)
            StandardError.raw(report.summary + "\n")
            if report.readNothing { throw ExitCode(Exit.nothingRead) }
        }
        try await bootstrap.engine.catchingUp()
        let asOf = asOf.moment(.system)
        let start = try await start(of: topic, in: bootstrap, before: asOf)
        let brief = try await working { () async throws(EngineError) in
            try await bootstrap.writeEdition(on: topic, asOf: asOf, since: start, wordedBy: writer)
        }
        model.account(for: brief)
        try output.deliver(render(brief, as: output.format, style: .current))
    }

    private func start(of topic: Topic, in bootstrap: Bootstrap, before asOf: Timestamp) async throws -> Timestamp? {
        if let since { return try await EditionName.moment(since, of: topic, in: bootstrap, before: asOf) }
        return try await libraryWork { () async throws(StorageError) in try await bootstrap.lastEdition(of: topic, before: asOf) }
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
