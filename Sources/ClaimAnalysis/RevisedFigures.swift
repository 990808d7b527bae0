import BriefModel

/// A source that gives another figure for the same thing than it gave before: "the Red Cross says 50,000 people died", then "…200,000 people died".
/// Only the same source, by name, and alike words make it the same figure: what two sources count, or one counts of two things, is told elsewhere or not at all.
struct RevisedFigures {
    let facts: [ClaimFacts]

    /// Claims of one source looked at; a source that says more is spoken of by everybody.
    private static let longestBucket = 60
    /// The share of the shorter sentence's content words that must stand in the other, and how many at least.
    private static let alike = 0.6, leastShared = 3

    func disputes() -> [Dispute] {
        var bySource: [String: [ClaimFacts]] = [:]
        for fact in facts where fact.claim.modality == .attributed && fact.claim.isAffirmed && !fact.needsCorroboration && !fact.recallsError {
            guard let source = Self.source(of: fact) else { continue }
            bySource[source, default: []].append(fact)
        }
        var found: [Dispute] = []
        for (_, said) in bySource.sorted(by: { $0.key < $1.key }) where said.count > 1 && said.count <= Self.longestBucket {
            for (place, earlier) in said.enumerated() {
                for later in said[(place + 1)...] { if let dispute = dispute(earlier, later) ?? dispute(later, earlier) { found.append(dispute) } }
            }
        }
        return found
    }

    /// A name, not the outlet itself.
    private static func source(of fact: ClaimFacts) -> String? {
        let words = fact.claim.claimant.lowercased().split(separator: " ").filter { $0 != "the" && $0 != "a" && $0 != "an" }
        let source = words.joined(separator: " ")
        return fact.claim.claimantIsAnonymous || source.isEmpty || source == fact.outletName.lowercased() ? nil : source
    }

    private func dispute(_ earlier: ClaimFacts, _ later: ClaimFacts) -> Dispute? {
        guard earlier.day < later.day, earlier.origin != later.origin else { return nil }
        let shared = earlier.stems.intersection(later.stems)
        let shorter = min(earlier.stems.count, later.stems.count)
        guard shared.count >= Self.leastShared, Double(shared.count) >= Self.alike * Double(shorter) else { return nil }
        // The one figure of each sentence that the other does not have, of things of one sort.
        let (before, now) = (Self.figures(earlier), Self.figures(later))
        let gone = before.filter { old in !now.contains { $0.value == old.value } }
        let new = now.filter { figure in !before.contains { $0.value == figure.value } }
        guard gone.count == 1, new.count == 1, let old = gone.first, let figure = new.first, let unit = figure.unit, let oldUnit = old.unit,
            UnitClasses.of(unit) == UnitClasses.of(oldUnit)
        else { return nil }
        return Dispute(
            kind: .laterOverrides, followed: later.claim, notFollowed: earlier.claim,
            whatDiffers: "\(Wording.figure(of: unit)): \(Wording.number(old.value)) / \(Wording.number(figure.value))",
            why: "\(later.claim.claimant) itself gives this figure, on \(later.day.inWords); it gave the other on \(earlier.day.inWords).")
    }

    private static func figures(_ fact: ClaimFacts) -> [Quantity] { fact.claim.quantities.filter { $0.value >= 10 && $0.unit != nil } }
}
