import BriefModel
import Storage
import Testing

/// What every library promises of what was derived from its articles.
@Suite struct DigestContractTests {
    @Test(arguments: LibraryContractTests.Kind.allCases) func `a digest comes back with its article, and for its own scheme only`(
        kind: LibraryContractTests.Kind
    ) async throws {
        let library = try Shelf(kind)
        let readings = [Sample.reading("a", text: "One."), Sample.reading("b", text: "Two.")]
        _ = try await library.store.record(readings)
        #expect(try await library.store.undigested(scheme: 1) == ["a", "b"])
        try await library.store.keep([ArticleDigest(readings[0].article, bytes: [1, 2, 3])], scheme: 1)
        let digests = try await library.store.digests(scheme: 1)
        #expect(digests.map(\.article) == ["a", "b"] && digests.map(\.bytes) == [[1, 2, 3], nil])
        #expect(digests[0] == ArticleDigest(readings[0].article, bytes: [1, 2, 3]))
        #expect(try await library.store.undigested(scheme: 1) == ["b"])
        #expect(try await library.store.undigested(scheme: 2) == ["a", "b"])
        #expect(try await library.store.digests(scheme: 2).allSatisfy { $0.bytes == nil })
    }

    @Test(arguments: LibraryContractTests.Kind.allCases) func `what was made of an edition comes back while it is the newest of its topic`(
        kind: LibraryContractTests.Kind
    ) async throws {
        let library = try Shelf(kind), store = library.store
        let later = Timestamp(secondsSince1970: Sample.moment.secondsSince1970 + 60)
        for (topic, moment) in [("t", Sample.moment), ("u", Sample.moment)] {
            try await store.save(edition: StoredEdition(topic: topic, title: "T", asOf: moment, json: "{}"))
        }
        let marks = try await store.newestEditions(), bytes = (0..<5_000).map { UInt8($0 % 7) }
        for mark in marks { try await store.keep(EditionDigest(.brief, of: mark, scheme: 1, bytes: bytes + [UInt8(mark.number)])) }
        #expect(try await store.digest(.brief, of: marks[0], scheme: 1) == bytes + [UInt8(marks[0].number)])
        #expect(try await store.digest(.rooms, of: marks[0], scheme: 1) == nil)
        #expect(try await store.digest(.brief, of: marks[0], scheme: 2) == nil)
        try await store.keep(EditionDigest(.brief, of: marks[0], scheme: 1, bytes: []))
        #expect(try await store.digest(.brief, of: marks[0], scheme: 1) == [], "in place of what was kept")

        try await store.save(edition: StoredEdition(topic: "t", title: "T", asOf: later, json: "{}"))
        let newest = try #require(try await store.newestEditions().first { $0.topic == "t" })
        #expect(try await store.digest(.brief, of: newest, scheme: 1) == nil)
        try await store.keep(EditionDigest(.brief, of: newest, scheme: 1, bytes: [2]))
        try await store.keep(EditionDigest(.brief, of: marks[0], scheme: 1, bytes: [1]))
        #expect(try await store.digest(.brief, of: newest, scheme: 1) == [2])
        #expect(try await store.digest(.brief, of: marks[0], scheme: 1) == nil)
        #expect(try await store.digest(.brief, of: marks[1], scheme: 1)?.last == UInt8(marks[1].number), "another topic's stays")
    }

    @Test(arguments: LibraryContractTests.Kind.allCases) func `a changed article has no digest until it is made anew`(
        kind: LibraryContractTests.Kind
    ) async throws {
        let library = try Shelf(kind)
        let first = Sample.reading("a", text: "Thirty-four.")
        _ = try await library.store.record(first)
        try await library.store.keep([ArticleDigest(first.article, bytes: [1])], scheme: 1)
        _ = try await library.store.record(Sample.reading("a", text: "Thirty-five."))
        #expect(try await library.store.undigested(scheme: 1) == ["a"])
        #expect(try await library.store.digests(scheme: 1).map(\.version) == [2])
        try await library.store.keep([ArticleDigest(first.article, bytes: [9])], scheme: 1)
        #expect(try await library.store.undigested(scheme: 1) == ["a"], "what was made of an old version is not kept")
    }
}
