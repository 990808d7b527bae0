import BriefModel
import BriefRendering
import BriefWeb
import NIOCore
import Storage
import Synchronization
import Testing

/// Connections that want to wear the site down, over loopback, with limits short enough to be met.
@Suite("A site that is worn at", .timeLimit(.minutes(10))) struct WornDownTests {
    private static let short = ServingLimits(
        headTime: .milliseconds(300), bodyTime: .milliseconds(300), stallTime: .milliseconds(200), lingerTime: .milliseconds(100))
    /// For those that are answered before they are cut off, however busy the machine is.
    private static let longer = ServingLimits(
        headTime: .seconds(4), bodyTime: .seconds(10), stallTime: .milliseconds(200), lingerTime: .milliseconds(100))
    /// For heads that are refused. The refusal comes from a task, which waits for others on a busy machine, and a head that was refused counts as none.
    private static let patient = ServingLimits(headTime: .minutes(10), lingerTime: .milliseconds(100))
    private static let home = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

    /// A site that notes what texts it was to check.
    private static func noting() throws -> (content: SiteContent, texts: @Sendable () -> [String]) {
        final class Notes: Sendable { let texts = Mutex<[String]>([]) }
        let notes = Notes()
        var content = try SampleSite.content()
        let audit = content.audit
        content.audit = { text in
            notes.texts.withLock { $0.append(text) }
            return try await audit(text)
        }
        return (content, { notes.texts.withLock { $0 } })
    }

    private func answers(_ heard: String) -> Int { heard.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false).count - 1 }

    @Test("a head that comes byte by byte is not waited for, however busy its sender", arguments: [nil, "a", "X-A: b\r\n"])
    func slowHead(trickle: String?) async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.short) { port in
            try await RawExchange.answer(["GET / HTTP/1.1\r\nHost: localhost\r\nX-"], trickle: trickle, at: port)
        }
        // Many short lines are refused before the time is over.
        #expect(!heard.contains("200 OK"))
    }

    @Test("a body that comes byte by byte is not waited for, and half of it is never taken for the whole", arguments: [nil, "a"])
    func slowBody(trickle: String?) async throws {
        let (content, texts) = try Self.noting()
        let form =
            "POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ntext=half"
        let heard = try await RawExchange.serving(content, limits: Self.short) { try await RawExchange.answer([form], trickle: trickle, at: $0) }
        #expect(!heard.contains("200 OK") && texts().isEmpty)
    }

    @Test("a connection that asks nothing more ends by itself, after every answer to what it asked") func idle() async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.longer) { port in
            try await RawExchange.answer([Self.home, Self.home], at: port)
        }
        #expect(answers(heard) == 2 && heard.contains("200 OK"))
    }

    @Test("an answer that nobody takes is given up") func stalledReader() async throws {
        var content = try SampleSite.content()
        let long = Article(
            id: "long", address: "https://wire.example/long", outlet: "wire", title: "Long", published: nil, fetched: Timestamp(day: SampleSite.day),
            language: "en", body: [(.paragraph, String(repeating: "word ", count: 8 << 20))])
        content.article = { _, _ in StoredArticle(article: long, outlet: SampleSite.outlet, versions: [1]) }
        let heard = try await RawExchange.serving(content, limits: Self.longer) { port in
            let request = "GET /articles/long.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
            return try await RawExchange.answer([request], readingAfter: .seconds(2), at: port)
        }
        #expect(heard.hasPrefix("HTTP/1.1 200") && heard.utf8.count < long.text.utf8.count)
    }

    @Test(
        "a head that is a bomb is refused",
        arguments: [
            String(repeating: "X-A: b\r\n", count: 200) + "\r\n", "X-A: " + String(repeating: "b", count: 100_000) + "\r\n\r\n",
            String(repeating: "X-A: " + String(repeating: "b", count: 1000) + "\r\n", count: 80) + "\r\n", String(repeating: "a", count: 100_000),
        ])
    func bombs(fields: String) async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.patient) { port in
            try await RawExchange.answer(["GET / HTTP/1.1\r\nHost: localhost\r\n" + fields], at: port)
        }
        // One that is still sending may be cut off before it hears why.
        #expect(heard.hasPrefix("HTTP/1.1 400") && answers(heard) == 1 || (heard.isEmpty && fields.utf8.count > 50_000))
    }

    @Test("a target of many bytes is refused") func longTarget() async throws {
        for (length, status) in [(9_000, "414"), (200_000, "400")] {
            let target = "/search?q=" + String(repeating: "a", count: length)
            let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.patient) { port in
                try await RawExchange.answer(["GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n"], at: port)
            }
            // One that is still sending may be cut off before it hears why.
            #expect(heard.hasPrefix("HTTP/1.1 \(status)") || (heard.isEmpty && length > 100_000), "\(heard.prefix(60))")
        }
    }

    @Test("a body that says it is too long is refused before it comes") func announcedBody() async throws {
        let (content, texts) = try Self.noting()
        let form =
            "POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n\r\ntext="
        let limits = ServingLimits(lingerTime: .milliseconds(100))
        let heard = try await RawExchange.serving(content, limits: limits) {
            try await RawExchange.answer([form], trickle: String(repeating: "a", count: 10_000), at: $0)
        }
        #expect(heard.hasPrefix("HTTP/1.1 413") && heard.lowercased().contains("connection: close") && texts().isEmpty)
    }

    @Test("a body without end is neither read to its end nor kept", arguments: ["/nowhere", "/", "/audit"]) func endlessBody(path: String)
        async throws
    {
        let (content, texts) = try Self.noting()
        let head =
            "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        let limits = ServingLimits(lingerTime: .milliseconds(100))
        let heard = try await RawExchange.serving(content, limits: limits) {
            try await RawExchange.answer([head, "5\r\ntext=\r\n"], trickle: "10000\r\n\(String(repeating: "a", count: 1 << 16))\r\n", at: $0)
        }
        #expect(answers(heard) <= 1 && !heard.contains("200 OK") && texts().isEmpty)
    }

    @Test("no more connections than the limit are served at once; the next is when one ends") func connections() async throws {
        try await RawExchange.serving(SampleSite.content(), limits: ServingLimits(connections: 2)) { port in
            let held = try await [RawExchange.connect(port), RawExchange.connect(port)]
            for connection in held {
                // Answered, so it is one of those that count.
                try await connection.channel.writeAndFlush(ByteBuffer(string: Self.home))
            }
            try await Task.sleep(for: .milliseconds(200))
            let waiting = Task { try await RawExchange.answer(["GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"], at: port) }
            let isAnswered = Mutex(false)
            let watching = Task {
                let heard = try await waiting.value
                isAnswered.withLock { $0 = true }
                return heard
            }
            try await Task.sleep(for: .milliseconds(300))
            #expect(!isAnswered.withLock { $0 })
            for connection in held { try await connection.channel.close() }
            #expect(try await watching.value.contains("200 OK"))
        }
    }
}
