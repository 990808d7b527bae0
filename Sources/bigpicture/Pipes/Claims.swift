import ArgumentParser
import BriefModel
import BriefRendering
import ClaimAnalysis
import TextAnalysis

struct Claims: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Texts to claims: who says what, how firmly.",
        discussion: """
            Reads {"id","text","date","outlet"} lines; writes one line a claim: passage (UTF-8 byte range and exact text), claimant, modality (stated,
            attributed, hedged, planned, denied), polarity, names, quantities, dates.

            EXAMPLE
              echo '{"id":"1","text":"Nvidia said on Monday that sales rose 5 percent.","date":"2026-03-03"}' | bigpicture claims
            """)

    func run() throws {
        try JSONLines.transform(TextItem.self) { item -> [Line] in
            let analyzed = TextAnalyzer().analyze(item.article(fallbackDay: CalendarDay(daysSince1970: 0)))
            return ClaimAnalyzer().claims(in: analyzed, story: nil, outletName: item.outlet ?? "the outlet").map { Line(item.id.text, $0) }
        }
    }

    private struct Line: Encodable {
        struct Amount: Encodable {
            let value: Double
            let upper: Double?
            let unit: String?
            let comparator: String
        }
        let id, text, claimant, modality: String
        let start, end: Int
        let anonymous, affirmed: Bool
        let names: [String]
        let quantities: [Amount]
        let dates: [String]
        let cues: [String]

        init(_ id: String, _ claim: Claim) {
            self.id = id
            text = claim.passage.exact
            start = claim.passage.range.lowerBound
            end = claim.passage.range.upperBound
            claimant = claim.claimant
            modality = claim.modality.rawValue
            anonymous = claim.claimantIsAnonymous
            affirmed = claim.isAffirmed
            names = claim.names.map(\.text)
            quantities = claim.quantities.map { Amount(value: $0.value, upper: $0.upper, unit: $0.unit, comparator: $0.comparator.rawValue) }
            dates = claim.dates.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)/\($0.last)" }
            cues = claim.cues
        }
    }
}
