import BriefModel
import Synchronization
import Testing

@testable import Fetching

@Suite("Trying again")
struct RetryTests {
    private let address = "http://paper.example/feed"

    /// Answers one after the other, the last for ever; it counts and notes the pauses of who asks.
    private final class Script: Transport {
        let asked = Mutex(0)
        let pauses = Mutex<[Duration]>([])
        private let results: [Result<Answer, FetchError>]

        init(_ results: [Result<Answer, FetchError>]) { self.results = results }

        func answer(to request: FetchRequest) async throws(FetchError) -> Answer {
            if request.address.hasSuffix("/robots.txt") { return Answer(status: 404) }
            let turn = asked.withLock { count in
                count += 1
                return count
            }
            return try results[min(turn, results.count) - 1].get()
        }

        func fetcher(chance: Double = 0.5, limits: FetchLimits = FetchLimits(interval: .zero), clock: Clock? = nil) -> PoliteFetcher {
            let pacing = Pacing(
                now: { .zero }, pause: { duration in self.pauses.withLock { $0.append(duration) } }, chance: { chance }, clock: clock)
            return PoliteFetcher(over: self, policy: .anywhere, limits: limits, pacing: pacing)
        }
    }

    @Test("a server that stumbles once is asked again, after a pause drawn from a bound that doubles")
    func stumble() async throws {
        let script = Script([.success(Answer(status: 503)), .success(Answer(status: 502)), .success(.page("News"))])
        _ = try await script.fetcher(chance: 0.5).fetch(FetchRequest(address: address))
        #expect(script.pauses.withLock { $0 } == [.milliseconds(250), .milliseconds(500)])
    }

    @Test("tries are few: three when the server says it cannot, two when it does not answer", arguments: [500, 503, 429])
    func few(status: Int) async {
        let script = Script([.success(Answer(status: status))])
        await #expect(throws: FetchError.self) { try await script.fetcher().fetch(FetchRequest(address: address)) }
        #expect(script.asked.withLock { $0 } == 3)
        for error in [FetchError.timedOut(seconds: 20, address), .unreachable(address, why: "the server broke the connection off")] {
            let silent = Script([.failure(error)])
            await #expect(throws: error) { try await silent.fetcher().fetch(FetchRequest(address: address)) }
            #expect(silent.asked.withLock { $0 } == 2)
        }
    }

    @Test("what would come out the same is not asked again", arguments: [400, 401, 403, 404, 410])
    func final(status: Int) async {
        let script = Script([.success(Answer(status: status))])
        await #expect(throws: FetchError.self) { try await script.fetcher().fetch(FetchRequest(address: address)) }
        #expect(script.asked.withLock { $0 } == 1)
    }

    @Test("a short Retry-After is waited for, never less, and holds all requests to the host")
    func retryAfter() async throws {
        let busy = Answer(status: 429, fields: ["retry-after": "7"])
        let script = Script([.success(busy), .success(.page("News"))])
        _ = try await script.fetcher(chance: 0.5).fetch(FetchRequest(address: address))
        // First our own pause, then what the host is still owed when time stands still.
        #expect(script.pauses.withLock { $0 } == [.milliseconds(7250), .seconds(7)])
    }

    @Test("a Retry-After may be a date, taken against the server's own clock or ours")
    func retryAfterDate() async throws {
        let fields = ["retry-after": "Fri, 06 Feb 2026 11:00:09 GMT", "date": "Fri, 06 Feb 2026 11:00:00 GMT"]
        let script = Script([.success(Answer(status: 503, fields: fields)), .success(.page("News"))])
        _ = try await script.fetcher(chance: 0).fetch(FetchRequest(address: address))
        #expect(script.pauses.withLock { $0 }.first == .seconds(9))

        let silent = Answer(status: 503, fields: ["retry-after": "Fri, 06 Feb 2026 11:00:09 GMT"])
        let now = try #require(HTTPDate.parse("Fri, 06 Feb 2026 11:00:04 GMT"))
        #expect(silent.retryAfter(now: now) == 5)
        #expect(silent.retryAfter(now: nil) == nil)
    }

