import Synchronization
import Testing

@testable import Fetching

@Suite("A fetcher's manners")
struct PoliteFetcherTests {
    private let page = Answer.page("<p>News</p>")

    @Test("a page robots.txt forbids is never requested, and its neighbours are")
    func forbidden() async throws {
        let fetcher = InMemoryFetcher([
            "http://paper.example/robots.txt": .page("User-agent: *\nDisallow: /exclusive/"), "http://paper.example/exclusive/1": page,
            "http://paper.example/2": page,
        ])
        await #expect(throws: FetchError.disallowedByRobots("http://paper.example/exclusive/1")) {
            try await fetcher.fetch(FetchRequest(address: "http://paper.example/exclusive/1"))
        }
        _ = try await fetcher.fetch(FetchRequest(address: "http://paper.example/2"))
        #expect(fetcher.requestedAddresses == ["http://paper.example/robots.txt", "http://paper.example/2"])
    }

    @Test("a redirect does not lead around robots.txt")
    func redirectIntoForbidden() async {
        let fetcher = InMemoryFetcher([
            "http://paper.example/robots.txt": .page("User-agent: *\nDisallow: /exclusive/"),
            "http://short.example/x": .redirect(to: "http://paper.example/exclusive/1"),
        ])
        await #expect(throws: FetchError.disallowedByRobots("http://paper.example/exclusive/1")) {
            try await fetcher.fetch(FetchRequest(address: "http://short.example/x"))
        }
        #expect(!fetcher.requestedAddresses.contains("http://paper.example/exclusive/1"))
    }

    @Test("robots.txt is asked for once per origin, however many pages wait for it")
    func askedOnce() async {
        let addresses = (0..<30).map { "http://\($0 % 2 == 0 ? "one" : "two").example/\($0)" }
        let fetcher = InMemoryFetcher(Dictionary(uniqueKeysWithValues: addresses.map { ($0, page) }))
        await withTaskGroup(of: Void.self) { group in
            for address in addresses { group.addTask { _ = try? await fetcher.fetch(FetchRequest(address: address)) } }
        }
        #expect(fetcher.requestedAddresses.count { $0.hasSuffix("/robots.txt") } == 2)
        #expect(fetcher.requestedAddresses.count == 32)
    }

    @Test("a robots.txt the server will not show (4xx) asks nothing of us", arguments: [401, 403, 404, 410])
    func hiddenRules(status: Int) async throws {
        let fetcher = InMemoryFetcher(["http://paper.example/robots.txt": Answer(status: status), "http://paper.example/": page])
        _ = try await fetcher.fetch(FetchRequest(address: "http://paper.example/"))
    }

    @Test("a robots.txt that cannot be read leaves the host alone", arguments: [500, 503])
    func brokenRules(status: Int) async {
        let fetcher = InMemoryFetcher(["http://paper.example/robots.txt": Answer(status: status), "http://paper.example/": page])
        await #expect {
            try await fetcher.fetch(FetchRequest(address: "http://paper.example/"))
        } throws: { "\($0)".contains("robots.txt cannot be read (the server answered \(status))") }
        #expect(Set(fetcher.requestedAddresses) == ["http://paper.example/robots.txt"])
    }

    @Test("a host that is away is told as such, not as a matter of robots.txt")
    func hostAway() async {
        let robots = "http://paper.example/robots.txt"
        let fetcher = InMemoryFetcher([:], failures: [robots: .unreachable(robots, why: "nothing answers there")])
        await #expect(throws: FetchError.unreachable("http://paper.example/", why: "nothing answers there")) {
            try await fetcher.fetch(FetchRequest(address: "http://paper.example/"))
        }
    }

    @Test(
        "a public page cannot send us into a private network",
        arguments: ["http://169.254.169.254/latest/meta-data/", "http://localhost/", "http://[::1]:8080/", "//0x7f.1/", "http://intranet/"])
    func privateRedirect(target: String) async {
        let fetcher = InMemoryFetcher(["http://paper.example/": .redirect(to: target)], policy: .publicOnly)
        await #expect {
            try await fetcher.fetch(FetchRequest(address: "http://paper.example/"))
        } throws: { if case FetchError.privateAddress = $0 { true } else { false } }
        #expect(fetcher.unexpectedAddresses.isEmpty)
    }

    @Test("a port that belongs to another service is refused, wherever it is", arguments: [22, 25, 6667, 10_080])
    func blockedPort(port: Int) async {
        let address = "http://paper.example:\(port)/"
        let fetcher = InMemoryFetcher([address: page], policy: .anywhere)
        await #expect(throws: FetchError.blockedPort(port, address)) { try await fetcher.fetch(FetchRequest(address: address)) }
        #expect(fetcher.requestedAddresses.isEmpty)
    }

    @Test("an address that is none of the web is refused", arguments: ["ftp://paper.example/", "file:///etc/passwd", "news", ""])
    func badAddress(text: String) async {
        await #expect(throws: FetchError.badAddress(text)) { try await InMemoryFetcher([:]).fetch(FetchRequest(address: text)) }
    }

    @Test("an address a test did not expect fails and is named")
    func unexpected() async {
        let fetcher = InMemoryFetcher([:])
        await #expect(throws: FetchError.self) { try await fetcher.fetch(FetchRequest(address: "http://paper.example/")) }
        #expect(Set(fetcher.unexpectedAddresses) == ["http://paper.example/"])
    }

    @Test("no more than four requests at a time go to one host and eight in all; loopback is not held back")
    func turns() async {
        let crowd = Crowd()
        let fetcher = PoliteFetcher(over: crowd, policy: .anywhere, limits: FetchLimits(interval: .zero), pacing: .none)
        let addresses = (0..<60).map { "http://\(["a", "b", "c"][$0 % 3]).example/\($0)" } + (0..<40).map { "http://127.0.0.1:81/\($0)" }
        await withTaskGroup(of: Void.self) { group in
            for address in addresses { group.addTask { _ = try? await fetcher.fetch(FetchRequest(address: address)) } }
        }
        let most = crowd.most.withLock { $0 }
        #expect(most["a.example"] == 4)
        #expect(most["public"] == 8)
        #expect(most["127.0.0.1"] == 16)
        #expect(crowd.served.withLock { $0 } == 100)
    }

    @Test("requests to one host start apart by the pause its publisher asks for, up to our own limit")
    func pauses() async throws {
        for (asked, kept) in [("0.01", Duration.milliseconds(100)), ("3", .seconds(3)), ("86400", .seconds(10))] {
            let pauses = Mutex<[Duration]>([])
            let pacing = Pacing(now: { .zero }, pause: { duration in pauses.withLock { $0.append(duration) } })
            let fetcher = PoliteFetcher(over: Crowd(robots: "User-agent: *\nCrawl-delay: \(asked)"), policy: .anywhere, pacing: pacing)
            _ = try await fetcher.fetch(FetchRequest(address: "http://paper.example/1"))
            _ = try await fetcher.fetch(FetchRequest(address: "http://paper.example/2"))
            // Time stands still here, so the second page's pause counts from the first's start, which itself followed robots.txt.
            #expect(pauses.withLock { $0 } == [.milliseconds(100), .milliseconds(100) + kept])
        }
    }
}

