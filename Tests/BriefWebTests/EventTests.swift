import Access
import BriefModel
import NIOCore
import Storage
import Synchronization
import Testing

@testable import BriefWeb

/// What a page hears while it is open, over loopback.
@Suite("News", .timeLimit(.minutes(10))) struct EventTests {
    private static let first = EditionMark(topic: "chips", asOf: Timestamp(day: SampleSite.day), number: 1)
    private static let second = EditionMark(topic: "chips", asOf: Timestamp(day: SampleSite.day.adding(days: 1)), number: 2)
    private static let quick = EventStreams.Pace(look: .milliseconds(20), heartbeat: .milliseconds(200))

    private static func content(_ streams: EventStreams) throws -> SiteContent {
        var content = try SampleSite.content()
        content.streams = streams
        return content
    }

    /// Reads a stream until it said all of this.
    private func hear(_ words: [String], at path: String, port: Int, then: @Sendable () async -> Void = {}) async throws -> String {
        let channel = try await RawExchange.connect(port, saying: ["GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        return try await channel.executeThenClose { inbound, _ in
            var heard = "", said = false
            for try await bytes in inbound {
                heard += String(buffer: bytes)
                if !said, heard.contains("retry:") {
                    said = true
                    await then()
                }
                if words.allSatisfy(heard.contains) { break }
            }
            return heard
        }
    }

    @Test("a stream says how things stand, then what is new, whoever wrote it, and is kept open meanwhile") func editions() async throws {
        let held = Mutex([Self.first])
        let streams = EventStreams(pace: Self.quick) { held.withLock { $0 } }
        let heard = try await RawExchange.serving(Self.content(streams), limits: ServingLimits()) { port in
            try await hear(["2026-02-16T00:00:00Z", "2026-02-17T00:00:00Z", ":\n\n"], at: "/events?topic=chips", port: port) {
                // Another process writes.
                try? await Task.sleep(for: .milliseconds(60))
                held.withLock { $0 = [Self.second] }
            }
        }
        #expect(heard.contains("Content-Type: text/event-stream") || heard.contains("content-type: text/event-stream"))
        #expect(heard.contains("event: edition\ndata: {\"asOf\":\"2026-02-17T00:00:00Z\",\"topic\":\"chips\"}\n\n"))
    }

    @Test("nobody looks at the library while nobody watches") func silence() async throws {
        let looks = Mutex(0)
        let streams = EventStreams(pace: Self.quick) {
            looks.withLock { $0 += 1 }
            return [Self.first]
        }
        let stream = try #require(await streams.open(topic: nil))
        for await bytes in stream.messages where String(decoding: bytes, as: UTF8.self).contains("edition") { break }
        await streams.close(stream.id)
        let before = looks.withLock { $0 }
        try await Task.sleep(for: .milliseconds(120))
        // One look may have been under way.
        #expect(before > 0 && looks.withLock { $0 } <= before + 1)
        #expect(await streams.count == 0)
    }

    @Test("who comes later is told at once how things stand") func later() async throws {
        let streams = EventStreams(pace: .init(look: .seconds(600))) { [Self.first] }
        let one = try #require(await streams.open(topic: nil))
        for await bytes in one.messages where String(decoding: bytes, as: UTF8.self).contains("edition") { break }
        await streams.tell(.work(topic: "chips", .reading(done: 3, total: 9)))
        let two = try #require(await streams.open(topic: "chips"))
        await streams.close(two.id)
        var heard = ""
        for await bytes in two.messages { heard += String(decoding: bytes, as: UTF8.self) }
        #expect(heard.contains("event: edition") && heard.contains("\"done\":3") && heard.contains("Reading the sources: 3 of 9."))
        await streams.close(one.id)
    }

    @Test("who comes after their own work has ended is told that it has; the work of topics is over then") func ended() async throws {
        let streams = EventStreams(pace: .init(look: .seconds(600))) { [] }
        for topic in [EventStreams.own + "round", "chips"] {
            await streams.tell(.work(topic: topic, .checking(done: 1, total: 2)))
            await streams.tell(.work(topic: topic, .checked))
        }
        var heard: [String] = []
        for topic in [EventStreams.own + "round", "chips"] {
            let stream = try #require(await streams.open(topic: topic))
            await streams.close(stream.id)
            var said = ""
            for await bytes in stream.messages { said += String(decoding: bytes, as: UTF8.self) }
            heard.append(said)
        }
        #expect(heard[0].contains("\"end\":true") && !heard[1].contains("event: work"))
        for number in 0..<100 { await streams.tell(.work(topic: EventStreams.own + "\(number)", .checked)) }
        #expect(await streams.known(EventStreams.own + "round") == nil, "the oldest are forgotten")
    }

    @Test("each hears of the topic it watches, and what is somebody's own nobody else hears") func topics() async throws {
        let streams = EventStreams(pace: .init(look: .seconds(600))) { [] }
        let all = try #require(await streams.open(topic: nil)), one = try #require(await streams.open(topic: "chips"))
        let own = try #require(await streams.open(topic: "own/x"))
        await streams.tell(.work(topic: "own/x", .checking(done: 1, total: 2)))
        await streams.tell(.work(topic: "crisps", .writing))
        await streams.tell(.work(topic: "chips", .failed("No.")))
        var heard: [String] = []
        for stream in [all, one, own] {
            await streams.close(stream.id)
            var text = ""
            for await bytes in stream.messages { text += String(decoding: bytes, as: UTF8.self) }
            heard.append(text)
        }
        #expect(heard[0].contains("crisps") && heard[0].contains("chips") && !heard[0].contains("own/"))
        #expect(heard[1].contains("chips") && !heard[1].contains("crisps") && heard[2].contains("1 of 2 lines") && !heard[2].contains("chips"))
    }

    @Test("there are only so many streams") func most() async throws {
        let streams = EventStreams(pace: .init(most: 1)) { [] }
        let first = await streams.open(topic: nil)
        #expect(first != nil)
        #expect(await streams.open(topic: nil) == nil)
        await streams.close(first?.id ?? 0)
        #expect(await streams.open(topic: nil) != nil)
    }

    @Test("a stream whose reader goes is no more") func gone() async throws {
        let streams = EventStreams(pace: .init(look: .seconds(600))) { [] }
        _ = try await RawExchange.serving(Self.content(streams), limits: ServingLimits()) { port in
            let heard = try await hear(["retry"], at: "/events", port: port)
            while await streams.count > 0 { try await Task.sleep(for: .milliseconds(10)) }
            return heard
        }
        #expect(await streams.count == 0)
    }

    @Test("a stream ends with what let its reader in, and is heard no longer from then on", arguments: ["left", "removed", "idle", "revoked"])
    func ended(how: String) async throws {
        let clock = TestClock(), store = InMemoryAccess(), ann = try #require(UserName("ann")), rob = try #require(UserName("rob"))
        let keeper = Doorkeeper(store: store, clock: clock.clock, cost: .init(rounds: 4))
        try await keeper.add("ann", role: .admin, password: StaffedSite.password, by: .machine)
        try await keeper.add("rob", role: .reader, password: StaffedSite.password, by: .machine)
        let session = try await keeper.signIn("rob", password: StaffedSite.password, from: "here")
        let token = try await keeper.addToken("t", scopes: [.read], days: 9, for: ann, by: .machine)
        let pass = how == "revoked" ? "Authorization: Bearer \(token.text)" : "Cookie: bigpicture=\(session.text)"
        let streams = EventStreams(pace: .init(look: .milliseconds(20), heartbeat: .milliseconds(20))) { [] }
        let access = SiteAccess(isOpenWithoutUsers: false, clock: clock.clock) { keeper }
        let heard = try await RawExchange.serving(Self.content(streams), limits: ServingLimits(), access: access) { port in
            let channel = try await RawExchange.connect(port, saying: ["GET /events HTTP/1.1\r\nHost: localhost\r\n\(pass)\r\n\r\n"])
            return try await channel.executeThenClose { inbound, _ in
                var heard = "", isOver = false
                for try await bytes in inbound {
                    heard += String(buffer: bytes)
                    if heard.hasSuffix("0\r\n\r\n") { break }
                    guard !isOver, heard.contains(":\n\n") else { continue }
                    isOver = true
                    switch how {
                    case "left": try await keeper.signOut(session, from: "here")
                    case "removed": try await keeper.remove(rob, by: .machine)
                    case "revoked": try await keeper.revokeToken(try #require(store.tokens(of: ann).first).id, of: ann, by: .machine)
                    default: clock.pass(Doorkeeper.idleSession)
                    }
                    clock.pass(6)
                    await streams.tell(.edition(topic: "secret", asOf: Timestamp(secondsSince1970: 0)))
                }
                return heard
            }
        }
        #expect(heard.contains("200 OK") && heard.hasSuffix("0\r\n\r\n") && !heard.contains("secret"))
    }

    @Test("a page says which edition it shows, where it hears of others, and its policy lets it") func page() async throws {
        let streams = EventStreams { [] }
        let heard = try await RawExchange.serving(Self.content(streams), limits: ServingLimits()) { port in
            try await hear(["</html>"], at: "/briefs/chips", port: port)
        }
        #expect(heard.contains("data-events=\"/events?topic=chips\" data-editions=\"chips=2026-02-16T00:00:00Z\""))
        #expect(heard.contains("<p id=\"news\" role=\"status\" aria-live=\"polite\"></p>") && heard.contains("connect-src 'self'"))
    }
}
