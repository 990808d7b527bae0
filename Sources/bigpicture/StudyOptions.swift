import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Storage

/// A topic of the library, looked at on a day: for commands that only tell what is known.
struct StudyOptions: ParsableArguments {
    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.") var topic: String
    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: AsOfOption

    var followed: Topic {
        get throws { try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: topic) } }
    }

    /// Reads nothing new, but brings the library's index up to what it holds.
    func open() async throws -> Bootstrap {
        let bootstrap = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: false)
        try await bootstrap.engine.catchingUp()
        return bootstrap
    }

    func study() async throws -> Study {
        let followed = try followed
        let engine = try await open().engine
        return try await working { () async throws(EngineError) in try await engine.study(followed, asOf: asOf.moment(.system)) }
    }
}

/// Work on the library whose failure is told to the user.
func libraryWork<Result: Sendable>(_ body: () async throws(StorageError) -> Result) async throws -> Result {
    do throws(StorageError) {
        return try await body()
    } catch {
        throw Exit.failing(error.description, code: Exit.libraryUnusable)
    }
}

/// Engine work whose failure is told to the user.
func working<Result: Sendable>(_ body: () async throws(EngineError) -> Result) async throws -> Result {
    do throws(EngineError) {
        return try await body()
    } catch {
        throw Exit.failing(error.description, code: error.exitCode)
    }
}
