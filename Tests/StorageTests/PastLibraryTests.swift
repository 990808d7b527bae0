import BriefModel
import Storage
import Testing

/// A library as it stood when an edition was written, whatever came later.
@Suite struct PastLibraryTests {
    @Test(arguments: LibraryContractTests.Kind.allCases) func `texts are those that were held then`(kind: LibraryContractTests.Kind) async throws {
        let library = try Shelf(kind), store = library.store
        _ = try await store.record([Sample.reading("a", text: "1"), Sample.reading("b", text: "1"), Sample.reading("c", text: "1")])
        let mark = try await store.mark()
        let then = try await store.articles()
        let digests = then.map { ArticleDigest($0, bytes: [UInt8($0.version)]) }
        try await store.keep(digests, scheme: 1)
        let basis = EditionBasis(
            topic: Topic(title: "T", sources: []), since: nil, mark: mark, outlets: [], failing: [], decisions: [], earlier: [])
        #expect(try await PastLibrary(store, basis: basis).digests(scheme: 1) == digests)

        _ = try await store.record([Sample.reading("aa", text: "1"), Sample.reading("b", text: "2"), Sample.reading("d", text: "1")])
        let past = try await PastLibrary(store, basis: basis)
        #expect(try await past.articles() == then)
        #expect(try await past.articles(["c", "aa", "b", "d"]) == [then[1], then[2]])
        #expect(try await past.article("b", version: nil) == then[1])
        #expect(try await past.article("aa", version: nil) == nil)
        #expect(try await past.articles(at: then.map(\.address)) == then)
        #expect(
            try await past.newestArticles(of: then[0].outlet, limit: 9)
                == store.articles(through: mark).sorted { ($1.dated, $0.id) < ($0.dated, $1.id) })
        #expect(try await past.digests(scheme: 1) == [digests[0], ArticleDigest(then[1], bytes: nil), digests[2]])
        #expect(try await past.holdings(asOf: Timestamp(secondsSince1970: .max / 4)).articles == 3)
    }
}
