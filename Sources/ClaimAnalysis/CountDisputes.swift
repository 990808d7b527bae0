import BriefModel

/// The same things counted differently: 34 and 35 of the 85 countries.
struct CountDisputes {
    let facts: [ClaimFacts]
    /// Figures of each article, "unit value": what two reports of one thing have in common.
    private let figures: [ArticleID: Set<String>]

    init(facts: [ClaimFacts]) {
        self.facts = facts
        var figures: [ArticleID: Set<String>] = [:]
        for fact in facts {
            for quantity in fact.claim.quantities where quantity.value >= 10 {
                guard let unit = quantity.unit, unit != "percent", !Self.periods.contains(unit) else { continue }
                figures[fact.origin, default: []].insert("\(UnitClasses.of(unit)) \(quantity.value)")
            }
        }
        self.figures = figures
    }

    private static let periods: Set<String> = ["day", "week", "month", "year", "hour", "minute", "kilometre", "metre", "mile", "time"]

    private struct Count {
        let fact: Int
        let quantity: Quantity
    }

    /// Pairs looked at for one unit; beyond it the unit is too common to tell anything.
    private static let longestBucket = 120

    func disputes() -> [Dispute] {
        var buckets: [String: [Count]] = [:]
        for (index, fact) in facts.enumerated() where !fact.recallsError {
            for quantity in fact.claim.quantities where quantity.value > 0 && quantity.upper == nil {
                guard let unit = quantity.unit, unit != "share" else { continue }
                buckets[UnitClasses.of(unit), default: []].append(Count(fact: index, quantity: quantity))
            }
        }
        var found: [Dispute] = []
        for (unit, counts) in buckets.sorted(by: { $0.key < $1.key }) where counts.count > 1 && counts.count <= Self.longestBucket {
            let together = valuesToldTogether(counts)
            for left in counts.indices {
                for right in counts.indices.dropFirst(left + 1) {
                    if let dispute = dispute(counts[left], counts[right], unit: unit, together: together) { found.append(dispute) }
                }
            }
        }
        return nearest(found)
    }

    /// For each count not followed the correction and one more report, the nearest in time.
    private func nearest(_ disputes: [Dispute]) -> [Dispute] {
        let days = Dictionary(facts.map { ($0.claim.id, $0.day.daysSince1970) }, uniquingKeysWith: { first, _ in first })
        func distance(_ dispute: Dispute) -> Int { abs((days[dispute.followed.id] ?? 0) - (days[dispute.notFollowed.id] ?? 0)) }
        var kept: [Dispute] = []
        for (_, group) in Dictionary(grouping: disputes, by: { $0.notFollowed.id }).sorted(by: { $0.key < $1.key }) {
            let corrections = group.filter(\.kind.isRevision).sorted {
                ($0.kind == .corrected ? 0 : 1, distance($0)) < ($1.kind == .corrected ? 0 : 1, distance($1))
            }
            let others = group.filter { !$0.kind.isRevision }.sorted { (distance($0), $0.followed.id) < (distance($1), $1.followed.id) }
            kept += corrections.prefix(1) + others.prefix(1)
        }
        return kept
    }

    /// The correction in this story that gives this number.
    private func correction(to value: Double, unit: String) -> ClaimFacts? {
        facts.first { fact in
            fact.isCorrection && !fact.recallsError && fact.claim.quantities.contains { $0.value == value && $0.unit.map(UnitClasses.of) == unit }
        }
    }

    /// Pairs of values that one article gives side by side, and no correction: two facts, not one fact told twice.
    private func valuesToldTogether(_ counts: [Count]) -> Set<[Double]> {
        var byArticle: [ArticleID: Set<Double>] = [:]
        for count in counts where !facts[count.fact].isCorrection { byArticle[facts[count.fact].origin, default: []].insert(count.quantity.value) }
        var pairs: Set<[Double]> = []
        for values in byArticle.values where values.count > 1 && values.count < 20 {
            for left in values { for right in values where left < right { pairs.insert([left, right]) } }
        }
        return pairs
    }

    private func dispute(_ left: Count, _ right: Count, unit: String, together: Set<[Double]>) -> Dispute? {
        let (a, b) = (facts[left.fact], facts[right.fact])
        let (low, high) = (min(left.quantity.value, right.quantity.value), max(left.quantity.value, right.quantity.value))
        guard low != high, a.origin != b.origin, left.quantity.comparator == .equal, right.quantity.comparator == .equal,
            !together.contains([low, high]), a.isSettled, b.isSettled, isOneThing(a, b, low: low, high: high, unit: unit)
        else { return nil }
        let preference = preference(a, left.quantity.value, b, right.quantity.value, unit: unit)
        let values = preference.followed.claim.id == a.claim.id ? (right.quantity, left.quantity) : (left.quantity, right.quantity)
        let label =
            "\(Wording.figure(of: left.quantity.unit == unit || right.quantity.unit == nil ? unit : right.quantity.unit ?? unit)): "
            + "\(Wording.number(values.0.value)) / \(Wording.number(values.1.value))"
        return preference.dispute(about: label)
    }

