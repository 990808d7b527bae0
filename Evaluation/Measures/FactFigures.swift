import BriefModel
import Figures
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
    func carrier(of fact: Gold.Fact) -> String? {
        let wanted = Self.stems(of: fact.statement).union(Self.stems(of: fact.evidence.text))
        return statements.first { $0.values.contains(fact.value) && $0.stems.intersection(wanted).count >= 2 }?.text
    }

    var carried: Int { facts.count { carrier(of: $0) != nil } }

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
