import BriefModel
import BriefWeb
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@Suite("The rooms to read in") struct ReadingRoomTests {
    private func ask(_ path: String, _ change: (inout SiteContent) throws -> Void = { _ in }) async throws -> (status: Int, body: String) {
        var content = try SampleSite.content()
        content.rooms = try SampleSite.rooms()
        try change(&content)
        return try await Application(router: BriefSite(content).router()).test(.router) { client in
            try await client.execute(uri: path, method: .get) { ($0.status.code, String(buffer: $0.body)) }
        }
    }

    @Test("every page leads to stories, people and search") func navigation() async throws {
        let body = try await ask("/").body
        for (path, title) in [("/stories", "Stories"), ("/people", "People"), ("/search", "Search")] {
            #expect(body.contains("<a href=\"\(path)\">\(title)</a>"))
            #expect(try await ask(path).body.contains("<a href=\"\(path)\" aria-current=\"page\">\(title)</a>"))
        }
    }

    @Test("stories stand in lanes with the way to each, and can be narrowed") func stories() async throws {
        let page = try await ask("/stories?topic=chips")
        #expect(page.body.contains("<a href=\"/stories/wire-1?topic=chips\">Chips &lt;held&gt; back</a>") && page.body.contains("<circle"))
        #expect(page.body.contains("<b>New. </b>") && page.body.contains("name=\"theme\"") == false, "one theme is no choice")
        #expect(try await ask("/stories?outlet=wire&language=en&theme=Customs").body.contains("/stories/wire-1"))
        let none = try await ask("/stories?language=de")
        #expect(none.status == 200 && none.body.contains("No story is left"))
        #expect(try await ask("/stories?topic=nothing").status == 404)
    }

    @Test("many stories are leafed through, each once") func leafing() async throws {
        let one = try SampleSite.studied()
        let stories = (0..<45).map { number in
            let known = one.stories[0]
            let story = Story(id: StoryID("s\(number)"), title: "Story \(number)", articles: ["wire-1"], updates: [], keyTerms: [])
            let timeline = TopicTimeline(
                topic: "Chips", asOf: SampleSite.day,
                lanes: known.timeline.lanes.map { TopicTimeline.Lane(story: story.id, title: story.title, steps: $0.steps) }, leftOut: 0)
            return StoryAccount(
                story: story, theme: nil, timeline: timeline, pieces: known.pieces, differences: [], coverage: nil, decisions: [])
        }
        let many = StudiedTopic(
            name: one.name, asOf: one.asOf, stories: stories, trends: one.trends, profiles: [], sayings: [], figures: [])
        var seen: [String] = []
        var path: String? = "/stories?topic=chips"
        while let next = path {
            let body = try await ask(next) { $0.rooms = try SampleSite.rooms(many) }.body
            seen += body.matches(of: /href="\/stories\/(s\d+)\?/).map { String($0.1) }
            path = body.firstMatch(of: /<a href="([^"]*)">Next<\/a>/).map { String($0.1).replacing("&amp;", with: "&") }
        }
        #expect(seen.count == 45 && Set(seen).count == 45)
    }

    @Test("a story has its dated updates, its articles with reprints folded, what is disputed and what was decided") func story() async throws {
        let page = try await ask("/stories/wire-1")
        for part in [
            "<a href=\"/stories?topic=chips\">Chips &amp; customs</a> · Story", "How it moved", "<time datetime=\"2026-02-16\">", "Customs held the ",
            "Number of chips: 34 / 35", "Two against one.", "Not followed", "2 articles, 1 after folding reprints, from 1 outlet.", "Reprinted by",
            "What was decided on it", "It is called “Chips &lt;held&gt; back”.", "<b>New. </b>",
        ] { #expect(page.body.contains(part), "\(part)") }
        #expect(try await ask("/stories/nothing").status == 404)
        #expect(try await ask("/stories/wire-1?topic=other").status == 404)
    }

    @Test("people and bodies are listed by how often they are named, and narrowed by kind and name") func people() async throws {
        #expect(try await ask("/people").body.contains("<a href=\"/people/jane%20doe?topic=chips\">Chips &lt;held&gt; back</a>"))
        #expect(try await ask("/people?kind=bodies").body.contains("Nobody of this kind or name"))
        #expect(try await ask("/people?kind=people&name=HELD").body.contains("/people/jane%20doe"))
        #expect(try await ask("/people?topic=nothing").status == 404)
    }

    @Test("a person has what it said with passages, and two pictures that a table tells as well") func profile() async throws {
        let page = try await ask("/people/jane%20doe")
        for part in [
            "Quoted and reported", "#passage", "Named in 1 article by 1 outlet", "When named", "aria-label=\"16 Feb: 1 article.\"",
            "Named together with", "<line class=\"tie\"", "<td class=\"num\">2</td>", "<a href=\"/people/bureau?topic=chips\">",
        ] { #expect(page.body.contains(part), "\(part)") }
        #expect(page.body.matches(of: /<line class="link"/).count == 2 && page.body.matches(of: /<tr>/).count == 2 + 1 + 3)
        #expect(try await ask("/people/nobody").status == 404)
    }

    @Test("without an edition the rooms say what to do", arguments: ["/stories", "/people", "/search?kind=quotes", "/search?kind=figures"])
    func empty(path: String) async throws {
        let page = try await ask(path) { $0.rooms = RoomsContent(topics: { [] }, studied: { _ in nil }) }
        #expect(page.status == 200 && page.body.contains("class=\"empty\"") && page.body.contains("All topics"))
        #expect(try await ask(path) { $0.rooms = nil }.status == 200)
    }

    @Test("an article says on whose word its sentences are, and on wish shows its text alone") func claims() async throws {
        let page = try await ask("/articles/wire-1?version=1")
        #expect(page.body.contains("<span class=\"claim attributed\">Customs held the chips back.</span>"))
        #expect(page.body.contains("[said by Jane &lt;Doe&gt;]") && page.body.contains("put down to somebody"))
        #expect(try await ask("/articles/wire-1?version=1&claims=0").body.contains("class=\"claim") == false)
        let passage = try await ask("/articles/wire-1?version=1&from=19&to=36")
        #expect(passage.body.contains("<mark id=\"passage\">") && !passage.body.contains("class=\"claim"), "a passage looked up stands alone")
        let both = try await ask("/articles/wire-1?version=1&from=19&to=36&claims=1")
        #expect(both.body.contains("<span class=\"claim attributed\"><mark id=\"passage\">Customs held the </mark>chips back.</span>"))
    }

    @Test("two versions of an article are one text with what changed marked") func versions() async throws {
        let page = try await ask("/articles/wire-1/changes?from=1&to=2") { content in
            content.article = { id, version in
                let text = version == 1 ? "Thirty-four states <signed> it." : "Thirty-five states <signed> it."
                let article = Article(
                    id: id, version: version ?? 2, address: "https://wire.example/1", outlet: "wire", title: "Rule", published: nil,
                    fetched: Timestamp(day: SampleSite.day), language: "en", body: [(.paragraph, text)])
                return id == "wire-1" ? StoredArticle(article: article, outlet: SampleSite.outlet, versions: [1, 2]) : nil
            }
        }
        #expect(page.body.contains("Thirty-<del>four</del><ins>five</ins> states &lt;signed&gt; it."))
        #expect(page.body.contains("Words taken out: 1. Words put in: 1."))
        #expect(try await ask("/articles/nothing/changes").status == 404)
        #expect(try await ask("/articles/wire-1/changes?from=x").status == 400)
        #expect(try await ask("/articles/wire-1?version=2").body.contains("/articles/wire-1/changes?from=1&amp;to=2"))
    }
}
