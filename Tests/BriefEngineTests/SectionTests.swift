import BriefEngine
import BriefModel
import BriefRendering
import Storage
import Testing

/// Sections keep their titles from edition to edition.
@Suite struct SectionTests {
    private static func end(of day: String) throws -> Timestamp {
        Timestamp(day: try #require(CalendarDay(iso: day)), hour: 23, minute: 59, second: 59)
    }

    private func titles(_ brief: Brief) -> [String] { brief.draft.sections.filter { $0.kind == .theme }.map(\.title) }

    @Test func aSectionKeepsTheTitleOfTheEditionBeforeAndNoLaterEditionCounts() async throws {
        let (engine, store) = try await SampleEngine.read()
        let moment = try Self.end(of: "2026-02-21")
        let fresh = try await engine.brief(on: SampleEngine.topic, asOf: moment)
        let json = String(decoding: render(fresh, as: .json), as: UTF8.self)
        let title = try #require(titles(fresh).first { $0.contains(" and ") })
        let own = title.split(separator: " ").reversed().joined(separator: " ")
        let edition = { (moment: Timestamp) in
            StoredEdition(
                topic: SampleEngine.topic.slug, title: SampleEngine.topic.title, asOf: moment,
                json: json.replacing("\"\(title)\"", with: "\"\(own)\""))
        }
        #expect(edition(moment).json != json, "else this test would show nothing")

        try await store.save(edition: edition(try Self.end(of: "2026-02-22")))
        #expect(titles(try await engine.brief(on: SampleEngine.topic, asOf: moment)) == titles(fresh))
        try await store.save(edition: edition(try Self.end(of: "2026-02-20")))
        #expect(titles(try await engine.brief(on: SampleEngine.topic, asOf: moment)) == titles(fresh).map { $0 == title ? own : $0 })
    }

    @Test func anEditionThatCannotBeReadGivesNoTitles() async throws {
        let (engine, store) = try await SampleEngine.read()
        let fresh = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
        try await store.save(
            edition: StoredEdition(topic: SampleEngine.topic.slug, title: "t", asOf: try Self.end(of: "2026-02-20"), json: "{\"sections\":1}"))
        #expect(try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf) == fresh)
    }

    @Test func aUsersSectionsStandInTheBriefUnderTheirTitles() async throws {
        let engine = try await SampleEngine.read().engine
        var topic = SampleEngine.topic
        topic.sections = [
            TopicSection(title: "Ships", words: ["aircraft carrier", "Fujian"]), TopicSection(title: "Chips", words: ["H200", "chip"]),
        ]
        #expect(titles(try await engine.brief(on: topic, asOf: SampleEngine.asOf)).prefix(2) == ["Ships", "Chips"])
    }
}
