public import Fetching

/// Reads the web politely over HTTP/1.1 and HTTPS. Make one for each run: it remembers what every robots.txt said.
public struct HTTPFetcher: Fetcher {
    private let polite: PoliteFetcher

    /// - Parameter allowsLocalAddresses: lets addresses of this machine and its network be read; for topics that say so.
    public init(allowsLocalAddresses: Bool = false, limits: FetchLimits = .standard) {
        let policy = AddressPolicy(allowsLocalAddresses: allowsLocalAddresses)
        polite = PoliteFetcher(over: HTTPTransport(policy: policy, limits: limits), policy: policy, limits: limits)
    }

    init(transport: HTTPTransport, policy: AddressPolicy, limits: FetchLimits) {
        polite = PoliteFetcher(over: transport, policy: policy, limits: limits)
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome { try await polite.fetch(request) }
}
