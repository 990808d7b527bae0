import BriefModel
import Storage
import StoryClustering

extension Engine {
    /// The themed sections of the topic's edition before a moment, with the articles they cite; none where there is no such edition.
    func earlierSections(on topic: Topic, asOf: Timestamp) async throws(EngineError) -> [EarlierSection] {
        guard !topic.title.isEmpty else { return [] }
        do throws(StorageError) {
            let edition = try await store.latestEdition(topic: topic.slug, before: asOf)
            return edition.flatMap { PublishedBrief(json: $0.json.utf8) }.map(Self.sections) ?? []
        } catch {
            throw .storage(error)
        }
    }

    private static func sections(of brief: PublishedBrief) -> [EarlierSection] {
        brief.draft.sections.filter { $0.kind == .theme }.map { section in
            let cited = section.blocks.flatMap(\.statements).flatMap(\.citations).map(\.passage.article)
            return EarlierSection(title: section.title, articles: Set(cited))
        }
    }
}
