import BriefModel
import Foundation
import SQLiteStorage
import Storage
import Testing

/// What the text index of every library promises.
@Suite struct TextIndexContractTests {
    typealias Kind = LibraryContractTests.Kind

    @Test(arguments: Kind.allCases) func `what was recorded is named until it is indexed, in batches and with what remains`(kind: Kind) async throws {
        let library = try Shelf(kind)
        #expect(try await library.store.unindexed(scheme: 1, limit: 2) == UnindexedArticles(articles: [], mark: 0, remaining: 0))
        for id in ["a", "b", "c"] { _ = try await library.store.record(Sample.reading(id, text: id)) }
        let first = try await library.store.unindexed(scheme: 1, limit: 2)
        #expect(first.articles.map(\.id) == ["a", "b"] && first.remaining == 3)
        try await library.store.index([Self.text("a", 1), Self.text("b", 1)], through: first.mark, scheme: 1)
        let second = try await library.store.unindexed(scheme: 1, limit: 2)
        #expect(second.articles.map(\.id) == ["c"] && second.remaining == 1)
        try await library.store.index([Self.text("c", 1)], through: second.mark, scheme: 1)
        #expect(try await library.store.unindexed(scheme: 1, limit: 2).remaining == 0)
        _ = try await library.store.record(Sample.reading("a", text: "another"))
        #expect(try await library.store.unindexed(scheme: 1, limit: 2).articles.map(\.version) == [2], "a new version is to be indexed anew")
    }

    @Test(arguments: Kind.allCases) func `another scheme begins with an empty index`(kind: Kind) async throws {
        let library = try Shelf(kind)
        _ = try await library.store.record([Sample.reading("a", text: "1"), Sample.reading("b", text: "2")])
        try await library.store.index([Self.text("a", 1), Self.text("b", 2)], through: 2, scheme: 1)
        #expect(try await library.store.unindexed(scheme: 2, limit: 9).articles.count == 2)
        try await library.store.index([Self.text("b", 3, keys: [5])], through: 2, scheme: 2)
        #expect(try await library.store.indexedTexts(of: ["a", "b"]) == [Self.text("b", 3, keys: [5])])
        #expect(try await library.store.neighbours(of: [Self.text("x", 9)], reach: 8, asOf: Self.day(99)) == [[]])
    }

    @Test(arguments: Kind.allCases) func `neighbours are those next before and after a place under a key, as of a date`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let texts = (0..<40).map { Self.text("a\($0)", $0 / 2, keys: $0 % 4 == 0 ? [7, .max] : [7]) }
        for half in [texts.filter { $0.dated.secondsSince1970 % 3 == 0 }, texts.filter { $0.dated.secondsSince1970 % 3 != 0 }] {
            try await library.store.index(half, through: 0, scheme: 1)
        }
        let order = texts.sorted { $0.place < $1.place }
        for (rank, text) in order.enumerated() {
            for asOf in [text.dated, Self.day(12), Self.day(99)] where asOf >= text.dated {
                let wanted = order[max(0, rank - 3)..<min(order.count, rank + 4)].filter { $0.article != text.article && $0.dated <= asOf }
                let found = try #require(try await library.store.neighbours(of: [text], reach: 3, asOf: asOf).first)
                #expect(found.filter { $0.keys.contains(7) }.map(\.article) == wanted.map(\.article).sorted())
                let later = try #require(try await library.store.neighbours(of: [text], reach: 3, asOf: Self.day(99)).first)
                #expect(found == later.filter { $0.dated <= asOf }, "what is known as of a later moment tells what there was at this one")
            }
        }
        // One that is not in the index stands where it would.
        let stranger = try await library.store.neighbours(of: [Self.text("new", 5, keys: [.max, 8])], reach: 1, asOf: Self.day(99))
        #expect(stranger.map { $0.count } == [2] && stranger.allSatisfy { $0.allSatisfy { $0.keys == [.max] } })
    }

    @Test(arguments: Kind.allCases) func `a later version takes the place of an earlier one, never the other way`(kind: Kind) async throws {
        let library = try Shelf(kind)
        try await library.store.index([Self.text("a", 1, keys: [1, 2]), Self.text("b", 2, keys: [1, 2, 3])], through: 0, scheme: 1)
        let rewritten = Self.text("a", 4, keys: [3], version: 2)
        try await library.store.index([rewritten], through: 0, scheme: 1)
        try await library.store.index([Self.text("a", 1, keys: [1, 2])], through: 0, scheme: 1)
        #expect(try await library.store.indexedTexts(of: ["a", "nobody"]) == [rewritten])
        let found = try await library.store.neighbours(of: [Self.text("b", 2, keys: [1, 2, 3])], reach: 8, asOf: Self.day(99))
        #expect(found == [[TextNeighbour(article: "a", dated: Self.day(4), keys: [3])]])
    }

    private static func day(_ day: Int) -> Timestamp { Timestamp(secondsSince1970: Int64(day)) }

    private static func text(_ id: String, _ day: Int, keys: [UInt64] = [7], version: Int = 1) -> IndexedText {
        IndexedText(article: ArticleID(id), version: version, dated: Self.day(day), keys: keys)
    }
}
