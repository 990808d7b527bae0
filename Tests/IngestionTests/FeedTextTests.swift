import BriefModel
import Fetching
import Ingestion
import Storage
import Testing

/// Pages that show only a beginning of what their feed carries whole. All made up.
@Suite struct FeedTextTests {
    private static let feedAddress = "https://valepost.example/feed.xml"
    private static let page = "https://valepost.example/n/1"
    private static let paragraphs = [
        "The council of Vale voted on Monday to keep the old bridge open to walkers until the new one is ready in the autumn of next year.",
        "Engineers had found cracks in two of its seven piers last winter, and lorries have been sent round by the mill road since then.",
        "Repairs will cost about four million, of which the county pays half and the town borrows the rest over a term of fifteen years.",
        "Shopkeepers on the quay say that they lost a third of their custom while the bridge was closed, and want the town to pay for it.",
        "The mayor answered that nobody had been promised money, but that rents for stalls on the market would be halved until October.",
        "A petition of nine hundred names asks for a ferry in the meantime; the council will take it up when it meets again in two weeks.",
    ]
    private static let wall = "<div class=paywall><p>Subscribe to continue reading.</p></div>"

    private static func feed(_ carried: [String], at link: String = page) -> Answer {
        let content = carried.map { "<p>\($0)</p>" }.joined()
        return .page(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Vale Post</title>
            <item><title>The bridge stays open</title><link>\(link)</link><pubDate>Fri, 06 Feb 2026 11:00:00 +0000</pubDate>
            <content:encoded><![CDATA[\(content)]]></content:encoded></item></channel></rss>
            """, type: "application/rss+xml", entityTag: "\"feed\"")
    }

    private static func page(_ shown: some Collection<String>, after: String = "") -> Answer {
        .page(
            """
            <!doctype html><html lang="en"><head><title>The bridge stays open</title></head><body><main><h1>The bridge stays open</h1>
            \(shown.map { "<p>\($0)</p>" }.joined())\(after)</main></body></html>
            """)
    }

    private func read(_ page: Answer, _ feed: Answer, into desk: Desk = Desk()) async throws -> (article: Article, raw: String) {
        try await desk.read(InMemoryFetcher([Self.feedAddress: feed, Self.page: page]), [.feed(Self.feedAddress)])
        let article = try #require(try await desk.library.articles().first)
        let raw = try await desk.library.rawBytes(of: article.id, version: article.version)
        return (article, String(decoding: raw ?? [], as: UTF8.self))
    }

    @Test func `where a page is cut short, the whole text that its feed carries is read, and said to`() async throws {
        let (article, raw) = try await read(Self.page(Self.paragraphs.prefix(2), after: Self.wall), Self.feed(Self.paragraphs))
        #expect(article.paragraphCount == Self.paragraphs.count)
        #expect(article.text.contains(Self.paragraphs[5]))
        #expect(article.provenance?.body?.origin == .feed)
        #expect(article.provenance?.title?.origin != .feed, "the rest is still the page's own word")
        #expect(raw.contains(Self.paragraphs[5]), "what the text was read from is kept")
    }

    @Test func `a page that nothing calls cut short is read as it is, whatever its feed carries`() async throws {
        let (article, raw) = try await read(Self.page(Self.paragraphs.prefix(2)), Self.feed(Self.paragraphs))
        #expect(article.paragraphCount == 2)
        #expect(article.provenance?.body == nil)
        #expect(raw.contains("<h1>"))
    }

    @Test func `a feed that carries no more than the page shows changes nothing`() async throws {
        let carried = Array(Self.paragraphs.prefix(4))
        let (article, _) = try await read(Self.page(Self.paragraphs.prefix(3), after: Self.wall), Self.feed(carried))
        #expect(article.paragraphCount == 3)
        #expect(article.provenance?.body == nil)
    }

    @Test func `a feed whose own text breaks off changes nothing`() async throws {
        let carried = Self.paragraphs.prefix(4) + [String(Self.paragraphs[4].dropLast(40)) + " […]"]
        let (article, _) = try await read(Self.page(Self.paragraphs.prefix(1), after: Self.wall), Self.feed(Array(carried)))
        #expect(article.paragraphCount == 1)
    }

    @Test func `a page that cannot be had is read from its own feed, never from another site's`() async throws {
        let own = Desk()
        try await own.read(InMemoryFetcher([Self.feedAddress: Self.feed(Self.paragraphs)]), [.feed(Self.feedAddress)])
        #expect(try await own.library.articles().first?.paragraphCount == Self.paragraphs.count)

        let feed = "https://linklog.example/feed.xml"
        let other = Desk()
        try await other.read(InMemoryFetcher([feed: Self.feed(Self.paragraphs)]), [.feed(feed)])
        #expect(try await other.library.articles().isEmpty)
    }

    @Test func `what another site's feed says of a page is never taken for its text`() async throws {
        let feed = "https://linklog.example/feed.xml"
        let web = InMemoryFetcher([feed: Self.feed(Self.paragraphs), Self.page: Self.page(Self.paragraphs.prefix(2), after: Self.wall)])
        let desk = Desk()
        try await desk.read(web, [.feed(feed)])
        let article = try #require(try await desk.library.articles().first)
        #expect(article.paragraphCount == 2)
        #expect(article.provenance?.body == nil)
    }

    @Test func `a beginning is not put over the whole text later, the whole page is`() async throws {
        let desk = Desk()
        let cut = Self.page(Self.paragraphs.prefix(2), after: Self.wall)
        _ = try await read(cut, Self.feed(Self.paragraphs), into: desk)
        // The feed has not changed, so what it carries is not at hand again.
        let (second, _) = try await read(cut, Self.feed(Self.paragraphs), into: desk)
        #expect(second.version == 1)
        #expect(second.paragraphCount == Self.paragraphs.count)
        let (third, _) = try await read(Self.page(Self.paragraphs + ["The ferry was added on Tuesday."]), Self.feed(Self.paragraphs), into: desk)
        #expect(third.version == 2)
        #expect(third.provenance?.body == nil)
    }
}

/// "3 hours ago" on a page that names no day.
@Suite struct RelativeDateReadingTests {
    private static let address = "https://valepost.example/n/2"

    private func published(_ sources: [String: Answer], _ source: BriefModel.SourceLocation) async throws -> Timestamp? {
        let page = Answer.page(
            """
            <!doctype html><html lang="en"><head><title>Talks go on</title></head><body><article><h1>Talks go on</h1><p class="byline">3 hours ago</p>
            <p>The ministry said on Tuesday that talks would go on in the spring, and that both sides had named their delegates.</p>
            <p>A second round is planned for June. Observers from nine countries were present when the first one ended.</p></article></body></html>
            """)
        let desk = Desk()
        try await desk.read(InMemoryFetcher(sources.merging([Self.address: page]) { one, _ in one }), [source])
        return try await desk.library.articles().first?.published
    }

    @Test func `is counted from when the page was fetched`() async throws {
        #expect(try await published([:], .page(Self.address)) == Timestamp(secondsSince1970: SampleWeb.now.secondsSince1970 - 3 * 3600))
    }

    @Test func `is not read where the feed tells the day`() async throws {
        let feed = """
            <rss version='2.0'><channel><title>Vale Post</title><item><title>T</title><link>\(Self.address)</link>
            <pubDate>Fri, 06 Feb 2026 11:00:00 GMT</pubDate></item></channel></rss>
            """
        let address = "https://valepost.example/feed.xml"
        let found = try await published([address: .page(feed, type: "application/rss+xml")], .feed(address))
        #expect(found?.description == "2026-02-06T11:00:00Z")
    }
}

extension Article {
    fileprivate var paragraphCount: Int { blocks.count { $0.kind == .paragraph } }
}
