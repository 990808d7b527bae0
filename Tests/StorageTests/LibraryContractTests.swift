import BriefModel
import Foundation
import SQLiteStorage
import Storage
import Testing

/// What every library promises, whichever way it keeps it.
@Suite struct LibraryContractTests {
    enum Kind: String, CaseIterable { case inMemory, sqlite }

    @Test(arguments: Kind.allCases) func `an article comes back as it was recorded`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let reading = Sample.reading("a", text: "Größe ≥ 5 — 芯片\nzweite Zeile")
        #expect(try await library.store.record(reading) == .new)
        #expect(try await library.store.article("a", version: nil) == reading.article)
        #expect(try await library.store.articles() == [reading.article])
        #expect(try await library.store.rawBytes(of: "a", version: 1) == reading.rawBytes)
        #expect(try await library.store.article("b", version: nil) == nil)
        #expect(try await library.store.article("a", version: 2) == nil)
        #expect(try await library.store.rawBytes(of: "a", version: 2) == nil)
    }

    @Test(arguments: Kind.allCases) func `bytes of nothing and of a mebibyte come back`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let large = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        _ = try await library.store.record([Sample.reading("none", text: "one", bytes: []), Sample.reading("large", text: "two", bytes: large)])
        #expect(try await library.store.rawBytes(of: "none", version: 1) == [])
        #expect(try await library.store.rawBytes(of: "large", version: 1) == large)
    }

    @Test(arguments: Kind.allCases) func `the same text again stores nothing, a changed one the next version`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let first = Sample.reading("a", text: "Thirty-four signed.")
        #expect(try await library.store.record([first, first]) == [.new, .unchanged])
        #expect(try await library.store.record(Sample.reading("a", text: "Thirty-five signed.")) == .newVersion(2))
        #expect(try await library.store.record(Sample.reading("a", text: "Thirty-five signed.")) == .unchanged)
        let versions = try await library.store.versions(of: "a")
        #expect(versions.map(\.version) == [1, 2])
        #expect(versions.first?.text == first.article.text, "an old version keeps its text")
        #expect(try await library.store.articles().map(\.version) == [2], "only the latest is listed")
        #expect(try await library.store.article("a", version: 1)?.text == first.article.text)
    }

    @Test(arguments: Kind.allCases) func `each version keeps where its own metadata was found`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let second = Provenance(title: .init(.openGraph, confidence: 0.5), published: .init(.feed, confidence: 0.9))
        _ = try await library.store.record([Sample.reading("a", text: "1"), Sample.reading("a", text: "2", provenance: second)])
        _ = try await library.store.record(Sample.reading("a", text: "2", provenance: nil))
        #expect(try await library.store.article("a", version: 1)?.provenance?.title?.origin == .heading)
        #expect(try await library.store.article("a", version: nil)?.provenance == second, "reading the same text again changes none of it")
    }

    @Test(arguments: Kind.allCases) func `search finds the latest text only, by all words, whatever is typed`(kind: Kind) async throws {
        let library = try Shelf(kind)
        _ = try await library.store.record([
            Sample.reading("a", text: "The carrier left port."), Sample.reading("b", text: "The carrier stayed. A second carrier too."),
            Sample.reading("zh", text: "中国海关暂未放行英伟达芯片"),
        ])
        _ = try await library.store.record(Sample.reading("a", text: "The frigate left port."))
        #expect(try await library.store.search("carrier", limit: 10).map(\.article) == ["b"])
        #expect(try await library.store.search("FRIGATE port", limit: 10).map(\.article) == ["a"])
        #expect(try await library.store.search("frigate carrier", limit: 10).isEmpty)
        #expect(try await library.store.search("海关", limit: 10).map(\.article) == ["zh"])
        for typed in ["", "  ", "\"", "carrier\" OR \"frigate", "NEAR(", "title:*", "a* AND (", "-", "'; DROP TABLE article_version; --", "^{}"] {
            _ = try await library.store.search(typed, limit: 10)
        }
        #expect(try await library.store.search("carrier OR frigate", limit: 10).isEmpty, "no word of a query is an operator")
        #expect(try await library.store.search("the", limit: 1).count == 1)
        #expect(try await library.store.articles().count == 3)
    }

    @Test(arguments: Kind.allCases) func `the newest articles of an outlet come by date`(kind: Kind) async throws {
        let library = try Shelf(kind)
        _ = try await library.store.record([
            Sample.reading("old", text: "1", outlet: "x", published: 10), Sample.reading("new", text: "2", outlet: "x", published: 30),
            Sample.reading("other", text: "3", outlet: "y", published: 40), Sample.reading("mid", text: "4", outlet: "x", published: 20),
        ])
        #expect(try await library.store.newestArticles(of: "x", limit: 2).map(\.id) == ["new", "mid"])
        #expect(try await library.store.newestArticles(of: "z", limit: 2).isEmpty)
        #expect(try await library.store.newestArticles(of: "x", limit: 0).isEmpty)
    }

    @Test(arguments: Kind.allCases) func `outlets, states and editions are added or replaced`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let outlet = Outlet(
            id: "nw", name: "Northlight", kind: .wireAgency, country: "Norway", ownerGroup: "N", reliability: .b, language: "en",
            homepage: "https://n.example/")
        try await library.store.save(outlets: [Outlet(id: "nw", name: "before"), Outlet(id: "a", name: "A")])
        try await library.store.save(outlets: [outlet])
        #expect(try await library.store.outlets() == [Outlet(id: "a", name: "A"), outlet])

        let failing = SourceState(address: "https://b.example/", failingSince: Sample.moment, failure: "no answer", isRefusal: true)
        let read = SourceState(
            address: "https://a.example/", kind: .feed, entityTag: "\"1\"", lastModified: "then", lastRead: Sample.moment, failuresInARow: 2,
            notBefore: Timestamp(secondsSince1970: 7), movedTo: "https://c.example/", announcesFeed: true, isGone: true,
            publications: PublicationHistory([Sample.moment, Timestamp(secondsSince1970: 5)]),
            subscription: HubSubscription(hub: "https://hub.example/", topic: "https://a.example/", token: "t", secret: "s", leaseEnd: Sample.moment))
        try await library.store.save(sourceStates: [failing, SourceState(address: "https://a.example/")])
        try await library.store.save(sourceStates: [read])
        #expect(try await library.store.sourceStates() == [read, failing])

        let later = Timestamp(secondsSince1970: Sample.moment.secondsSince1970 + 60)
        try await library.store.save(edition: StoredEdition(topic: "t", title: "T", asOf: Sample.moment, json: "{}"))
        try await library.store.save(edition: StoredEdition(topic: "t", title: "T", asOf: Sample.moment, json: "{\"again\":1}"))
        try await library.store.save(edition: StoredEdition(topic: "u", title: "U", asOf: later, json: "{}"))
        #expect(try await library.store.editions(topic: nil).map(\.topic) == ["u", "t"])
        #expect(try await library.store.editions(topic: "t").map(\.json) == ["{\"again\":1}"])
        try await library.store.save(edition: StoredEdition(topic: "t", title: "T", asOf: later, json: "{}"))
        #expect(try await library.store.latestEdition(topic: "t", before: later)?.asOf == Sample.moment)
        #expect(try await library.store.latestEdition(topic: "t", before: Sample.moment) == nil)
    }

    @Test(arguments: Kind.allCases) func `an edition is kept for good with what it was written from, and not twice`(kind: Kind) async throws {
        let shelf = try Shelf(kind)
        let store = shelf.store
        let basis = EditionBasis(
            topic: Topic(title: "T", sections: [TopicSection(title: "S")], sources: [.folder("x"), .address("https://a.example/")]),
            since: Sample.moment, mark: 7, outlets: [Outlet(id: "nw", name: "Northlight")],
            failing: [SourceState(address: "https://b.example/", failure: "no answer")],
            decisions: [StoryDecision(number: 1, topic: "t", made: Sample.moment, ruling: .apart(["a"], from: ["b"]))], earlier: [1])
        let first = StoredEdition(topic: "t", title: "T", asOf: Sample.moment, json: "{}", basis: basis)
        let second = StoredEdition(topic: "t", title: "T", asOf: Sample.moment, json: "{\"again\":1}")
        for edition in [first, first, second, second] { try await store.save(edition: edition) }
        #expect(try await store.edition(number: 1) == first.numbered(1), "what it was written from comes back, too")
        #expect(try await store.editions(topic: "t") == [second.numbered(2)], "of two of one moment the later counts")
        #expect(try await store.latestEdition(topic: "t", before: Timestamp(secondsSince1970: .max)) == second.numbered(2))
        #expect(try await store.edition(number: 3) == nil)
    }

    @Test(arguments: Kind.allCases) func `how the runs of a topic go is added or replaced`(kind: Kind) async throws {
        let shelf = try Shelf(kind)
        let store = shelf.store
        #expect(try await store.topicRuns().isEmpty)
        let failed = TopicRun.after(nil, topic: "t", at: Sample.moment, failure: "No answer.")
        let later = Timestamp(secondsSince1970: Sample.moment.secondsSince1970 + 60)
        let again = TopicRun.after(failed, topic: "t", at: later, failure: "None either.")
        #expect(again.failuresInARow == 2 && again.failingSince == Sample.moment && again.lastGood == nil)
        for run in [failed, again, TopicRun.after(nil, topic: "a", at: later, failure: nil)] { try await store.save(topicRun: run) }
        #expect(try await store.topicRuns() == [TopicRun(topic: "a", lastTried: later, lastGood: later), again])
    }

    @Test(arguments: Kind.allCases) func `what was held at a mark can be had whatever was recorded since`(kind: Kind) async throws {
        let shelf = try Shelf(kind)
        let store = shelf.store
        #expect(try await store.mark() == 0)
        _ = try await store.record([Sample.reading("b", text: "1"), Sample.reading("a", text: "1"), Sample.reading("a", text: "2")])
        let mark = try await store.mark()
        _ = try await store.record([Sample.reading("a", text: "2"), Sample.reading("a", text: "3"), Sample.reading("c", text: "1")])
        #expect(try await store.articles(through: mark).map { "\($0.id) \($0.version)" } == ["a 2", "b 1"])
        #expect(try await store.articles(through: store.mark()) == store.articles())
        #expect(try await store.articles(through: 0).isEmpty)
        for through in [0, mark, try await store.mark()] {
            #expect(try await store.heldVersions(through: through) == store.articles(through: through).map { HeldVersion($0) })
        }
    }

    @Test(arguments: Kind.allCases) func `a user's word on stories comes back in the order it was given, by topic`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let rulings: [StoryRuling] = [
            .together(["a", "b"]), .apart(["a"], from: ["b", "c"]), .titled("a", "Über 5 Brücken; or \"so\""), .pinned("c"),
        ]
        for (place, ruling) in rulings.enumerated() {
            let kept = try await library.store.keep(ruling, topic: "t", made: Timestamp(secondsSince1970: Int64(place)))
            #expect(kept == StoryDecision(number: place + 1, topic: "t", made: Timestamp(secondsSince1970: Int64(place)), ruling: ruling))
        }
        _ = try await library.store.keep(.pinned("a"), topic: "u", made: Sample.moment)
        #expect(try await library.store.storyDecisions(topic: "t").map(\.ruling) == rulings)
        #expect(try await library.store.storyDecisions(topic: "u").map(\.number) == [5])
        #expect(try await library.store.storyDecisions(topic: "v").isEmpty)
    }

    @Test(arguments: Kind.allCases) func `a decision taken back stays, with the moment, and is taken back once`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let later = Timestamp(secondsSince1970: Sample.moment.secondsSince1970 + 60)
        let kept = try await library.store.keep(.pinned("a"), topic: "t", made: Sample.moment)
        #expect(try await library.store.withdraw(storyDecision: kept.number, topic: "another", at: later) == false)
        #expect(try await library.store.withdraw(storyDecision: 99, topic: "t", at: later) == false)
        #expect(try await library.store.withdraw(storyDecision: kept.number, topic: "t", at: later))
        #expect(try await library.store.withdraw(storyDecision: kept.number, topic: "t", at: later) == false)
        let held = try await library.store.storyDecisions(topic: "t")
        #expect(held.map(\.withdrawn) == [later])
        #expect(held.map { $0.stands(asOf: Sample.moment) } == [true] && held.map { $0.stands(asOf: later) } == [false])
        #expect(try await library.store.keep(.pinned("b"), topic: "t", made: later).number == kept.number + 1, "no number is given twice")
    }

    @Test(arguments: Kind.allCases) func `a snapshot stays as the library was, and the library goes on`(kind: Kind) async throws {
        let library = try Shelf(kind)
        let end = Timestamp(secondsSince1970: Sample.moment.secondsSince1970 + 60)
        _ = try await library.store.record([Sample.reading("a", text: "Thirty-four signed."), Sample.reading("b", text: "The carrier left port.")])
        let snapshot = try await library.store.snapshot()
        _ = try await library.store.record([Sample.reading("a", text: "Thirty-five signed."), Sample.reading("c", text: "The carrier stayed.")])
        try await library.store.save(outlets: [Outlet(id: "x", name: "X")])
        #expect(try await snapshot.articles().map(\.id) == ["a", "b"])
        #expect(try await snapshot.article("a", version: nil)?.text.contains("Thirty-four") == true)
        #expect(try await snapshot.articles(["a", "c"]).map(\.version) == [1])
        #expect(try await snapshot.articles(sharing: [WordQuestion(words: [["carrier"]])], limit: 9, asOf: end) == [["b"]])
        #expect(try await snapshot.search("carrier", limit: 9).map(\.article) == ["b"])
        #expect(try await snapshot.holdings(asOf: end).articles == 2)
        #expect(try await snapshot.outlets().isEmpty)
        #expect(try await library.store.articles().count == 3)
        #expect(try await library.store.snapshot().articles().map(\.version) == [2, 1, 1])
    }

    @Test(arguments: Kind.allCases) func `writers side by side lose nothing`(kind: Kind) async throws {
        let library = try Shelf(kind)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask { _ = try await library.store.record(Sample.reading("a\(number)", text: "text \(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(try await library.store.articles().count == 24)
    }
}

/// A library of a kind; on disk it lives in a folder of its own that goes when it does.
final class Shelf: Sendable {
    let store: any LibraryStore
    private let folder: URL?

    init(_ kind: LibraryContractTests.Kind) throws {
        switch kind {
        case .inMemory:
            store = InMemoryLibrary()
            folder = nil
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
            store = try SQLiteLibrary(path: folder.path, mode: .readWrite)
            self.folder = folder
        }
    }

    deinit {
        guard let folder else { return }
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
}

enum Sample {
    static let moment = Timestamp(secondsSince1970: 1_772_000_000)

    static func reading(
        _ id: String, text: String, outlet: OutletID = "x", published: Int64? = nil, bytes: [UInt8]? = nil,
        provenance: Provenance? = Provenance(title: .init(.heading, confidence: 0.95), modified: .init(.timeElement, confidence: 0.6))
    ) -> Reading {
        let article = Article(
            id: ArticleID(id), address: "https://x.example/\(id)", outlet: outlet, title: "On \(id)", authors: ["A. Writer", "B. Writer"],
            published: published.map(Timestamp.init(secondsSince1970:)), fetched: moment, language: "en", section: "World", creditLine: "By Wire",
            isCorrection: true, body: [(.heading, "Head"), (.paragraph, text)], pages: [nil, "xii"],
            links: ["https://y.example/1", "https://y.example/2"],
            wishes: UsageWishes(
                directives: [.noai, .noarchive], longestSnippet: 80, reservesMining: true, miningPolicy: "https://y.example/t",
                licences: ["https://y.example/l"]), provenance: provenance)
        return Reading(article: article, rawBytes: bytes ?? Array("<p>\(text)</p>".utf8), mediaType: "text/html")
    }
}
