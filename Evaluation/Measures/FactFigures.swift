import BriefModel
public import Figures
import TextAnalysis

/// Which of the annotated key facts a brief carries.
struct FactFigures {
    let facts: [Gold.Fact]
    private let statements: [(text: String, stems: Set<String>, values: Set<Double>)]

    init(_ facts: [Gold.Fact], statements: [String]) {
        self.facts = facts
        self.statements = statements.map { ($0, Self.stems(of: $0), Self.values(of: $0)) }
    }

    /// The statement that carries the fact: it has the figure, and at least two other content words of what annotators wrote of it or cite for it.
    func carrier(of fact: Gold.Fact) -> String? { carriers(of: fact).first.map { statements[$0].text } }

    var carried: Int { facts.count { carrier(of: $0) != nil } }

    /// Statements that tell a fact which one before told, in other words or the same.
    var repeating: [String] {
        Set(facts.flatMap { carriers(of: $0).dropFirst() }).sorted().map { statements[$0].text }
    }

    private func carriers(of fact: Gold.Fact) -> [Int] {
        let wanted = Self.stems(of: fact.statement).union(Self.stems(of: fact.evidence.text))
        return statements.indices.filter { statements[$0].values.contains(fact.value) && statements[$0].stems.intersection(wanted).count >= 2 }
    }

    /// Statements that tell a figure as it was before it was corrected or overtaken, without the one that holds.
    /// - Parameter disputes: of which one side is to be preferred.
    func tellingStale(_ disputes: [Gold.Contradiction]) -> [String] {
        let stale = disputes.filter(\.is_contradiction).compactMap { entry -> (values: Set<Double>, right: Set<Double>, stems: Set<String>)? in
            guard let prefer = entry.prefer else { return nil }
            let (wrong, right) = prefer == "a" ? (entry.b.text, entry.a.text) : (entry.a.text, entry.b.text)
            let values = Self.values(of: wrong).subtracting(Self.values(of: right))
            return values.isEmpty ? nil : (values, Self.values(of: right).subtracting(Self.values(of: wrong)), Self.stems(of: wrong))
        }
        return statements.filter { statement in
            stale.contains { entry in
                // Of what was said of the figure there, a third at least: one of the same size may count something else.
                !statement.values.isDisjoint(with: entry.values) && statement.values.isDisjoint(with: entry.right)
                    && 3 * statement.stems.intersection(entry.stems).count >= entry.stems.count
            }
        }.map(\.text)
    }

    private static func stems(of text: String) -> Set<String> {
        Set(
            TextAnalyzer().sentences(in: text).flatMap(\.tokens).filter { token in
                !token.isStopword && token.kind != .symbol && !token.folded.contains(where: \.isNumber)
            }.map(\.stem))
    }

    /// "Not one", "none": nothing is a figure as well. "Half of" is 50 per cent.
    private static func values(of text: String) -> Set<Double> {
        Set(
            TextAnalyzer().sentences(in: text).flatMap(\.quantities).flatMap { quantity in
                let values = [quantity.value] + (quantity.upper.map { [$0] } ?? [])
                return quantity.unit == "share" ? values + values.map { $0 * 100 } : values
            })
    }
}

extension SampleMeasure {
    /// What any text tells of the annotated facts, one sentence a line: so briefs and summaries by others are measured alike.
    public static func told(in lines: [String], data: String, gold goldFolder: String? = nil) throws -> [Figure] {
        let gold = try Gold(folder: goldFolder ?? data + "/gold")
        let facts = FactFigures(gold.facts, statements: lines)
        return [
            .init("told.facts", Double(facts.carried)), .init("told.of", Double(gold.facts.count)),
            .init("told.repeating", Double(facts.repeating.count)),
            .init("told.corrected", Double(facts.tellingStale(gold.contradictions).count)),
        ]
    }
}

extension SampleRun {
    func factFigures() -> [Figure] {
        let facts = FactFigures(gold.facts, statements: brief.draft.statements.map(\.text))
        return [Figure("brief.facts", share: facts.carried, of: gold.facts.count)]
    }

    func factLines() -> [String] {
        let facts = FactFigures(gold.facts, statements: brief.draft.statements.map(\.text))
        return gold.facts.map { fact in
            "\(fact.id) \(fact.statement): \(fact.value)\n    \(facts.carrier(of: fact) ?? "- missing: \(fact.evidence.text)")"
        }
    }
}
