public import BriefEngine
public import BriefModel
import BriefRendering
public import Storage

extension Bootstrap {
    /// Writes the brief on a topic and keeps it as an edition, with what it was written from.
    /// - Parameters:
    ///   - since: what it tells changes since; nil: nothing.
    ///   - writer: words what was chosen; nil: it is worded by shortening what the sources say.
    public func writeEdition(
        on topic: Topic, asOf: Timestamp, since: Timestamp? = nil, wordedBy writer: ModelWriter? = nil
    ) async throws(EngineError) -> Brief {
        let (brief, basis) = try await engine.edition(on: topic, asOf: asOf, since: since, wordedBy: writer)
        let edition = StoredEdition(
            topic: Topic.slug(ofTitle: brief.draft.topic), title: brief.draft.topic, asOf: brief.asOf,
            json: String(decoding: render(brief, as: .json), as: UTF8.self), basis: basis)
        do throws(StorageError) {
            try await store.save(edition: edition)
            // Another process may have kept one of the same moment meanwhile.
            if let mark = try await store.newestEditions().first(where: { $0.topic == edition.topic }),
                try await store.edition(number: mark.number)?.tellsTheSame(as: edition) == true
            {
                await store.keep(.brief, brief, of: mark)
            }
        } catch {
            throw .storage(error)
        }
        return brief
    }

    /// A kept edition, written again from what it was written from. Nil for one from before that was kept.
    public func brief(of edition: StoredEdition) async throws(EngineError) -> Brief? {
        guard let basis = edition.basis else { return nil }
        return try await engine.brief(from: basis, asOf: edition.asOf)
    }

    /// The moment of the last edition of the topic before another moment.
    public func lastEdition(of topic: Topic, before asOf: Timestamp) async throws(StorageError) -> Timestamp? {
        try await store.latestEdition(topic: topic.slug, before: asOf)?.asOf
    }

    /// The editions kept of a topic, newest first.
    public func editions(of topic: Topic) async throws(StorageError) -> [StoredEdition] {
        try await store.editions(topic: topic.slug)
    }
}
