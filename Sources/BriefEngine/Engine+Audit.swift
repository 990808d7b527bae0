public import BriefModel
import BriefVerification
import Storage

extension Engine {
    /// A library of up to so many articles is read whole for an audit, so that nothing in it can be missed: about a second on two busy cores, twice what
    /// looking up takes. Of a larger one only the articles that speak to a line, or are cited, are read and marked up, which is what takes the time.
    static let readWhole = 600

    /// Reports of an outlet that a brief cites by its name alone, the newest.
    private static let articlesPerOutlet = 100

    /// Checks a brief by anyone, line by line, against what the library held at `asOf`. Where somebody is writing the library, against one state of it.
    /// - Parameters:
    ///   - text: Markdown or plain text.
    ///   - progress: called after every line with how many are done, and of how many.
    public func audit(
        _ text: String, asOf: Timestamp, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws(EngineError) -> AuditedText {
        try await atOneMoment().audited(text, asOf: asOf, progress: progress)
    }

    private func audited(_ text: String, asOf: Timestamp, progress: (Int, Int) -> Void) async throws(EngineError) -> AuditedText {
        let holdings = try await holdings(asOf: asOf)
        let brief = BriefText(text, day: asOf.day)
        let isReadWhole = holdings.articles <= Self.readWhole
        let found: [Article]? = isReadWhole ? nil : try await articles(for: brief, asOf: asOf)
        let shelf = try await openShelf(asOf: asOf, outlets: [], holding: found)
        guard holdings.articles > 0 || !shelf.articles.isEmpty else { throw .emptyLibrary(asOf: asOf.day) }
        let reprints = shelf.reprints()
        let index = EvidenceIndex(articles: shelf.articles, outlets: shelf.outlets, reprints: reprints)
        var audit = BriefVerifier(index: index, asOf: asOf).audit(brief, progress: progress)
        if !isReadWhole {
            // What was looked through is the whole library, however little of it was read.
            audit.articlesSearched = holdings.articles
            audit.firstDay = holdings.firstDay
            audit.lastDay = holdings.lastDay
        }
        let articles = Dictionary(uniqueKeysWithValues: shelf.articles.map { ($0.article.id, $0.article) })
        return AuditedText(audit: audit, sources: audit.sources(articles: articles, outlets: shelf.outlets, reprints: reprints))
    }

    private func holdings(asOf: Timestamp) async throws(EngineError) -> Holdings {
        do throws(StorageError) { return try await store.holdings(asOf: asOf) } catch { throw .storage(error) }
    }

    /// The articles that may speak to a brief's lines, and those it cites.
    private func articles(for brief: BriefText, asOf: Timestamp) async throws(EngineError) -> [Article] {
        let speaking = try await speaking(to: brief.questions, asOf: asOf).flatMap(\.self)
        let cited = try await cited(by: brief)
        var seen: Set<ArticleID> = []
        return (speaking + cited).filter { seen.insert($0.id).inserted }
    }

    private func cited(by brief: BriefText) async throws(EngineError) -> [Article] {
        do throws(StorageError) {
            var articles = try await store.articles(at: brief.citedAddresses)
            let words = brief.citedWords.map { $0.lowercased() }
            if !words.isEmpty {
                for outlet in try await store.outlets() where words.contains(where: { $0.contains(outlet.name.lowercased()) }) {
                    articles += try await store.newestArticles(of: outlet.id, limit: Self.articlesPerOutlet)
                }
            }
            return articles
        } catch {
            throw .storage(error)
        }
    }
}
