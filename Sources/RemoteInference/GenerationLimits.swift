/// How long a model may take, and how often it is asked again.
public struct GenerationLimits: Hashable, Sendable {
    /// Seconds for one answer, from the request to its last byte: an answer that never ends is cut.
    public var wholeSeconds: Int
    /// Seconds without a byte.
    public var idleSeconds: Int
    /// Times one question is asked at most.
    public var attempts: Int
    /// Milliseconds before the second time; twice as long before each further one. What the service asks for (Retry-After) goes first.
    public var pauseMilliseconds: Int
    /// A service that asks for a longer wait is given up.
    public var longestPauseSeconds: Int

    public init(wholeSeconds: Int = 180, idleSeconds: Int = 60, attempts: Int = 3, pauseMilliseconds: Int = 1000, longestPauseSeconds: Int = 60) {
        self.wholeSeconds = wholeSeconds
        self.idleSeconds = idleSeconds
        self.attempts = max(1, attempts)
        self.pauseMilliseconds = pauseMilliseconds
        self.longestPauseSeconds = longestPauseSeconds
    }
}