    @Test("a long Retry-After is told, not waited for, and the host is left alone meanwhile")
    func longRetryAfter() async {
        let script = Script([.success(Answer(status: 429, fields: ["retry-after": "3600"]))])
        let fetcher = script.fetcher()
        await #expect(throws: FetchError.busy(429, retryAfter: 3600, address)) { try await fetcher.fetch(FetchRequest(address: address)) }
        #expect(script.pauses.withLock { $0 }.isEmpty)
        await #expect(throws: FetchError.resting(seconds: 600, failures: 1, "http://paper.example/other")) {
            try await fetcher.fetch(FetchRequest(address: "http://paper.example/other"))
        }
        #expect(script.asked.withLock { $0 } == 1)
    }

    @Test("a host that fails five times in a row is left alone; others are not")
    func circuit() async throws {
        let script = Script([.success(Answer(status: 500))])
        let fetcher = script.fetcher(limits: FetchLimits(interval: .zero, retry: .never))
        for number in 1...5 {
            await #expect(throws: FetchError.status(500, address + "/\(number)")) {
                try await fetcher.fetch(FetchRequest(address: address + "/\(number)"))
            }
        }
        await #expect(throws: FetchError.resting(seconds: 22, failures: 5, address)) { try await fetcher.fetch(FetchRequest(address: address)) }
        await #expect(throws: FetchError.status(500, "http://other.example/")) {
            try await fetcher.fetch(FetchRequest(address: "http://other.example/"))
        }
        #expect(script.asked.withLock { $0 } == 6)
    }

    @Test("a permanent move is told, a passing one is not", arguments: [(301, true), (308, true), (302, false), (307, false)])
    func moves(status: Int, isForGood: Bool) async throws {
        let web = InMemoryFetcher([
            "http://old.example/feed": .redirect(to: "https://new.example/feed", status: status), "https://new.example/feed": .page("News"),
        ])
        guard case .fetched(let resource) = try await web.fetch(FetchRequest(address: "http://old.example/feed")) else { return }
        #expect(resource.movedTo == (isForGood ? "https://new.example/feed" : nil))
    }

    @Test("the first passing hop ends what is for good")
    func mixedMoves() async throws {
        let web = InMemoryFetcher([
            "http://a.example/": .redirect(to: "http://b.example/", status: 301),
            "http://b.example/": .redirect(to: "http://c.example/", status: 302),
            "http://c.example/": .redirect(to: "http://d.example/", status: 301), "http://d.example/": .page("News"),
        ])
        guard case .fetched(let resource) = try await web.fetch(FetchRequest(address: "http://a.example/")) else { return }
        #expect(resource.movedTo == "http://b.example/")
        #expect(resource.address == "http://d.example/")
    }

    @Test("robots.txt is asked for again after a day, and sooner when it could not be read")
    func lifetimeOfRules() async throws {
        for (status, seconds, asks) in [(200, 86_399, 1), (200, 86_401, 2), (503, 599, 1), (503, 601, 2)] {
            let time = Mutex(Duration.zero)
            let asked = Mutex(0)
            let site = Site { address in
                guard address.hasSuffix("/robots.txt") else { return .page("News") }
                asked.withLock { $0 += 1 }
                return Answer(status: status)
            }
            let fetcher = PoliteFetcher(
                over: site, policy: .anywhere, limits: FetchLimits(retry: .never), pacing: Pacing(now: { time.withLock { $0 } }, pause: { _ in }))
            _ = try? await fetcher.fetch(FetchRequest(address: "http://paper.example/1"))
            time.withLock { $0 = .seconds(seconds) }
            _ = try? await fetcher.fetch(FetchRequest(address: "http://paper.example/2"))
            #expect(asked.withLock { $0 } == asks)
        }
    }

    private struct Site: Transport {
        let respond: @Sendable (String) -> Answer
        func answer(to request: FetchRequest) async throws(FetchError) -> Answer { respond(request.address) }
    }
}

