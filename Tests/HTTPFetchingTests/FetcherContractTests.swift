import Fetching
import Testing

@testable import HTTPFetching

/// What every fetcher keeps, in memory or over the wire.
@Suite("The contract of a fetcher")
struct FetcherContractTests {
    enum Kind: CaseIterable, Sendable { case inMemory, http }

    private static let web: [String: Answer] = [
        "/robots.txt": .page("User-agent: *\nDisallow: /exclusive/", type: "text/plain"),
        "/news": .page("<p>Nouvelles</p>", type: "Text/HTML; charset=Windows-1252", entityTag: "\"v1\""),
        "/exclusive/1": .page("Secret"),
        "/away": Answer(status: 410), "/broken": Answer(status: 500),
        "/moved": .redirect(to: "/moved/again", status: 301), "/moved/again": .redirect(to: "../news", status: 308),
        "/circle": .redirect(to: "/circle/back"), "/circle/back": .redirect(to: "/circle"),
        "/1": .redirect(to: "/2"), "/2": .redirect(to: "/3"), "/3": .redirect(to: "/4"), "/4": .redirect(to: "/5"), "/5": .redirect(to: "/6"),
        "/6": .redirect(to: "/news"), "/nowhere": .redirect(to: "ftp://elsewhere.example/"), "/into": .redirect(to: "/exclusive/1"),
        "/large": .page(String(repeating: "x", count: 4097)), "/fits": .page(String(repeating: "x", count: 4096)), "/empty": .page(""),
    ]

    private struct Bench {
        let fetcher: any Fetcher
        let origin: String
        let requested: () -> [String]
        let stop: () async throws -> Void
    }

    private func bench(_ kind: Kind, policy: AddressPolicy = .anywhere) async throws -> Bench {
        let limits = FetchLimits(body: 4096, time: .seconds(20), interval: .zero)
        switch kind {
        case .inMemory:
            let origin = "http://127.0.0.1:8737"
            let fetcher = InMemoryFetcher(
                Dictionary(uniqueKeysWithValues: Self.web.map { (origin + $0.key, $0.value) }), policy: policy, limits: limits)
            return Bench(
                fetcher: fetcher, origin: origin, requested: { fetcher.requestedAddresses.map { String($0.dropFirst(origin.count)) } }, stop: {})
        case .http:
            let server = try await HostileServer.start(Self.web.mapValues { .answer($0) })
            let fetcher = HTTPFetcher(allowsLocalAddresses: policy.allowsLocalAddresses, limits: limits)
            return Bench(fetcher: fetcher, origin: server.origin, requested: { server.requestedPaths }, stop: { try await server.stop() })
        }
    }

    private func outcome(_ kind: Kind, _ path: String, validators: Validators? = nil) async throws -> Result<FetchOutcome, FetchError> {
        let bench = try await bench(kind)
        let result: Result<FetchOutcome, FetchError>
        do throws(FetchError) {
            result = .success(try await bench.fetcher.fetch(FetchRequest(address: bench.origin + path, validators: validators)))
        } catch {
            // The port differs from run to run.
            result = .failure(error.at(path))
        }
        try await bench.stop()
        return result
    }

    @Test("a page comes with its bytes, type, charset and what to ask next time with", arguments: Kind.allCases)
    func page(kind: Kind) async throws {
        guard case .fetched(let resource) = try await outcome(kind, "/news").get() else { throw Unmet() }
        #expect(resource.body == Array("<p>Nouvelles</p>".utf8))
        #expect(resource.mediaType == "text/html")
        #expect(resource.charset == "Windows-1252")
        #expect(resource.validators == Validators(entityTag: "\"v1\"", lastModified: nil))
        #expect(resource.address == resource.requestedAddress)
    }

    @Test("what has not changed is not sent again", arguments: Kind.allCases)
    func notModified(kind: Kind) async throws {
        #expect(try await outcome(kind, "/news", validators: Validators(entityTag: "\"v1\"", lastModified: nil)).get() == .notModified(freshFor: nil))
        #expect(try await outcome(kind, "/news", validators: Validators(entityTag: "\"v0\"", lastModified: nil)).get() != .notModified(freshFor: nil))
    }

