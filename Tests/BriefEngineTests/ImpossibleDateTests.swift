import BriefEngine
import BriefModel
import Storage
import Testing

/// What cannot be true of an article does not move it through time.
@Suite struct ImpossibleDateTests {
    @Test func aDateThatCannotBeCountsAsNone() async throws {
        let (engine, store) = try await SampleEngine.read()
        let held = try #require(try await store.articles().first { $0.language == "en" && $0.title.contains("MatX") })
        let fetched = Timestamp(secondsSince1970: SampleEngine.asOf.secondsSince1970 - 86_400)
        let body = held.blocks.dropFirst().map { (kind: $0.kind, text: String(decoding: Array(held.text.utf8)[$0.range], as: UTF8.self)) }
        for (id, seconds) in [
            ("epoch", Int64(0)), ("future", 4_102_444_800), ("tomorrow", fetched.secondsSince1970 + 86_400), ("archive", -200_000_000),
        ] {
            let copy = Article(
                id: ArticleID(id), address: "https://x.example/\(id)", outlet: held.outlet, title: "\(held.title) (\(id))",
                published: Timestamp(secondsSince1970: seconds), fetched: fetched, language: "en", body: body)
            _ = try await store.record(Reading(article: copy, rawBytes: [], mediaType: "text/html"))
        }
        let study = try await engine.study(SampleEngine.topic, asOf: SampleEngine.asOf)
        let days = Dictionary(uniqueKeysWithValues: study.onTopic.map { ($0.article.id.rawValue, $0.article.day) })
        #expect(days["epoch"] == fetched.day && days["future"] == fetched.day, "as of when they were fetched")
        #expect(days["tomorrow"] == SampleEngine.asOf.day && days["archive"] == Timestamp(secondsSince1970: -200_000_000).day)
        #expect(study.stories.flatMap(\.articles).contains("epoch") && study.stories.flatMap(\.articles).contains("future"))
    }
}
