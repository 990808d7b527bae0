import BriefEngine
import BriefModel
import BriefRendering
import SampleLibrary
import Storage
import Testing

/// A past edition is written again as it was.
@Suite struct EditionTests {
    private static func end(of day: String) throws -> Timestamp {
        Timestamp(day: try #require(CalendarDay(iso: day)), hour: 23, minute: 59, second: 59)
    }

    private static let slug = SampleEngine.topic.slug

    private func pages(_ brief: Brief) -> [[UInt8]] { BriefFormat.allCases.map { render(brief, as: $0) } }

    /// Writes an edition and keeps it as the program does.
    private func keep(_ engine: Engine, _ store: InMemoryLibrary, topic: Topic = SampleEngine.topic, asOf: Timestamp) async throws -> Brief {
        let last = try await store.latestEdition(topic: topic.slug, before: asOf)?.asOf
        let (brief, basis) = try await engine.edition(on: topic, asOf: asOf, since: last)
        let json = String(decoding: render(brief, as: .json), as: UTF8.self)
        try await store.save(edition: StoredEdition(topic: topic.slug, title: topic.title, asOf: asOf, json: json, basis: basis))
        return brief
    }

    @Test func aPastEditionIsWrittenAgainByteForByteWhateverHappenedSince() async throws {
        let everything = try await SampleEngine.read().store
        let store = InMemoryLibrary()
        let engine = try SampleEngine.over(store, at: SampleEngine.asOf)
        try await store.save(outlets: try await everything.outlets())
        let days = try [Self.end(of: "2026-02-14"), Self.end(of: "2026-02-21"), SampleEngine.asOf]
        let articles = try await everything.articles()
        for article in articles where article.dated <= days[0] { try await record(article, in: store) }
        let first = pages(try await keep(engine, store, asOf: days[0]))
        for article in articles where article.dated > days[0] && article.dated <= days[1] { try await record(article, in: store) }
        let second = pages(try await keep(engine, store, asOf: days[1]))

        // Everything that may happen to a library: reports of the very days come in late, texts change, outlets and failures too, stories are parted.
        for article in articles where article.dated > days[1] { try await record(article, in: store) }
        for article in articles.filter({ $0.dated <= days[0] }).prefix(20) {
            try await record(article.saying("It was withdrawn. Nothing of it is true."), in: store)
        }
        try await store.save(outlets: try await store.outlets().map { Outlet(id: $0.id, name: $0.name + " Group", ownerGroup: "One") })
        try await store.save(sourceStates: [SourceState(address: "https://x.example/", failingSince: days[0], failure: "no answer")])
        let pinned = try #require(articles.first { $0.dated <= days[0] })
        _ = try await store.keep(.pinned(pinned.id), topic: Self.slug, made: days[0])
        _ = try await keep(engine, store, asOf: SampleEngine.asOf)
        #expect(pages(try await engine.brief(on: SampleEngine.topic, asOf: days[1])) != second, "else this test would show nothing")

        let kept = try await store.editions(topic: Self.slug)
        #expect(kept.map(\.asOf) == days.reversed())
        for (edition, pages) in zip(kept.reversed(), [first, second]) {
            let again = try await engine.brief(from: try #require(edition.basis), asOf: edition.asOf)
            #expect(self.pages(again) == pages)
        }
    }

    @Test func anEditionTellsOfEachStatementHowItStandsToTheLast() async throws {
        let (engine, store) = try await SampleEngine.read()
        let before = try await keep(engine, store, asOf: try Self.end(of: "2026-02-14"))
        #expect(before.delta == nil)
        let brief = try await keep(engine, store, asOf: SampleEngine.asOf)
        let delta = try #require(brief.delta)
        #expect(Set(delta.changes.keys) == Set(brief.draft.statements.map(\.id)))
        let old = Set(before.draft.statements.map(\.text))
        for statement in brief.draft.statements {
            let newest = try #require(statement.citations.map(\.day).max())
            switch delta.change(of: statement.id) {
            case .new: #expect(newest > delta.since.day && !old.contains(statement.text))
            case .strengthened(let from, let to): #expect(from < to && to == statement.corroboration.outlets.count)
            case .revised(let text): #expect(old.contains(text) && text != statement.text)
            case .disputed: #expect(!statement.dissent.isEmpty)
            case .toldNow, .unchanged: break
            }
        }
        #expect(delta.withdrawn.allSatisfy { old.contains($0.text) })
        let kinds = delta.changes.values
        #expect(kinds.contains(.new) && kinds.contains(.unchanged))
    }

    @Test func whatWasCorrectedIsToldAsRevisedWithWhatWasSaidBefore() async throws {
        let (engine, store) = try await SampleEngine.read()
        let before = try await keep(engine, store, asOf: try Self.end(of: "2026-02-05"))
        #expect(before.draft.statements.contains { $0.text.hasPrefix("Thirty-four of the 85 countries") }, "else this test would show nothing")
        let after = try await keep(engine, store, asOf: try Self.end(of: "2026-02-06"))
        let revised = try #require(after.delta).changes.values.compactMap { change -> String? in
            if case .revised(let text) = change { text } else { nil }
        }
        #expect(revised.contains { $0.hasPrefix("Thirty-four of the 85 countries") })
    }

    @Test func whatAPublisherTookOutIsWithdrawnAndSaysWhy() async throws {
        let (engine, store) = try await SampleEngine.read()
        let before = try await keep(engine, store, asOf: try Self.end(of: "2026-02-14"))
        let alone = before.draft.sections.flatMap { $0.blocks.flatMap(\.statements) }.filter { $0.citations.count == 1 }
        let statement = try #require(alone.first)
        let passage = statement.citations[0].passage
        let article = try #require(try await store.article(passage.article, version: nil))
        let text = "The harbour of Tern was busy. Nobody said otherwise."
        try await record(article.saying(text), in: store)
        let delta = try #require(try await keep(engine, store, asOf: try Self.end(of: "2026-02-15")).delta)
        #expect(delta.withdrawn.contains(Delta.Withdrawal(text: statement.text, reason: .passageGone, now: nil)), "\(statement.text)")
    }

    @Test func theSameEditionTwiceIsUnchangedThroughout() async throws {
        let (engine, store) = try await SampleEngine.read()
        _ = try await keep(engine, store, asOf: SampleEngine.asOf)
        let next = Timestamp(secondsSince1970: SampleEngine.asOf.secondsSince1970 + 3600)
        let delta = try #require(try await keep(engine, store, asOf: next).delta)
        #expect(delta.changes.values.allSatisfy { $0 == .unchanged } && delta.withdrawn.isEmpty && delta.leftOut == 0)
    }

    private func record(_ article: Article, in store: InMemoryLibrary) async throws {
        _ = try await store.record(Reading(article: article, rawBytes: [], mediaType: "text/html"))
    }
}

extension Article {
    /// The same page with another text.
    fileprivate func saying(_ text: String) -> Article {
        Article(
            id: id, address: address, outlet: outlet, title: title, published: published, fetched: fetched, language: language,
            body: [(.paragraph, text)])
    }
}
