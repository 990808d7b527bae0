import BriefModel

/// The disputes a reader needs to see, each once: corrections first, then what later reports overtook, then open disagreement.
struct DisputeSelection: Sendable {
    let limit: Int

    func choose(_ disputes: [Dispute]) -> [Dispute] {
        var seen: Set<String> = []
        let ordered = disputes.enumerated().sorted { left, right in
            let ranks = (rank(left.element.kind), rank(right.element.kind))
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
        }
        var chosen: [Dispute] = []
        for (_, dispute) in ordered where chosen.count < limit {
            let isNew = seen.insert(dispute.whatDiffers).inserted
            let isNewPlace = seen.insert("\(dispute.notFollowed.passage.article) \(dispute.notFollowed.passage.range)").inserted
            if isNew && isNewPlace { chosen.append(dispute) }
        }
        return chosen
    }

    private func rank(_ kind: Dispute.Kind) -> Int {
        switch kind {
        case .corrected: 0
        case .laterOverrides: 1
        case .disagreement: 2
        case .hedgeDropped: 3
        }
    }
}
