import ArgumentParser
import BriefModel
import BriefVerification

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Claims against given sentences: does it hold?",
        discussion: """
            Reads {"id","claim","sents"} lines; writes {"id","verdict","score","reasons","span","evidence"}: evidence is the indices of the sentences that
            decide, score is 0 to 1 with 0.5 between supported and not.

            EXAMPLE
              echo '{"id":1,"claim":"Sales rose 5 percent.","sents":["Sales rose by 7 percent."]}' | bigpicture check
            """)

    func run() throws {
        let checker = StatementChecker()
        try JSONLines.transform(Input.self) { input -> [Line] in
            let checked = checker.check(input.claim, sentences: input.sents)
            return [
                Line(
                    id: input.id, verdict: checked.verdict.rawValue, score: checked.score.rounded(toPlaces: 4),
                    reasons: checked.reasons.map(\.rawValue),
                    span: checked.span.map { [$0.lowerBound, $0.upperBound] }, evidence: checked.evidence)
            ]
        }
    }

    private struct Input: Decodable {
        let id: JSONIdentifier
        let claim: String
        let sents: [String]
    }

    private struct Line: Encodable {
        let id: JSONIdentifier
        let verdict: String
        let score: Double
        let reasons: [String]
        let span: [Int]?
        let evidence: [Int]
    }
}
