import BriefModel
import Ingestion
import Storage
import StoryClustering
import TextAnalysis

/// Which articles of a library are on a topic.
struct Selection: Sendable {
    /// Articles the library held then.
    let read: Int
    /// Those on the topic, by date, then identifier.
    let onTopic: [ArticleID]
}

/// The signs of an article, and when it is dated to.
struct DatedSigns: Sendable {
    let dated: Timestamp
    let signs: TopicSigns
}

extension Engine {
    /// A brief is written from so many articles at most, the newest on its topic; its page says so. It is also what one run holds in memory.
    static let mostStudied = 600

    /// Articles whose signs are made at once.
    private static let batch = 512

    /// Judges the whole library by the signs that are kept of its articles. Of those that have none, they are made now.
    /// - Parameter found: what was found for a later moment; signs, and articles marked up on the way, are added where there are none.
    func selection(of topic: Topic, asOf: Timestamp, knowing found: inout Grouping.Found) async throws(EngineError) -> Selection {
        if found.signs.isEmpty {
            do throws(StorageError) {
                let digests = try await store.digests(scheme: TopicSigns.scheme).filter { $0.dated <= asOf }
                    .sorted { ($0.dated, $0.article) < ($1.dated, $1.article) }
                found.signs = try await signs(of: digests, marking: &found.marked)
            } catch {
                throw .storage(error)
            }
        }
        let signs = found.signs.filter { $0.dated <= asOf }.map(\.signs)
        let relevance = TopicRelevance(topic: topic, signs: signs)
        return Selection(read: signs.count, onTopic: signs.filter { relevance.judgement(of: $0).isOnTopic }.map(\.article))
    }

    func articles(_ ids: some Sequence<ArticleID>) async throws(EngineError) -> [Article] {
        do throws(StorageError) { return try await store.articles(Array(ids)) } catch { throw .storage(error) }
    }

    /// In the order of the digests.
    private func signs(
        of digests: [ArticleDigest], marking marked: inout [ArticleID: AnalyzedArticle]
    ) async throws(StorageError) -> [DatedSigns] {
        var made: [ArticleID: TopicSigns] = [:]
        var missing: [ArticleID] = []
        var kept: [TopicSigns?] = []
        kept.reserveCapacity(digests.count)
        for digest in digests {
            let signs = digest.bytes.flatMap { TopicSigns(article: digest.article, outlet: digest.outlet, bytes: $0) }
            if signs == nil { missing.append(digest.article) }
            kept.append(signs)
        }
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            let analyzed = await markUp(
                try await store.articles(Array(missing[start..<min(start + Self.batch, missing.count)])).map(\.plausiblyDated), reusing: marked)
            for signs in Self.signs(of: analyzed) { made[signs.article] = signs }
            // A small library is wanted whole again in a moment; of a large one it would fill the memory.
            if missing.count <= Self.mostStudied { for article in analyzed { marked[article.article.id] = article } }
        }
        return zip(digests, kept).compactMap { digest, signs in
            (signs ?? made[digest.article]).map { DatedSigns(dated: digest.dated, signs: $0) }
        }
    }

    /// Makes and keeps the signs of the articles that have none.
    func catchUpSigns(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) async throws(StorageError) {
        let missing = try await store.undigested(scheme: TopicSigns.scheme)
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            let end = min(start + Self.batch, missing.count)
            let analyzed = await markUp(try await store.articles(Array(missing[start..<end])).map(\.plausiblyDated))
            let digests = zip(analyzed, Self.signs(of: analyzed)).map { ArticleDigest($0.article, bytes: $1.bytes) }
            try await store.keep(digests, scheme: TopicSigns.scheme)
            progress(end, missing.count)
        }
    }

    private static func signs(of articles: [AnalyzedArticle]) -> [TopicSigns] {
        var scanner = TermScanner()
        return articles.map { TopicSigns($0, scanner: &scanner) }
    }
}
