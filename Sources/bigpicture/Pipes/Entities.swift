import ArgumentParser
import BriefModel
import BriefRendering
import TextAnalysis

struct Entities: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Texts to entities: who and what is named, by which forms, and what the text says of them.",
        discussion: """
            Reads {"id","text","date","outlet"} lines; writes one line an entity: kind (person, organisation, place, product, other), its longest name,
            aliases, mentions (UTF-8 byte range and text; "the company" where one body alone can be meant), and what the text states of it: country,
            place, role, sector.

            EXAMPLE
              echo '{"id":"1","text":"The Mountain View start-up MatX said it would hire."}' | bigpicture entities
            """)

    func run() throws {
        try JSONLines.transform(TextItem.self) { item -> [Line] in
            let analyzed = TextAnalyzer().analyze(item.article(fallbackDay: CalendarDay(daysSince1970: 0)))
            return EntityFinder().entities(in: analyzed).map { Line(item.id.text, $0) }
        }
    }

    private struct Line: Encodable {
        struct Mention: Encodable {
            let text, form: String
            let start, end: Int
        }
        struct Attribute: Encodable {
            let kind, value: String
            let start, end: Int
        }
        let id, kind, name: String
        let aliases: [String]
        let mentions: [Mention]
        let attributes: [Attribute]

        init(_ id: String, _ entity: Entity) {
            self.id = id
            kind = entity.kind.rawValue
            name = entity.name
            aliases = entity.aliases
            mentions = entity.mentions.map {
                Mention(text: $0.text, form: $0.form.rawValue, start: $0.range.lowerBound, end: $0.range.upperBound)
            }
            attributes = entity.attributes.map {
                Attribute(kind: $0.kind.rawValue, value: $0.value, start: $0.range.lowerBound, end: $0.range.upperBound)
            }
        }
    }
}
