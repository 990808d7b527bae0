import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Ingestion
import Storage

struct Read: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the sources of a topic into the library.",
        discussion: """
            A source that fails is shown, with why and since when; the rest go on. Reading twice stores nothing twice.

            EXAMPLES
              bigpicture read military-ai
              bigpicture read --sources feeds.opml https://example.org/feed.xml --library ./library
            """)

    @OptionGroup var subject: SubjectOptions
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let topic = try subject.topic(in: library.place)
        let bootstrap = try Bootstrap.opening(library.place, for: .writing, allowsLocalAddresses: topic.allowsLocalAddresses)
        let report = try await bootstrap.engine.readShowingProgress(topic)
        try StandardOutput.line(report.summary)
        if report.readNothing { throw ExitCode(Exit.nothingRead) }
    }
}

extension Bootstrap {
    /// Opens the library or ends with the reason.
    static func opening(_ place: LibraryPlace, for access: LibraryAccess, allowsLocalAddresses: Bool = false) throws -> Bootstrap {
        do throws(StorageError) {
            return try Bootstrap(library: place, access: access, allowsLocalAddresses: allowsLocalAddresses, clock: .system)
        } catch {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
    }
}

extension Engine {
    func readShowingProgress(_ topic: Topic) async throws -> ReadingReport {
        let line = ProgressLine()
        let report: ReadingReport
        do throws(StorageError) {
            report = try await read(topic) { line.show($0) }
        } catch {
            line.end()
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
        line.end()
        for failure in report.failures { StandardError.raw(failure.line + "\n") }
        for notice in report.notices { StandardError.raw("worth a look: \(notice.address): \(notice.account)\n") }
        return report
    }
}

extension SourceFailure {
    /// One line for a person.
    var line: String { "not read\(isRefusal ? " (as its publisher asks)" : ""): \(address): \(reason) Since \(since.day.inWords)." }
}

extension ReadingReport {
    var summary: String {
        "Read \(feeds) feeds: \(new) new articles, \(updated) changed, \(unchanged) unchanged, \(failures.count) not read."
    }

    var readNothing: Bool { new + updated + unchanged == 0 && !failures.isEmpty }
}
