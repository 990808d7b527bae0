/// Whether a host is worth asking: after several failures in a row it is left alone for a while, then one request is let through to see,
/// and its outcome decides for all (the circuit breaker of M. Nygard, "Release It!", 2007).
struct Circuit: Hashable, Sendable {
    enum State: Hashable, Sendable {
        /// Requests go through.
        case closed
        /// None does before this moment.
        case open(until: Duration)
        /// One is under way; the others are refused until it is back.
        case halfOpen
    }

    /// What a request said of its host.
    enum Outcome: Hashable, Sendable {
        case answered
        case failed
        /// It is not to be asked before this much time has passed: its own word.
        case askedToWait(Duration)
        /// Nothing: it was never sent.
        case unknown
    }

    private(set) var state = State.closed
    private(set) var failuresInARow = 0
    /// How often it opened since it last worked.
    private var openings = 0

    /// How long the host is still left alone; nil when a request may go.
    func rest(at now: Duration) -> Duration? {
        switch state {
        case .closed: nil
        case .open(let until): until > now ? until - now : nil
        case .halfOpen: .seconds(1)
        }
    }

    /// Lets a request through or says how long to wait. One that is let through must be reported to `finish`.
    mutating func admit(at now: Duration) -> Duration? {
        if let rest = rest(at: now) { return rest }
        if case .open = state { state = .halfOpen }
        return nil
    }

    mutating func finish(_ outcome: Outcome, at now: Duration, chance: Double, policy: CircuitPolicy) {
        switch outcome {
        case .answered: self = Circuit()
        case .askedToWait(let duration):
            failuresInARow += 1
            state = .open(until: now + min(duration, policy.longestRest))
        case .failed:
            failuresInARow += 1
            guard state == .halfOpen || failuresInARow >= policy.failures else { return }
            let rest = min(policy.longestRest, policy.firstRest * (1 << min(openings, 20)))
            openings += 1
            state = .open(until: now + rest * (0.5 + chance / 2))
        case .unknown: if state == .halfOpen { state = .open(until: now) }
        }
    }
}

/// When a host is left alone, and for how long.
public struct CircuitPolicy: Hashable, Sendable {
    /// Requests to one host that fail in a row before it is left alone.
    public var failures: Int
    /// The first time; it doubles each time the host has not come back.
    public var firstRest: Duration
    public var longestRest: Duration

    public init(failures: Int = 5, firstRest: Duration = .seconds(30), longestRest: Duration = .seconds(600)) {
        self.failures = failures
        self.firstRest = firstRest
        self.longestRest = longestRest
    }
}
