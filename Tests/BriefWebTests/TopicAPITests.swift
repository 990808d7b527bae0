import BriefModel
import BriefWeb
import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

/// Topics made and changed by programs.
@Suite("Topics over the API") struct TopicAPITests {
    private struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields
        var problem: String? { ((try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any])?["type"] as? String }
    }

    /// A desk with one topic, in memory.
    private final class Shelf: Sendable {
        let form: Mutex<TopicForm?>

        init() {
            var form = TopicForm()
            form.title = "Chips"
            form.sources = "feed: https://wire.example/feed"
            self.form = Mutex(form)
        }

        var sheet: TopicSheet? {
            form.withLock { form in
                form.map { TopicSheet(name: "chips", slug: "chips", form: $0, text: "", seen: "\($0.hashValue)") }
            }
        }

        var desk: TopicDesk {
            TopicDesk(
                sheet: { $0 == "chips" ? self.sheet : nil }, check: { _, _ in TopicCheck() },
                save: { form, _ in
                    if form.sources == "https://taken.example/" {
                        var check = TopicCheck(faults: [.init(field: "title", .taken)])
                        check.isTaken = true
                        return .wrong(check)
                    }
                    guard !form.sources.isEmpty else { return .wrong(TopicCheck(faults: [.init(field: "sources", .file("Name one."))])) }
                    self.form.withLock { $0 = form }
                    return .kept(name: "chips", slug: "chips")
                },
                remove: { _, _ in
                    self.form.withLock { $0 = nil }
                    return .removed
                }, names: { [] }, outline: { _ in TopicOutline(feeds: []) })
        }
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, match: String? = nil, type: String = "application/json",
        shelf: Shelf? = Shelf()
    ) async throws -> Answer {
        var content = try SampleSite.content()
        content.topics = shelf?.desk
        var fields = HTTPFields()
        if body != nil { fields[.contentType] = type }
        fields[.ifMatch] = match
        let sent = fields
        return try await Application(router: BriefSite(content).router()).test(.router) { client in
            try await client.execute(uri: "/api/v1" + path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }) {
                Answer(status: $0.status.code, body: String(buffer: $0.body), fields: $0.headers)
            }
        }
    }

    private static let crisps = #"{"title": "Crisps", "sources": ["https://a.example/"], "include": ["salt"], "words": 800}"#

    @Test("a topic is told as its file says, and without a desk as its editions do") func get() async throws {
        let answer = try await ask(.get, "/topics/chips")
        #expect(
            answer.body
                == #"{"exclude":[],"include":[],"schedule":"manual","sources":["feed: https://wire.example/feed"],"title":"Chips","topic":"chips"}"#)
        #expect(try await ask(.get, "/topics/chips", shelf: nil).body == #"{"title":"Chips & customs","topic":"chips"}"#)
        #expect(try await ask(.get, "/topics/none").problem == "https://big-picture.invalid/problem/no-such-topic")
    }

    @Test("a new topic is made, and told where") func add() async throws {
        let shelf = Shelf()
        let answer = try await ask(.post, "/topics", Self.crisps, shelf: shelf)
        #expect(answer.status == 201 && answer.fields[.location] == "/api/v1/topics/chips" && answer.body.contains(#""words":800"#))
        #expect(shelf.sheet?.form?.include == "salt")
        #expect(try await ask(.post, "/topics", Self.crisps.replacing("Crisps", with: "Chips!")).status == 409)
    }

    @Test(
        "what cannot be kept is told so",
        arguments: [
            ("{}", 400), ("[]", 400), (#"{"title": "x", "sources": [], "extra": 1}"#, 400), (#"{"title": "x", "sources": [1]}"#, 400),
            (#"{"title": "x", "sources": [], "words": null}"#, 400), (#"{"title": "x", "sources": null}"#, 400),
            (#"{"title": "x", "sources": []}"#, 422), (#"{"title": "x", "sources": ["https://taken.example/"]}"#, 409),
            (#"{"title": "x", "sources": ["feed https://a.example/"]}"#, 422), (#"{"title": "x", "sources": ["https://a.example/ b"]}"#, 422),
        ])
    func wrong(body: String, status: Int) async throws {
        let answer = try await ask(.post, "/topics", body)
        #expect(answer.status == status && answer.fields[.contentType] == "application/problem+json")
        #expect(try await ask(.put, "/topics/chips", body).status == status)
    }

    @Test("one that was changed meanwhile is not written over") func match() async throws {
        let shelf = Shelf()
        let tag = try #require(try await ask(.get, "/topics/chips", shelf: shelf).fields[.eTag])
        #expect(try await ask(.put, "/topics/chips", Self.crisps, match: tag, shelf: shelf).status == 200)
        #expect(try await ask(.put, "/topics/chips", Self.crisps, match: tag, shelf: shelf).status == 412)
        #expect(try await ask(.delete, "/topics/chips", match: tag, shelf: shelf).status == 412)
        #expect(try await ask(.put, "/topics/chips", Self.crisps, shelf: shelf).status == 200)
        #expect(try await ask(.put, "/topics/none", Self.crisps, shelf: shelf).status == 404)
    }

    @Test("a topic is removed") func remove() async throws {
        let shelf = Shelf()
        let answer = try await ask(.delete, "/topics/chips", shelf: shelf)
        #expect(answer.status == 204 && answer.body.isEmpty && shelf.sheet == nil)
    }

    @Test("where things are only shown, nothing is changed") func onlyShown() async throws {
        #expect(try await ask(.post, "/topics", Self.crisps, shelf: nil).problem == "https://big-picture.invalid/problem/only-shown")
        #expect(try await ask(.delete, "/topics/chips", shelf: nil).status == 403)
    }

    @Test("only JSON is taken") func types() async throws {
        #expect(try await ask(.post, "/topics", "title=x", type: "application/x-www-form-urlencoded").status == 415)
    }
}
