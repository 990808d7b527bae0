import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Storage

/// How a user names a moment or an edition: a day, `last`, or the moment of an edition as its JSON has it under `as_of`.
enum EditionName {
    /// Since when changes are told.
    /// - Parameter name: of a day the end counts; `last` is the newest edition before `asOf`.
    static func moment(_ name: String, of topic: Topic, in bootstrap: Bootstrap, before asOf: Timestamp) async throws -> Timestamp {
        let moment = try await named(name, of: topic, in: bootstrap, before: asOf)
        guard moment < asOf else { throw ValidationError("--since lies at or after --as-of; nothing can have changed.") }
        return moment
    }

    private static func named(_ name: String, of topic: Topic, in bootstrap: Bootstrap, before asOf: Timestamp) async throws -> Timestamp {
        if let day = CalendarDay(iso: name) { return Timestamp(day: day, hour: 23, minute: 59, second: 59) }
        let moments = try await libraryWork { () async throws(StorageError) in try await bootstrap.editions(of: topic) }.map(\.asOf)
        if name == "last" {
            guard let newest = moments.filter({ $0 < asOf }).max() else {
                throw Exit.failing(
                    "No brief on the topic was kept before \(asOf.day); give a day instead: --since \(asOf.day.adding(days: -7))",
                    code: Exit.noInput)
            }
            return newest
        }
        guard let moment = moments.first(where: { $0.description == name }) else { throw unknown(name, among: moments) }
        return moment
    }

    /// A kept edition: the newest, the newest of a day, or that of a moment.
    static func edition(_ name: String, of topic: Topic, in bootstrap: Bootstrap) async throws -> StoredEdition {
        let editions = try await libraryWork { () async throws(StorageError) in try await bootstrap.editions(of: topic) }
        let day = CalendarDay(iso: name)
        guard let edition = editions.first(where: { name == "last" || $0.asOf.day == day || $0.asOf.description == name }) else {
            throw unknown(name, among: editions.map(\.asOf))
        }
        return edition
    }

    /// A kept edition written again, from what it was written from.
    static func brief(_ name: String, of topic: Topic, in bootstrap: Bootstrap) async throws -> Brief {
        let edition = try await edition(name, of: topic, in: bootstrap)
        if let brief = try await working({ () async throws(EngineError) in try await bootstrap.brief(of: edition) }) { return brief }
        StandardError.line("the edition is from before what editions are written from was kept; it is written from the library as it is now")
        return try await bootstrap.engine.writing(topic, asOf: edition.asOf)
    }

    private static func unknown(_ name: String, among moments: [Timestamp]) -> ExitCode {
        let known = moments.isEmpty ? "There are none." : "There are: \(moments.map(\.description).joined(separator: ", "))."
        return Exit.failing("'\(name)' is neither a day (2026-02-14) nor an edition of the topic. \(known)", code: Exit.noInput)
    }
}
