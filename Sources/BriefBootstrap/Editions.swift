public import BriefModel
import BriefRendering
public import Storage

extension Bootstrap {
    /// Keeps a brief as an edition of its topic.
    public func keep(_ brief: Brief) async throws(StorageError) {
        let edition = StoredEdition(
            topic: Topic.slug(ofTitle: brief.draft.topic), title: brief.draft.topic, asOf: brief.asOf,
            json: String(decoding: render(brief, as: .json), as: UTF8.self))
        try await store.save(edition: edition)
    }
    /// When the last edition of the topic before that moment looked back from.
    public func lastEdition(of topic: Topic, before asOf: Timestamp) async throws(StorageError) -> Timestamp? {
        try await editions(of: topic).map(\.asOf).filter { $0 < asOf }.max()
    }

    /// The editions kept of a topic, newest first.
    public func editions(of topic: Topic) async throws(StorageError) -> [StoredEdition] {
        try await store.editions(topic: topic.slug)
    }
}
