import BriefModel
import BriefRendering
import BriefWeb
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

/// What publishers could write to harm a reader of the site, on every page that shows something of theirs.
@Suite("Hostile articles", .timeLimit(.minutes(10))) struct HostileArticleTests {
    struct Attack: CustomTestStringConvertible, Sendable {
        let name: String
        let words: String
        var address = "https://wire.example/1"
        var testDescription: String { name }
    }

    static let attacks: [Attack] = [
        Attack(name: "script", words: "<script>alert(1)</script>"),
        Attack(name: "script that leaves its place", words: "</title></textarea></style></script><script>alert(1)</script>"),
        Attack(name: "a picture that runs", words: "<img src=x onerror=alert(1)>"),
        Attack(name: "a drawing that runs", words: "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>"),
        Attack(name: "a frame", words: "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>"),
        Attack(name: "an attribute that is left", words: "\" onmouseover=\"alert(1)\" x=\"' onfocus='alert(1)' autofocus='"),
        Attack(name: "a comment", words: "--><script>alert(1)</script><!--"),
        Attack(name: "a form", words: "<form action=https://evil.example><button>Sign in</button></form>"),
        Attack(name: "another base", words: "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=https://evil.example\">"),
        Attack(name: "entities", words: "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;"),
        Attack(name: "an address that runs", words: "Read on", address: "javascript:alert(1)"),
        Attack(name: "an address that runs, in disguise", words: "Read on", address: "JaVaScRiPt\u{1}:alert(1)"),
        Attack(name: "an address that is a page", words: "Read on", address: "data:text/html,<script>alert(1)</script>"),
        Attack(name: "an address that leaves its attribute", words: "Read on", address: "https://wire.example/\"><script>alert(1)</script>"),
        Attack(name: "words in another order", words: "\u{202E}evil\u{2066}\u{202B}moc.elpmaxe"),
        Attack(name: "controls", words: "a\u{0}b\u{8}\u{1B}[2J\u{7F}\u{85}c"),
        Attack(name: "a name of a file", words: "../../../etc/passwd\u{0}.html"),
        Attack(name: "a name of a command", words: "$(reboot); `reboot` | reboot & C:\\Windows\\..\\"),
        Attack(name: "five megabytes", words: String(repeating: "a<b>", count: 5 << 18)),
        Attack(name: "a character of five megabytes", words: "e" + String(repeating: "\u{301}", count: 5 << 19)),
    ]

    /// A site on which everything a source can name says the words.
    private static func site(_ attack: Attack) throws -> BriefSite {
        let words = attack.words
        let article = Article(
            id: "wire-1", version: 1, address: attack.address, outlet: "wire", title: words, authors: [words],
            published: Timestamp(day: SampleSite.day), fetched: Timestamp(day: SampleSite.day), language: "en", creditLine: words,
            body: [(.paragraph, "Customs held the chips back."), (.heading, words), (.listItem, words), (.quote, words), (.code, words)])
        let outlet = Outlet(id: "wire", name: words)
        var content = try SampleSite.content()
        let brief = try brief(of: article, outlet)
        let failure = SourceFailure(address: attack.address + words, reason: words, since: Timestamp(day: SampleSite.day))
        let state = SourceState(address: attack.address + words, kind: .feed, failingSince: failure.since, failure: words, failuresInARow: 3)
        content.home = {
            SiteHome(
                topics: [TopicSummary(slug: "chips", title: words.shown(), brief: brief)],
                sources: SourceHealth(addresses: 1, failures: [failure], lastRead: nil))
        }
        content.brief = { _ in brief }
        content.sources = { ([state], failure.since) }
        content.article = { _, _ in StoredArticle(article: article, outlet: outlet, versions: [1, 2]) }
        let found = FoundArticle(id: article.id, title: words, outlet: outlet, day: SampleSite.day, language: "en", snippet: words)
        content.search = { _, _ in [found] }
        content.finding = SearchContent(
            matches: { _, _ in SearchMatches(matches: [SearchMatch(article)], isCut: false, isRanked: true) },
            excerpts: { _, _ in [article.id: Excerpt(title: words, parts: [.init(words), .init(words, isMarked: true)])] },
            nearest: { _, _ in NearestArticles(matches: [SearchMatch(article)], known: 1, isComplete: true) },
            paragraphs: { _, _ in [article.id: Excerpt(title: words, parts: [.init(words)])] }, outlets: { [outlet.id: outlet] })
        content.rooms = try SampleSite.rooms(SampleSite.studied(words: words, outlet: outlet))
        return BriefSite(content, hosts: nil)
    }

    private static func brief(of article: Article, _ outlet: Outlet) throws -> Brief {
        let start = article.blocks[1].range.lowerBound
        guard let passage = Passage(of: article, range: start..<start + 28) else { throw SampleSite.Unexpected() }
        let citation = Citation(passage: passage, marked: nil, outlet: outlet.id, day: SampleSite.day, language: "en")
        let statement = Statement(
            id: "held", text: "Customs held the chips back.", citations: [citation], corroboration: Corroboration(outlets: [outlet.id], origins: []))
        let draft = Draft(
            title: "Chips", topic: "Chips", headline: statement, deck: [],
            sections: [Section(kind: .overview, title: "Overview", blocks: [Block(statements: [statement])])],
            timeline: [DatedStatement(day: SampleSite.day, statement: statement)])
        let finding = Finding(text: statement.text, verdict: .supported, reasons: [.ok], note: "", evidence: [])
        return try Brief(
            admitting: draft, report: VerificationReport(findings: ["held": finding]), asOf: Timestamp(day: SampleSite.day),
            sources: [
                BriefSource(
                    number: 1, article: article.id, outlet: outlet, title: article.title, address: article.address, day: SampleSite.day,
                    language: "en", reprintedBy: [outlet.id])
            ],
            unread: [], counts: BriefCounts(articlesRead: 1, articlesOnTopic: 1, reprintsFolded: 0, outlets: 1, stories: 1, statementsDropped: 0))
    }

    private static let pages = [
        "/", "/sources", "/search?q=words", "/articles/wire-1", "/briefs/chips", "/briefs/chips/sources",
        "/stories", "/stories/wire-1", "/people", "/people/jane%20doe", "/search?kind=quotes", "/search?kind=figures", "/search?q=held&by=meaning",
        "/articles/wire-1?claims=1", "/articles/wire-1/changes?from=1&to=2",
    ]

    private static let plain = Task { try await load(Attack(name: "none", words: "Chips")) }

    @Test("are shown as words that do nothing, on pages of bounded size", arguments: attacks) func inert(attack: Attack) async throws {
        let plain = try await Self.plain.value
        for (path, page) in try await Self.load(attack) {
            let usual = try #require(plain[path])
            #expect(page.status == 200, "\(path)")
            #expect(page.tags.allSatisfy { usual.tags.contains($0) }, "\(path): \(page.tags.subtracting(usual.tags))")
            #expect(page.handlers == usual.handlers, "\(path)")
            #expect(!page.body.contains("href=\"javascript:") && !page.body.contains("href=\"data:"), "\(path)")
            #expect(!page.body.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) }, "\(path)")
            #expect(!page.body.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }, "\(path)")
            #expect(page.body.utf8.count < usual.body.utf8.count + 3 << 20, "\(path): \(page.body.utf8.count)")
            #expect(page.policy.hasPrefix("default-src 'none'") && !page.policy.contains("unsafe"), "\(path)")
        }
    }

    @Test("titles of five megabytes leave pages as small as others") func bounded() async throws {
        for attack in Self.attacks where attack.name.contains("five megabytes") {
            for (path, page) in try await Self.load(attack) where !path.hasPrefix("/articles/wire-1") {
                #expect(page.body.utf8.count < 150_000, "\(path): \(page.body.utf8.count)")
            }
        }
    }

    @Test("a long text is shown around the passage that is asked for, whole characters only") func longText() async throws {
        let text = String(repeating: "é", count: 1 << 20) + " Customs held the chips back."
        let article = Article(
            id: "long", address: "https://wire.example/long", outlet: "wire", title: "Long", published: nil, fetched: Timestamp(day: SampleSite.day),
            language: "en", body: [(.paragraph, text)])
        var content = try SampleSite.content()
        content.article = { _, _ in StoredArticle(article: article, outlet: SampleSite.outlet, versions: [1]) }
        let end = article.text.utf8.count
        let site = BriefSite(content, hosts: nil)
        try await Application(router: site.router()).test(.router) { client in
            for (query, isThere) in [("", false), ("?from=\(end - 28)&to=\(end)", true)] {
                try await client.execute(uri: "/articles/long\(query)", method: .get) { response in
                    let page = String(buffer: response.body)
                    #expect(page.contains("Customs held the chips back.</mark>") == isThere)
                    #expect(page.contains("ééé") && page.contains("too long for a page") && page.utf8.count < 1 << 20)
                }
            }
        }
    }

    private struct Shown {
        let status: Int
        let body: String
        let policy: String
        /// The names of its elements.
        let tags: Set<String>
        /// How many of them have a handler, outside of the values of attributes.
        let handlers: Int

        init(status: Int, body: String, policy: String) {
            self.status = status
            self.body = body
            self.policy = policy
            let parts = body.utf8.split(separator: UInt8(ascii: "<")).dropFirst()
            tags = Set(parts.map { String(decoding: $0.prefix { !Array(" >\n/".utf8).contains($0) }, as: UTF8.self) })
            handlers = parts.count { part in
                let tag = part.prefix { $0 != UInt8(ascii: ">") }
                return tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated().contains { place, piece in
                    place.isMultiple(of: 2) && String(decoding: piece, as: UTF8.self).contains(" on")
                }
            }
        }
    }

    private static func load(_ attack: Attack) async throws -> [String: Shown] {
        let site = try site(attack)
        return try await Application(router: site.router()).test(.router) { client in
            var shown: [String: Shown] = [:]
            for path in pages {
                shown[path] = try await client.execute(uri: path, method: .get) { response in
                    let policy = HTTPFields.Element.Name("Content-Security-Policy").flatMap { response.headers[$0] }
                    return Shown(status: response.status.code, body: String(buffer: response.body), policy: policy ?? "")
                }
            }
            return shown
        }
    }
}
