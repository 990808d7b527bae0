import BriefModel
import Fetching
import Foundation
import Storage
import Synchronization
import Testing

@testable import BriefBootstrap

/// Editions by schedule, on a clock that a test moves.
@Suite struct ScheduledEditionsTests {
    /// A clock that pauses move, and what happened by it.
    private final class Day: Sendable {
        private let state = Mutex(
            (now: Timestamp(iso: "2026-03-04T12:00:00Z") ?? Timestamp(secondsSince1970: 0), written: [String](), said: [String]()))
        let failing = Mutex<Set<String>>([])

        var now: Timestamp { state.withLock { $0.now } }
        var written: [String] { state.withLock { $0.written } }
        var said: [String] { state.withLock { $0.said } }

        func move(_ seconds: Int64) { state.withLock { $0.now = Timestamp(secondsSince1970: $0.now.secondsSince1970 + seconds) } }
        func write(_ topic: Topic) throws(RunFailure) -> String {
            if failing.withLock({ $0.contains(topic.slug) }) { throw RunFailure("No source could be read.") }
            state.withLock { $0.written.append("\(topic.slug) \($0.now.day)") }
            return "News of \(topic.title)"
        }
        func say(_ text: String) { state.withLock { $0.said.append(text) } }
    }

    private let day = Day()
    private let store = InMemoryLibrary()

    private func service(_ topics: [Topic], pause: @escaping @Sendable (Duration) async -> Void = { _ in }) -> ScheduledEditions {
        let day = day
        return ScheduledEditions(
            store: store, topics: { topics }, write: { (topic, _) throws(RunFailure) in try day.write(topic) },
            timetable: Timetable(hour: 5, minute: 0, seed: ""), clock: Clock { day.now },
            pacing: Pacing(now: { .zero }, pause: pause, chance: { 0 }), report: { day.say($0) })
    }

    private let topics = [
        Topic(title: "Chips", sources: [], schedule: .daily), Topic(title: "Ships", sources: [], schedule: .weekly),
        Topic(title: "By hand", sources: []),
    ]

    @Test func whatIsDueIsWrittenOnceAndWhatIsNotIsLeft() async throws {
        let service = service(topics)
        #expect(try await service.writeDue() == 0)
        #expect(day.written.sorted() == ["chips 2026-03-04", "ships 2026-03-04"])
        #expect(try await service.writeDue() == 0 && day.written.count == 2)
        day.move(86_400)
        #expect(try await service.writeDue() == 0)
        #expect(day.written.dropFirst(2) == ["chips 2026-03-05"])
        #expect(try await service.appointments().map(\.topic.slug) == ["chips", "ships"])
    }

    @Test func aFailedRunSaysThatTheLastEditionStaysIsTriedAgainAndHoldsUpNoOther() async throws {
        let service = service(topics)
        try await store.save(
            edition: StoredEdition(topic: "chips", title: "Chips", asOf: Timestamp(day: CalendarDay(daysSince1970: 20_000)), json: "{}"))
        day.failing.withLock { $0 = ["chips"] }
        #expect(try await service.writeDue() == 1)
        #expect(day.written == ["ships 2026-03-04"])
        let said = try #require(day.said.first { $0.hasPrefix("chips") })
        #expect(said == "chips: no edition: No source could be read. The edition of 2024-10-04T00:00:00Z stays. Next try: 2026-03-04T12:05:00Z.")
        #expect(try await store.editions(topic: "chips").count == 1)
        let run = try #require(try await store.topicRuns().first { $0.topic == "chips" })
        #expect(run.failure == "No source could be read." && run.failingSince == day.now)

        day.failing.withLock { $0 = [] }
        #expect(try await service.writeDue() == 0 && day.written.count == 1, "not before its time")
        day.move(301)
        #expect(try await service.writeDue() == 0)
        #expect(day.written.last == "chips 2026-03-04")
        #expect(try await store.topicRuns().allSatisfy { $0.failure == nil })
    }

    @Test func theServiceWritesAsTimeGoesByAndEndsWhenToldTo() async throws {
        let day = day
        let pauses = Mutex(0)
        let service = service(topics) { wait in
            day.move(max(1, wait.components.seconds))
            // A week of ten minutes each is more than enough.
            if pauses.withLock({ count in
                count += 1; return count >= 1_100
            }) {
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        try await Task { try await service.run() }.value
        #expect(day.written.filter { $0.hasPrefix("chips") }.count == 8)
        #expect(day.written.filter { $0.hasPrefix("ships") }.count == 2)
        #expect(day.said.contains { $0.hasPrefix("next: chips, 2026-03-05T05:") })
    }

    @Test func ofTwoOnOneLibraryTheSecondIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = LibraryPlace(path: folder)
        do {
            let first = try RunLock(place)
            #expect(throws: RunLockError.held(library: folder)) { _ = try RunLock(place) }
            _ = consume first
        }
        _ = try RunLock(place)
    }
}
