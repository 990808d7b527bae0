import BriefModel
import TextAnalysis

/// Where a firm is, told two ways: "MatX, an American start-up" and "start-ups such as MatX … China's domestic hardware".
struct AttributeDisputes {
    let facts: [ClaimFacts]

    struct Location {
        let fact: ClaimFacts
        let thing: Name
        let country: String
        /// "wrongly described X as a Chinese start-up": the sentence says it is not so.
        let isRetracted: Bool
    }

    func disputes() -> [Dispute] {
        var byThing: [String: [Location]] = [:]
        for fact in facts { for location in LocationReader(fact: fact).locations() { byThing[location.thing.key, default: []].append(location) } }
        var found: [Dispute] = []
        for (_, locations) in byThing.sorted(by: { $0.key < $1.key }) where Set(locations.map(\.country)).count > 1 && locations.count <= 200 {
            found += disputes(locations)
        }
        return found + rounds()
    }

    /// The country most origins give is followed, unless a correction says otherwise; each origin that says another is one dispute.
    private func disputes(_ locations: [Location]) -> [Dispute] {
        let asserted = locations.filter { !$0.isRetracted }
        let retracted = Set(locations.filter(\.isRetracted).map(\.country))
        var votes: [String: Set<ArticleID>] = [:]
        for location in asserted where !location.fact.needsCorroboration { votes[location.country, default: []].insert(location.fact.origin) }
        let corrected = asserted.first { $0.fact.isCorrection }?.country
        guard
            let right = corrected
                ?? votes.filter({ !retracted.contains($0.key) }).max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.key
        else {
            return []
        }
        let good = asserted.filter { $0.country == right }
        var seen: Set<ArticleID> = []
        return asserted.filter { $0.country != right && !$0.fact.isCorrection }.compactMap { wrong -> Dispute? in
            guard seen.insert(wrong.fact.origin).inserted, let best = best(of: good, against: wrong) else { return nil }
            // Without a correction two origins must stand against one.
            guard best.fact.isCorrection || (votes[right]?.count ?? 0) > (votes[wrong.country]?.count ?? 0) else { return nil }
            let preference = best.fact.isCorrection ? Preference(best.fact, wrong.fact) : Preference(majority: best.fact, over: wrong.fact)
            return preference.dispute(about: "country of \(wrong.thing.text): \(Self.title(wrong.country)) / \(Self.title(right))")
        }
    }

    /// The publisher's own correction, then any correction, then the first to say so.
    private func best(of good: [Location], against wrong: Location) -> Location? {
        good.first { $0.fact.isCorrection && $0.fact.outletID == wrong.fact.outletID } ?? good.first { $0.fact.isCorrection }
            ?? good.first { $0.fact.origin != wrong.fact.origin }
    }

    static func title(_ country: String) -> String {
        country.split(separator: " ").map { ["of", "and", "the"].contains($0) ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
    }

    // MARK: labelled rounds

    /// "$350 million in a Series E round" and "… Series F": one amount, two labels.
    private func rounds() -> [Dispute] {
        var buckets: [String: [(fact: ClaimFacts, label: String)]] = [:]
        for fact in facts where fact.isSettled {
            guard let label = Self.roundLabel(fact.claim.passage.exact) else { continue }
            for quantity in fact.claim.quantities where quantity.unit.map({ $0.allSatisfy(\.isUppercase) }) == true {
                buckets["\(quantity.unit ?? "")\(quantity.value)", default: []].append((fact, label))
            }
        }
        var found: [Dispute] = []
        for (_, mentions) in buckets.sorted(by: { $0.key < $1.key }) where mentions.count <= 60 {
            for left in mentions.indices {
                for right in mentions.indices.dropFirst(left + 1) where mentions[left].label != mentions[right].label {
                    let (a, b) = (mentions[left], mentions[right])
                    guard a.fact.origin != b.fact.origin,
                        !a.fact.things.union(a.fact.contextThings).isDisjoint(with: b.fact.things.union(b.fact.contextThings))
                    else { continue }
                    // Neither correction nor rank tells: the report that names more of those involved is nearer to it.
                    let (more, fewer) = a.fact.claim.names.count >= b.fact.claim.names.count ? (a, b) : (b, a)
                    let preference =
                        a.fact.isCorrection || b.fact.isCorrection || a.fact.rank != b.fact.rank
                        ? Preference(a.fact, b.fact) : Preference(detailed: more.fact, over: fewer.fact)
                    let labels = preference.followed.claim.id == a.fact.claim.id ? (b.label, a.label) : (a.label, b.label)
                    found.append(
                        preference.dispute(
                            about: "round: Series \(labels.0) / Series \(labels.1)", kind: preference.kind == .corrected ? .corrected : .disagreement)
                    )
                }
            }
        }
        return found
    }

    private static func roundLabel(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard let index = words.firstIndex(of: "Series"), index + 1 < words.count else { return nil }
        let label = words[index + 1].prefix { $0.isLetter && $0.isUppercase }
        return label.utf8.count == 1 ? String(label) : nil
    }
}
