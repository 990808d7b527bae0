public import BriefModel
public import Fetching
public import Storage

/// Writes the editions of all topics as they fall due. A run that fails leaves the last edition as it is, says so, and is tried again.
public struct ScheduledEditions: Sendable {
    private let store: any LibraryStore
    private let topics: @Sendable () -> [Topic]
    private let write: @Sendable (Topic, Timestamp) async throws(RunFailure) -> String
    private let timetable: Timetable
    private let clock: Clock
    private let pacing: Pacing
    private let post: @Sendable () async -> Timestamp?
    private let report: @Sendable (String) -> Void

    /// Seconds after which topic files and due times are looked at again, at the latest.
    private static let longestPause: Int64 = 600

    /// - Parameters:
    ///   - topics: those followed now; asked in every round, since files may change.
    ///   - write: reads the sources of a topic, writes and keeps its edition as of a moment, and gives its headline.
    ///   - post: sends what is to be sent, and says when it wants to be asked again.
    ///   - report: told in a sentence what was done.
    public init(
        store: any LibraryStore, topics: @escaping @Sendable () -> [Topic],
        write: @escaping @Sendable (Topic, Timestamp) async throws(RunFailure) -> String, timetable: Timetable, clock: Clock, pacing: Pacing,
        post: @escaping @Sendable () async -> Timestamp? = { nil }, report: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.topics = topics
        self.write = write
        self.timetable = timetable
        self.clock = clock
        self.pacing = pacing
        self.post = post
        self.report = report
    }

    /// A topic that is written by a schedule.
    public struct Appointment: Hashable, Sendable {
        public let topic: Topic
        public let due: Timestamp
        /// How its runs went; nil: there was none.
        public let run: TopicRun?
    }

    /// What is to be written, the next first.
    public func appointments() async throws(StorageError) -> [Appointment] {
        let runs = Dictionary(try await store.topicRuns().map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
        let now = clock.now()
        let found = topics().compactMap { topic -> Appointment? in
            let run = runs[topic.slug]
            return timetable.due(topic.schedule, topic: topic.slug, after: run, now: now).map { Appointment(topic: topic, due: $0, run: run) }
        }
        return found.sorted { ($0.due, $0.topic.slug) < ($1.due, $1.topic.slug) }
    }

    /// Writes what is due now. Told to stop (its task is cancelled), it ends after the topic at hand.
    /// - Returns: topics of which no edition could be written.
    public func writeDue() async throws(StorageError) -> Int { try await round().failed }

    private func round() async throws(StorageError) -> (failed: Int, post: Timestamp?) {
        var failed = 0
        for appointment in try await appointments() where appointment.due <= clock.now() && !Task.isCancelled {
            if try await !run(appointment) { failed += 1 }
        }
        // Begun and ended, like an edition.
        return (failed, await Task { await post() }.value)
    }

    /// Writes what falls due until its task is cancelled.
    public func run() async throws(StorageError) {
        while !Task.isCancelled {
            let asked = try await round().post
            let next = try await appointments().first
            guard !Task.isCancelled else { return }
            if let next {
                report("next: \(next.topic.slug), \(next.due)")
            } else {
                report("no topic has a schedule; give one hourly, daily or weekly")
            }
            let moment = [next?.due, asked].compactMap { $0?.secondsSince1970 }.min() ?? .max
            let wait = min(max(moment - clock.now().secondsSince1970, 1), Self.longestPause)
            await pacing.pause(.seconds(wait))
        }
    }

    private func run(_ appointment: Appointment) async throws(StorageError) -> Bool {
        let topic = appointment.topic
        let moment = clock.now()
        // What was begun is ended, whoever is told to stop meanwhile: a source given up halfway would count as one that fails.
        let outcome = await Task { () async -> Result<String, RunFailure> in
            do throws(RunFailure) { return .success(try await write(topic, moment)) } catch { return .failure(error) }
        }.value
        let failure: String? = if case .failure(let failure) = outcome { failure.reason } else { nil }
        let after = TopicRun.after(appointment.run, topic: topic.slug, at: moment, failure: failure)
        try await store.save(topicRun: after)
        switch outcome {
        case .success(let headline): report("\(topic.slug): \(headline)")
        case .failure(let failure):
            let last = try await store.latestEdition(topic: topic.slug, before: moment)?.asOf
            let kept = last.map { "The edition of \($0) stays." } ?? "There is no edition yet."
            let again = timetable.due(topic.schedule, topic: topic.slug, after: after, now: moment).map { " Next try: \($0)." } ?? ""
            report("\(topic.slug): no edition: \(failure.reason) \(kept)\(again)")
        }
        return failure == nil
    }
}

/// Why a run wrote no edition.
public struct RunFailure: Error, Hashable, Sendable {
    /// A sentence for a person.
    public let reason: String

    public init(_ reason: String) { self.reason = reason }
}
