import BriefModel
import Ingestion
import Storage
import TextAnalysis

/// The library as it stood on a day: articles marked up, in date order, with their outlets and reprint groups.
struct Shelf: Sendable {
    let articles: [AnalyzedArticle]
    let outlets: [OutletID: Outlet]
    let reprints: [ReprintGroup]
    let failures: [SourceFailure]
}

extension Engine {
    /// Loads, orders and marks up what was published up to `asOf`. What a user's topic says of an outlet wins over what a catalogue said.
    func openShelf(asOf: Timestamp, outlets named: [Outlet]) async throws(EngineError) -> Shelf {
        let stored = try await loadStored()
        let articles = stored.articles.filter { ($0.published ?? $0.fetched) <= asOf }
            .sorted { ($0.published ?? $0.fetched, $0.id) < ($1.published ?? $1.fetched, $1.id) }
        let analyzed = await markUp(articles)
        var outlets = Dictionary(stored.outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for outlet in named { outlets[outlet.id] = outlet.completed(by: outlets[outlet.id]) }
        for article in articles where outlets[article.outlet] == nil {
            outlets[article.outlet] = Outlet(id: article.outlet, name: article.outlet.rawValue)
        }
        let groups = ReprintDetector().groups(among: articles, outlets: outlets.values.sorted { $0.id < $1.id })
        let failures = stored.states.compactMap { state in
            state.failure.map {
                SourceFailure(
                    address: state.address, reason: $0, since: state.failingSince ?? state.lastRead ?? asOf, isRefusal: state.isRefusal)
            }
        }
        return Shelf(articles: analyzed, outlets: outlets, reprints: groups, failures: failures.sorted { $0.address < $1.address })
    }

    private func loadStored() async throws(EngineError) -> (articles: [Article], outlets: [Outlet], states: [SourceState]) {
        do throws(StorageError) {
            return (try await store.articles(), try await store.outlets(), try await store.sourceStates())
        } catch {
            throw .storage(error)
        }
    }

    /// What speaks to a machine is left out here, before any stage could see it.
    private static func markUp(_ article: Article) -> AnalyzedArticle {
        AnalyzedArticle(article: article, sentences: MachineAddress.removed(from: TextAnalyzer().analyze(article).sentences))
    }

    /// Marking up is the one stage that costs processor time for every article, so it uses every core.
    private func markUp(_ articles: [Article]) async -> [AnalyzedArticle] {
        let width = 16
        return await withTaskGroup(of: (Int, [AnalyzedArticle]).self) { group in
            for start in stride(from: 0, to: articles.count, by: width) {
                let slice = Array(articles[start..<min(start + width, articles.count)])
                group.addTask { (start, slice.map(Self.markUp)) }
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
