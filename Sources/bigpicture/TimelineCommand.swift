public import ArgumentParser
import BriefEngine
import BriefModel
public import BriefRendering

struct ShowTimeline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Shows what happened when: the stories of a topic with their dated updates.",
        discussion: """
            Every update carries the sentence that says what happened, and where it stands. Reads nothing new; the same library, topic and --as-of give
            the same answer. With --story, one story from its start: days that several articles name are there too, marked as told later.

            EXAMPLES
              bigpicture timeline military-ai
              bigpicture timeline military-ai --story "export rule" --format markdown
              bigpicture timeline military-ai --as-of 2026-03-01 --format svg --output timeline.svg
            """)

    @OptionGroup var subject: StudyOptions
    @Option(help: ArgumentHelp("Only this story: its identifier, or words of its title.", valueName: "words")) var story: String?
    @Option(help: "At most so many stories, those of most outlets.") var stories = 12
    @Option(help: "terminal, markdown, json or svg.") var format: TimelineFormat = .terminal
    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file")) var output: String?

    func validate() throws {
        guard (1...1000).contains(stories) else { throw ValidationError("--stories is from 1 to 1000.") }
    }

    func run() async throws {
        let bytes = render(try timeline(of: try await subject.study()), as: format, style: .current)
        guard let output else { return try StandardOutput.write(bytes) }
        try OutputFile.write(bytes, to: output)
    }

    private func timeline(of study: Study) throws -> TopicTimeline {
        guard let story else { return study.timeline(limit: stories) }
        return study.timeline(of: try naming { () throws(NamingError) in try study.story(named: story) })
    }
}

extension TimelineFormat: ExpressibleByArgument {}
