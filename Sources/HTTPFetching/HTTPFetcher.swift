public import BriefModel
public import Fetching

/// Reads the web politely over HTTP/1.1, HTTP/2 and HTTPS. It remembers hosts and what every robots.txt said.
public struct HTTPFetcher: Fetcher, FormSender {
    private let polite: PoliteFetcher

    /// - Parameters:
    ///   - allowsLocalAddresses: lets addresses of this machine and its network be read; for topics that say so.
    ///   - environment: the process's variables; the usual ones name proxies.
    ///   - clock: for dates of servers that do not tell their own.
    ///   - progress: told of every piece of a body: bytes so far, and how many were announced (0 when none were).
    public init(
        allowsLocalAddresses: Bool = false, limits: FetchLimits = .standard, userAgent: UserAgent = UserAgent(), environment: [String: String] = [:],
        clock: Clock? = nil, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        let policy = AddressPolicy(allowsLocalAddresses: allowsLocalAddresses)
        let transport = HTTPTransport(
            policy: policy, limits: limits, userAgent: userAgent, proxies: ProxyTable(environment: environment), progress: progress)
        polite = PoliteFetcher(over: transport, policy: policy, limits: limits, pacing: .system(clock: clock))
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome { try await polite.fetch(request) }

    public func siteRules(for address: String) async throws(FetchError) -> RobotsRules { try await polite.siteRules(for: address) }

    public func send(_ fields: [FormField], to address: String) async throws(FetchError) -> Int { try await polite.send(fields, to: address) }
}
