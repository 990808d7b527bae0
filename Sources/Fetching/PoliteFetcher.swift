import BriefModel

/// A fetcher over any transport: it judges each address, asks robots.txt first, follows redirects by hand, waits its turn, tries again
/// what may come right, and leaves alone what keeps failing. It remembers hosts and their rules, so keep one for as long as you read.
public struct PoliteFetcher: Fetcher, FormSender {
    private let transport: any Transport
    private let policy: AddressPolicy
    private let limits: FetchLimits
    private let pacing: Pacing
    private let gate: HostGate
    private let robots: RobotsLedger

    public init(over transport: any Transport, policy: AddressPolicy, limits: FetchLimits = .standard, pacing: Pacing = .system()) {
        self.transport = transport
        self.policy = policy
        self.limits = limits
        self.pacing = pacing
        gate = HostGate(limits: limits, pacing: pacing)
        robots = RobotsLedger(pacing: pacing)
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome {
        guard let start = WebAddress(request.address) else { throw .badAddress(request.address) }
        let trail = try await follow(from: start, validators: request.validators, asksRobots: request.asksRobots)
        let answer = trail.answer
        switch answer.status {
        case 200..<300:
            let type = ContentType(field: answer.fields["content-type"])
            return .fetched(
                Resource(
                    requestedAddress: request.address, address: trail.address.description, mediaType: type.mediaType, charset: type.charset,
                    body: answer.body, validators: answer.validators, freshFor: answer.freshFor, movedTo: trail.movedTo?.description,
                    fields: answer.fields.filter { Self.keptFields.contains($0.key) },
                    siteLicence: request.asksRobots ? try await rules(for: trail.address).license.flatMap { trail.address.resolving($0)?.text } : nil)
            )
        case 304 where request.validators != nil: return .notModified(freshFor: answer.freshFor)
        case 410: throw .gone(request.address)
        default: throw answer.trouble(at: request.address, now: pacing.clock?.now()) ?? .status(answer.status, request.address)
        }
    }

    /// Fields that readers use: links to hubs and licences, and wishes about use.
    private static let keptFields: Set = ["link", "x-robots-tag", "tdm-reservation", "tdm-policy", "content-location", "content-language"]

    public func send(_ fields: [FormField], to address: String) async throws(FetchError) -> Int {
        guard let place = WebAddress(address) else { throw .badAddress(address) }
        try judge(place)
        return try await exchange(FetchRequest(address: place.description, form: fields.encoded), host: place.host, crawlDelay: nil).get().status
    }

    public func siteRules(for address: String) async throws(FetchError) -> RobotsRules {
        guard let address = WebAddress(address) else { throw .badAddress(address) }
        return try await rules(for: address)
    }

    private struct Trail: Sendable {
        var answer: Answer
        /// Where the answer came from.
        var address: WebAddress
        /// As far as every redirect so far said "for good" (RFC 9110, 15.4.2 and 15.4.9).
        var movedTo: WebAddress?
    }

    /// Goes where the server sends us, judging every hop like the first.
    private func follow(from start: WebAddress, validators: Validators?, asksRobots: Bool) async throws(FetchError) -> Trail {
        var address = start
        var movedTo: WebAddress?
        var isForGood = true
        var seen: Set<WebAddress> = [start]
        while true {
            let answer = try await ask(address, validators: validators, asksRobots: asksRobots)
            guard let target = answer.redirectTarget else { return Trail(answer: answer, address: address, movedTo: movedTo) }
            guard let next = address.resolving(target) else { throw .badAddress(target) }
            guard seen.count <= limits.redirects, seen.insert(next).inserted else { throw .tooManyRedirects(start.description) }
            isForGood = isForGood && (answer.status == 301 || answer.status == 308)
            if isForGood { movedTo = next }
            address = next
        }
    }

    private func ask(_ address: WebAddress, validators: Validators?, asksRobots: Bool) async throws(FetchError) -> Answer {
        try judge(address)
        var crawlDelay: Duration?
        if asksRobots {
            let rules = try await rules(for: address)
            guard rules.allows(path: address.pathAndQuery) else { throw .disallowedByRobots(address.description) }
            crawlDelay = rules.crawlDelay.map { .seconds($0) }
        }
        let request = FetchRequest(address: address.description, validators: validators)
        for attempt in 1... {
            let result = try await exchange(request, host: address.host, crawlDelay: crawlDelay)
            let trouble: FetchError?
            switch result {
            case .success(let answer): trouble = answer.trouble(at: request.address, now: pacing.clock?.now())
            case .failure(let error): trouble = error
            }
            guard let trouble, let pause = limits.retry.pause(after: trouble, attempt: attempt, chance: pacing.chance()) else {
                return try result.get()
            }
            await pacing.pause(pause)
            if Task.isCancelled { return try result.get() }
        }
        throw .unreachable(request.address, why: "it was tried too often")
    }

    private func judge(_ address: WebAddress) throws(FetchError) {
        guard policy.allows(host: address.host) else { throw .privateAddress(address.description) }
        guard policy.allows(port: address.port) else { throw .blockedPort(address.port, address.description) }
    }

    /// One request in its turn.
    /// - Throws: when its host is left alone.
    private func exchange(_ request: FetchRequest, host: String, crawlDelay: Duration?) async throws(FetchError) -> Result<Answer, FetchError> {
        let isLoopback = AddressPolicy.isLoopback(host)
        if let rest = await gate.enter(host, isLoopback: isLoopback, crawlDelay: crawlDelay) {
            throw .resting(seconds: max(1, Int(clamping: rest.duration.components.seconds)), failures: rest.failures, request.address)
        }
        let result: Result<Answer, FetchError>
        do throws(FetchError) {
            result = .success(try await transport.answer(to: request))
        } catch {
            result = .failure(error)
        }
        let (outcome, hold) = judgement(of: result, for: request.address)
        await gate.leave(host, isLoopback: isLoopback, outcome: outcome, hold: hold)
        return result
    }

    /// What an answer says of its host.
    private func judgement(of result: Result<Answer, FetchError>, for address: String) -> (Circuit.Outcome, hold: Duration?) {
        if Task.isCancelled { return (.unknown, nil) }
        switch result {
        case .success(let answer):
            switch answer.trouble(at: address, now: pacing.clock?.now()) {
            case .busy(_, let seconds?, _):
                return .seconds(seconds) <= limits.retry.longestWait ? (.failed, .seconds(seconds)) : (.askedToWait(.seconds(seconds)), nil)
            case .some: return (.failed, nil)
            case nil: return (.answered, nil)
            }
        case .failure(.timedOut), .failure(.unreachable): return (.failed, nil)
        case .failure(.privateAddress), .failure(.badAddress): return (.unknown, nil)
        case .failure: return (.answered, nil)
        }
    }

    private func rules(for address: WebAddress) async throws(FetchError) -> RobotsRules {
        let ruling = await robots.ruling(on: address.origin) {
            guard let file = address.resolving("/robots.txt") else { return .rules(.allowAll) }
            do throws(FetchError) {
                return RobotsLedger.Ruling(answer: try await follow(from: file, validators: nil, asksRobots: false).answer)
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