@Suite("A circuit")
struct CircuitTests {
    private let policy = CircuitPolicy(failures: 3, firstRest: .seconds(30), longestRest: .seconds(100))

    private func opened() -> Circuit {
        var circuit = Circuit()
        for _ in 1...3 { circuit.finish(.failed, at: .zero, chance: 1, policy: policy) }
        return circuit
    }

    @Test("one answer closes it again, whatever failed before")
    func success() {
        var circuit = Circuit()
        circuit.finish(.failed, at: .zero, chance: 1, policy: policy)
        circuit.finish(.failed, at: .zero, chance: 1, policy: policy)
        circuit.finish(.answered, at: .zero, chance: 1, policy: policy)
        circuit.finish(.failed, at: .zero, chance: 1, policy: policy)
        #expect(circuit.state == .closed)
        #expect(circuit.failuresInARow == 1)
    }

    @Test("after its rest one request is let through, and the others wait for it")
    func halfOpen() {
        var circuit = opened()
        #expect(circuit.admit(at: .seconds(29)) == .seconds(1))
        #expect(circuit.admit(at: .seconds(30)) == nil)
        #expect(circuit.admit(at: .seconds(30)) != nil)
        circuit.finish(.answered, at: .seconds(31), chance: 1, policy: policy)
        #expect(circuit.state == .closed)
    }

    @Test("each time the host has not come back the rest doubles, up to a bound")
    func doubles() {
        var circuit = opened()
        var now = Duration.seconds(30)
        for rest in [60, 100, 100] {
            #expect(circuit.admit(at: now) == nil)
            circuit.finish(.failed, at: now, chance: 1, policy: policy)
            #expect(circuit.rest(at: now) == .seconds(rest))
            now += .seconds(rest)
        }
    }

    @Test("a request that was cut off says nothing, and the next may try")
    func unknown() {
        var circuit = opened()
        #expect(circuit.admit(at: .seconds(30)) == nil)
        circuit.finish(.unknown, at: .seconds(31), chance: 1, policy: policy)
        #expect(circuit.admit(at: .seconds(31)) == nil)
    }
}

@Suite("What servers say of time")
struct FreshnessTests {
    @Test(
        "a date in any of HTTP's three forms",
        arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
    func dates(text: String) { #expect(HTTPDate.parse(text)?.description == "1994-11-06T08:49:37Z") }

    @Test("what is no date is none", arguments: ["", "0", "-1", "tomorrow", "Sun, 31 Feb 2026 08:49:37 GMT", "Sun, 06 Nov 1994 25:00:00 GMT"])
    func noDates(text: String) { #expect(HTTPDate.parse(text) == nil) }

    @Test(
        "how long an answer holds",
        arguments: [
            (["cache-control": "public, max-age=600"], 600), (["cache-control": "max-age=600", "age": "200"], 400),
            (["cache-control": "MAX-AGE=\"60\""], 60), (["cache-control": "no-cache, max-age=600"], 0), (["cache-control": "no-store"], 0),
            (["expires": "0"], 0), (["expires": "Sun, 06 Nov 1994 08:59:37 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT"], 600),
            (["cache-control": "max-age=99999999999999999999"], Int(Int32.max)), (["cache-control": "private"], nil), ([:], nil),
        ])
    func freshness(fields: [String: String], seconds: Int?) { #expect(Answer(status: 200, fields: fields).freshFor == seconds) }

    @Test("a Retry-After that is no number and no date asks for nothing", arguments: ["", "soon", "-5", "1.5"])
    func noRetryAfter(text: String) {
        #expect(Answer(status: 503, fields: ["retry-after": text]).retryAfter(now: Timestamp(secondsSince1970: 0)) == nil)
    }
}
