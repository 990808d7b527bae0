import BriefModel
import BriefWeb
import Foundation
import Storage
import Testing

@testable import BriefBootstrap

/// What pages show of an edition is kept with it: nobody waits for a library to be studied again.
@Suite struct EditionDigestTests {
    private static let day = Timestamp(secondsSince1970: 1_772_000_000)
    private static let topic = Topic(title: "Calder bridge", include: ["bridge", "lorries"], sources: [])

    private let place = LibraryPlace(path: FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID().uuidString)").path)

    private func library(_ access: LibraryAccess = .writing) throws -> Bootstrap {
        try Bootstrap(library: place, access: access, allowsLocalAddresses: false, clock: .fixed(Self.day))
    }

    private func site(_ library: Bootstrap) -> SiteContent { library.site(topics: TopicShelf(place), asOf: { Self.day }) }

    /// A library with one edition.
    private func edition() async throws -> (Bootstrap, Brief, EditionMark) {
        let library = try library()
        for (id, outlet, text) in [
            ("a", "courier", "The Calder bridge was closed to 300 lorries a day in March, the ministry said on Monday. Ships wait."),
            ("b", "herald", "Engineers found 14 cracks in the Calder bridge. “We will reopen it in June,” said Ada Wren, the chief engineer."),
            ("c", "gazette", "Hauliers said lorries now take 40 minutes longer because the Calder bridge is closed."),
        ] {
            let article = Article(
                id: ArticleID(id), address: "https://\(outlet).example/\(id)", outlet: OutletID(outlet), title: "Calder bridge closed to lorries",
                published: Self.day, fetched: Self.day, language: "en", body: [(.paragraph, text)])
            _ = try await library.store.record(Reading(article: article, rawBytes: [], mediaType: "text/html"))
        }
        let brief = try await library.writeEdition(on: Self.topic, asOf: Self.day)
        return (library, brief, try #require(try await library.store.newestEditions().first))
    }

    /// What is kept, changed as another hand might.
    private func change(_ library: Bootstrap, _ mark: EditionMark, by change: (inout [String: Any]) -> Void) async throws {
        let bytes = try #require(try await library.store.digest(.brief, of: mark, scheme: EditionDigest.scheme))
        var kept = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        change(&kept)
        let changed = Array(try JSONSerialization.data(withJSONObject: kept))
        try await library.store.keep(EditionDigest(.brief, of: mark, scheme: EditionDigest.scheme, bytes: changed))
    }

    @Test func aBriefIsShownAsItWasKeptWithoutBeingWrittenAgain() async throws {
        let (library, brief, mark) = try await edition()
        #expect(try await site(library).brief(mark.topic) == brief)
        try await change(library, mark) { kept in
            var counts = kept["counts"] as? [String: Any] ?? [:]
            counts["articlesRead"] = 77
            kept["counts"] = counts
        }
        #expect(try await site(library).brief(mark.topic)?.counts.articlesRead == 77)
        #expect(try await site(try self.library(.reading)).brief(mark.topic)?.counts.articlesRead == 77)
    }

    @Test func whatIsKeptAndWouldNotBeAdmittedIsWrittenAgain() async throws {
        let (library, brief, mark) = try await edition()
        try await change(library, mark) { $0["findings"] = [Any]() }
        #expect(try await site(library).brief(mark.topic) == brief)
        let mended = try #require(try await library.store.digest(.brief, of: mark, scheme: EditionDigest.scheme))
        #expect(try JSONDecoder().decode(Brief.self, from: Data(mended)) == brief)
    }

    @Test func whatCannotBeReadIsWrittenAgainAndALibraryThatIsOnlyReadShowsIt() async throws {
        let (library, brief, mark) = try await edition()
        try await library.store.keep(EditionDigest(.brief, of: mark, scheme: EditionDigest.scheme, bytes: Array("{".utf8)))
        #expect(try await site(try self.library(.reading)).brief(mark.topic) == brief)
    }

    @Test func storiesAndPeopleAreKeptWhenTheyAreFirstAskedFor() async throws {
        let (library, _, mark) = try await edition()
        #expect(try await library.store.digest(.rooms, of: mark, scheme: EditionDigest.scheme) == nil)
        let found = try #require(try await site(library).rooms?.studied(mark.topic))
        #expect(found.profiles.contains { $0.name == "Ada Wren" } && !found.stories.isEmpty && !found.figures.isEmpty, "else this test shows nothing")
        let kept = try #require(try await library.store.digest(.rooms, of: mark, scheme: EditionDigest.scheme))
        let read = try JSONDecoder().decode(StudiedTopic.self, from: Data(kept))
        #expect(read.stories == found.stories && read.profiles == found.profiles && read.sayings == found.sayings && read.figures == found.figures)
        #expect(read.trends == found.trends && read.name == found.name && read.asOf == found.asOf)
    }

    @Test func theNextEditionIsShownInPlaceOfTheLast() async throws {
        let (library, first, mark) = try await edition()
        let later = Timestamp(secondsSince1970: Self.day.secondsSince1970 + 86_400)
        let second = try await library.writeEdition(on: Self.topic, asOf: later, since: Self.day)
        #expect(try await site(library).brief(mark.topic) == second && second != first)
        #expect(try await library.store.digest(.brief, of: mark, scheme: EditionDigest.scheme) == nil, "of the older one nothing is kept")
    }
}
