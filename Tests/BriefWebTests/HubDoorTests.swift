import BriefModel
import Hummingbird
import HummingbirdTesting
import Storage
import Synchronization
import Testing

@testable import BriefWeb

@Suite("The hubs' door") struct HubDoorTests {
    private static let body = "what do ya want for nothing?"
    private static let sha256 = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    private let changed = Box()

    private final class Box: Sendable { let tokens = Mutex<[String]>([]) }

    private func ask(
        _ path: String, method: HTTPRequest.Method = .get, signature: String? = nil, body: String? = nil
    ) async throws -> (status: Int, body: String) {
        var content = try SampleSite.content()
        let box = changed
        content.hub = HubDoor(
            host: "reader.example",
            answer: { question, token in token == "known" && question.topic == "https://paper.example/feed" ? question.challenge : nil },
            secret: { $0 == "known" ? "Jefe" : nil }, changed: { token in box.tokens.withLock { $0.append(token) } })
        let site = BriefSite(content, hosts: nil)
        var headers = HTTPFields()
        HTTPFields.Element.Name("X-Hub-Signature").map { headers[$0] = signature }
        let sent = headers
        return try await Application(router: site.router()).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }
            ) { response in (response.status.code, String(buffer: response.body)) }
        }
    }

    @Test("a hub that asks whether we meant it gets its challenge back as plain text") func challenge() async throws {
        let answer = try await ask(
            "/hub/known?hub.mode=subscribe&hub.topic=https%3A%2F%2Fpaper.example%2Ffeed&hub.challenge=%3Cb%3E1&hub.lease_seconds=10")
        #expect(answer == (200, "<b>1"))
        #expect(try await ask("/hub/other?hub.mode=subscribe&hub.topic=x&hub.challenge=1&hub.lease_seconds=10").status == 404)
        #expect(try await ask("/hub/known").status == 400)
        #expect(try await ask("/hub/known?hub.mode=denied&hub.topic=x").status == 200)
    }

    @Test("a push that is signed has its feed read; a forged one is taken and forgotten") func push() async throws {
        #expect(try await ask("/hub/known", method: .post, signature: Self.sha256, body: Self.body).status == 202)
        #expect(changed.tokens.withLock { $0 } == ["known"])
        #expect(try await ask("/hub/known", method: .post, signature: Self.sha256, body: Self.body + ".").status == 202)
        #expect(try await ask("/hub/known", method: .post, body: Self.body).status == 202)
        #expect(changed.tokens.withLock { $0 } == ["known"])
        #expect(try await ask("/hub/other", method: .post, signature: Self.sha256, body: Self.body).status == 404)
        #expect(try await ask("/hub/known", method: .post, body: String(repeating: "x", count: HubDoor.limit + 1)).status == 413)
    }

    @Test(
        "signatures by the four hashes are known (RFC 2202 and 4231)",
        arguments: [
            "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", sha256,
            "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            "SHA512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        ])
    func hashes(field: String) {
        #expect(HubSignature.holds(field, of: Array(Self.body.utf8), secret: "Jefe"))
        #expect(!HubSignature.holds(field, of: Array(Self.body.utf8), secret: "Jeff"))
        #expect(!HubSignature.holds(String(field.dropLast(2)), of: Array(Self.body.utf8), secret: "Jefe"))
    }

    @Test(
        "no other signature holds", arguments: [nil, "", "sha256", "sha256=", "md5=00", "sha256=zz", "sha256=" + String(repeating: "0", count: 9000)])
    func noSignature(field: String?) { #expect(!HubSignature.holds(field, of: Array(Self.body.utf8), secret: "Jefe")) }

    @Test("how the sources are doing is a page, and JSON for programs") func health() async throws {
        var content = try SampleSite.content()
        let now = Timestamp(secondsSince1970: 1_772_400_000)
        let states = [
            SourceState(
                address: "https://paper.example/<feed>", kind: .feed, failingSince: now, failure: "The server answered 500.", failuresInARow: 3)
        ]
        content.sources = { (states, now) }
        let site = BriefSite(content, hosts: nil)
        try await Application(router: site.router()).test(.router) { client in
            try await client.execute(uri: "/sources", method: .get) { response in
                let page = String(buffer: response.body)
                #expect(page.contains("https://paper.example/&lt;feed&gt;") && page.contains("3 times in a row"))
            }
            try await client.execute(uri: "/sources.json", method: .get) { response in
                #expect(String(buffer: response.body).contains("\"failuresInARow\":3"))
            }
        }
    }
}
