/// When a request that failed is worth another try, and after how long. Every request here is a GET, so trying again changes nothing there.
///
/// The pause before a further try is drawn evenly from zero to a bound that doubles ("full jitter": M. Brooker, "Exponential Backoff and
/// Jitter", AWS Architecture Blog, 2015), so that readers that failed together do not come back together.
public struct RetryPolicy: Hashable, Sendable {
    /// Requests for one address in all, the first one counted, when the server answers that it cannot (429, 5xx).
    public var tries: Int
    /// The same when it does not answer at all; each of those has cost up to the whole time limit.
    public var triesWithoutAnswer: Int
    /// The bound of the first pause.
    public var firstPause: Duration
    public var longestPause: Duration
    /// A `Retry-After` up to this is waited for; a longer one is told to the caller, who comes back another time.
    public var longestWait: Duration

    public init(
        tries: Int = 3, triesWithoutAnswer: Int = 2, firstPause: Duration = .milliseconds(500), longestPause: Duration = .seconds(8),
        longestWait: Duration = .seconds(30)
    ) {
        self.tries = tries
        self.triesWithoutAnswer = triesWithoutAnswer
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.longestWait = longestWait
    }

    /// One request, one answer.
    public static let never = RetryPolicy(tries: 1, triesWithoutAnswer: 1)

    /// - Parameters:
    ///   - attempt: how many requests were made, from 1.
    ///   - chance: from 0 up to, not including, 1.
    /// - Returns: nil when it is not worth it, or has been tried enough.
    func pause(after error: FetchError, attempt: Int, chance: Double) -> Duration? {
        let bound = min(longestPause, firstPause * (1 << min(max(attempt, 1) - 1, 20)))
        switch error {
        case .busy(_, let seconds?, _):
            guard attempt < tries, .seconds(seconds) <= longestWait else { return nil }
            // Never earlier than asked for, and not all at the same moment.
            return .seconds(seconds) + firstPause * chance
        case .busy, .status(500..., _): return attempt < tries ? bound * chance : nil
        case .timedOut, .unreachable: return attempt < triesWithoutAnswer ? bound * chance : nil
        default: return nil
        }
    }
}
