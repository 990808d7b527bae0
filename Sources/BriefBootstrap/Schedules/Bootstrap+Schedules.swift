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
        let engine = Self.engine(over: store, allowsLocalAddresses: topic.allowsLocalAddresses, clock: clock)
        // What is read now is fetched after the run began.
        let readNothing: SourceFailure?
        let moment: Timestamp
        let last: Timestamp?
        do throws(StorageError) {
            let report = try await engine.read(topic)
            // A feed that answers "not modified" gives no article and is no failure.
            let isNothing = report.new + report.updated + report.unchanged == 0 && report.failures.count >= max(1, report.feeds)
            readNothing = isNothing ? report.failures.first : nil
            try await engine.catchUp { _ in }
            moment = max(asOf, clock.now())
            last = try await lastEdition(of: topic, before: moment)
        } catch {
            throw RunFailure(error.description)
        }
        if let failure = readNothing { throw RunFailure("No source could be read; the first, \(failure.address): \(failure.reason)") }
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
