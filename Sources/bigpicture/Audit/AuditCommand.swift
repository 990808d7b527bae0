import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering
import Ingestion
import Storage

struct AuditBrief: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks a brief written by anyone, line by line, against the library or against sources of your own.",
        discussion: """
            The brief may be Markdown, plain text, a page, a PDF or a Word file. Every line gets a verdict (supported, partly, unsupported, contradicted,
            not-a-claim, not-checked), the reasons, the passages, and what would settle it. 'Unsupported' speaks of the articles at hand only: no passage
            was found. 'Contradicted' always shows a passage that says otherwise. What the brief itself cites ([1], footnotes, links, "(Source: …)") is
            followed to what it says.

            With --format json the lines are also given as schema.org ClaimReview.

            EXAMPLES
              bigpicture audit brief.md --library ./library
              bigpicture audit report.docx --sources sources/ https://example.org/report.html --format html --output audit.html
              bigpicture audit brief.md --fail-on contradicted,citations
              bigpicture audit --words "Thirty-four countries signed the declaration."

            EXIT CODES
              0 checked   3 checked, and --fail-on found what it names   64 wrong use   65 the brief cannot be read   66 no such file
              69 no source could be read   73 output cannot be written   74 library cannot be used
            """)

    @Argument(help: "The brief; - for standard input.")
    var file: String?

    @Option(name: .long, help: ArgumentHelp("The text itself, instead of a file.", valueName: "text"))
    var words: String?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Check against these alone, without a library: files, folders, pages, feeds. They are read into memory and not kept.",
            valueName: "file|folder|address"))
    var sources: [String] = []

    @Flag(name: .long, help: "Let sources lie on this machine's network (addresses); files are read anyway.")
    var allowLocal = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Leave with exit code 3 when a line has one of these verdicts, or a citation does not hold: \(FailOn.names), separated by commas.",
            valueName: "verdicts"),
        transform: FailOn.init)
    var failOn: FailOn?

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions

    /// Bytes of sources that are held for one audit.
    private static let memory = 512 << 20

    func validate() throws {
        guard (file == nil) != (words == nil) else { throw ValidationError("Name a file (- for standard input), or give --words; not both.") }
    }

    func run() async throws {
        let text = try await brief()
        let (engine, unread) = try await engine()
        let line = ProgressLine()
        let audited = try await working { () async throws(EngineError) in
            try await engine.audit(text, asOf: asOf.moment(.system)) { done, total in
                if total > 200 { line.show(done, of: total, verb: "checked", item: "lines checked") }
            }
        }
        line.end()
        var audit = audited.audit
        audit.remarks += unread
        try output.deliver(render(audit, sources: audited.sources, as: output.format, style: .current))
        if let found = failOn?.faults(in: audit), !found.isEmpty {
            throw Exit.failing("--fail-on: \(found).", code: Exit.foundFault)
        }
    }

    /// The brief's text as Markdown.
    private func brief() async throws -> String {
        let name = file ?? "--words"
        let bytes = try words.map { Array($0.utf8) } ?? InputFile.read(name)
        do throws(DocumentProblem) {
            return try await BriefReader(converter: Bootstrap.converter).markdown(in: bytes, name: file ?? ".txt")
        } catch {
            throw Exit.failing("\(name == "-" ? "standard input" : name) \(error.description).", code: Exit.badInput)
        }
    }

    /// The engine over the library, or over the sources named; and what of those could not be read.
    private func engine() async throws -> (Engine, unread: [String]) {
        guard !sources.isEmpty else { return (try Bootstrap.opening(library.place, for: .reading).engine, []) }
        let topic = Topic(title: "", sources: try sources.map(SubjectOptions.location), allowsLocalAddresses: allowLocal)
        let engine = Bootstrap.engine(over: InMemoryLibrary(limit: Self.memory), allowsLocalAddresses: allowLocal, clock: .system)
        let report = try await engine.readShowingProgress(topic)
        if report.new + report.updated + report.unchanged == 0 {
            throw Exit.failing("none of the sources could be read.", code: Exit.nothingRead)
        }
        return (engine, report.failures.map { "A source was not read: \($0.address): \($0.reason)" })
    }
}
