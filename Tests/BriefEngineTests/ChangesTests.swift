import BriefEngine
import BriefModel
import SampleLibrary
import Storage
import Testing

/// What changed between two days of the sample library.
@Suite struct ChangesTests {
    private static func moment(_ iso: String) throws -> Timestamp {
        Timestamp(day: try #require(CalendarDay(iso: iso)), hour: 23, minute: 59, second: 59)
    }

    private static func changes(_ since: String, _ asOf: String) async throws -> (changes: Changes, store: InMemoryLibrary) {
        let (engine, store) = try await SampleEngine.read()
        return (try await engine.changes(in: SampleEngine.topic, since: try moment(since), asOf: try moment(asOf)), store)
    }

    @Test func whatIsToldIsNewAndEveryPassageStandsInItsArticle() async throws {
        let (changes, store) = try await Self.changes("2026-02-14", "2026-03-01")
        let updates = changes.stories.flatMap(\.updates)
        #expect(updates.count > 10 && updates.allSatisfy { $0.day > changes.since && !$0.citations.isEmpty })
        let citations = updates.flatMap(\.citations) + changes.revisions.flatMap { [$0.now, $0.before] }.compactMap { $0 }
        for citation in citations {
            let article = try #require(try await store.article(citation.passage.article, version: citation.passage.version))
            #expect(citation.passage.holds(in: article))
        }
    }

    @Test func noSentenceIsToldTwiceAndCopiesAreNotCounted() async throws {
        let changes = try await Self.changes("2026-02-14", "2026-03-01").changes
        let passages = (changes.stories.flatMap(\.updates).flatMap(\.citations) + changes.revisions.compactMap(\.now)).map(\.passage)
        #expect(Set(passages).count == passages.count)
        #expect(changes.counts.reprints > 0)
        #expect(changes.stories.allSatisfy { $0.outlets <= changes.counts.outlets })
        #expect(changes.stories.map(\.outlets) == changes.stories.map(\.outlets).sorted(by: >))
    }

    @Test func aCorrectedFigureIsToldWithBothPassagesToWhoeverKnewTheFirst() async throws {
        let changes = try await Self.changes("2026-02-05", "2026-02-14").changes
        let corrected = try #require(changes.revisions.first { $0.kind == .corrected })
        #expect(corrected.now?.passage.exact.contains("35") == true && corrected.before?.passage.exact.hasPrefix("Thirty-four") == true)
        // Whoever reads on knows it already.
        #expect(try await Self.changes("2026-02-14", "2026-02-20").changes.revisions.allSatisfy { $0.kind != .corrected })
    }

    @Test func aBriefSaysWhatChangedSinceTheEditionBefore() async throws {
        let engine = try await SampleEngine.read().engine
        let since = try Self.moment("2026-02-14")
        let brief = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf, since: since)
        #expect(brief.changes == (try await engine.changes(in: SampleEngine.topic, since: since, asOf: SampleEngine.asOf)))
        #expect(try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf).changes == nil)
    }

    @Test func betweenDaysWithoutNewsNothingChanged() async throws {
        let changes = try await Self.changes("2026-03-01", "2026-03-02").changes
        #expect(changes.revisions.isEmpty && changes.stories.isEmpty && changes.counts.reports == 0 && changes.counts.unchanged > 0)
    }

    @Test func ofATopicNothingWasKnownOfEverythingIsNew() async throws {
        let changes = try await Self.changes("2025-01-01", "2026-02-14").changes
        #expect(!changes.stories.isEmpty && changes.stories.allSatisfy { $0.lineage == .new })
    }
}

@Suite struct LanguageTests {
    @Test func articlesThatTheEncoderDoesNotReadAreSaidToBeJoinedByNames() async throws {
        let study = try await SampleEngine.read().engine.study(SampleEngine.topic, asOf: SampleEngine.asOf)
        #expect(study.languagesRead == ["en"])
        #expect(study.timeline(limit: 40).joinedByNames == ["de", "fr", "zh"])
        let brief = try await SampleEngine.brief()
        #expect(brief.timeline?.joinedByNames == ["de", "fr", "zh"])
    }
}

/// Texts that their publisher changed, and reports that came in late.
@Suite struct ChangedLibraryTests {
    private static let topic = Topic(title: "Harbour strike", include: ["harbour"], sources: [])
    private static func day(_ day: Int) -> Timestamp { Timestamp(day: CalendarDay(daysSince1970: 20_500 + day), hour: 12) }

    private static func report(_ id: String, published: Int, fetched: Int, _ sentences: String...) -> Reading {
        let article = Article(
            id: ArticleID(id), address: "https://daily.example/\(id)", outlet: OutletID("daily"), title: "Harbour strike goes on",
            published: day(published), fetched: day(fetched), language: "en", body: sentences.map { (.paragraph, $0) })
        return Reading(article: article, rawBytes: Array(sentences.joined().utf8), mediaType: "text/html")
    }

    private static func changes(_ readings: Reading...) async throws -> Changes {
        let store = InMemoryLibrary()
        for reading in readings { _ = try await store.record(reading) }
        return try await SampleEngine.over(store, at: day(9)).changes(in: topic, since: day(3), asOf: day(9))
    }

    @Test func aTextThatWasChangedIsToldWithBothSentences() async throws {
        let first = "Dockers of the harbour union have walked out over pay and hours."
        let changes = try await Self.changes(
            Self.report("strike", published: 1, fetched: 1, first, "The harbour union says 400 dockers take part in it."),
            Self.report("strike", published: 1, fetched: 5, first, "The harbour union says 450 dockers take part in it."))
        let revision = try #require(changes.revisions.first)
        #expect(revision.kind == .reworded && revision.whatDiffers == "text changed: 1 sentence out, 1 in")
        #expect(revision.before?.passage.exact.contains("400") == true && revision.before?.passage.version == 1)
        #expect(revision.now?.passage.exact.contains("450") == true && revision.now?.passage.version == 2)
    }

    @Test func aReportThatCameInLateIsNews() async throws {
        let changes = try await Self.changes(
            Self.report("strike", published: 1, fetched: 1, "Dockers of the harbour union have walked out over pay and hours."),
            Self.report("talks", published: 2, fetched: 5, "The harbour union and the owners have met for talks in the town hall."))
        #expect(changes.stories.flatMap(\.updates).map(\.day) == [Self.day(2).day])
    }

    @Test func aLibraryThatWasNotReadThenGoesByTheDaysOfPublication() async throws {
        let changes = try await Self.changes(
            Self.report("strike", published: 1, fetched: 8, "Dockers of the harbour union have walked out over pay and hours."),
            Self.report("talks", published: 2, fetched: 8, "The harbour union and the owners have met for talks in the town hall."))
        #expect(changes.stories.isEmpty && changes.counts.reports == 0)
    }
}
