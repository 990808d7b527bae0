import BriefModel
import Ingestion
import Storage
import StoryClustering
import TextAnalysis

/// What is on a topic at a moment, and what of it belongs together: the first half of a study, and all that is asked of an earlier moment.
struct Grouping: Sendable {
    let asOf: Timestamp
    let articlesRead: Int
    /// Articles on the topic, whether they were looked at or not.
    let articlesOnTopic: Int
    /// The newest of those, by date, then identifier.
    let onTopic: [AnalyzedArticle]
    let outlets: [OutletID: Outlet]
    let failures: [SourceFailure]
    let reprints: [ReprintGroup]
    let stories: [Story]
    /// Used again for an earlier moment of the same library.
    let found: Found

    /// What takes the time, and is the same at an earlier moment as far as it was published by then.
    struct Found: Sendable {
        var signs: [DatedSigns] = []
        var marked: [ArticleID: AnalyzedArticle] = [:]
        var neighbours: ReprintIndex.Neighbours = [:]
    }

    /// How much was told of each story, and whether it rises or has gone quiet.
    /// - Parameter days: how many days, the moment's own included, count as now.
    func coverage(days: Int) -> [Coverage] {
        StoryCoverage(asOf: asOf.day, days: days).coverage(
            of: stories, articles: Dictionary(uniqueKeysWithValues: onTopic.map { ($0.article.id, $0.article) }), outlets: outlets, reprints: reprints
        )
    }
}

extension Engine {
    /// - Parameter later: the same at a later moment of the same library.
    func grouping(
        _ topic: Topic, asOf: Timestamp, obeying decisions: [StoryDecision], beside later: Grouping? = nil
    ) async throws(EngineError) -> Grouping {
        var found = later?.found ?? Grouping.Found()
        let selection = try await selection(of: topic, asOf: asOf, knowing: &found)
        guard selection.read > 0 else { throw .emptyLibrary(asOf: asOf.day) }
        guard !selection.onTopic.isEmpty else { throw .nothingOnTopic(read: selection.read) }
        let shelf = try await openShelf(
            asOf: asOf, outlets: topic.outlets, holding: try await articles(selection.onTopic.suffix(Self.mostStudied)), reusing: found.marked)
        let reprints = try await reprints(of: shelf.articles, on: shelf, asOf: asOf, knowing: &found.neighbours)
        found.marked = Dictionary(uniqueKeysWithValues: shelf.articles.map { ($0.article.id, $0) })
        return Grouping(
            asOf: asOf, articlesRead: selection.read, articlesOnTopic: selection.onTopic.count, onTopic: shelf.articles, outlets: shelf.outlets,
            failures: shelf.failures, reprints: reprints, stories: try stories(of: shelf.articles, reprints: reprints, decisions: decisions),
            found: found)
    }
}
