import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering

struct ShowTrends: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Shows which stories of a topic rise and which have gone quiet.",
        discussion: """
            Counts independent outlets, not pages: reprints are left out and outlets of one owner count once. Each story shows the series behind its
            words. Reads nothing new; the same library, topic and --as-of give the same answer.

            EXAMPLES
              bigpicture trends military-ai
              bigpicture trends military-ai --days 14 --as-of 2026-03-01 --format html --output trends.html
            """)

    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.") var topic: String
    @Option(help: "How many days count as now.") var days = 7
    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3650).contains(days) else { throw ValidationError("--days is from 1 to 3650.") }
    }

    func run() async throws {
        let followed = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: topic) }
        let bootstrap = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: false)
        try await bootstrap.engine.catchingUp()
        let study = try await bootstrap.engine.studying(followed, asOf: asOf.moment(.system))
        try output.deliver(render(study.trends(days: days), as: output.format, style: .current))
    }
}
