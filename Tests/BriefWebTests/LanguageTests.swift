import BriefModel
import BriefRendering
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@testable import BriefWeb

@Suite("The languages of the site") struct LanguageTests {
    struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields

        func field(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { fields[$0] } }
    }

    static func ask(_ path: String, method: HTTPRequest.Method = .get, fields: [String: String] = [:], body: String? = nil) async throws -> Answer {
        var headers = HTTPFields()
        for (name, value) in fields { HTTPFields.Element.Name(name).map { headers[$0] = value } }
        let sent = headers
        return try await Application(router: BriefSite(try SampleSite.content()).router()).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }) {
                Answer(status: $0.status.code, body: String(buffer: $0.body), fields: $0.headers)
            }
        }
    }

    static let form = ["Content-Type": "application/x-www-form-urlencoded", "Origin": "http://localhost"]

    @Test(
        "what a browser asks for decides, by weight and then by order",
        arguments: [
            ("", nil), ("de", .german), ("de-AT,de;q=0.9,en;q=0.8", .german), ("en;q=0.5, fr;q=0.9", .french), ("pt-BR, es-MX;q=0.7", .spanish),
            ("zh-Hant-TW", .chinese), ("pt, it", nil), ("*", nil), ("de;q=0, en;q=0.1", .english), ("fr;q=x, de;q=0.2", .german), ("DE", .german),
            (String(repeating: "xx,", count: 5_000) + "de", nil),
        ] as [(String, Language?)])
    func accepted(field: String, language: Language?) { #expect(AcceptedLanguages(field).best == language) }

    @Test("a page is in the language that was chosen, else in the one asked for, else in English, and says so") func languages() async throws {
        let asked = try await Self.ask("/", fields: ["Accept-Language": "fr"])
        #expect(
            asked.body.contains("<html lang=\"fr\">") && asked.body.contains("Tous") == false && asked.body.contains("<h1 class=\"page\">Sujets</h1>")
        )
        #expect(asked.field("Vary")?.hasPrefix("Accept-Language, Cookie") == true)
        let chosen = try await Self.ask("/", fields: ["Accept-Language": "fr", "Cookie": "x=1; language=zh"])
        #expect(chosen.body.contains("<html lang=\"zh-Hans\">") && chosen.body.contains("<h1 class=\"page\">主题</h1>"))
        for cookie in ["language=xx", "language=", "language=de%0d", "zone=Nowhere/Land"] {
            #expect(try await Self.ask("/", fields: ["Cookie": cookie]).body.contains("<html lang=\"en-GB\">"))
        }
        #expect(try await Self.ask("/nowhere", fields: ["Cookie": "language=es"]).body.contains("No existe esa página"))
    }

    @Test("times are told in the reader's zone, summer time and all") func zones() async throws {
        let page = try await Self.ask("/", fields: ["Cookie": "zone=America/New_York; language=de"])
        #expect(page.body.contains("Zuletzt gelesen am <time datetime=\"2026-02-16T06:40:00Z\">16. Februar 2026, 01:40 UTC−5</time>."))
        #expect(page.body.contains("<option value=\"America/New_York\" selected>America/New York</option>"))
        let berlin = try #require(Zone(named: "Europe/Berlin"))
        let winter = Timestamp(day: SampleSite.day), summer = Timestamp(day: SampleSite.day.adding(days: 150))
        #expect([winter, summer].map { Words(.english, zone: berlin)("{moment}", ["moment": $0]) }.map { $0.hasSuffix("UTC+1") } == [true, false])
        #expect(Zone(named: "../../etc/passwd") == nil && Zone(named: String(repeating: "A", count: 100)) == nil)
    }

    @Test("the form at the foot keeps the choice in cookies and leads back to where the reader was") func choosing() async throws {
        let page = try await Self.ask("/search?q=chips")
        #expect(page.body.contains("<form action=\"/language\" method=\"post\" class=\"reader\">"))
        #expect(page.body.contains("<input type=\"hidden\" name=\"from\" value=\"/search?q=chips\">"))
        let answer = try await Self.ask(
            "/language", method: .post, fields: Self.form, body: "from=%2Fsearch%3Fq%3Dchips&language=de&zone=Europe%2FBerlin")
        #expect(answer.status == 303 && answer.field("Location") == "/search?q=chips")
        let cookies = answer.fields[values: .setCookie]
        #expect(cookies.contains { $0.hasPrefix("language=de;") && $0.contains("SameSite=Lax") && $0.contains("Path=/") })
        #expect(cookies.contains { $0.hasPrefix("zone=Europe/Berlin;") })
    }

    @Test(
        "nobody is sent elsewhere, and only what we have can be chosen",
        arguments: [
            ("from=https://evil.example/&language=de&zone=UTC", 303), ("from=//evil.example&language=de&zone=UTC", 303),
            ("from=%2F%5Cevil.example&language=de&zone=UTC", 303), ("from=%2Fa%0D%0ASet-Cookie:x&language=de&zone=UTC", 303),
            ("from=/&language=xx&zone=UTC", 400), ("from=/&language=de&zone=Nowhere", 400), ("language=de", 400), ("", 400),
        ])
    func refusals(body: String, status: Int) async throws {
        let answer = try await Self.ask("/language", method: .post, fields: Self.form, body: body)
        #expect(answer.status == status && (status != 303 || answer.field("Location") == "/"))
    }

    @Test("another site cannot choose for a reader") func foreignForms() async throws {
        let answer = try await Self.ask(
            "/language", method: .post, fields: ["Content-Type": "application/x-www-form-urlencoded", "Origin": "http://evil.example"],
            body: "language=de&zone=UTC")
        #expect(answer.status == 403 && answer.field("Set-Cookie") == nil)
    }

    @Test("a source's state is told in English as the command tells it") func accounts() {
        let now = Timestamp(day: SampleSite.day)
        for state in Self.states(now) {
            let account = SourceAccount(state: state, now: now)
            let told = [account.reason, account.sentences.english].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
            #expect(told == state.account(at: now) && account.condition.english == state.condition(at: now).name)
        }
    }
}