    @Test("redirects are followed, relative ones too, and the final address is told", arguments: Kind.allCases)
    func redirects(kind: Kind) async throws {
        guard case .fetched(let resource) = try await outcome(kind, "/moved").get() else { throw Unmet() }
        #expect(resource.requestedAddress.hasSuffix("/moved"))
        #expect(resource.address.hasSuffix("/news"))
    }

    @Test("five redirects are followed", arguments: Kind.allCases)
    func fiveRedirects(kind: Kind) async throws { _ = try await outcome(kind, "/2").get() }

    @Test(
        "every failure is told as what it is",
        arguments: Kind.allCases,
        [
            ("/circle", FetchError.tooManyRedirects("/circle")), ("/1", .tooManyRedirects("/1")), ("/gone", .status(404, "/gone")),
            ("/away", .gone("/away")), ("/broken", .status(500, "/broken")), ("/large", .tooLarge(limit: 4096, "/large")),
            ("/exclusive/1", .disallowedByRobots("/exclusive/1")), ("/into", .disallowedByRobots("/exclusive/1")),
            ("/nowhere", .badAddress("ftp://elsewhere.example/")),
        ])
    func failures(kind: Kind, expectation: (path: String, error: FetchError)) async throws {
        // The in-memory web holds nothing but its table; a real server answers 404 to the rest.
        if kind == .inMemory, expectation.path == "/gone" { return }
        #expect(try await outcome(kind, expectation.path) == .failure(expectation.error))
    }

    @Test("a body of exactly the limit, and none at all, are fine", arguments: Kind.allCases, ["/fits", "/empty"])
    func edges(kind: Kind, path: String) async throws { _ = try await outcome(kind, path).get() }

    @Test("a forbidden page is never asked for", arguments: Kind.allCases)
    func forbidden(kind: Kind) async throws {
        let bench = try await bench(kind)
        for path in ["/exclusive/1", "/into"] {
            await #expect(throws: FetchError.self) { try await bench.fetcher.fetch(FetchRequest(address: bench.origin + path)) }
        }
        #expect(bench.requested() == ["/robots.txt", "/into"])
        try await bench.stop()
    }

    @Test("a private address is refused before anything is asked", arguments: Kind.allCases)
    func privateAddress(kind: Kind) async throws {
        let bench = try await bench(kind, policy: .publicOnly)
        await #expect(throws: FetchError.privateAddress(bench.origin + "/news")) {
            try await bench.fetcher.fetch(FetchRequest(address: bench.origin + "/news"))
        }
        #expect(bench.requested().isEmpty)
        try await bench.stop()
    }
}

struct Unmet: Error {}

extension FetchError {
    /// The same with `path` for an address on a test's own server.
    func at(_ path: String) -> FetchError {
        func tail(_ address: String) -> String {
            guard address.hasPrefix("http://127.0.0.1:") else { return address }
            return "/" + (address.split(separator: "/", maxSplits: 2).dropFirst(2).first ?? "")
        }
        return switch self {
        case .badAddress(let address): .badAddress(tail(address))
        case .privateAddress(let address): .privateAddress(tail(address))
        case .busy(let status, let seconds, let address): .busy(status, retryAfter: seconds, tail(address))
        case .gone(let address): .gone(tail(address))
        case .resting(let seconds, let failures, let address): .resting(seconds: seconds, failures: failures, tail(address))
        case .blockedPort(let port, let address): .blockedPort(port, tail(address))
        case .disallowedByRobots(let address): .disallowedByRobots(tail(address))
        case .status(let status, let address): .status(status, tail(address))
        case .tooManyRedirects(let address): .tooManyRedirects(tail(address))
        case .tooLarge(let limit, let address): .tooLarge(limit: limit, tail(address))
        case .timedOut(let seconds, let address): .timedOut(seconds: seconds, tail(address))
        case .badEncoding(let address): .badEncoding(tail(address))
        case .unreachable(let address, let why): .unreachable(tail(address), why: why)
        }
    }
}
