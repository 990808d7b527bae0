import BriefModel
import BriefVerification
import Inference
import Storage

extension Engine {
    /// Articles read for a line. Of 144 lines of three briefs 6 came out otherwise than against the sample library alone when it stood among ten thousand
    /// made-up articles and 5 of them were read for a line; with 10 it was 5 lines, with 20 7, with 40 8. Each doubling costs 1.3 to 1.6 times the time.
    static let articlesPerLine = 10
    /// Articles looked up for a line by its words, of which those are read that also mean the like. There 123 of the 160 passages shown against the sample
    /// library alone lay in what was then read, 119 with 60 and 127 with 200; 104 where the first twenty by words were read (0033).
    private static let articlesLookedUp = 100

    /// For each line of a brief the articles that speak to it, at most `articlesPerLine`: of those that share its words the ones that rank first by words
    /// and by their best paragraph's meaning together. What is read does not grow with the library.
    func speaking(to questions: [BriefText.Question], asOf: Timestamp) async throws(EngineError) -> [[Article]] {
        let found: [[ArticleID]]
        let articles: [Article]
        do throws(StorageError) {
            found = try await store.articles(
                sharing: questions.map { WordQuestion(words: $0.words) }, limit: Self.articlesLookedUp, asOf: asOf)
            articles = try await store.articles(found.flatMap(\.self))
        } catch {
            throw .storage(error)
        }
        let meanings: ArticleMeanings
        do throws(InferenceError) {
            meanings = try ArticleMeanings(articles, beside: questions.map(\.statement), encoder: encoder)
        } catch {
            throw .inference(error)
        }
        let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return zip(questions, found).map { question, found in
            let nearest = meanings.ordered(found, by: question.statement)
            return RankFusion.fused(words: found, meaning: nearest).prefix(Self.articlesPerLine).compactMap { byID[$0] }
        }
    }
}