extension LanguageTests {
    /// A source in every condition.
    static func states(_ now: Timestamp) -> [SourceState] {
        func before(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: now.secondsSince1970 - seconds) }
        func every(_ gap: Int64, endingBefore end: Int64) -> PublicationHistory {
            PublicationHistory((0..<8).map { before(end + gap * $0) })
        }
        let address = "https://a.example/feed"
        var all = [
            SourceState(address: address),
            SourceState(address: address, kind: .feed, lastRead: before(60), publications: every(3_600, endingBefore: 60)),
            SourceState(address: address, kind: .feed, lastRead: before(60), publications: every(60, endingBefore: 60)),
            SourceState(address: address, kind: .feed, lastRead: before(60), publications: every(86_400 * 3, endingBefore: 60)),
            SourceState(address: address, kind: .feed, lastRead: before(60), publications: every(7_200, endingBefore: 86_400 * 9)),
            SourceState(address: address, kind: .feed, failingSince: before(90), failure: "The server answered 404.", failuresInARow: 1),
            SourceState(address: address, failingSince: before(90), failure: "It hangs.", failuresInARow: 3, notBefore: before(-3_600)),
            SourceState(address: address, failure: "robots.txt asks us not to.", isRefusal: true), SourceState(address: address, isGone: true),
            SourceState(address: address, lastRead: before(60), movedTo: "https://b.example/feed"),
            SourceState(address: address, lastRead: before(60), movedTo: "https://b.example/feed", announcesFeed: true),
        ]
        var subscribed = SourceState(address: address, lastRead: before(60))
        subscribed.subscription = HubSubscription(hub: "https://hub.example/", topic: address, secret: "x", stage: .active)
        all.append(subscribed)
        return all
    }
}
