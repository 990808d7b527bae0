import BriefModel
import BriefRendering
import FoundationEssentials
import Storage

/// One statement over the editions of its topic: how each worded it, and on how many outlets' word.
struct StatementHistory {
    struct Step: Hashable {
        let asOf: Timestamp
        let text: String
        let outlets: Int
        let isDisputed: Bool
    }

    /// Newest first; the first is the edition at hand.
    let steps: [Step]
    /// When it was not said yet: the edition before the first that does.
    let before: Timestamp?

    /// Editions that are looked through.
    static let most = 60

    /// - Parameters:
    ///   - number: of the statement in the newest edition.
    ///   - editions: newest first.
    /// - Returns: nil where the newest has no such statement.
    init?(of number: Int, in editions: [StoredEdition]) {
        var steps: [Step] = []
        var places: Set<Place> = []
        var before: Timestamp?
        for edition in editions.prefix(Self.most) {
            guard let told = try? JSONDecoder().decode(Told.self, from: Data(edition.json.utf8)) else { break }
            let found = told.statements.first { statement in
                steps.isEmpty ? statement.number == number : statement.text == steps.last?.text || !places.isDisjoint(with: statement.places)
            }
            guard let found else {
                before = edition.asOf
                break
            }
            places.formUnion(found.places)
            steps.append(Step(asOf: edition.asOf, text: found.text, outlets: Set(found.outlets).count, isDisputed: !found.dissent.isEmpty))
        }
        guard !steps.isEmpty else { return nil }
        self.steps = steps
        self.before = before
    }

    /// Where a passage stands: the same statement rests on the same words, however it is worded.
    private struct Place: Hashable {
        let article: String
        let start: Int
    }

    /// As much of a published brief (Documentation/brief.schema.json) as this tells.
    private struct Told: Decodable {
        struct Statement: Decodable {
            struct Citation: Decodable {
                let article: String
                let range: [Int]
            }

            struct Dissent: Decodable {}

            let number: Int
            let text: String
            let outlets: [String]
            let citations: [Citation]
            let dissent: [Dissent]

            var places: Set<Place> { Set(citations.map { Place(article: $0.article, start: $0.range.first ?? 0) }) }
        }

        struct Section: Decodable {
            struct Block: Decodable { let statements: [Statement] }

            let blocks: [Block]
        }

        struct Dated: Decodable { let statement: Statement }

        let headline: Statement
        let deck: [Statement]
        let sections: [Section]
        let timeline: [Dated]

        var statements: [Statement] { [headline] + deck + sections.flatMap { $0.blocks.flatMap(\.statements) } + timeline.map(\.statement) }
    }
}

/// The page of it.
struct StatementHistoryPage {
    let history: StatementHistory
    let topic: String
    let number: Int
    let notice: String?

    func document() -> [UInt8] {
        Page.document(
            title: "Over the editions", description: "One statement over the editions of its topic", frame: .site(current: .topics, notice: notice)
        ) { html in
            html.element("h1", .class("page"), say: "One statement, edition by edition")
            html.element("p", .class("sub")) { html in
                html.element("a", .href(.site("briefs", topic, fragment: "e\(number)")), say: "Back to it in the brief")
            }
            html.element("ol", .class("upd narrow")) { html in
                for (place, step) in history.steps.enumerated() { html.element("li") { write(step, place: place, to: &$0) } }
            }
            if let before = history.before {
                html.element("p", .class("meta"), say: "The edition of {moment} did not say it.", ["moment": before])
            }
        }
    }

    private func write(_ step: StatementHistory.Step, place: Int, to html: inout HTMLWriter) {
        html.day(step.asOf.day)
        html.element("div") { html in
            let older = place + 1 < history.steps.count ? history.steps[place + 1] : nil
            html.element("p") { html in
                if older?.text == step.text {
                    html.say("The same words.")
                } else {
                    html.element("span", .language("en"), .directionOfText) { $0.text(step.text) }
                }
            }
            html.element("p", .class("lab")) { html in
                let outlets = Phrase("{count} outlets say so.", ["count": step.outlets])
                html.say(.sentences(step.isDisputed ? [outlets, "Somebody says otherwise."] : [outlets]))
                html.text(" ")
                html.element("a", .href(.edition(of: topic, at: step.asOf)), say: "The edition")
            }
        }
    }
}
