import BriefModel
import BriefRendering
import BriefWeb
import Foundation
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@Suite("The API") struct BriefAPITests {
    private struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields

        var object: [String: Any]? { (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] }
        func field(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { fields[$0] } }
        func list(_ name: String) -> [[String: Any]] { object?[name] as? [[String: Any]] ?? [] }
    }

    private func ask(
        _ path: String, method: HTTPRequest.Method = .get, fields: [String: String] = [:], body: String? = nil, content: SiteContent? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        for (name, value) in fields { HTTPFields.Element.Name(name).map { headers[$0] = value } }
        let sent = headers
        return try await Application(router: BriefSite(try content ?? SampleSite.content()).router()).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }) { response in
                Answer(status: response.status.code, body: String(buffer: response.body), fields: response.headers)
            }
        }
    }

    private func send(_ body: String, type: String? = "application/json", _ fields: [String: String] = [:]) async throws -> Answer {
        let all = type.map { fields.merging(["Content-Type": $0]) { first, _ in first } } ?? fields
        return try await ask("/api/v1/audits", method: .post, fields: all, body: body)
    }

    // MARK: - What it gives

    @Test("topics come with the headline of their latest brief, as the tools of an assistant give them") func topics() async throws {
        let answer = try await ask("/api/v1/topics")
        #expect(answer.status == 200 && answer.field("Content-Type") == "application/json")
        let topic = answer.list("topics").first as? [String: String]
        #expect(
            topic == [
                "topic": "chips", "title": "Chips & customs", "headline": "Customs held the chips back.", "asOf": "2026-02-16T00:00:00Z",
            ])
    }

    @Test("a brief is byte for byte the JSON that the site and the command give") func brief() async throws {
        let answer = try await ask("/api/v1/topics/chips/brief")
        #expect(answer.status == 200)
        #expect(answer.body == String(decoding: render(try SampleSite.brief(), as: .json, notice: "A sample."), as: UTF8.self))
        #expect(answer.body == (try await ask("/briefs/chips.json")).body)
    }

    /// Three editions, the newest first, as a store gives them; the second is from before what editions are written from was kept.
    private func threeEditions() async throws -> SiteContent {
        var content = try SampleSite.content()
        let basis = try await content.editions("chips").first?.basis
        let brief = try SampleSite.brief()
        let moments = [3, 2, 1].map { Timestamp(day: SampleSite.day.adding(days: $0)) }
        content.editions = { slug in
            slug == "chips"
                ? moments.map { StoredEdition(topic: slug, title: "Chips", asOf: $0, json: "{}", basis: $0 == moments[1] ? nil : basis) } : []
        }
        content.edition = { slug, moment in slug == "chips" && moment == moments[2] ? brief : nil }
        return content
    }

    @Test("editions come newest first, a page at a time, and each is to be had where it says") func editions() async throws {
        let content = try await threeEditions()
        let first = try await ask("/api/v1/topics/chips/editions?limit=2", content: content)
        #expect(first.list("editions").map { $0["asOf"] as? String } == ["2026-02-19T00:00:00Z", "2026-02-18T00:00:00Z"])
        #expect(first.list("editions").map { $0["address"] == nil } == [false, true])
        let link = try #require(first.field("Link"))
        #expect(link == "</api/v1/topics/chips/editions?limit=2&cursor=2026%2D02%2D18T00%3A00%3A00Z>; rel=\"next\"")
        let next = try #require(link.split(separator: ">").first?.dropFirst())
        let second = try await ask(String(next), content: content)
        #expect(second.list("editions").map { $0["asOf"] as? String } == ["2026-02-17T00:00:00Z"])
        #expect(second.field("Link") == nil)
        let address = try #require(second.list("editions").first?["address"] as? String)
        let edition = try await ask(address, content: content)
        #expect(edition.status == 200 && edition.object?["format"] as? String == "bigpicture.brief/1")
        #expect(try await ask("/api/v1/topics/chips/editions/2020-01-01T00:00:00Z", content: content).status == 404)
    }

    @Test("an article is the JSON of the site, in the version asked for") func article() async throws {
        let answer = try await ask("/api/v1/articles/wire-1?version=1")
        #expect(answer.object?["version"] as? Int == 1 && answer.object?["versions"] as? [Int] == [1, 2])
        #expect(answer.body == (try await ask("/articles/wire-1.json?version=1")).body)
        #expect(try await ask("/api/v1/articles/wire-1").object?["version"] as? Int == 2)
    }

    /// A library in which 120 articles have the words asked for.
    private func manyArticles() throws -> SiteContent {
        var content = try SampleSite.content()
        content.finding = SampleSite.finding(
            (0..<120).map { number in
                Article(
                    id: ArticleID("a\(100 + number)"), address: "https://wire.example/\(number)", outlet: "wire", title: "T", published: nil,
                    fetched: Timestamp(day: SampleSite.day), language: "en", body: [(.paragraph, "Two words.")])
            })
        return content
    }

    @Test("a search is leafed through to its end by the links it gives, each article once") func search() async throws {
        let content = try manyArticles()
        var path: String? = "/api/v1/search?q=two+words&limit=50"
        var seen: [String] = [], pages = 0
        while let next = path {
            let answer = try await ask(next, content: content)
            seen += answer.list("articles").compactMap { $0["article"] as? String }
            path = answer.field("Link").flatMap { $0.split(separator: ">").first.map { String($0.dropFirst()) } }
            pages += 1
        }
        #expect(pages == 3 && seen == (100..<220).map { "a\($0)" })
    }

    @Test("what a search finds has outlet, day and snippet, its markup as it stands") func found() async throws {
        let hit = try await ask("/api/v1/search?q=chips").list("articles").first as? [String: String]
        #expect(hit?["snippet"]?.hasPrefix("Chips <held> back") == true && hit?["outlet"] == "Wire & Co" && hit?["article"] == "wire-1")
        #expect(try await ask("/api/v1/search?q=%20").list("articles").isEmpty)
    }

    @Test("a search says by what it can be narrowed, and obeys") func facets() async throws {
        var content = try SampleSite.content()
        content.finding = SampleSite.finding([SampleSite.article(), try #require(Self.german)])
        let all = try await ask("/api/v1/search?q=chips", content: content)
        #expect(all.object?["total"] as? Int == 2 && all.object?["isCut"] as? Bool == false)
        let languages = try #require(all.list("facets").first { $0["name"] as? String == "language" }?["values"] as? [[String: Any]])
        #expect(languages.map { $0["value"] as? String } == ["English", "German"].map { $0 == "English" ? "en" : "de" })
        let german = try await ask("/api/v1/search?q=chips&language=de", content: content)
        #expect(german.object?["total"] as? Int == 1 && german.list("articles").first?["article"] as? String == "de-1")
        #expect(try await ask("/api/v1/search?q=chips&by=meaning&sort=newest", content: content).object?["total"] as? Int == 2)
        #expect(try await ask("/api/v1/search?q=chips&by=smell", content: content).status == 400)
    }

    private static let german: Article? = Article(
        id: "de-1", address: "https://wire.example/de", outlet: "wire", title: "Chips", published: nil, fetched: Timestamp(day: SampleSite.day),
        language: "de", body: [(.paragraph, "Der Zoll hielt die Chips fest.")])

    @Test("signs that mean nothing are left aside, and that is said") func broken() async throws {
        let answer = try await ask("/api/v1/search?q=%22chips")
        #expect(answer.status == 200 && answer.object?["total"] as? Int == 1)
        #expect((answer.object?["remark"] as? String)?.contains("A quotation mark is open.") == true)
        #expect(try await ask("/api/v1/search?q=%2A").object?["total"] as? Int == 0)
    }

    @Test("stories and people are listed, and each is to be had by its name in the list") func rooms() async throws {
        let story = try #require(try await ask("/api/v1/topics/chips/stories").list("stories").first)
        #expect(story["id"] as? String == "wire-1" && story["trend"] as? String == "new" && story["articles"] as? Int == 1)
        let whole = try await ask("/api/v1/topics/chips/stories/wire-1")
        #expect(whole.list("steps").count == 1 && whole.list("disputes").first?["whatDiffers"] as? String == "number of chips: 34 / 35")
        let passage = try #require((whole.list("steps").first?["passages"] as? [[String: Any]])?.first)
        #expect(passage["exact"] as? String == "Customs held the " && passage["from"] as? Int == 19)
        let person = try #require(try await ask("/api/v1/topics/chips/people").list("people").first)
        #expect(person["id"] as? String == "jane doe" && person["kind"] as? String == "person")
        #expect(try await ask("/api/v1/topics/chips/people/jane%20doe").list("company").count == 2)
        #expect(try await ask("/api/v1/topics/chips/sayings?speaker=chips").list("sayings").count == 1)
        #expect(try await ask("/api/v1/topics/chips/sayings?speaker=nobody").list("sayings").isEmpty)
        #expect(try await ask("/api/v1/topics/chips/figures?unit=chip").list("figures").first?["value"] as? Int == 34)
        #expect(try await ask("/api/v1/topics/chips/figures?unit=EUR").list("figures").isEmpty)
        for (path, name) in [("none/stories", "no-such-brief"), ("chips/stories/none", "no-such-story"), ("chips/people/none", "no-such-person")] {
            let answer = try await ask("/api/v1/topics/" + path)
            #expect(answer.status == 404 && (answer.object?["type"] as? String)?.hasSuffix(name) == true)
        }
        #expect(try await ask("/api/v1/topics/chips/stories?offset=5").list("stories").isEmpty)
        #expect(try await ask("/api/v1/topics/chips/stories?offset=-1").status == 400)
    }

    @Test("sources come with how they are doing") func sources() async throws {
        var content = try SampleSite.content()
        content.sources = { ([SourceState(address: "https://wire.example/feed")], Timestamp(day: SampleSite.day)) }
        let answer = try await ask("/api/v1/sources", content: content)
        #expect(answer.list("sources").first?["address"] as? String == "https://wire.example/feed")
        #expect(answer.list("sources").first?["condition"] as? String == "never read")
    }

    @Test("a text sent is checked line by line") func audit() async throws {
        let answer = try await send(#"{"text": "Customs let \u00e9 pass."}"#)
        #expect(answer.status == 200 && answer.object?["format"] as? String == "bigpicture.audit/1")
        let line = answer.list("statements").first
        #expect(line?["text"] as? String == "Customs let é pass." && line?["verdict"] as? String == "contradicted")
        #expect(try await send(#"{"text": "x"}"#, type: "application/json; charset=utf-8").status == 200)
    }

    // MARK: - What is held need not be sent again

    static let gets = [
        "/api/v1/openapi.json", "/api/v1/topics", "/api/v1/topics/chips/brief", "/api/v1/topics/chips/editions",
        "/api/v1/topics/chips/editions/2026-02-16T00:00:00Z", "/api/v1/articles/wire-1", "/api/v1/search?q=chips", "/api/v1/sources",
        "/api/v1/topics/chips/stories", "/api/v1/topics/chips/stories/wire-1", "/api/v1/topics/chips/people",
        "/api/v1/topics/chips/people/jane%20doe",
        "/api/v1/topics/chips/sayings", "/api/v1/topics/chips/figures",
    ]

    @Test("every answer has a strong ETag, and who holds it is told so", arguments: gets) func tags(path: String) async throws {
        let answer = try await ask(path)
        let tag = try #require(answer.field("ETag"))
        #expect(answer.status == 200 && tag.hasPrefix("\"") && tag.count == 66)
        for held in [tag, "W/\(tag)", "\"other\" , \(tag)", "*"] {
            let again = try await ask(path, fields: ["If-None-Match": held])
            #expect(again.status == 304 && again.body.isEmpty && again.field("ETag") == tag, "\(held)")
            #expect(again.field("Cache-Control") == "no-cache")
        }
        for other in ["\"other\"", String(tag.dropFirst().dropLast()), ""] {
            #expect(try await ask(path, fields: ["If-None-Match": other]).status == 200, "\(other)")
        }
        let head = try await ask(path, method: .head)
        #expect(head.status == 200 && head.body.isEmpty && head.field("ETag") == tag)
    }

    @Test("other bytes have another ETag") func otherTag() async throws {
        let one = try await ask("/api/v1/articles/wire-1?version=1"), two = try await ask("/api/v1/articles/wire-1?version=2")
        #expect(one.field("ETag") != two.field("ETag"))
    }

    // MARK: - What goes wrong

    @Test(
        "an error is a problem for programs",
        arguments: [
            ("/api", 404, "no-such-address"), ("/api/v1", 404, "no-such-address"), ("/api/v2/topics", 404, "no-such-address"),
            ("/api/v1/topics/none/brief", 404, "no-such-brief"), ("/api/v1/topics/none/editions", 404, "no-such-brief"),
            ("/api/v1/topics/chips/editions/yesterday", 404, "no-such-brief"), ("/api/v1/articles/none", 404, "no-such-article"),
            ("/api/v1/articles/wire-1?version=9", 404, "no-such-article"), ("/api/v1/articles/%ZZ", 400, "bad-address"),
            ("/api/v1/articles/wire-1?version=0", 400, "bad-parameter"), ("/api/v1/articles/wire-1?version=%2B1", 400, "bad-parameter"),
            ("/api/v1/articles/wire-1?version=99999999999999999999", 400, "bad-parameter"),
            ("/api/v1/search", 400, "bad-parameter"), ("/api/v1/search?q=", 400, "bad-parameter"), ("/api/v1/search?q=%FF", 400, "bad-parameter"),
            ("/api/v1/search?q=x&limit=51", 400, "bad-parameter"), ("/api/v1/search?q=x&offset=451", 400, "bad-parameter"),
            ("/api/v1/search?q=x&q=y", 400, "bad-parameter"), ("/api/v1/search?q=x&ofset=1", 400, "unknown-parameter"),
            ("/api/v1/search?q=" + String(repeating: "a", count: 201), 400, "bad-parameter"),
            ("/api/v1/topics/chips/editions?limit=0", 400, "bad-parameter"),
            ("/api/v1/topics/chips/editions?cursor=" + String(repeating: "2", count: 41), 400, "bad-parameter"),
            ("/api/v1/topics?limit=1", 400, "unknown-parameter"), ("/api/v1/topics/broken/brief", 500, "internal"),
        ])
    func problems(path: String, status: Int, name: String) async throws {
        let answer = try await ask(path)
        #expect(answer.status == status && answer.field("Content-Type") == "application/problem+json")
        #expect(answer.object?["type"] as? String == "https://big-picture.invalid/problem/\(name)")
        #expect(answer.object?["status"] as? Int == status)
        for member in ["title", "detail"] { #expect((answer.object?[member] as? String)?.isEmpty == false) }
        #expect(answer.field("X-Content-Type-Options") == "nosniff")
    }

    @Test("nothing of this machine is in an error") func nothingInternal() async throws {
        var content = try SampleSite.content()
        content.brief = { _ in throw StorageError.failed("SELECT secret FROM /home/me/library.sqlite") }
        let answer = try await ask("/api/v1/topics/chips/brief", content: content)
        #expect(answer.status == 500 && !answer.body.contains("SELECT") && !answer.body.contains("/home"))
    }

    @Test("a method that an address does not take is told those it takes") func methods() async throws {
        for method in [HTTPRequest.Method.delete, .put, .patch, .post] {
            let answer = try await ask("/api/v1/topics/chips/brief", method: method)
            #expect(answer.status == 405 && answer.field("Allow") == "GET, HEAD")
            #expect(answer.object?["type"] as? String == "https://big-picture.invalid/problem/method-not-allowed")
        }
        #expect(try await ask("/api/v1/audits").field("Allow") == "POST")
        #expect(try await ask("/api/v1/topics/chips", method: .patch).field("Allow") == "GET, HEAD, PUT, DELETE")
        #expect(try await ask("/api/v1/nothing", method: .delete).status == 404)
    }

    @Test(
        "what cannot be checked is told so",
        arguments: [
            ("", 400), ("[]", 400), ("{}", 400), (#"{"text": 7}"#, 400), (#"{"text": null}"#, 400), (#"{"text": ""}"#, 400),
            (#"{"text": " \n\u3000"}"#, 400), (#"{"text": "\ud800"}"#, 400),
            (#"{"text": ""# + String(repeating: "a", count: 1 << 20) + #""}"#, 200),
            (#"{"text": ""# + String(repeating: "a", count: 1 << 20 + 1) + #""}"#, 413),
            (#"{"text": ""# + String(repeating: #"\u0041"#, count: 1 << 20) + #""}"#, 200),
            (#"{"text": ""# + String(repeating: #"\u0041"#, count: 1 << 20 + 400) + #""}"#, 413),
        ])
    func bodies(body: String, status: Int) async throws {
        let answer = try await send(body)
        #expect(answer.status == status)
        if status != 200 { #expect(answer.field("Content-Type") == "application/problem+json") }
    }

    @Test("only JSON is taken, which no form of another site can send", arguments: ["text/plain", "application/x-www-form-urlencoded", nil])
    func types(type: String?) async throws {
        #expect(try await send(#"{"text": "x"}"#, type: type).status == 415)
    }

    @Test("what another site sends is refused, as a problem") func otherOrigins() async throws {
        let answer = try await send(#"{"text": "x"}"#, ["Origin": "https://evil.example"])
        #expect(answer.status == 403 && answer.object?["type"] as? String == "https://big-picture.invalid/problem/other-origin")
    }

    // MARK: - Its description

    @Test("the document has every address of the API, and the site answers every address of the document") func document() async throws {
        let document = try #require(try await ask("/api/v1/openapi.json").object)
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) /api/v1\(path)" } }
        let routes = BriefSite(try SampleSite.content()).router().routes.filter { "\($0.path)".hasPrefix("/api") && $0.method != .head }
        // `:topic` of a route is `{topic}` of the document.
        let answered = routes.map { route in
            let path = "\(route.path)".split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            return "\(route.method.rawValue) /\(path.joined(separator: "/"))"
        }
        #expect(described.sorted() == answered.sorted() && described.count == 20)
        let values = ["{topic}": "chips", "{moment}": "2026-02-16T00:00:00Z", "{id}": "wire-1"]
        for (path, item) in paths where item["get"] != nil {
            let person = path.replacing("/people/{id}", with: "/people/jane%20doe")
            let filled = values.reduce("/api/v1" + person) { $0.replacing($1.key, with: $1.value) }
            let content = try SampleSite.content(changes: try SampleSite.changes())
            #expect(try await ask(filled + (path == "/search" ? "?q=chips" : ""), content: content).status == 200, "\(path)")
        }
    }

    @Test("every reference in the document leads somewhere in it") func references() async throws {
        let body = try await ask("/api/v1/openapi.json").body
        let document = try JSONSerialization.jsonObject(with: Data(body.utf8))
        let references = body.matches(of: /"\$ref": *"([^"]*)"/).map { String($0.1) }
        #expect(references.count > 60 && references.contains("#/components/schemas/brief/$defs/statement"))
        for reference in Set(references) {
            #expect(reference.hasPrefix("#/"))
            let target = reference.dropFirst(2).split(separator: "/").reduce(document as Any?) { ($0 as? [String: Any])?[String($1)] }
            #expect(target != nil, "\(reference)")
        }
    }
}
