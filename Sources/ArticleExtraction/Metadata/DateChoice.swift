import BriefModel

/// The day a page was published and the moment, where it is told; and its last change.
struct DateChoice {
    private(set) var published: Sourced<Timestamp>?
    /// As its publisher wrote it, in its own time zone.
    private(set) var day: CalendarDay?
    private(set) var modified: Sourced<Timestamp>?
    let candidates: [DateCandidates.Candidate]
    let probabilities: [Double]

    /// Below this a day is more often wrong than a reader would bear.
    private static let least = 0.15

    init(_ reading: DateReading) {
        candidates = reading.found.candidates
        probabilities = DateWeights.choice.probabilities(candidates.map(\.signs))
        if let place = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }), probabilities[place] >= Self.least {
            let best = candidates[place]
            day = best.day
            // Where only the day is known, its beginning stands for it.
            let moment = best.moments.min { ($0.date.offset == nil ? 1 : 0, $0.rank) < ($1.date.offset == nil ? 1 : 0, $1.rank) }
            published = Sourced(moment?.date.timestamp ?? Timestamp(day: best.day), from: best.origin, confidence: probabilities[place])
        }
        // A page is not changed before it is published.
        let earliest = day ?? CalendarDay(daysSince1970: 0)
        let changes = reading.found.modified.filter { $0.date.day >= earliest }
        if let first = changes.first {
            let agreeing = Double(changes.count { $0.date.day == first.date.day }) / Double(changes.count)
            modified = Sourced(first.date.timestamp, from: first.origin, confidence: 0.6 + 0.3 * agreeing)
        }
    }

    /// What was found by other means, where the page names no day.
    mutating func take(_ moment: Sourced<Timestamp>?) {
        published = moment
        day = moment?.value.day
    }
}
