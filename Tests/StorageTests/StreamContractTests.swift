import BriefModel
import Foundation
import SQLiteStorage
import Storage
import Testing

/// What every stream store promises, whichever way it keeps it.
@Suite struct StreamContractTests {
    enum Kind: String, CaseIterable { case inMemory, sqlite }

    private final class Kept {
        let store: any StreamStore
        private let file = FileManager.default.temporaryDirectory.appending(path: "stream-\(UUID().uuidString).sqlite")

        init(_ kind: Kind) throws { store = kind == .inMemory ? InMemoryStream() : try SQLiteStream(path: file.path) }

        deinit { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
    }

    private func article(_ id: String) -> Article {
        Article(
            id: ArticleID(id), address: id, outlet: "a", title: "Größe von \(id)", published: nil,
            fetched: Timestamp(day: CalendarDay(daysSince1970: 1)),
            language: "en", body: [(.paragraph, "芯片")])
    }

    private func step(
        _ number: Int, _ placed: [(String, StoryID)] = [], joined: [(StoryID, StoryID)] = [], retired: [StoredStrand] = [], reopened: [Int] = [],
        checkpoint: [UInt8]? = nil
    ) -> StreamStep {
        StreamStep(
            number: number, articles: placed.map { article($0.0) }, stories: placed.map(\.1),
            joined: joined.map { StreamJoining(story: $0, whole: $1) },
            retired: retired, reopened: reopened, checkpoint: checkpoint)
    }

    @Test(arguments: Kind.allCases) func `before the first step there is nothing to go on from`(kind: Kind) async throws {
        let store = try Kept(kind).store
        #expect(try await store.resumption() == StreamResumption(checkpoint: nil, step: 0, later: []))
        #expect(try await store.placements(after: 0, limit: 10).isEmpty)
    }

    @Test(arguments: Kind.allCases) func `the steps since the last checkpoint come back in order, with what came before it in the checkpoint`(
        kind: Kind
    ) async throws {
        let kept = try Kept(kind)
        try await kept.store.save(step(1, [("a", "a")]))
        try await kept.store.save(step(2, [("b", "a")], checkpoint: [1, 2, 3]))
        try await kept.store.save(step(3, [("c", "c"), ("d", "c")]))
        try await kept.store.save(step(4, [("e", "e")]))
        let expected = StreamResumption(checkpoint: [1, 2, 3], step: 2, later: [[article("c"), article("d")], [article("e")]])
        #expect(try await kept.store.resumption() == expected)
    }

    @Test(arguments: Kind.allCases) func `articles of stories that turned out to be one have the story they are part of`(kind: Kind) async throws {
        let kept = try Kept(kind)
        try await kept.store.save(step(1, [("a", "a"), ("b", "b")]))
        try await kept.store.save(step(2, [("c", "c")], joined: [("b", "a"), ("c", "a")]))
        #expect(try await kept.store.stories(of: ["a", "b", "c", "unknown"]) == ["a": "a", "b": "a", "c": "a"])
        #expect(try await kept.store.placements(after: 1, limit: 1) == [StreamPlacement(place: 2, article: "b", story: "a")])
    }

    @Test(arguments: Kind.allCases) func `an article placed twice keeps its first story`(kind: Kind) async throws {
        let kept = try Kept(kind)
        try await kept.store.save(step(1, [("a", "a")]))
        try await kept.store.save(step(2, [("a", "z")]))
        #expect(try await kept.store.stories(of: ["a"]) == ["a": "a"])
        #expect(try await kept.store.placements(after: 0, limit: 10).count == 1)
    }

    @Test(arguments: Kind.allCases) func `a strand is found by two of its terms from the step after it left until it comes back`(kind: Kind)
        async throws
    {
        let kept = try Kept(kind)
        let strand = StoredStrand(number: 7, story: "a", terms: [-5, 3, 9], bytes: [1])
        let other = StoredStrand(number: 8, story: "b", terms: [3, 9, 11, 12], bytes: [2])
        func found(_ terms: [[Int32]], before step: Int, most: Int = 4) async throws -> [Int] {
            try await kept.store.strands(sharing: terms, before: step, most: most).map(\.number)
        }
        try await kept.store.save(step(1, retired: [strand, other]))
        #expect(try await found([[-5, 3, 1]], before: 2) == [7])
        #expect(try await found([[3, 9, 11], [-5]], before: 2, most: 1) == [8], "the one that has most of them")
        #expect(try await found([[3]], before: 2).isEmpty, "one term is not enough")
        #expect(try await found([[-5, 3]], before: 1).isEmpty, "it was still there in that step")
        try await kept.store.save(step(2, reopened: [7]))
        #expect(try await found([[-5, 3]], before: 2) == [7], "placing the step again finds what it found")
        #expect(try await found([[-5, 3]], before: 3).isEmpty)
        try await kept.store.save(step(3, retired: [StoredStrand(number: 7, story: "a", terms: [-5, 3, 9, 10], bytes: [3])]))
        #expect(try await kept.store.strands(sharing: [[-5, 10]], before: 4, most: 4).map(\.bytes) == [[3]])
        try await kept.store.save(step(4, checkpoint: [0]))
        #expect(try await found([[-5, 3]], before: 5) == [7])
    }

    @Test(arguments: Kind.allCases) func `a strand that left is part of the story that its own was joined to since, as of the step`(kind: Kind)
        async throws
    {
        let kept = try Kept(kind)
        func story(before step: Int) async throws -> [StoryID] {
            try await kept.store.strands(sharing: [[1, 2]], before: step, most: 4).map(\.story)
        }
        try await kept.store.save(step(1, retired: [StoredStrand(number: 1, story: "c", terms: [1, 2], bytes: [])]))
        try await kept.store.save(step(2, joined: [("c", "b")]))
        try await kept.store.save(step(3, joined: [("b", "a")]))
        #expect(try await story(before: 2) == ["c"])
        #expect(try await story(before: 3) == ["b"], "placing step 3 again finds what it found")
        #expect(try await story(before: 4) == ["a"])
    }
}
