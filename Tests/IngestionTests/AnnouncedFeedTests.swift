import BriefModel
import Fetching
import Ingestion
import Storage
import Testing

/// A page where a feed was expected, as when the address of a site is written into a topic.
@Suite struct AnnouncedFeedTests {
    private static let site = "https://paper.example/"
    private static let feed = "https://paper.example/news.xml"
    private static let article = "https://paper.example/talks.html"

    private static func page(announcing feeds: [(address: String, title: String)]) -> Answer {
        let links = feeds.map { "<link rel='alternate' type='application/rss+xml' href='\($0.address)' title='\($0.title)'>" }
        return .page("<!doctype html><html><head><title>The Paper</title>\(links.joined())</head><body><p>Welcome.</p></body></html>")
    }

    private static let rss = Answer.page(
        "<rss version='2.0'><channel><title>The Paper</title><item><title>T</title><link>\(article)</link></item></channel></rss>",
        type: "application/rss+xml", entityTag: "\"1\"")

    private let desk = Desk()

    private func state() async throws -> SourceState {
        try #require(try await desk.library.sourceStates().first { $0.address == Self.site })
    }

    @Test func `the feed that a page announces is read instead, and the reader is told what to write into the topic`() async throws {
        let web = InMemoryFetcher([Self.site: Self.page(announcing: [("/news.xml", "News")]), Self.feed: Self.rss, Self.article: .story("Talks")])
        let report = try await desk.read(web, [.feed(Self.site)])
        #expect((report.feeds, report.new, report.failures.count) == (1, 1, 0))
        let notice = try #require(report.notices.first)
        #expect(notice.address == Self.site)
        #expect(notice.account.contains("the feed it announces, \(Self.feed), is read instead; write that address into your topic."))
        #expect(try await desk.library.articles().map(\.outlet) == ["paper.example"])

        let again = try await desk.read(web, [.feed(Self.site)])
        #expect(web.requestedAddresses.count { $0 == Self.site } == 1, "the page need not be asked for it twice")
        #expect(again.notices.map(\.address) == [Self.site], "told until the topic is mended")
        #expect(try await state().announcesFeed)
    }

    @Test func `of several feeds the first that is one is read, that of comments last, and the others are told`() async throws {
        let feeds = [("/comments/feed/", "Comments"), ("/broken.xml", "Old"), ("/news.xml", "News"), ("/sport.xml", "Sport")]
        let web = InMemoryFetcher([
            Self.site: Self.page(announcing: feeds), "https://paper.example/broken.xml": Answer(status: 404), Self.feed: Self.rss,
            Self.article: .story("Talks"),
        ])
        let report = try await desk.read(web, [.feed(Self.site)])
        #expect(report.notices.first?.account.contains("announces, \(Self.feed), is read") == true)
        #expect(
            report.notices.first?.account.hasSuffix(
                "It also announces https://paper.example/broken.xml, https://paper.example/sport.xml, https://paper.example/comments/feed/.") == true)
        #expect(web.unexpectedAddresses == [])
    }

    @Test func `a page that announces itself, or pages that announce each other, are not followed in circles`() async throws {
        let other = "https://paper.example/b"
        let web = InMemoryFetcher([
            Self.site: Self.page(announcing: [(Self.site, "Self"), ("#top", "Self"), (other, "B")]), other: Self.page(announcing: [(Self.site, "A")]),
        ])
        let report = try await desk.read(web, [.feed(Self.site)])
        #expect(web.requestedAddresses.filter { !$0.hasSuffix("robots.txt") } == [Self.site, other])
        #expect(report.failures.first?.reason.contains("what it announces, \(other), could not be read as one. It is an HTML page") == true)
    }

    @Test func `a page that announces many feeds, none of which is one, costs few requests`() async throws {
        let feeds = (0..<50).map { ("/\($0).xml", "Feed \($0)") }
        let answers = Dictionary(uniqueKeysWithValues: feeds.map { ("https://paper.example" + $0.0, Answer(status: 404)) })
        let web = InMemoryFetcher(answers.merging([Self.site: Self.page(announcing: feeds)]) { $1 })
        try await desk.read(web, [.feed(Self.site)])
        #expect(web.requestedAddresses.count { $0.hasSuffix(".xml") } == 3)
    }

    @Test func `a page cannot lead to this machine or its neighbours`() async throws {
        let inside = "http://192.168.0.1/feed.xml"
        let web = InMemoryFetcher([Self.site: Self.page(announcing: [(inside, "Router")]), inside: Self.rss], policy: .publicOnly)
        let report = try await desk.read(web, [.feed(Self.site)])
        #expect(!web.requestedAddresses.contains(inside))
        #expect(report.failures.map(\.address) == [Self.site])
        #expect(report.failures.first?.reason.contains(inside) == true)
    }

    @Test func `a page that announces no feed is a failure that says so`() async throws {
        let report = try await desk.read(InMemoryFetcher([Self.site: Self.page(announcing: [])]), [.feed(Self.site)])
        #expect(report.failures.first?.reason == "This is an HTML page, not a feed, and it announces none.")
    }

    @Test func `what was a feed and is a page now is not followed to another feed`() async throws {
        try await desk.read(InMemoryFetcher([Self.site: Self.rss, Self.article: .story("Talks")]), [.feed(Self.site)])
        let web = InMemoryFetcher([Self.site: Self.page(announcing: [("/news.xml", "News")]), Self.feed: Self.rss])
        let report = try await desk.read(web, [.feed(Self.site)])
        #expect(!web.requestedAddresses.contains(Self.feed))
        #expect(report.failures.first?.reason.contains("This was a feed and is an HTML page now. It announces \(Self.feed)") == true)
    }

    @Test func `when the announced feed is gone, the page is asked for another`() async throws {
        let next = "https://paper.example/all.xml"
        try await desk.read(
            InMemoryFetcher([Self.site: Self.page(announcing: [("/news.xml", "")]), Self.feed: Self.rss, Self.article: .story("Talks")]),
            [.feed(Self.site)])
        let web = InMemoryFetcher([
            Self.site: Self.page(announcing: [("/all.xml", "")]), Self.feed: Answer(status: 404), next: Self.rss, Self.article: .story("Talks"),
        ])
        #expect(try await desk.read(web, [.feed(Self.site)]).failures.map(\.address) == [Self.site])
        #expect(try await desk.read(web, [.feed(Self.site)]).failures.isEmpty)
        #expect(try await state().movedTo == next)
    }

    @Test func `an address that answers with its own feed again is no page any more`() async throws {
        var announcing = SourceState(address: Self.site, kind: .feed, failure: "Gone.", announcesFeed: true)
        announcing.lastRead = SampleWeb.now
        try await desk.library.save(sourceStates: [announcing])
        try await desk.read(InMemoryFetcher([Self.site: Self.rss, Self.article: .story("Talks")]), [.feed(Self.site)])
        #expect(try await !state().announcesFeed)
    }
}
