import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel

/// A topic of the library, looked at on a day: for commands that only tell what is known.
struct StudyOptions: ParsableArguments {
    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.") var topic: String
    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption

    /// Reads nothing new, but brings the library's index up to what it holds.
    func study() async throws -> Study {
        let followed = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: topic) }
        let engine = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: false).engine
        try await engine.catchingUp()
        do throws(EngineError) {
            return try await engine.study(followed, asOf: asOf.moment(.system))
        } catch {
            throw Exit.failing(error.description, code: error.exitCode)
        }
    }
}
