import BriefEngine
import BriefModel
import Inference
import Storage
import Testing

@Suite("A stream that may be stopped")
struct StoryFlowTests {
    private func articles(_ count: Int) -> [Article] {
        let places = ["Tern", "Calder", "Harbour", "Ostwind", "Linjiang", "Averland", "Fanal", "Quill"]
        return (0..<count).map { number in
            let thing = number % 60
            return Article(
                id: ArticleID("t\(number)"), address: "", outlet: "a",
                title: "\(places[thing % 8]) bridge\(thing) closed crack\(thing / 8) engineers\(thing)\(number % 3 == 0 ? " again" : "")",
                published: nil,
                fetched: Timestamp(day: CalendarDay(daysSince1970: 0)), language: "en", body: [])
        }
    }

    private func flow(_ store: any StreamStore) async throws -> StoryFlow {
        try await StoryFlow(store: store, encoder: HashingEncoder(), capacity: 24, checkpointAfter: 3)
    }

    private func placements(_ store: any StreamStore) async throws -> [StreamPlacement] { try await store.placements(after: 0, limit: 10_000) }

    @Test("stopped after any step and begun again, it comes to the same stories", arguments: [1, 2, 3, 4, 7])
    func stopped(every steps: Int) async throws {
        let all = articles(600)
        let whole = InMemoryStream()
        let uninterrupted = try await flow(whole)
        for start in stride(from: 0, to: all.count, by: 40) { _ = try await uninterrupted.take(Array(all[start..<start + 40])) }

        let pieces = InMemoryStream()
        var start = 0
        while start < all.count {
            // Nothing is known here but what the store holds; all that came before comes again.
            let again = try await flow(pieces)
            for _ in 0..<steps where start < all.count {
                _ = try await again.take(Array(all[max(0, start - 80)..<start + 40]))
                start += 40
            }
        }
        #expect(try await placements(pieces) == placements(whole))
    }

    @Test("what could not be kept is not answered, and the next attempt comes to the same stories", arguments: [1, 5, 9])
    func failing(at step: Int) async throws {
        let all = articles(480)
        let whole = InMemoryStream()
        let sound = try await flow(whole)
        for start in stride(from: 0, to: all.count, by: 40) { _ = try await sound.take(Array(all[start..<start + 40])) }

        let kept = InMemoryStream()
        let broken = try await flow(FailingStream(kept, at: step))
        var start = 0
        while start < all.count, (try? await broken.take(Array(all[start..<start + 40]))) != nil { start += 40 }
        #expect(start == (step - 1) * 40)
        let next = try await flow(kept)
        for start in stride(from: start, to: all.count, by: 40) { _ = try await next.take(Array(all[start..<start + 40])) }
        #expect(try await placements(kept) == placements(whole))
    }

    @Test("a story whose articles left memory is taken up again when it goes on")
    func takenUpAgain() async throws {
        let store = InMemoryStream()
        let flow = try await flow(store)
        func title(_ id: String, _ title: String) -> Article {
            Article(
                id: ArticleID(id), address: "", outlet: "a", title: title, published: nil, fetched: Timestamp(day: CalendarDay(daysSince1970: 0)),
                language: "en", body: [])
        }
        let first = try await flow.take([title("old", "Minister resigns over flooded tunnel in Calder")])
        _ = try await flow.take(articles(300))
        #expect(try await flow.take([title("new", "Calder minister resigns over flooded tunnel")]) == first)
    }

    /// A store whose disk is full from a step on.
    private struct FailingStream: StreamStore {
        let kept: InMemoryStream
        let step: Int

        init(_ kept: InMemoryStream, at step: Int) {
            self.kept = kept
            self.step = step
        }

        func save(_ step: StreamStep) async throws(StorageError) {
            if step.number >= self.step { throw .diskFull(path: "stream") }
            try await kept.save(step)
        }

        func resumption() async throws(StorageError) -> StreamResumption { try await kept.resumption() }

        func stories(of articles: [ArticleID]) async throws(StorageError) -> [ArticleID: StoryID] { try await kept.stories(of: articles) }

        func placements(after place: Int, limit: Int) async throws(StorageError) -> [StreamPlacement] {
            try await kept.placements(after: place, limit: limit)
        }

        func strands(sharing terms: [[Int32]], before step: Int, most: Int) async throws(StorageError) -> [StoredStrand] {
            try await kept.strands(sharing: terms, before: step, most: most)
        }
    }
}
