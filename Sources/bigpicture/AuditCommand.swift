import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering

struct AuditBrief: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks a brief written by anyone, line by line, against the library.",
        discussion: """
            Every line gets a verdict (supported, partly, unsupported, contradicted, not-a-claim), the reasons and the passages. 'Unsupported' speaks of
            the library only: no passage was found. 'Contradicted' always shows a passage that says otherwise.

            EXAMPLES
              bigpicture audit brief.md --library ./library
              bigpicture audit - --format json < brief.txt
            """)

    @Argument(help: "A Markdown or text file; - for standard input.")
    var file: String

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let bytes = try InputFile.read(file, limit: 1 << 20)
        let bootstrap = try Bootstrap.opening(library.place, for: .reading)
        let audited = try await bootstrap.engine.auditing(String(decoding: bytes, as: UTF8.self), asOf: asOf.moment(.system))
        try output.deliver(render(audited.audit, sources: audited.sources, as: output.format, style: .current))
    }
}