    /// The number a correction gives is followed, whoever repeats it.
    private func preference(_ a: ClaimFacts, _ first: Double, _ b: ClaimFacts, _ second: Double, unit: String) -> Preference {
        if a.isCorrection || b.isCorrection { return Preference(a, b) }
        let (forFirst, forSecond) = (correction(to: first, unit: unit), correction(to: second, unit: unit))
        switch (forFirst, forSecond) {
        case (let correction?, nil): return Preference(followed: a, notFollowed: b, after: correction)
        case (nil, let correction?): return Preference(followed: b, notFollowed: a, after: correction)
        default: return Preference(a, b)
        }
    }

    /// A near miss (34 and 35) in one story is one count taken twice; larger gaps need the same names and the same words.
    private func isOneThing(_ a: ClaimFacts, _ b: ClaimFacts, low: Double, high: Double, unit: String) -> Bool {
        if low < 10 || unit == "percent" || unit.allSatisfy(\.isUppercase) { return isSameSentenceRetold(a, b) }
        let gap = (high - low) / high
        if gap <= 0.1, !Self.periods.contains(unit) {
            if sharesAnchor(a, b, besides: [low, high]) || a.isCorrection || b.isCorrection { return true }
            // A figure that was corrected is looked for in every wording; any other must be said of one thing in alike words, or small numbers meet by chance.
            let isCorrected = correction(to: low, unit: unit) != nil || correction(to: high, unit: unit) != nil
            return isCorrected ? sharesSubject(a, b) || sharesFigure(a, b) : saysMuchTheSame(a, b)
        }
        return isSameSentenceRetold(a, b)
    }

    /// Another quantity of both sentences is the same ("of the 85 countries").
    private func sharesAnchor(_ a: ClaimFacts, _ b: ClaimFacts, besides values: [Double]) -> Bool {
        a.claim.quantities.contains { left in
            left.value > 0 && !values.contains(left.value) && b.claim.quantities.contains { $0.value == left.value && $0.unit == left.unit }
        }
    }

    /// Both articles give another figure alike ("20 principles").
    private func sharesFigure(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        guard let left = figures[a.origin], let right = figures[b.origin] else { return false }
        return !left.isDisjoint(with: right)
    }

    /// The sentences share a name or two content words, with the headline's help.
    private func sharesSubject(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        if !a.things.isDisjoint(with: b.things) { return true }
        return a.stems.union(a.context).intersection(b.stems.union(b.context)).count >= 2
    }

    /// The sentences themselves name one thing and share two content words besides what is counted.
    private func saysMuchTheSame(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        !a.things.isDisjoint(with: b.things) && a.stems.intersection(b.stems).count >= 3
    }

    /// Most words of the shorter sentence stand in the other one, and they name the same things.
    private func isSameSentenceRetold(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        guard a.things == b.things, !a.things.isEmpty, a.claim.dates.isEmpty || b.claim.dates.isEmpty || a.claim.dates.first == b.claim.dates.first
        else { return false }
        let shorter = min(a.stems.count, b.stems.count)
        return shorter >= 4 && a.stems.intersection(b.stems).count * 10 >= shorter * 7
    }
}

extension ClaimFacts {
    /// Said as fact, by the outlet or a named source.
    var isSettled: Bool { claim.modality == .stated || claim.modality == .attributed }
}

/// Small words for labels.
enum Wording {
    static func number(_ value: Double) -> String {
        if value == 0 { return "none" }
        guard value.rounded() == value, abs(value) < 1e15 else { return String(value) }
        var digits = String(Int64(value))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits] + groups).joined(separator: ",")
    }

    /// What a figure is a figure of: "number of processors", "sum in EUR", "share in percent".
    static func figure(of unit: String) -> String {
        if unit.utf8.count == 3, unit.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return "sum in \(unit)" }
        switch unit {
        case "percent": return "share in percent"
        case "share": return "part of the whole"
        default: return "number of \(plural(unit))"
        }
    }

    static func plural(_ noun: String) -> String {
        if noun == "person" { return "people" }
        if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) { return String(noun.dropLast()) + "ies" }
        return noun.hasSuffix("s") ? noun : noun + "s"
    }
}