/// A web where every page exists, that counts how many are asked for at the same time.
private final class Crowd: Transport {
    let most = Mutex<[String: Int]>([:])
    let served = Mutex(0)
    private let running = Mutex<[String: Int]>([:])
    private let robots: String?

    init(robots: String? = nil) { self.robots = robots }

    /// As many as may be have been here at once.
    private func isFull(_ host: String) -> Bool {
        most.withLock { host == "127.0.0.1" ? $0[host] ?? 0 >= 16 : $0[host] ?? 0 >= 4 && $0["public"] ?? 0 >= 8 }
    }

    func answer(to request: FetchRequest) async throws(FetchError) -> Answer {
        if request.address.hasSuffix("/robots.txt") { return robots.map { .page($0) } ?? Answer(status: 404) }
        let host = String(request.address.split(separator: "/")[1].split(separator: ":")[0])
        let names = host == "127.0.0.1" ? [host] : [host, "public"]
        for name in names {
            let now = running.withLock { counts in
                counts[name, default: 0] += 1
                return counts[name] ?? 0
            }
            most.withLock { $0[name] = max($0[name] ?? 0, now) }
        }
        // Others come meanwhile; of a busy machine they take their time.
        for turn in 0..<5_000 where turn < 50 || !isFull(host) { await Task.yield() }
        for name in names { running.withLock { $0[name, default: 0] -= 1 } }
        served.withLock { $0 += 1 }
        return .page("News")
    }
}
