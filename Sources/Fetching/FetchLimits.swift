/// How much of a server's answer, and of its patience, a fetcher takes.
public struct FetchLimits: Hashable, Sendable {
    /// Bytes of one body after unpacking.
    public var body: Int
    /// For one request, from connecting to the last byte.
    public var time: Duration
    public var redirects: Int
    /// Requests under way at the same time.
    public var total: Int
    public var perHost: Int
    public var perLoopbackHost: Int
    /// From one request's start to the next one's on the same public host.
    public var interval: Duration
    /// A publisher may ask for longer pauses (Crawl-delay); beyond this we keep to our own, so that one host cannot hold up a run.
    public var longestCrawlDelay: Duration
    public var retry: RetryPolicy
    public var circuit: CircuitPolicy

    public init(
        body: Int = 20 * 1_048_576, time: Duration = .seconds(20), redirects: Int = 5, total: Int = 8, perHost: Int = 4,
        perLoopbackHost: Int = 16, interval: Duration = .milliseconds(100), longestCrawlDelay: Duration = .seconds(10),
        retry: RetryPolicy = RetryPolicy(), circuit: CircuitPolicy = CircuitPolicy()
    ) {
        self.body = body
        self.time = time
        self.redirects = redirects
        self.total = total
        self.perHost = perHost
        self.perLoopbackHost = perLoopbackHost
        self.interval = interval
        self.longestCrawlDelay = longestCrawlDelay
        self.retry = retry
        self.circuit = circuit
    }

    public static let standard = FetchLimits()

    /// `time` for a person: whole seconds, at least one.
    public var seconds: Int { max(1, Int(time.components.seconds) + (time.components.attoseconds > 0 ? 1 : 0)) }
}
