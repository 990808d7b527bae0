import BriefModel
import DocumentConversion
import Fetching
import Inference
import Storage
import Testing

@testable import BriefEngine
@testable import BriefVerification

/// Which articles of a large library are read for a line of a brief.
@Suite struct SpeakingArticleTests {
    /// Knows that doctors are physicians, and nothing else.
    private struct Synonyms: SentenceEncoder {
        let identity = EncoderIdentity(name: "synonyms", hash: "")
        let dimensions = 2

        func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] {
            texts.map { text in ["doctor", "physician"].contains { text.lowercased().contains($0) } ? [1, 0] : [0, 1] }
        }
    }

    private let day = Timestamp(secondsSince1970: 1_000)

    private func engine(holding texts: [(id: String, text: String)]) async throws -> Engine {
        let store = InMemoryLibrary()
        _ = try await store.record(
            texts.map { id, text in
                let article = Article(
                    id: ArticleID(id), address: "https://a.example/\(id)", outlet: "a.example", title: "Notes", published: day, fetched: day,
                    language: "en", body: [(.paragraph, "It was a day like others."), (.paragraph, text)])
                return Storage.Reading(article: article, rawBytes: [], mediaType: "text/html")
            })
        return Engine(
            store: store, fetcher: InMemoryFetcher([:]), converter: InMemoryPDFConverter(texts: [:]), encoder: Synonyms(), clock: .fixed(day))
    }

    @Test func ofArticlesWithTheSameWordsThoseThatMeanTheLikeAreRead() async throws {
        let others = (0..<50).map { (id: "a\($0)", text: "The harbour was quiet on day \($0).") }
        let engine = try await engine(holding: others + [(id: "z", text: "Physicians left the harbour.")])
        let found = try await engine.speaking(to: BriefText("Doctors in the harbour are few.").questions, asOf: day)
        #expect(found.count == 1 && found[0].count <= Engine.articlesPerLine)
        #expect(found[0].contains { $0.id == "z" }, "last by its words, of fifty-one")
    }

    @Test func nothingIsReadForALineThatSharesNoWord() async throws {
        let engine = try await engine(holding: [(id: "a", text: "Physicians left the harbour.")])
        #expect(try await engine.speaking(to: BriefText("Zebras graze near Toledo.").questions, asOf: day) == [[]])
        #expect(try await engine.speaking(to: [], asOf: day).isEmpty)
    }

    @Test func whatBothRankingsPutHighComesFirstAndNothingIsLost() {
        #expect(RankFusion.fused(words: ["a", "b", "c"], meaning: ["b", "d", "a"]) == ["b", "a", "d", "c"])
        #expect(RankFusion.fused(words: ["a", "b"], meaning: ["a", "b"]) == ["a", "b"])
        #expect(RankFusion.fused(words: ["a", "b"], meaning: []) == ["a", "b"])
        #expect(RankFusion.fused(words: [], meaning: [7, 8]) == [7, 8])
    }
}
