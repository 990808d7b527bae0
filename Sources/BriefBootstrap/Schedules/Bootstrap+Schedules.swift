public import BriefEngine
public import BriefModel
public import Fetching
import Ingestion
import Storage
import Synchronization

extension Bootstrap {
    /// What writes the editions of this library's topics as they fall due.
    /// - Parameters:
    ///   - writer: words what was chosen; nil: it is worded by shortening what the sources say.
    ///   - written: called with each edition, for whoever wants to do more with it; what it throws makes the run fail.
    ///   - post: sends what is to be sent, and says when it wants to be asked again.
    ///   - report: told what was done, and of topic files that cannot be read.
    public func scheduledEditions(
        topics shelf: TopicShelf, timetable: Timetable, clock: Clock, pacing: Pacing = .system(), wordedBy writer: ModelWriter? = nil,
        written: @escaping @Sendable (Topic, Brief) throws(RunFailure) -> Void = { _, _ in },
        post: @escaping @Sendable () async -> Timestamp? = { nil }, report: @escaping @Sendable (String) -> Void
    ) -> ScheduledEditions {
        let complaints = Complaints()
        return ScheduledEditions(
            store: store, topics: { shelf.readable { if complaints.isNew($0) { report($0) } } },
            write: { (topic, asOf) throws(RunFailure) in
                let brief = try await readAndWrite(topic, asOf: asOf, clock: clock, writer)
                try written(topic, brief)
                return brief.draft.headline.text
            }, timetable: timetable, clock: clock, pacing: pacing, post: post, report: report)
    }

    private func readAndWrite(_ topic: Topic, asOf: Timestamp, clock: Clock, _ writer: ModelWriter?) async throws(RunFailure) -> Brief {
        _ = try await read(topic, clock: clock)
        return try await write(topic, asOf: asOf, clock: clock, wordedBy: writer)
    }

    /// Reads the sources of a topic.
    /// - Throws: where none of them could be read; one that fails beside others is in the report.
    func read(_ topic: Topic, clock: Clock, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws(RunFailure) -> ReadingReport
    {
        let engine = Self.engine(over: store, allowsLocalAddresses: topic.allowsLocalAddresses, clock: clock)
        let report: ReadingReport
        do throws(StorageError) {
            report = try await engine.read(topic) { progress($0.done, $0.total) }
            try await engine.catchUp { _ in }
        } catch {
            throw RunFailure(error.description)
        }
        // A feed that answers "not modified" gives no article and is no failure.
        let isNothing = report.new + report.updated + report.unchanged == 0 && report.failures.count >= max(1, report.feeds)
        if isNothing, let failure = report.failures.first {
            throw RunFailure("No source could be read; the first, \(failure.address): \(failure.reason)")
        }
        return report
    }

    /// Writes the edition of a topic from what was read, as of a moment or of now, where that is later: what was just read was fetched after a run began.
    func write(_ topic: Topic, asOf: Timestamp, clock: Clock, wordedBy writer: ModelWriter? = nil) async throws(RunFailure) -> Brief {
        let engine = Self.engine(over: store, allowsLocalAddresses: topic.allowsLocalAddresses, clock: clock)
        let moment = max(asOf, clock.now())
        let last: Timestamp?
        do throws(StorageError) { last = try await lastEdition(of: topic, before: moment) } catch { throw RunFailure(error.description) }
        do throws(EngineError) {
            return try await Bootstrap(store: store, engine: engine).writeEdition(on: topic, asOf: moment, since: last, wordedBy: writer)
        } catch {
            throw RunFailure(error.description)
        }
    }
}

/// What was said already: topic files are read in every round, and what is wrong with one is told once.
private final class Complaints: Sendable {
    private let told = Mutex<Set<String>>([])

    func isNew(_ text: String) -> Bool { told.withLock { $0.insert(text).inserted } }
}
