import Fetching

/// Why one source was not read, as a sentence for a person, with what it means for the next time.
struct ReadingProblem: Error, Hashable {
    let reason: String
    /// The publisher's own wish.
    var isRefusal = false
    /// For good.
    var isGone = false
    /// It was asked, so this counts among its failures; false when it was left alone.
    var counts = true
    /// It says something of the host or the network, not of what was asked for.
    var isOfHost = false
    /// Seconds the server asks to be left alone for.
    var retryAfter: Int?

    init(_ reason: String, isRefusal: Bool = false) {
        self.reason = reason
        self.isRefusal = isRefusal
    }

    init(_ error: FetchError) {
        self.init(error.reason)
        switch error {
        case .disallowedByRobots: isRefusal = true
        case .gone: isGone = true
        case .busy(_, let seconds, _):
            retryAfter = seconds
            isOfHost = true
        case .resting:
            counts = false
            isOfHost = true
        case .timedOut, .unreachable, .status(500..., _): isOfHost = true
        default: break
        }
    }

    /// The same with another sentence.
    func saying(_ reason: String) -> ReadingProblem {
        var problem = ReadingProblem(reason, isRefusal: isRefusal)
        (problem.isGone, problem.counts, problem.isOfHost, problem.retryAfter) = (isGone, counts, isOfHost, retryAfter)
        return problem
    }
}
