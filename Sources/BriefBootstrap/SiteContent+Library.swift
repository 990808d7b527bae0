import BriefEngine
public import BriefModel
public import BriefWeb
import Storage

extension Bootstrap {
    /// What the site shows, from this library. A brief's page is written from the library itself, once for each edition.
    /// - Parameter asOf: the day briefs look back from when a topic has no edition yet.
    public func site(topics shelf: TopicShelf, asOf: @escaping @Sendable () -> Timestamp, notice: String? = nil) -> SiteContent {
        let pages = WrittenBriefs(), past = WrittenBriefs()
        var content = SiteContent(
            home: { try await home(shelf) },
            brief: { slug in
                guard let newest = try await store.newestEditions().first(where: { $0.topic == slug }) else { return nil }
                return try await pages.brief(for: newest) { try await latest(newest, shelf) }
            },
            search: { words, limit in try await found(words, limit: limit) },
            article: { id, version in try await article(id, version: version) },
            audit: { text in
                let audited = try await engine.audit(text, asOf: asOf())
                return (audited.audit, audited.sources)
            },
            sources: {
                let now = asOf()
                return (try await store.sourceStates().map { $0.discreet(shelf.place) }.byUrgency(at: now), now)
            },
            editions: { try await store.editions(topic: $0) },
            edition: { slug, moment in
                guard let edition = try await store.editions(topic: slug).first(where: { $0.asOf == moment }) else { return nil }
                let mark = EditionMark(topic: slug, asOf: moment, number: edition.number)
                return try await past.brief(for: mark) { try await brief(of: edition) }
            },
            notice: notice)
        content.rooms = rooms { try followed($0, shelf) }
        content.finding = finding()
        return content
    }

    /// An edition as it was kept, else written again from what it was written from; one from before that was kept, from the library as it is.
    private func latest(_ mark: EditionMark, _ shelf: TopicShelf) async throws -> Brief? {
        let kept: Brief? = try await store.kept(.brief, of: mark) {
            guard let edition = try await store.edition(number: mark.number) else { return nil }
            return try await brief(of: edition)
        }
        guard kept == nil, let edition = try await store.edition(number: mark.number) else { return kept }
        let before = try await store.latestEdition(topic: mark.topic, before: mark.asOf)?.asOf
        return try await engine.brief(on: try followed(edition, shelf), asOf: edition.asOf, since: before)
    }

    private func home(_ shelf: TopicShelf) async throws -> SiteHome {
        var editions: [String: [StoredEdition]] = [:]
        for edition in try await store.editions(topic: nil) { editions[edition.topic, default: []].append(edition) }
        var summaries: [TopicSummary] = []
        for (slug, held) in editions.sorted(by: { $0.key < $1.key }) {
            guard let latest = held.first else { continue }
            summaries.append(TopicSummary(latest, editions: held.map(\.asOf)) ?? TopicSummary(slug: slug, title: latest.title))
        }
        for name in try shelf.names() {
            let title = try shelf.topic(named: name).title
            let slug = Topic.slug(ofTitle: title)
            if editions[slug] == nil { summaries.append(TopicSummary(slug: slug, title: title)) }
        }
        let runs = Dictionary(try await store.topicRuns().map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
        for place in summaries.indices { summaries[place].run = runs[summaries[place].slug]?.discreet(shelf.place) }
        let states = try await store.sourceStates().map { $0.discreet(shelf.place) }
        let failures = states.compactMap { state in
            state.failure.map {
                SourceFailure(
                    address: state.address, reason: $0, since: state.failingSince ?? Timestamp(secondsSince1970: 0), isRefusal: state.isRefusal)
            }
        }
        return SiteHome(
            topics: summaries, sources: SourceHealth(addresses: states.count, failures: failures, lastRead: states.compactMap(\.lastRead).max()))
    }

    /// The topic an edition was written on: its file where there is one, else the sources' common theme.
    private func followed(_ edition: StoredEdition, _ shelf: TopicShelf) throws(TopicShelfError) -> Topic {
        for name in try shelf.names() {
            let topic = try shelf.topic(named: name)
            if topic.slug == edition.topic { return topic }
        }
        return Topic(title: "", sources: [])
    }

    private func found(_ words: String, limit: Int) async throws -> [FoundArticle] {
        let outlets = Dictionary(try await store.outlets().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var articles: [FoundArticle] = []
        for hit in try await store.search(words, limit: limit) {
            guard let article = try await store.article(hit.article, version: nil) else { continue }
            articles.append(
                FoundArticle(
                    id: article.id, title: article.title,
                    outlet: outlets[article.outlet] ?? Outlet(id: article.outlet, name: article.outlet.rawValue),
                    day: article.day, language: article.language, snippet: hit.snippet))
        }
        return articles
    }

    private func article(_ id: ArticleID, version: Int?) async throws -> StoredArticle? {
        guard let article = try await store.article(id, version: version) else { return nil }
        let outlet = try await store.outlets().first { $0.id == article.outlet } ?? Outlet(id: article.outlet, name: article.outlet.rawValue)
        return StoredArticle(article: article, outlet: outlet, versions: try await store.versions(of: id).map(\.version))
    }
}

/// One brief on each topic, written once for its edition, however many ask for it meanwhile: the same library, topic and date give the same brief.
private actor WrittenBriefs {
    private var held: [String: (mark: EditionMark, brief: Task<Brief?, any Error>)] = [:]

    func brief(for mark: EditionMark, write: @escaping @Sendable () async throws -> Brief?) async throws -> Brief? {
        if let known = held[mark.topic], known.mark == mark { return try await known.brief.value }
        let writing = Task { try await write() }
        held[mark.topic] = (mark, writing)
        do {
            return try await writing.value
        } catch {
            // Whoever asks next tries again.
            if held[mark.topic]?.mark == mark { held[mark.topic] = nil }
            throw error
        }
    }
}
