import ArgumentParser
import BriefBootstrap
import BriefModel
import Storage

struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how the sources of a library are doing.",
        discussion: """
            What to look at first stands first: sources that fail, those silent for longer than is usual for them, those taken down; then the rest.

            EXAMPLES
              bigpicture health
              bigpicture health --library ./library --json
            """)

    @Flag(name: .long, help: "One JSON value a line, for programs.")
    var json = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let bootstrap = try Bootstrap.opening(library.place, for: .reading)
        let now = Clock.system.now()
        let states: [SourceState]
        do throws(StorageError) {
            states = try await bootstrap.store.sourceStates().byUrgency(at: now)
        } catch {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
        if states.isEmpty { StandardError.line("no source was read yet; read some with: bigpicture read TOPIC") }
        for state in states {
            if json {
                try JSONLines.write(SourceHealthRecord(state, at: now))
            } else {
                try StandardOutput.line("\(state.condition(at: now).name): \(state.address)\n  \(state.account(at: now))")
            }
        }
    }
}
