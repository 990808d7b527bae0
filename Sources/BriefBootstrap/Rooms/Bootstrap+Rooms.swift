import BriefEngine
import BriefModel
import BriefWeb
import Inference
import Storage

extension Bootstrap {
    /// What the rooms to read in show, found out once for each edition.
    /// - Parameter followed: the topic of an edition from before what it was written from was kept.
    func rooms(followed: @escaping @Sendable (StoredEdition) throws -> Topic) -> RoomsContent {
        let held = StudiedTopics()
        let find: @Sendable (EditionMark) async throws -> StudiedTopic? = { latest in
            let kept: StudiedTopic? = try await store.kept(.rooms, of: latest) {
                guard let edition = try await edition(of: latest), let basis = edition.basis else { return nil }
                return StudiedTopic(
                    try await engine.study(from: basis, asOf: edition.asOf), named: TopicName(slug: latest.topic, title: edition.title))
            }
            guard kept == nil, let edition = try await edition(of: latest) else { return kept }
            // From before what an edition was written from was kept: the library as it is.
            return StudiedTopic(
                try await engine.study(try followed(edition), asOf: edition.asOf), named: TopicName(slug: latest.topic, title: edition.title))
        }
        var rooms = RoomsContent(
            topics: {
                let newest = try await store.newestEditions().sorted { ($1.asOf, $0.topic) < ($0.asOf, $1.topic) }
                var names: [TopicName] = []
                for mark in newest {
                    let title = try await held.title(for: mark) { try await edition(of: mark)?.title ?? mark.topic }
                    names.append(TopicName(slug: mark.topic, title: title))
                }
                return names
            },
            studied: { slug in
                guard let latest = try await store.newestEditions().first(where: { $0.topic == slug }) else { return nil }
                return try await held.topic(for: latest) { try await find(latest) }
            },
            claims: { Engine.claims(in: $0.article, outletName: $0.outlet.name) })
        rooms.named = { slug in
            guard let latest = try await store.newestEditions().first(where: { $0.topic == slug }) else { return NamedPeople([]) }
            return await held.people(of: latest) { try await find(latest) }
        }
        return rooms
    }

    private func edition(of mark: EditionMark) async throws(StorageError) -> StoredEdition? {
        try await store.latestEdition(topic: mark.topic, before: Timestamp(secondsSince1970: mark.asOf.secondsSince1970 + 1))
    }

    /// What search asks of this library.
    func finding() -> SearchContent {
        let meanings = MeaningIndex(store: store, encoder: LocalModels.inside)
        return SearchContent(
            matches: { question, limit in try await store.matches(question, limit: limit) },
            excerpts: { ids, question in try await store.excerpts(of: ids, answering: question) },
            nearest: { text, limit in try await meanings.nearest(to: text, limit: limit) },
            paragraphs: { ids, text in try await meanings.paragraphs(of: ids, nearestTo: text) },
            outlets: { Dictionary(try await store.outlets().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) })
    }
}

extension StudiedTopic {
    init(_ study: Study, named name: TopicName) {
        let words = study.words()
        self.init(
            name: name, asOf: study.asOf, stories: study.accounts(), trends: study.trends(days: 7), profiles: words.profiles, sayings: words.sayings,
            figures: words.figures)
    }
}

/// What was found out of each topic, kept while its edition is the latest; of many topics those last asked for. Whoever asks while it is being found out
/// waits for the same answer.
actor StudiedTopics {
    private var held: [String: (edition: EditionMark, study: Task<StudiedTopic?, any Error>)] = [:]
    /// Slugs in the order in which they were asked for.
    private var asked: [String] = []

    private var titles: [EditionMark: String] = [:]
    /// Names take little: they are held of all topics.
    private var people: [String: (edition: EditionMark, people: NamedPeople)] = [:]
    private var asking: Set<EditionMark> = []

    /// Whom articles name; nil while that is being found out. Where it cannot be, they name nobody.
    func people(of edition: EditionMark, finding: @escaping @Sendable () async throws -> StudiedTopic?) -> NamedPeople? {
        if let known = people[edition.topic], known.edition == edition { return known.people }
        if asking.insert(edition).inserted {
            Task {
                let studied = try? await topic(for: edition, finding: finding)
                people[edition.topic] = (edition, NamedPeople(studied?.profiles ?? []))
                asking.remove(edition)
            }
        }
        return nil
    }

    /// The title of a topic as an edition has it.
    func title(for edition: EditionMark, reading: @Sendable () async throws -> String) async throws -> String {
        if let known = titles[edition] { return known }
        let title = try await reading()
        titles = titles.filter { $0.key.topic != edition.topic }
        titles[edition] = title
        return title
    }

    /// Topics that are held at most. Each takes some megabytes.
    private static let most = 16

    func topic(for edition: EditionMark, finding: @escaping @Sendable () async throws -> StudiedTopic?) async throws -> StudiedTopic? {
        asked.removeAll { $0 == edition.topic }
        asked.append(edition.topic)
        if let known = held[edition.topic], known.edition == edition { return try await known.study.value }
        let study = Task { try await finding() }
        held[edition.topic] = (edition, study)
        while asked.count > Self.most { held[asked.removeFirst()] = nil }
        do {
            let studied = try await study.value
            people[edition.topic] = (edition, NamedPeople(studied?.profiles ?? []))
            return studied
        } catch {
            // What failed is tried again by the next who asks.
            if held[edition.topic]?.edition == edition { held[edition.topic] = nil }
            throw error
        }
    }
}
