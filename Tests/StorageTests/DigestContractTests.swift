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
