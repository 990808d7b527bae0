import BriefModel
import BriefRendering
import Storage
import Testing

@testable import BriefEngine

/// Which articles of a library a brief is written from.
@Suite struct SelectionTests {
    @Test func signsKeptWhileReadingGiveTheBriefThatSignsMadeOnTheSpotGive() async throws {
        let (engine, store) = try await SampleEngine.read()
        #expect(try await store.undigested(scheme: 1).isEmpty, "reading keeps them")
        let bare = InMemoryLibrary()
        for article in try await store.articles() { _ = try await bare.record(Reading(article: article, rawBytes: [], mediaType: "text/html")) }
        try await bare.save(outlets: try await store.outlets())
        try await bare.save(sourceStates: try await store.sourceStates())
        let kept = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
        let made = try await SampleEngine.over(bare, at: SampleEngine.asOf).brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
        #expect(render(kept, as: .json) == render(made, as: .json))
    }

    @Test func ofMoreArticlesThanOneBriefNeedsTheNewestAreStudiedAndThePageSaysSo() async throws {
        let most = Engine.mostStudied
        let store = InMemoryLibrary()
        let readings = (0..<most + 40).map { number in
            let moment = Timestamp(secondsSince1970: SampleEngine.asOf.secondsSince1970 - Int64(most + 40 - number) * 60)
            let article = Article(
                id: ArticleID("a\(number)"), address: "https://outlet\(number % 9).example/\(number)", outlet: OutletID("outlet\(number % 9)"),
                title: "Ministry \(number) orders AI chips", published: moment, fetched: moment, language: "en",
                body: [(.paragraph, "The Arden Ministry ordered \(number + 100) AI chips for Station \(number) in Norway on Monday.")])
            return Reading(article: article, rawBytes: [], mediaType: "text/html")
        }
        _ = try await store.record(readings)
        let topic = Topic(title: "Chips", include: ["AI chips"], sources: [])
        let study = try await SampleEngine.over(store, at: SampleEngine.asOf).study(topic, asOf: SampleEngine.asOf)
        #expect(study.articlesRead == most + 40 && study.articlesOnTopic == most + 40)
        #expect(study.onTopic.count == most && study.onTopic.first?.article.id == "a40")
        let brief = try await SampleEngine.over(store, at: SampleEngine.asOf).brief(on: topic, asOf: SampleEngine.asOf)
        #expect(String(decoding: render(brief, as: .markdown), as: UTF8.self).contains("Written from the newest \(most) of them."))
    }
}
