import BriefModel
import Ingestion
import Storage
import TextAnalysis

/// The library as it stood on a day: articles marked up, in date order, with their outlets.
struct Shelf: Sendable {
    let articles: [AnalyzedArticle]
    let outlets: [OutletID: Outlet]
    let failures: [SourceFailure]

    /// The reprint groups among all of it, compared in memory.
    func reprints() -> [ReprintGroup] { ReprintDetector().groups(among: articles.map(\.article), outlets: outlets.values.sorted { $0.id < $1.id }) }
}

extension Engine {
    /// Loads, orders and marks up what was published up to `asOf`. What a user's topic says of an outlet wins over what a catalogue said.
    /// - Parameters:
    ///   - held: the articles; nil: all of the library.
    ///   - marked: articles that were marked up already.
    func openShelf(
        asOf: Timestamp, outlets named: [Outlet], holding held: [Article]? = nil, reusing marked: [ArticleID: AnalyzedArticle] = [:]
    ) async throws(EngineError) -> Shelf {
        let stored = try await loadStored(held)
        let articles = stored.articles.map(\.plausiblyDated).filter { ($0.published ?? $0.fetched) <= asOf }
            .sorted { ($0.published ?? $0.fetched, $0.id) < ($1.published ?? $1.fetched, $1.id) }
        let analyzed = await markUp(articles, reusing: marked)
        var outlets = Dictionary(stored.outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for outlet in named { outlets[outlet.id] = outlet.completed(by: outlets[outlet.id]) }
        for article in articles where outlets[article.outlet] == nil {
            outlets[article.outlet] = Outlet(
                id: article.outlet, name: article.address.hasPrefix("file://") ? Outlet.ownFile : article.outlet.rawValue)
        }
        let failures = stored.states.compactMap { state in
            state.failure.map {
                SourceFailure(
                    address: state.address, reason: $0, since: state.failingSince ?? state.lastRead ?? asOf, isRefusal: state.isRefusal)
            }
        }
        return Shelf(articles: analyzed, outlets: outlets, failures: failures.sorted { $0.address < $1.address })
    }

    /// The reprint groups as they look among a few of a shelf's articles: looked up in the library's index, or, where it cannot be brought up to what
    /// the library holds (a library that is only read, or that another process is writing), found in memory to the same end.
    /// - Parameter known: what stands near the articles in the index, as far as it was asked for a later moment.
    func reprints(
        of articles: [AnalyzedArticle], on shelf: Shelf, asOf: Timestamp, knowing known: inout ReprintIndex.Neighbours
    ) async throws(EngineError) -> [ReprintGroup] {
        let groups: [ReprintGroup]
        do throws(StorageError) {
            let index = ReprintIndex(store: store)
            try await index.catchUp()
            groups = try await index.groups(
                of: articles.map(\.article), outlets: shelf.outlets.values.sorted { $0.id < $1.id }, asOf: asOf, knowing: &known)
        } catch .readOnly, .busy {
            groups = try await reprintsInMemory(asOf: asOf, outlets: shelf.outlets)
        } catch {
            throw .storage(error)
        }
        return groups.limited(to: Set(articles.map(\.article.id)))
    }

    private func reprintsInMemory(asOf: Timestamp, outlets: [OutletID: Outlet]) async throws(EngineError) -> [ReprintGroup] {
        let articles = try await loadStored(nil).articles.map(\.plausiblyDated).filter { $0.dated <= asOf }
            .sorted { ($0.dated, $0.id) < ($1.dated, $1.id) }
        return ReprintDetector().groups(among: articles, outlets: outlets.values.sorted { $0.id < $1.id })
    }

    private func loadStored(_ held: [Article]?) async throws(EngineError) -> (articles: [Article], outlets: [Outlet], states: [SourceState]) {
        do throws(StorageError) {
            let articles = if let held { held } else { try await store.articles() }
            return (articles, try await store.outlets(), try await store.sourceStates())
        } catch {
            throw .storage(error)
        }
    }

    /// What speaks to a machine is left out here, before any stage could see it.
    static func markUp(_ article: Article) -> AnalyzedArticle {
        AnalyzedArticle(article: article, sentences: MachineAddress.removed(from: TextAnalyzer().analyze(article).sentences))
    }

    /// Marking up is the one stage that costs processor time for every article, so it uses every core.
    func markUp(_ articles: [Article], reusing marked: [ArticleID: AnalyzedArticle] = [:]) async -> [AnalyzedArticle] {
        let width = 16
        return await withTaskGroup(of: (Int, [AnalyzedArticle]).self) { group in
            for start in stride(from: 0, to: articles.count, by: width) {
                let slice = Array(articles[start..<min(start + width, articles.count)])
                group.addTask {
                    (start, slice.map { article in marked[article.id].flatMap { $0.article == article ? $0 : nil } ?? Self.markUp(article) })
                }
            }
            var parts: [(Int, [AnalyzedArticle])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}

extension [ReprintGroup] {
    /// The groups as they look among some of the articles. Where the origin itself is not there, the first copy stands for it.
    func limited(to articles: Set<ArticleID>) -> [ReprintGroup] {
        compactMap { group -> ReprintGroup? in
            let present = ([group.origin] + group.copies).filter(articles.contains)
            guard present.count > 1, let origin = present.first else { return nil }
            return ReprintGroup(origin: origin, copies: [ArticleID](present.dropFirst()))
        }
    }
}
