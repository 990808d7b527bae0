import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    /// What one outlet says with caution and another as fact. Found where the audit, given the flat sentence as a line, names the caution; and where
    /// the study sets the flat sentence against the cautious article as a dispute.
    func hedgeFigures(show: (String) -> Void) async throws -> [Figure] {
        let pairs = gold.hedges.compactMap { entry in entry.unhedged.map { (entry: entry, flat: $0) } }
        let findings = try await findings(on: pairs.map(\.flat.text))
        func finding(_ flat: Gold.Passage) -> Finding? { findings[Self.normalised(flat.text)] }
        for (entry, flat) in pairs where finding(flat)?.namesDroppedCaution != true {
            let verdict = finding(flat).map { "\($0.verdict.rawValue) \($0.reasons.map(\.rawValue))" } ?? "no finding"
            show("hedge \(entry.id)\t\(verdict)\t\(flat.text)\n    in the cautious article: \(entry.hedged.text)")
        }
        let shown = pairs.count { pair in finding(pair.flat)?.evidence.contains { goldID[$0.passage.article] == pair.entry.hedged.article } == true }
        let disputed = pairs.count { pair in
            study.disputes.contains {
                isSame($0.notFollowed.passage, pair.flat) && goldID[$0.followed.passage.article] == pair.entry.hedged.article
            }
        }
        return [
            .init("hedges.recall", share: pairs.count { finding($0.flat)?.namesDroppedCaution == true }, of: pairs.count),
            .init("hedges.shown", share: shown, of: pairs.count),
            .init("hedges.disputed", share: disputed, of: pairs.count),
            .init("hedges.called-supported", Double(pairs.count { finding($0.flat)?.verdict == .supported })),
        ]
    }
}

extension Finding {
    /// It says that the sources are less sure than the line.
    var namesDroppedCaution: Bool { verdict != .supported && (reasons.contains(.hedgeLost) || reasons.contains(.planAsFact)) }
}
