import ArgumentParser
import BriefEngine
import BriefModel
import Storage

struct StoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story", abstract: "Sets right what belongs together: merges, splits, names and pins the stories of a topic.",
        discussion: """
            What you say is kept with the library and obeyed by every later run; of two that cannot both be obeyed the later counts. Briefs as of a
            moment before you said it stay as they were. A story is named by its identifier, by that of one of its articles, or by words of its title.

            EXAMPLES
              bigpicture story list military-ai
              bigpicture story merge military-ai "export rule" "chip licences" --dry-run
              bigpicture story split military-ai "export rule" "Averland signs"
              bigpicture story rename military-ai "export rule" "The export rule"
              bigpicture story undo military-ai 3
            """,
        subcommands: [List.self, Merge.self, Split.self, Rename.self, Pin.self, Unpin.self, Undo.self, Decisions.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the stories of a topic, or the articles of one.",
            discussion: """
                EXAMPLES
                  bigpicture story list military-ai
                  bigpicture story list military-ai "export rule"
                """)

        @OptionGroup var subject: StudyOptions
        @Argument(help: "Show the articles of this story.") var story: String?

        func run() async throws {
            let study = try await subject.study()
            if let story {
                for line in StoryWording(study).lines(of: try naming { () throws(NamingError) in try study.story(named: story) }) {
                    try StandardOutput.line(line)
                }
            } else {
                for story in study.stories.inOrder { try StandardOutput.line(StoryWording(study).line(of: story)) }
            }
        }
    }

    struct Decisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists what was decided on the stories of a topic, what was taken back included.",
            discussion: "EXAMPLE\n  bigpicture story decisions military-ai")

        @OptionGroup var subject: StoryOptions

        func run() async throws {
            let desk = try await subject.desk()
            let held = try await libraryWork { () async throws(StorageError) in try await desk.store.storyDecisions(topic: desk.study.topic.slug) }
            if held.isEmpty { StandardError.line("nothing was decided on the stories of this topic yet") }
            for decision in held { try StandardOutput.line(StoryWording(desk.study).line(of: decision)) }
        }
    }
}

extension [Story] {
    /// Pinned ones first, then those of most articles.
    var inOrder: [Story] { sorted { ($1.isPinned ? 1 : 0, $1.articles.count, $0.id) < ($0.isPinned ? 1 : 0, $0.articles.count, $1.id) } }
}

/// Ends the program where a name does not tell what is meant.
func naming<Value>(_ body: () throws(NamingError) -> Value) throws -> Value {
    do throws(NamingError) {
        return try body()
    } catch {
        throw Exit.failing(error.description, code: Exit.noInput)
    }
}
