import ArgumentParser
import BriefBootstrap
import BriefModel
import EvidenceBundle
import Storage

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Packs a kept brief with the evidence of every statement.",
        discussion: """
            The bundle is a zip archive: the brief, every cited passage and the text it stands in, where and when that was read, what wrote the brief, and a
            manifest signed with the library's own key. Anybody can check it with `bigpicture verify`, without a library or a connection.

            EXAMPLES
              bigpicture export military-ai --bundle military-ai.zip
              bigpicture export military-ai --edition 2026-03-01 --bundle march.zip
            """)

    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.") var topic: String
    @Option(help: ArgumentHelp("Where the bundle goes.", valueName: "file")) var bundle: String
    @Option(help: ArgumentHelp("The edition: that of a day, the last, or that of a moment.", valueName: "date|last|moment")) var edition = "last"
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let followed = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: topic) }
        try await BundleExport(place: library.place).write(edition, of: followed, to: bundle)
    }
}
