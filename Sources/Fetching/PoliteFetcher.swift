import BriefModel

/// A fetcher over any transport: it judges each address, asks robots.txt first, follows redirects by hand, and waits its turn.
/// What robots.txt said is kept for the fetcher's life, so make one for each run.
public struct PoliteFetcher: Fetcher {
    private let transport: any Transport
    private let policy: AddressPolicy
    private let limits: FetchLimits
    private let gate: HostGate
    private let robots = RobotsLedger()

    public init(over transport: any Transport, policy: AddressPolicy, limits: FetchLimits = .standard, pacing: Pacing = .system) {
        self.transport = transport
        self.policy = policy
        self.limits = limits
        gate = HostGate(limits: limits, pacing: pacing)
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome {
        guard let start = WebAddress(request.address) else { throw .badAddress(request.address) }
        let (answer, address) = try await follow(from: start, validators: request.validators, asksRobots: true)
        switch answer.status {
        case 200..<300:
            let type = ContentType(field: answer.fields["content-type"])
            return .fetched(
                Resource(
                    requestedAddress: request.address, address: address.description, mediaType: type.mediaType, charset: type.charset,
                    body: answer.body, validators: answer.validators))
        case 304 where request.validators != nil: return .notModified
        default: throw .status(answer.status, request.address)
        }
    }

    /// Goes where the server sends us, judging every hop like the first.
    private func follow(
        from start: WebAddress, validators: Validators?, asksRobots: Bool
    ) async throws(FetchError) -> (Answer, WebAddress) {
        var address = start
        var seen: Set<WebAddress> = [start]
        while true {
            let answer = try await ask(address, validators: validators, asksRobots: asksRobots)
            guard let target = answer.redirectTarget else { return (answer, address) }
            guard let next = address.resolving(target) else { throw .badAddress(target) }
            guard seen.count <= limits.redirects, seen.insert(next).inserted else { throw .tooManyRedirects(start.description) }
            address = next
        }
    }

    private func ask(_ address: WebAddress, validators: Validators?, asksRobots: Bool) async throws(FetchError) -> Answer {
        guard policy.allows(host: address.host) else { throw .privateAddress(address.description) }
        var crawlDelay: Duration?
        if asksRobots {
            let rules = try await rules(for: address)
            guard rules.allows(path: address.pathAndQuery) else { throw .disallowedByRobots(address.description) }
            crawlDelay = rules.crawlDelay.map { .seconds($0) }
        }
        let isLoopback = AddressPolicy.isLoopback(address.host)
        await gate.enter(address.host, isLoopback: isLoopback, crawlDelay: crawlDelay)
        let result: Result<Answer, FetchError>
        do throws(FetchError) {
            result = .success(try await transport.answer(to: FetchRequest(address: address.description, validators: validators)))
        } catch {
            result = .failure(error)
        }
        await gate.leave(address.host, isLoopback: isLoopback)
        return try result.get()
    }

    private func rules(for address: WebAddress) async throws(FetchError) -> RobotsRules {
        let ruling = await robots.ruling(on: address.origin) {
            guard let file = address.resolving("/robots.txt") else { return .rules(.allowAll) }
            do throws(FetchError) {
                let (answer, _) = try await follow(from: file, validators: nil, asksRobots: false)
                return RobotsLedger.Ruling(answer: answer)
            } catch {
                return RobotsLedger.Ruling(failure: error)
            }
        }
        switch ruling {
        case .rules(let rules): return rules
        case .closed(let why): throw why.closing(address.description)
        }
    }
}
