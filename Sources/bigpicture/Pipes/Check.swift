import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefRendering
import BriefVerification

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Claims against given sentences: does it hold?",
        discussion: """
            Reads {"id","claim","sents"} lines; writes {"id","verdict","score","reasons","span","evidence"}: evidence is the indices of the sentences that
            decide, score is 0 to 1 with 0.5 between supported and not, span is the words at fault in UTF-8 bytes of the claim.
            "days" and "outlets", one a sentence, may say on which day (2026-03-01) and by whom each was published. A later article then beats an earlier
            one ("outdated"), and "Monday" is a day. Neighbouring lines with the same sentences are checked fastest.

            Rules compare names, figures, days, speakers and words, and a small model inside the program reads claim and sentences (English) besides;
            --rules leaves it out, which is ten times faster and errs more.

            EXAMPLES
              echo '{"id":1,"claim":"Sales rose 5 percent.","sents":["Sales rose by 7 percent."]}' | bigpicture check
              echo '{"id":2,"claim":"The ferry is out of service.","sents":["The ferry is out of service.","The ferry is back in service."],
                "days":["2026-03-01","2026-03-04"]}' | tr -d '\\n' | bigpicture check
            """)

    @Flag(name: .customLong("rules"), help: "Rules alone, without the model that reads claims.")
    var isRulesOnly = false

    /// Claims checked at a time, so that all cores have work.
    private static let batch = 64

    func run() async throws {
        let checker = StatementChecker(reader: isRulesOnly ? nil : try LocalModels.claimReader())
        try await JSONLines.transform(Input.self, inBatchesOf: Self.batch) { inputs in
            let groups = Self.bySource(inputs)
            return try await withThrowingTaskGroup(of: (Int, [Line]).self) { tasks in
                for (number, group) in groups.enumerated() { tasks.addTask { (number, Self.check(group, by: checker)) } }
                var lines = [[Line]](repeating: [], count: groups.count)
                for try await (number, found) in tasks { lines[number] = found }
                return lines.flatMap { $0 }
            }
        }
    }

    /// Neighbours with the same sentences together.
    private static func bySource(_ inputs: [Input]) -> [[Input]] {
        var groups: [[Input]] = []
        for input in inputs {
            if let last = groups.last?.last, last.sents == input.sents, last.days == input.days, last.outlets == input.outlets {
                groups[groups.count - 1].append(input)
            } else {
                groups.append([input])
            }
        }
        return groups
    }

    private static func check(_ inputs: [Input], by checker: StatementChecker) -> [Line] {
        guard let first = inputs.first else { return [] }
        let source = GivenSource(
            sentences: first.sents, days: (first.days ?? []).map { CalendarDay(iso: $0 ?? "") }, outlets: (first.outlets ?? []).map { $0 ?? "" })
        return zip(inputs, checker.check(inputs.map(\.claim), against: source)).map { input, checked in
            Line(
                id: input.id, verdict: checked.verdict.rawValue, score: checked.score.rounded(toPlaces: 4), reasons: checked.reasons.map(\.rawValue),
                span: checked.span.map { [$0.lowerBound, $0.upperBound] }, evidence: checked.evidence)
        }
    }

    private struct Input: Decodable, Sendable {
        let id: JSONIdentifier
        let claim: String
        let sents: [String]
        let days: [String?]?
        let outlets: [String?]?
    }

    private struct Line: Encodable, Sendable {
        let id: JSONIdentifier
        let verdict: String
        let score: Double
        let reasons: [String]
        let span: [Int]?
        let evidence: [Int]
    }
}
