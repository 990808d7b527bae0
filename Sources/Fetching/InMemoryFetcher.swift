import Synchronization

/// The in-memory twin: the web as a table. It keeps every rule a real fetcher keeps (robots.txt, redirects, private addresses, limits),
/// counts what is asked, and fails loudly for an address its test did not expect.
public struct InMemoryFetcher: Fetcher, FormSender {
    private let web: InMemoryWeb
    private let polite: PoliteFetcher

    /// - Parameters:
    ///   - answers: by absolute address. A host without `/robots.txt` here has none.
    ///   - failures: addresses that cannot be had.
    public init(
        _ answers: [String: Answer], failures: [String: FetchError] = [:], policy: AddressPolicy = .anywhere, limits: FetchLimits = .standard
    ) {
        web = InMemoryWeb(answers: answers, failures: failures, bodyLimit: limits.body)
        polite = PoliteFetcher(over: web, policy: policy, limits: limits, pacing: .none)
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome { try await polite.fetch(request) }

    public func siteRules(for address: String) async throws(FetchError) -> RobotsRules { try await polite.siteRules(for: address) }

    public func send(_ fields: [FormField], to address: String) async throws(FetchError) -> Int { try await polite.send(fields, to: address) }

    /// The forms that were sent, encoded, by address.
    public var sentForms: [String: String] { web.sent.withLock { $0 } }

    /// Every address asked for, in order, `/robots.txt` among them.
    public var requestedAddresses: [String] { web.requested.withLock { $0 } }

    /// Those the table does not hold.
    public var unexpectedAddresses: [String] { requestedAddresses.filter { !web.knows($0) } }
}

extension Pacing {
    /// Time stands still and nothing waits.
    public static let none = Pacing(now: { .zero }, pause: { _ in }, chance: { 0.5 })
}

private final class InMemoryWeb: Transport {
    let requested = Mutex<[String]>([])
    let sent = Mutex<[String: String]>([:])
    private let answers: [String: Answer]
    private let failures: [String: FetchError]
    private let bodyLimit: Int

    init(answers: [String: Answer], failures: [String: FetchError], bodyLimit: Int) {
        self.answers = answers
        self.failures = failures
        self.bodyLimit = bodyLimit
    }

    func knows(_ address: String) -> Bool { answers[address] != nil || failures[address] != nil || Self.isRobots(address) }

    func answer(to request: FetchRequest) async throws(FetchError) -> Answer {
        let address = request.address
        requested.withLock { $0.append(address) }
        if let form = request.form { sent.withLock { $0[address] = form } }
        if let failure = failures[address] { throw failure }
        guard let answer = answers[address] else {
            if Self.isRobots(address) { return Answer(status: 404) }
            throw .unreachable(address, why: "not among the \(answers.count) addresses of the in-memory web")
        }
        guard answer.body.count <= bodyLimit else { throw .tooLarge(limit: bodyLimit, address) }
        return answer.isStillCurrent(for: request.validators) ? Answer(status: 304) : answer
    }

    private static func isRobots(_ address: String) -> Bool { address.hasSuffix("/robots.txt") }
}

extension Answer {
    /// A server's side of a conditional request (RFC 9110, 13.2.2): the entity tag decides where there is one.
    func isStillCurrent(for validators: Validators?) -> Bool {
        guard let validators, status == 200 else { return false }
        if let entityTag = validators.entityTag { return entityTag == fields["etag"] }
        return validators.lastModified != nil && validators.lastModified == fields["last-modified"]
    }

    /// A page as most servers send it.
    public static func page(_ text: String, type: String = "text/html; charset=utf-8", entityTag: String? = nil) -> Answer {
        var fields = ["content-type": type]
        fields["etag"] = entityTag
        return Answer(status: 200, fields: fields, body: Array(text.utf8))
    }

    public static func redirect(to address: String, status: Int = 302) -> Answer { Answer(status: status, fields: ["location": address]) }
}
