import BriefModel

/// When an address is to be asked again at the earliest, from one run to the next. (Within a run the fetcher sees to its hosts.)
enum RevisitPolicy {
    /// A server's word on how long its answer holds counts up to this: many say a day or a year of a feed that changes by the hour.
    static let longestFresh = 6 * 3600
    /// A server that asks to be left alone is, up to this.
    static let longestWait = 24 * 3600
    /// Failing runs that are simply followed by the next one: a user who asks again soon after an outage wants an answer.
    static let patience = 5
    static let firstRest = 3600
    /// What is gone for good is looked at again after this, in case the server was wrong.
    static let restOfGone = 30 * 24 * 3600

    static func notBefore(freshFor seconds: Int?, now: Timestamp) -> Timestamp? {
        guard let seconds, seconds > 0 else { return nil }
        return now.adding(min(seconds, longestFresh))
    }

    /// Nil when it may be asked at once.
    static func notBefore(after problem: ReadingProblem, failuresInARow: Int, now: Timestamp) -> Timestamp? {
        if problem.isGone { return now.adding(restOfGone) }
        if let seconds = problem.retryAfter { return now.adding(min(seconds, longestWait)) }
        guard problem.counts, !problem.isRefusal, failuresInARow >= patience else { return nil }
        return now.adding(min(longestWait, firstRest << min(failuresInARow - patience, 10)))
    }
}

extension Timestamp {
    func adding(_ seconds: Int) -> Timestamp { Timestamp(secondsSince1970: secondsSince1970 + Int64(seconds)) }
}
