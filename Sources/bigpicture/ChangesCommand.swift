import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering

struct ShowChanges: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Shows what changed in a topic since a day or an edition.",
        discussion: """
            What no longer stands as it did (corrected, reworded, contradicted by a later report, newly disputed), each with both passages; new stories;
            new updates of known ones; what has gone quiet. Reads nothing new; the same library, topic and days give the same answer.

            --since is a day, whose end counts; `last`, the newest brief kept before --as-of; or the moment of an edition, as its JSON has it under as_of.

            EXAMPLES
              bigpicture changes military-ai
              bigpicture changes military-ai --since 2026-02-14 --as-of 2026-03-01
              bigpicture changes military-ai --since last --format html --output changes.html
            """)

    @OptionGroup var subject: StudyOptions
    @Option(help: ArgumentHelp("Since when: a day (2026-02-14), last, or the moment of an edition.", valueName: "date|last|edition"))
    var since = "last"
    @Option(help: "At most so many stories with news, those of most outlets.") var stories = 12
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...1000).contains(stories) else { throw ValidationError("--stories is from 1 to 1000.") }
    }

    func run() async throws {
        let topic = try subject.followed
        let bootstrap = try await subject.open()
        let asOf = subject.asOf.moment(.system)
        let since = try await EditionName.moment(since, of: topic, in: bootstrap, before: asOf)
        let changes = try await working { () async throws(EngineError) in
            try await bootstrap.engine.changes(in: topic, since: since, asOf: asOf)
        }
        try output.deliver(render(changes.limited(to: stories), as: output.format, style: .current))
    }
}
