import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering
import Glibc
import SampleLibrary
import Storage

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the main job on the sample library: read, brief, audit.",
        discussion: """
            Starts a server for the sample outlets on this machine, reads them over HTTP, writes the brief as of 1 March 2026 and audits the older
            brief of that day. The outlets are invented and some statements are wrong on purpose.

            EXAMPLES
              bigpicture demo
              bigpicture demo --serve
              bigpicture demo --library ./sample --output ./pages
            """)

    @Option(name: .long, help: ArgumentHelp("Keep the library here. Default: a library folder inside the output folder.", valueName: "path"))
    var library: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the pages go.", valueName: "folder"))
    var output = "big-picture-demo"

    @Flag(name: .long, help: "Keep the pages up in the browser until Control-C.")
    var serve = false

    @Flag(name: .long, help: "Print how long each step took, one `name seconds` a line.")
    var timings = false

    func run() async throws {
        guard SampleLibrary.isBesideProgram else {
            throw Exit.failing(
                "The sample library is not beside this program. Copy the folder \(SampleLibrary.besideProgram) from where it was built.",
                code: Exit.noInput)
        }
        let asOf = Timestamp(day: SampleLibrary.day, hour: 23, minute: 59, second: 59)
        let place = LibraryPlace(path: library ?? output + "/library")
        try OutputFolder.make(output)
        let bootstrap = try Bootstrap.opening(place, for: .writing, allowsLocalAddresses: true)
        var watch = Stopwatch()

        let server = try await RunningSampleServer.start(preferredPort: Self.preferredPort)
        let topic = SampleLibrary.topic(readFrom: server.address(of: "feeds.opml"))
        let report = try await bootstrap.engine.readShowingProgress(topic)
        watch.lap("read")
        await server.stop()
        StandardError.raw(report.summary + "\n")

        let brief = try await working { () async throws(EngineError) in try await bootstrap.writeEdition(on: topic, asOf: asOf) }
        watch.lap("brief")
        let audited = try await bootstrap.engine.auditing(SampleLibrary.olderBrief, asOf: asOf)
        watch.lap("audit")
        for format in BriefFormat.allCases {
            guard let name = format.fileExtension else { continue }
            try OutputFile.write(render(brief, as: format, style: .plain, notice: SampleLibrary.notice), to: "\(output)/brief.\(name)")
            try OutputFile.write(
                render(audited.audit, sources: audited.sources, as: format, style: .plain, notice: SampleLibrary.notice),
                to: "\(output)/audit.\(name)")
        }
        _ = try topicWork { () throws(TopicShelfError) in
            try TopicShelf(place).keepIfNew(SampleLibrary.topicFile(readFrom: server.address(of: "feeds.opml")), named: SampleLibrary.topicName)
        }
        watch.lap("pages")

        try StandardOutput.line(Self.closing(brief, audited.audit, output: output, library: place.folder))
        if timings { for lap in watch.laps { try StandardOutput.line("\(lap.name) \(lap.seconds)") } }
        if serve { try await Serve.keepUp(bootstrap, place: place, doors: ServingDoors(), asOf: asOf, writes: true, notice: SampleLibrary.notice) }
    }

    /// The same port each time keeps the addresses of the sample articles the same; another is taken when it is in use.
    static let preferredPort = 8737

    private static func closing(_ brief: Brief, _ audit: Audit, output: String, library: String) -> String {
        let folder = output.hasPrefix("/") ? output : "\(currentFolder())/\(output)"
        return """

            \(brief.draft.headline.text)
            \(brief.draft.statements.count) statements, each with its passages, from \(brief.counts.articlesOnTopic) reports of \(brief.counts.outlets) outlets; \
            \(brief.draft.disputes.count) disputes; \(brief.counts.reprintsFolded) reprints counted once.
            The older brief: \(audit.count(.supported)) lines supported, \(audit.count(.partly)) partly, \(audit.count(.unsupported)) without support, \
            \(audit.count(.contradicted)) contradicted, \(audit.count(.notAClaim)) nothing to check.

            The brief   \(folder)/brief.html   (also .md, .json)
            The audit   \(folder)/audit.html   (also .md, .json)
            Open them in a browser, for example: xdg-open \(folder)/brief.html
            Go on with:  \(CommandLine.arguments.first ?? "bigpicture") brief \(SampleLibrary.topicName) --library \(library) --as-of 2026-03-01
            """
    }

    private static func currentFolder() -> String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }
}

extension BriefFormat {
    /// Nil for the terminal, which is no file.
    var fileExtension: String? {
        switch self {
        case .terminal: nil
        case .markdown: "md"
        case .html: "html"
        case .json: "json"
        }
    }
}

/// Wall time between steps.
struct Stopwatch {
    private(set) var laps: [(name: String, seconds: Double)] = []
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() { last = clock.now }

    mutating func lap(_ name: String) {
        let now = clock.now
        let (seconds, attoseconds) = (now - last).components
        laps.append((name, (Double(seconds) + Double(attoseconds) / 1e18).rounded(toPlaces: 3)))
        last = now
    }
}

extension Double {
    func rounded(toPlaces places: Int) -> Double {
        let factor = pow(10, Double(places))
        return (self * factor).rounded() / factor
    }
}
