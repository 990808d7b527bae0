import BriefModel
import BriefRendering
import BriefWeb
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@Suite("The site") struct BriefSiteTests {
    /// What a page answers: status, body and the header fields.
    private struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields

        func field(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { fields[$0] } }
    }

    private func ask(
        _ path: String, method: HTTPRequest.Method = .get, fields: [String: String] = [:], body: String? = nil, content: SiteContent? = nil,
        hosts: Set<String>? = BriefSite.loopbackHosts
    ) async throws -> Answer {
        let site = BriefSite(try content ?? SampleSite.content(), hosts: hosts)
        var headers = HTTPFields()
        for (name, value) in fields { HTTPFields.Element.Name(name).map { headers[$0] = value } }
        let sent = headers
        return try await Application(router: site.router()).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }) { response in
                Answer(status: response.status.code, body: String(buffer: response.body), fields: response.headers)
            }
        }
    }

    private static let form = ["Content-Type": "application/x-www-form-urlencoded", "Origin": "http://localhost"]

    @Test("home lists the topics with what happened last, and the sources that could not be read") func home() async throws {
        let page = try await ask("/")
        #expect(page.status == 200 && page.body.contains("<a href=\"/briefs/chips\">Chips &amp; customs</a>"))
        #expect(page.body.contains("1 statement, none of them disputed"))
        #expect(page.body.contains("https://gone.example/feed") && page.body.contains("The other 2 addresses were read without trouble."))
    }

    @Test("without topics, home says how to begin") func emptyHome() async throws {
        #expect(try await ask("/", content: SampleSite.content(topics: [])).body.contains("No topics yet"))
    }

    @Test("a brief is a page, and the same address with .json or .md gives those forms") func brief() async throws {
        let page = try await ask("/briefs/chips")
        #expect(page.status == 200 && page.body.contains("id=\"e1\"") && page.body.contains("<nav aria-label=\"Main\">"))
        #expect(page.body.contains("href=\"/articles/wire-1?version=1&amp;from=19&amp;to=36#passage\""))
        let json = try await ask("/briefs/chips.json")
        #expect(json.field("Content-Type") == "application/json" && json.body.hasPrefix("{\n  \"format\": \"bigpicture.brief/1\""))
        #expect(try await ask("/briefs/chips.md").body.contains("# Customs held the chips back."))
    }

    @Test("the editions of a topic are a feed, in both forms, named on the home page") func feeds() async throws {
        let atom = try await ask("/briefs/chips.atom")
        #expect(atom.field("Content-Type") == "application/atom+xml" && atom.body.contains("<title>Chips &amp; customs</title>"))
        let json = try await ask("/briefs/chips.feed.json")
        #expect(json.field("Content-Type") == "application/feed+json" && json.body.contains("https://jsonfeed.org/version/1.1"))
        #expect(try await ask("/").body.contains("href=\"/briefs/chips.atom\""))
        #expect(
            atom.body.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"http://localhost")
                && atom.body.contains("/briefs/chips.atom\"/>"))
        #expect(atom.body.contains("/briefs/chips/editions/2026-02-16T00%3A00%3A00Z\"/>"))
        #expect(json.body.contains("\"feed_url\": \"http://localhost") && json.body.contains("/briefs/chips.feed.json\""))
        for name in ["/briefs/other.atom", "/briefs/other.feed.json"] { #expect(try await ask(name).status == 404) }
    }

    @Test("past editions are listed, and each is shown as it was") func editions() async throws {
        let list = try await ask("/briefs/chips/editions")
        #expect(list.status == 200 && list.body.contains("Editions: Chips &amp; customs") && list.body.contains("Customs held the chips back."))
        let moment = "<time datetime=\"2026-02-16T00:00:00Z\">16 February 2026, 00:00 UTC</time>"
        #expect(list.body.contains("<a href=\"/briefs/chips/editions/2026-02-16T00%3A00%3A00Z\">\(moment)</a>"))
        let page = try await ask("/briefs/chips/editions/2026-02-16T00%3A00%3A00Z")
        #expect(page.status == 200 && page.body.contains("id=\"e1\""))
        #expect(try await ask("/briefs/chips/editions/2026-02-15T00:00:00Z").status == 404)
        #expect(try await ask("/briefs/chips/editions/yesterday").status == 400)
        #expect(try await ask("/briefs/other/editions").status == 404)
    }

    @Test("a brief that follows another leads to all that changed, whose passages lead to the stored text") func changes() async throws {
        let content = try SampleSite.content(changes: try SampleSite.changes())
        let brief = try await ask("/briefs/chips", content: content)
        #expect(brief.body.contains("<a href=\"/briefs/chips/changes\">All of it</a>"))
        let page = try await ask("/briefs/chips/changes", content: content)
        #expect(page.status == 200 && page.body.contains("1 new story.") && page.body.contains("href=\"/articles/wire-1?"))
        #expect(try await ask("/briefs/chips/changes").status == 404)
        #expect(!(try await ask("/briefs/chips")).body.contains("All of it"))
    }

    @Test("the sources of a brief have a page of their own, with the stored text of each") func sources() async throws {
        let page = try await ask("/briefs/chips/sources")
        #expect(page.body.contains("id=\"src-1\"") && page.body.contains("href=\"/articles/wire-1\""))
    }

    @Test("an article shows its stored text with the passage asked for marked, its markup as text") func article() async throws {
        let page = try await ask("/articles/wire-1?version=1&from=19&to=36")
        #expect(page.body.contains("<p><mark id=\"passage\">Customs held the </mark>chips back.</p>"))
        #expect(page.body.contains("Chips &lt;held&gt; back") && !page.body.contains("<script>alert(1)"))
        #expect(page.body.contains("Found: the title in a heading (96%), the day of publication in its feed (50%)."))
        #expect(page.body.contains("<b>1 (this one)</b>, <a href=\"/articles/wire-1?version=2\">2</a>"))
    }

    @Test("an article is JSON too, with its places for citations and where its metadata was found") func articleJSON() async throws {
        let json = try await ask("/articles/wire-1.json?version=1")
        #expect(json.field("Content-Type") == "application/json")
        #expect(json.body.contains("\"provenance\":{\"published\":{\"confidence\":0.5,\"origin\":\"feed\"}"))
        #expect(json.body.contains("{\"kind\":\"paragraph\",\"range\":[19,47]}") && json.body.contains("\"versions\":[1,2]"))
        #expect(try await ask("/articles/nothing.json").status == 404)
    }

    @Test(
        "a passage outside the text is refused, not drawn", arguments: ["from=5&to=5", "from=0&to=99999", "from=-1&to=4", "from=x&to=4", "version=x"])
    func badPassages(query: String) async throws {
        #expect(try await ask("/articles/wire-1?\(query)").status == 400)
    }

    @Test("a passage that cuts a character is shown unmarked") func cutCharacter() async throws {
        #expect(try await ask("/articles/wire-1?from=1&to=19").status == 200)
    }

    @Test("search marks the words found and escapes what it shows") func search() async throws {
        let page = try await ask("/search?q=chips")
        #expect(page.body.contains("1 article with “chips”") && page.body.contains("<mark>chips</mark> back."))
        #expect(try await ask("/search?q=%3Cb%3Enone").body.contains("Nothing with “&lt;b&gt;none”"))
        #expect(try await ask("/search").body.contains("type=\"search\""))
    }

    @Test("a pasted brief is checked and the page shows verdict and passage") func audit() async throws {
        #expect(try await ask("/audit").body.contains("<textarea id=\"text\" name=\"text\""))
        let page = try await ask("/audit", method: .post, fields: Self.form, body: "text=Customs+let+%C3%A9+pass%3B+all")
        #expect(page.status == 200 && page.body.contains("Customs let é pass; all") && page.body.contains("1 is contradicted"))
    }

    @Test(
        "what another site sends is refused",
        arguments: [["Origin": "https://evil.example"], ["Origin": "null"], ["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"]])
    func foreignForms(fields: [String: String]) async throws {
        let all = fields.merging(["Content-Type": "application/x-www-form-urlencoded"]) { first, _ in first }
        #expect(try await ask("/audit", method: .post, fields: all, body: "text=x").status == 403)
    }

    @Test("a name that is not ours is refused, so that no page elsewhere can point its own name here") func rebinding() async throws {
        #expect(try await ask("/", hosts: ["big-picture.internal"]).status == 421)
        #expect(try await ask("/", hosts: nil).status == 200)
    }

    @Test(
        "what cannot be checked is told so",
        arguments: [
            ("text=", 400), ("text=+%0A", 400), ("other=x", 400), ("text=%FF", 400), ("text=%4", 400),
            ("text=" + String(repeating: "a", count: 1 << 20), 200), ("text=" + String(repeating: "a", count: 1 << 20 + 1), 413),
            ("text=" + String(repeating: "%41", count: 1 << 20) + "%41%41%41%41%41%41", 413),
        ])
    func forms(body: String, status: Int) async throws {
        #expect(try await ask("/audit", method: .post, fields: Self.form, body: body).status == status)
    }

    @Test("a form of another kind is refused") func otherForms() async throws {
        #expect(try await ask("/audit", method: .post, fields: ["Content-Type": "text/plain"], body: "text=x").status == 400)
    }

    @Test(
        "troubles are pages in the look of the house",
        arguments: [
            ("/nowhere", 404, "No such page"), ("/briefs/none", 404, "No such brief"), ("/briefs/none.json", 404, "No such brief"),
            ("/articles/none", 404, "No such article"), ("/articles/%ZZ", 400, "not complete"), ("/briefs/broken", 500, "fails its integrity check"),
        ])
    func troubles(path: String, status: Int, words: String) async throws {
        let page = try await ask(path)
        #expect(page.status == status && page.body.contains(words) && page.body.contains("class=\"brand\"") && page.body.contains("A sample."))
    }

    @Test("every answer carries the headers that keep it to itself", arguments: ["/", "/nowhere", "/briefs/chips", "/briefs/chips.json"])
    func headers(path: String) async throws {
        let page = try await ask(path)
        let policy = page.field("Content-Security-Policy") ?? ""
        #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && policy.hasSuffix("form-action 'self'; frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe") && page.field("X-Content-Type-Options") == "nosniff" && page.field("Referrer-Policy") == "same-origin")
    }

    @Test("HEAD is answered, other methods are not") func methods() async throws {
        #expect(try await ask("/", method: .head).status == 200)
        #expect([404, 405].contains(try await ask("/", method: .delete).status))
    }

    @Test("a stored edition tells as much of a topic as the brief it was written from") func storedEditions() throws {
        let brief = try SampleSite.brief()
        let json = String(decoding: render(brief, as: .json), as: UTF8.self)
        let edition = StoredEdition(topic: "chips", title: "Chips", asOf: brief.asOf, json: json)
        #expect(TopicSummary(edition) == TopicSummary(slug: "chips", title: "Chips", brief: brief))
        #expect(TopicSummary(StoredEdition(topic: "x", title: "X", asOf: brief.asOf, json: "{}")) == nil)
    }
}
