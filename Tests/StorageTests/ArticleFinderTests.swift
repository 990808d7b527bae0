import BriefModel
import Storage
import Testing

/// What every library finds for a text, however large it is.
@Suite struct ArticleFinderTests {
    typealias Kind = LibraryContractTests.Kind

    private func question(_ words: String...) -> WordQuestion { WordQuestion(words: words.map { $0.split(separator: "|").map(String.init) }) }

    private func filled(_ kind: Kind) async throws -> Shelf {
        let library = try Shelf(kind)
        var readings = (0..<600).map { Sample.reading("c\($0)", text: "The ministry of ships met on day \($0).", published: Int64($0)) }
        readings.append(Sample.reading("bridge", text: "The Tern bridge reopened, the ministry said.", published: 700))
        readings.append(Sample.reading("late", text: "The Tern bridge fell.", published: 9_000))
        _ = try await library.store.record(readings)
        return library
    }

    @Test(arguments: Kind.allCases) func `rare words lead to their article among hundreds with the common ones`(kind: Kind) async throws {
        let library = try await filled(kind)
        let store = library.store
        defer { withExtendedLifetime(library) {} }
        let asOf = Timestamp(secondsSince1970: 1_000)
        let found = try await store.articles(sharing: [question("ministry", "bridge", "reopen|reopened"), question("zebra")], limit: 5, asOf: asOf)
        #expect(found[0].first == "bridge" && !found[0].contains("late") && found[0].count <= 5)
        #expect(found[1].isEmpty)
    }

    @Test(arguments: Kind.allCases) func `common words together are found where no rare one helps`(kind: Kind) async throws {
        let library = try await filled(kind)
        let store = library.store
        defer { withExtendedLifetime(library) {} }
        let asOf = Timestamp(secondsSince1970: 10_000)
        let found = try await store.articles(sharing: [question("ministry", "ships")], limit: 7, asOf: asOf)
        #expect(found[0].count == 7 && found[0].allSatisfy { $0.rawValue.hasPrefix("c") })
        #expect(try await store.articles(sharing: [question("day", "17")], limit: 1, asOf: asOf) == [["c17"]])
    }

    @Test(arguments: Kind.allCases) func `a text that was replaced is not found and nothing typed is a query`(kind: Kind) async throws {
        let library = try await filled(kind)
        let store = library.store
        defer { withExtendedLifetime(library) {} }
        _ = try await store.record(Sample.reading("bridge", text: "A correction: the Calder ferry sank.", published: 700))
        let asOf = Timestamp(secondsSince1970: 1_000)
        #expect(try await store.articles(sharing: [question("reopened")], limit: 5, asOf: asOf) == [[]])
        #expect(try await store.articles(sharing: [question("ferry")], limit: 5, asOf: asOf) == [["bridge"]])
        let hostile = [question("\"", "a\" OR \"b", "*", "NEAR(", "-"), WordQuestion(words: []), WordQuestion(words: [[]])]
        #expect(try await store.articles(sharing: hostile, limit: 5, asOf: asOf).count == 3)
        #expect(try await store.articles(sharing: [], limit: 5, asOf: asOf).isEmpty)
        #expect(try await store.articles(sharing: [question("ferry")], limit: 0, asOf: asOf) == [[]])
    }

    @Test(arguments: Kind.allCases) func `holdings are counted up to a moment`(kind: Kind) async throws {
        let library = try await filled(kind)
        let store = library.store
        defer { withExtendedLifetime(library) {} }
        let held = try await store.holdings(asOf: Timestamp(secondsSince1970: 1_000))
        #expect(held.articles == 601 && held.firstDay == Timestamp(secondsSince1970: 0).day)
        let empty = try Shelf(kind)
        let none = try await empty.store.holdings(asOf: Timestamp(secondsSince1970: 0))
        #expect(none == Holdings(articles: 0, firstDay: nil, lastDay: nil))
    }

    @Test(arguments: Kind.allCases) func `articles are had by identifier and by address`(kind: Kind) async throws {
        let library = try await filled(kind)
        let store = library.store
        defer { withExtendedLifetime(library) {} }
        #expect(try await store.articles(["late", "c3", "none", "c3"]).map(\.id) == ["c3", "late"])
        let address = try #require(try await store.article("late", version: nil)).address
        let bare = address.split(separator: "//").last.map(String.init) ?? ""
        for spelling in [address, bare, bare + "/"] { #expect(try await store.articles(at: [spelling]).map(\.id) == ["late"], "\(spelling)") }
        #expect(try await store.articles(at: ["nowhere.example/"]).isEmpty)
    }
}
