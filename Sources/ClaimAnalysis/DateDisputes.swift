import BriefModel

/// One event dated to two days.
struct DateDisputes {
    let facts: [ClaimFacts]

    private typealias Mention = (fact: ClaimFacts, day: CalendarDay)

    func disputes() -> [Dispute] {
        var buckets: [String: [Mention]] = [:]
        for fact in facts where fact.isSettled && fact.claim.isAffirmed {
            // The day of publication and the one before date the report.
            for happening in fact.happenings where happening.day < fact.day.adding(days: -1) {
                for thing in happening.thing.map({ [$0] }) ?? fact.contextThings {
                    buckets["\(happening.event)|\(thing)", default: []].append((fact, happening.day))
                }
            }
        }
        var found: [Dispute] = []
        for (_, mentions) in buckets.sorted(by: { $0.key < $1.key }) where mentions.count > 1 && mentions.count <= 60 {
            for left in mentions.indices {
                for right in mentions.indices.dropFirst(left + 1) {
                    let (a, b) = (mentions[left], mentions[right])
                    guard a.fact.origin != b.fact.origin, a.day != b.day, abs(a.day.daysSince1970 - b.day.daysSince1970) <= 31 else { continue }
                    let preference = preference(a, b, among: mentions)
                    let days = preference.followed.claim.id == a.fact.claim.id ? (b.day, a.day) : (a.day, b.day)
                    found.append(preference.dispute(about: "date: \(days.0.inWords) / \(days.1.inWords)"))
                }
            }
        }
        return found
    }

    /// A correction first; then the day more origins give; then, of days close together, the earlier: reports of an event are dated after it.
    private func preference(_ a: Mention, _ b: Mention, among mentions: [Mention]) -> Preference {
        if a.fact.isCorrection || b.fact.isCorrection { return Preference(a.fact, b.fact) }
        let forA = Set(mentions.filter { $0.day == a.day }.map(\.fact.origin)).count
        let forB = Set(mentions.filter { $0.day == b.day }.map(\.fact.origin)).count
        if forA != forB { return Preference(majority: forA > forB ? a.fact : b.fact, over: forA > forB ? b.fact : a.fact) }
        guard abs(a.day.daysSince1970 - b.day.daysSince1970) <= 3 else { return Preference(a.fact, b.fact) }
        return Preference(earlierDay: a.day < b.day ? a.fact : b.fact, over: a.day < b.day ? b.fact : a.fact)
    }
}

extension Preference {
    init(earlierDay followed: ClaimFacts, over notFollowed: ClaimFacts) {
        self.followed = followed
        self.notFollowed = notFollowed
        kind = .disagreement
        why =
            "\(followed.outletName) (\(followed.day.inWords)) gives the earlier day; \(notFollowed.outletName) (\(notFollowed.day.inWords)) may have the day it was reported."
    }

    /// A third outlet's correction settled it.
    init(followed: ClaimFacts, notFollowed: ClaimFacts, after correction: ClaimFacts) {
        self.followed = followed
        self.notFollowed = notFollowed
        kind = .disagreement
        why =
            "\(correction.outletName) corrected this on \(correction.day.inWords); \(notFollowed.outletName) (\(notFollowed.day.inWords)) has the first version."
    }

    /// More origins give the followed one's version.
    init(majority followed: ClaimFacts, over notFollowed: ClaimFacts) {
        self.followed = followed
        self.notFollowed = notFollowed
        kind = followed.isCorrection && followed.outletID == notFollowed.outletID ? .corrected : .disagreement
        why = "More of the sources say so; \(notFollowed.outletName) (\(notFollowed.day.inWords)) stands apart."
    }
}
