public import BriefModel
import FoundationEssentials
public import Storage

extension TopicSummary {
    /// A topic by its latest stored edition, without writing the brief again; nil when the stored JSON is not one of ours.
    /// - Parameter editions: when briefs on it were written, newest first.
    public init?(_ latest: StoredEdition, editions: [Timestamp] = []) {
        let digest: EditionDigest
        do { digest = try JSONDecoder().decode(EditionDigest.self, from: Data(latest.json.utf8)) } catch { return nil }
        var disputed: Set<Int> = []
        for statement in digest.statements where !statement.dissent.isEmpty { disputed.insert(statement.number) }
        let dated = digest.timeline.compactMap { entry in CalendarDay(iso: entry.day).map { DatedLine(day: $0, text: entry.statement.text) } }
        self.init(
            slug: latest.topic, title: latest.title, headline: digest.headline.text, asOf: latest.asOf, statements: digest.counts.statements,
            disputed: disputed.count, latest: Array(dated.sorted { $0.day > $1.day }.prefix(3)), editions: editions)
    }
}

/// As much of a published brief (Documentation/brief.schema.json) as the home page tells.
private struct EditionDigest: Decodable {
    struct Statement: Decodable {
        let number: Int
        let text: String
        let dissent: [Dissent]
    }

    struct Dissent: Decodable {}

    struct Section: Decodable {
        struct Block: Decodable { let statements: [Statement] }

        let blocks: [Block]
    }

    struct Dated: Decodable {
        let day: String
        let statement: Statement
    }

    struct Counts: Decodable { let statements: Int }

    let counts: Counts
    let headline: Statement
    let deck: [Statement]
    let sections: [Section]
    let timeline: [Dated]

    var statements: [Statement] { [headline] + deck + sections.flatMap { $0.blocks.flatMap(\.statements) } + timeline.map(\.statement) }
}
