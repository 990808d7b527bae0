import BriefModel

/// What one source states as fact another denies, cannot confirm, or counts as none.
struct StatusDisputes {
    let facts: [ClaimFacts]
    let rarity: Rarity

    /// Of every flat claim the strongest denial is kept, and at most this many.
    private static let denialsKept = 3

    func disputes() -> [Dispute] {
        let denials = facts.filter(Self.isDenial)
        guard !denials.isEmpty else { return [] }
        let index = ClaimIndex(denials) { $0.keysWithContext }
        var found: [Dispute] = []
        for flat in facts where flat.assertsFact && flat.needsCorroboration && !flat.isCorrection && flat.words.isDisjoint(with: Self.addressing) {
            let against = index.candidates(for: flat.keys).compactMap { place in
                strength(of: denials[place], against: flat).map { (denials[place], $0) }
            }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.claim.id < $1.0.claim.id }
            var origins: Set<ArticleID> = []
            for (denial, _) in against where origins.count < Self.denialsKept && origins.insert(denial.origin).inserted {
                let preference = Preference(flat, denial)
                guard preference.followed.claim.id == denial.claim.id else { continue }
                found.append(preference.dispute(about: label(flat, denial)))
            }
        }
        return found
    }

    /// The main clause is negated, or something is counted as none.
    private static func isDenial(_ fact: ClaimFacts) -> Bool {
        guard !fact.needsCorroboration, !fact.recallsError else { return false }
        return !fact.claim.isAffirmed || fact.noneOf.contains { $0.isSubject || evidence.contains($0.unit) }
    }

    /// Advice and orders to a reader assert nothing.
    private static let addressing: Set<String> = ["you", "your", "must", "should", "let"]

    /// "no evidence", "no official announcement": nothing that would show it.
    private static let evidence: Set<String> = [
        "evidence", "announcement", "report", "record", "sign", "proof", "confirmation", "document", "trace", "indication", "mention", "deal",
        "contract",
    ]

    /// How much of the flat claim the denial speaks to; nil when it speaks of something else. An outlet whose word needs support is contradicted by less
    /// than one that stands by itself.
    private func strength(of denial: ClaimFacts, against flat: ClaimFacts) -> Int? {
        guard denial.origin != flat.origin, denial.outletID != flat.outletID, flat.needsCorroboration else { return nil }
        let families = denial.families.intersection(flat.families)
        let shared = denial.stems.intersection(flat.stems)
        let telling = shared.filter(rarity.isTelling)
        let referred = denial.context.intersection(flat.stems).filter { !shared.contains($0) }
        let sharesName = !denial.things.union(denial.contextThings).intersection(flat.things).isEmpty
        let sharesAmount = denial.claim.quantities.contains { quantity in
            quantity.value > 0
                && flat.claim.quantities.contains { $0.value == quantity.value && $0.unit.map(UnitClasses.of) == quantity.unit.map(UnitClasses.of) }
        }
        let countsNone = denial.claim.quantities.contains { none in
            none.value == 0
                && flat.claim.quantities.contains { $0.value > 0 && none.unit != nil && $0.unit.map(UnitClasses.of) == none.unit.map(UnitClasses.of) }
        }
        let confirms = denial.families.contains("confirm")
        // One predicate in common: the same kind of event, told by what it happened to; or two words that are not said everywhere.
        let predicate = !families.subtracting(["confirm"]).isEmpty
        let sharesCountry = !denial.countries.union(denial.contextCountries).isDisjoint(with: flat.countries)
        // "China has not confirmed it": what was said before is not confirmed; a figure of its own would have to be the same.
        let refersBack = !denial.words.isDisjoint(with: ["it", "this", "that", "them", "these", "claim", "claims"])
        let asksAfter =
            confirms && refersBack && referred.contains(where: rarity.isTelling)
            && (sharesAmount || !denial.claim.quantities.contains { $0.value > 0 })
        // Two rare words in common, and not by the length of the sentences.
        let isRetold = telling.count >= 2 && shared.count * 4 >= min(denial.stems.count, flat.stems.count)
        let topic = shared.count + referred.count + (sharesCountry ? 1 : 0)
        var score = families.subtracting(["confirm"]).count * 3 + telling.count * 2 + shared.count - telling.count + min(2, referred.count)
        if sharesName { score += 2 }
        if sharesCountry { score += 1 }
        if asksAfter { score += 3 }
        if sharesAmount { score += 3 }
        if countsNone { score += 3 }
        guard
            predicate && (sharesName || sharesAmount || countsNone || topic >= 2) || isRetold && (sharesName || sharesCountry || predicate)
                || asksAfter && topic >= 2
        else { return nil }
        return score >= 5 ? score : nil
    }

    private func label(_ flat: ClaimFacts, _ denial: ClaimFacts) -> String {
        if let amount = flat.claim.quantities.first(where: { $0.value > 0 }), let unit = amount.unit,
            denial.claim.quantities.contains(where: { $0.value == 0 && $0.unit.map(UnitClasses.of) == UnitClasses.of(unit) })
        {
            return "\(Wording.figure(of: unit)): \(Wording.number(amount.value)) / none"
        }
        let topic = flat.families.intersection(denial.families).subtracting(["confirm"]).sorted().first.flatMap { Self.topics[$0] }
        return denial.families.contains("confirm") ? "\(topic ?? "status"): stated as fact / not confirmed" : "\(topic ?? "status"): yes / no"
    }

    private static let topics = [
        "trade": "sale or order", "service": "in service", "announce": "announced", "sue": "suit filed", "choose": "choice of target",
        "sign": "signed",
        "found": "founded", "raise": "raised", "agree": "agreed", "end": "ended", "attack": "attack",
    ]
}
