import BriefBootstrap
import BriefModel
import BriefVerification
import Foundation

/// What rules and reader find in claims, for `Training/entailment/weigh.py` to fit how they are weighed: lines as `bigpicture check` reads them, with
/// whatever else they hold, to the same lines with `weighed`.
@main
enum WeighingRows {
    private struct Input: Decodable {
        let claim: String
        let sents: [String]
        let days: [String]?
        let outlets: [String]?
    }

    static func main() throws {
        let checker = StatementChecker(reader: try LocalModels.claimReader())
        while let line = readLine() {
            let input = try JSONDecoder().decode(Input.self, from: Data(line.utf8))
            let source = GivenSource(
                sentences: input.sents, days: (input.days ?? []).map { CalendarDay(iso: $0) }, outlets: input.outlets ?? [])
            let rows = checker.check(input.claim, against: source).weighed.map { [$0.bearing, $0.support, $0.objection] }
            guard var row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
            row["weighed"] = rows
            row["sents"] = nil
            print(String(decoding: try JSONSerialization.data(withJSONObject: row, options: .sortedKeys), as: UTF8.self))
        }
    }
}
