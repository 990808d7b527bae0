import BriefModel

/// The same figure or event, told with caution by one outlet and without it by another.
struct DroppedHedges {
    let facts: [ClaimFacts]
    let rarity: Rarity

    func disputes() -> [Dispute] {
        let cautious = facts.filter {
            !$0.needsCorroboration && !$0.recallsError
                && ($0.claim.modality == .hedged || $0.claim.modality == .planned || $0.claim.claimantIsAnonymous)
        }
        guard !cautious.isEmpty else { return [] }
        let index = ClaimIndex(cautious) { $0.keysWithContext }
        var found: [Dispute] = []
        for flat in facts where flat.needsCorroboration && isBare(flat) {
            let candidates = index.candidates(for: flat.keys).compactMap { place in
                strength(of: cautious[place], for: flat).map { (cautious[place], $0) }
            }
            guard let (hedge, _) = candidates.max(by: { ($0.1, $1.0.claim.id) < ($1.1, $0.0.claim.id) }) else { continue }
            let cues = hedge.claim.cues.prefix(2).map { "“\($0)”" }.joined(separator: ", ")
            let preference = Preference(followed: hedge, notFollowed: flat)
            found.append(
                preference.dispute(
                    about: label(flat, hedge),
                    why: "\(hedge.outletName) (\(hedge.day.inWords)) says it with caution\(cues.isEmpty ? "" : " (\(cues))"); "
                        + "\(flat.outletName) (\(flat.day.inWords)) states it as fact.",
                    kind: .hedgeDropped))
        }
        return found
    }

    /// No source, no caution; "will" counts as bare where others say "plans".
    private func isBare(_ fact: ClaimFacts) -> Bool {
        fact.claim.isAffirmed && (fact.claim.modality == .stated || fact.claim.modality == .planned)
            && fact.claim.cues.allSatisfy { !Self.cautions.contains($0.lowercased()) }
    }

    private static let cautions: Set<String> = ["plans to", "hopes to", "aims to", "intends to", "could", "may", "might"]

    private func strength(of hedge: ClaimFacts, for flat: ClaimFacts) -> Int? {
        guard hedge.outletID != flat.outletID, hedge.claim.isAffirmed else { return nil }
        let sharesAmount = hedge.claim.quantities.contains { left in
            left.value >= 10
                && flat.claim.quantities.contains { $0.value == left.value && $0.unit.map(UnitClasses.of) == left.unit.map(UnitClasses.of) }
        }
        let shared = hedge.stems.intersection(flat.stems)
        let telling = shared.filter(rarity.isTelling).count
        let sharesName = !hedge.things.intersection(flat.things).isEmpty
        let refersToName = !hedge.contextThings.union(hedge.things).intersection(flat.things).isEmpty
        // A flat plan drops a caution only where the figure is the same.
        if sharesAmount, sharesName || refersToName || shared.count >= 2 { return 10 + telling + shared.count }
        guard flat.claim.modality == .stated, hedge.claim.modality == .hedged, flat.claim.quantities.isEmpty || hedge.claim.quantities.isEmpty else {
            return nil
        }
        let predicate = !hedge.families.intersection(flat.families).isEmpty
        if telling >= 2 && shared.count >= 3 || sharesName && telling >= 1 && predicate { return 2 * telling + shared.count }
        return nil
    }

    private func label(_ flat: ClaimFacts, _ hedge: ClaimFacts) -> String {
        if let amount = flat.claim.quantities.first(where: { quantity in hedge.claim.quantities.contains { $0.value == quantity.value } }),
            let unit = amount.unit
        {
            let counted =
                unit.allSatisfy(\.isUppercase) ? "\(unit) \(Wording.number(amount.value))" : "\(Wording.number(amount.value)) \(Wording.plural(unit))"
            return "\(counted): cautious / as fact"
        }
        return "caution dropped"
    }
}

extension Preference {
    init(followed: ClaimFacts, notFollowed: ClaimFacts) {
        self.followed = followed
        self.notFollowed = notFollowed
        kind = .hedgeDropped
        why = ""
    }
}
