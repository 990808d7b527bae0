import BriefModel
import FoundationEssentials
import Storage
import StoryClustering

extension Engine {
    /// The themed sections of the topic's edition before a moment, with the articles they cite; none where there is no such edition.
    func earlierSections(on topic: Topic, asOf: Timestamp) async throws(EngineError) -> [EarlierSection] {
        guard !topic.title.isEmpty else { return [] }
        do throws(StorageError) {
            let edition = try await store.latestEdition(topic: topic.slug, before: asOf)
            return edition.map { Self.sections(of: $0.json) } ?? []
        } catch {
            throw .storage(error)
        }
    }

    /// None where the JSON is not one of ours.
    private static func sections(of json: String) -> [EarlierSection] {
        let edition: EditionSections
        do { edition = try JSONDecoder().decode(EditionSections.self, from: Data(json.utf8)) } catch { return [] }
        return edition.sections.filter { $0.kind == Section.Kind.theme.rawValue }.map { section in
            let cited = section.blocks.flatMap(\.statements).flatMap(\.citations).map { ArticleID($0.article) }
            return EarlierSection(title: section.title, articles: Set(cited))
        }
    }
}

/// As much of a published brief (Documentation/brief.schema.json) as tells its sections apart.
private struct EditionSections: Decodable {
    struct Part: Decodable {
        let kind: String
        let title: String
        let blocks: [Block]
    }

    struct Block: Decodable { let statements: [Line] }
    struct Line: Decodable { let citations: [Cited] }
    struct Cited: Decodable { let article: String }

    let sections: [Part]
}
