import ArgumentParser
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

    @OptionGroup var subject: StudyOptions
    @Option(help: "How many days count as now.") var days = 7
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3650).contains(days) else { throw ValidationError("--days is from 1 to 3650.") }
    }

    func run() async throws {
        try output.deliver(render(try await subject.study().trends(days: days), as: output.format, style: .current))
    }
}
