import ArgumentParser
import BriefBootstrap
import BriefModel

struct TopicCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topic", abstract: "Keeps topics: what to follow, and where to look.", subcommands: [New.self, CheckTopic.self, List.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a topic file to fill in; never over one that is there.",
            discussion: "EXAMPLE\n  bigpicture topic new \"Chips and export rules\"")

        @Argument(help: "The title of the topic.") var title: String
        @OptionGroup var library: LibraryOptions

        func run() throws {
            let path = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).add(title: title) }
            try StandardOutput.line("\(path)\nFill it in, then: bigpicture topic check \(path)")
        }
    }

    struct CheckTopic: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Reads topic files and says what is wrong, with line and remedy.",
            discussion: "EXAMPLE\n  bigpicture topic check chips.yaml")

        @Argument(help: "Topic files, or names of topics in the library.") var topics: [String]
        @OptionGroup var library: LibraryOptions

        func run() throws {
            for name in topics {
                let topic = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: name) }
                try StandardOutput.line(
                    "\(name): \(topic.title): \(topic.sources.count) sources, \(topic.include.count) terms, \(topic.outlets.count) outlets. Good.")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the topics of the library.")

        @OptionGroup var library: LibraryOptions

        func run() throws {
            let names = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).names() }
            if names.isEmpty { StandardError.line("no topics yet; make one with: bigpicture topic new \"TITLE\"") }
            for name in names { try StandardOutput.line(name) }
        }
    }
}

/// Topic work that ends the program with the reason and the code for it.
func topicWork<Value>(_ body: () throws(TopicShelfError) -> Value) throws -> Value {
    do throws(TopicShelfError) {
        return try body()
    } catch {
        switch error {
        case .notFound: throw Exit.failing(error.description, code: Exit.noInput)
        case .wrong: throw Exit.failing(error.description, code: Exit.badInput)
        case .exists, .cannotUse: throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
    }
}
