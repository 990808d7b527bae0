import BriefModel
import Fetching
import Ingestion
import Storage
import Testing

/// What reading leaves behind of how a source is doing, and how that guides the next reading.
@Suite struct SourceHealthTests {
    private static let feed = "https://news.example/feed.xml"
    private static let page = "https://news.example/a.html"
    private let desk = Desk()

    private static func feed(published: String = "Fri, 06 Feb 2026 11:00:00 GMT", fields: [String: String] = [:]) -> Answer {
        let body =
            "<rss version='2.0'><channel><title>News</title><item><title>T</title><link>\(page)</link><pubDate>\(published)</pubDate></item></channel></rss>"
        return Answer(status: 200, fields: ["content-type": "application/rss+xml"].merging(fields) { $1 }, body: Array(body.utf8))
    }

    private static let article = Answer.story("Talks go on")

    private func state(_ address: String = feed) async throws -> SourceState {
        try #require(try await desk.library.sourceStates().first { $0.address == address })
    }

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: SampleWeb.now.secondsSince1970 + seconds) }

    @Test func `a feed that its server calls fresh is not asked again before its time`() async throws {
        let web = InMemoryFetcher([Self.feed: Self.feed(fields: ["cache-control": "max-age=1800"]), Self.page: Self.article])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await state().notBefore == later(1800))
        let report = try await desk.read(web, [.feed(Self.feed)], at: later(1799))
        #expect((report.feeds, report.failures.count) == (1, 0))
        #expect(web.requestedAddresses.count { $0 == Self.feed } == 1)
        try await desk.read(web, [.feed(Self.feed)], at: later(1801))
        #expect(web.requestedAddresses.count { $0 == Self.feed } == 2)
    }

    @Test func `a server that calls a feed fresh for a year is believed for six hours`() async throws {
        let web = InMemoryFetcher([Self.feed: Self.feed(fields: ["cache-control": "max-age=31536000"]), Self.page: Self.article])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await state().notBefore == later(6 * 3600))
    }

    @Test func `a server that asks to be left alone is, and its failure is told meanwhile`() async throws {
        let busy = InMemoryFetcher([Self.feed: Answer(status: 429, fields: ["retry-after": "3600"])])
        try await desk.read(busy, [.feed(Self.feed)])
        #expect(try await state().notBefore == later(3600))
        let working = InMemoryFetcher([Self.feed: Self.feed(), Self.page: Self.article])
        let report = try await desk.read(working, [.feed(Self.feed)], at: later(3000))
        #expect(report.failures.map(\.address) == [Self.feed])
        #expect(working.requestedAddresses.isEmpty)
        #expect(try await desk.read(working, [.feed(Self.feed)], at: later(3601)).new == 1)
        #expect(try await state().condition(at: later(3601)) == .good)
    }

    @Test func `failures in a row are counted, and after five the source rests for longer and longer`() async throws {
        // One for each run: a fetcher that lives on leaves the host alone by itself.
        var broken: InMemoryFetcher { InMemoryFetcher([Self.feed: Answer(status: 500)]) }
        for count in 1...4 {
            try await desk.read(broken, [.feed(Self.feed)])
            #expect(try await state().failuresInARow == count)
            #expect(try await state().notBefore == nil)
        }
        try await desk.read(broken, [.feed(Self.feed)])
        #expect(try await state().notBefore == later(3600))
        try await desk.read(broken, [.feed(Self.feed)], at: later(3601))
        #expect(try await state().notBefore == later(3601 + 7200))
        #expect(try await state().condition(at: later(9000)) == .failing(since: SampleWeb.now, inARow: 6, why: "The server answered 500."))
    }

    @Test func `what was taken down for good is marked, left alone for a month, and looked at again`() async throws {
        let gone = InMemoryFetcher([Self.feed: Answer(status: 410)])
        let report = try await desk.read(gone, [.feed(Self.feed)])
        #expect(report.failures.first?.reason.contains("for good") == true)
        #expect(try await state().condition(at: SampleWeb.now) == .gone)
        try await desk.read(gone, [.feed(Self.feed)], at: later(29 * 86_400))
        #expect(gone.requestedAddresses.count { $0 == Self.feed } == 1)
        let back = InMemoryFetcher([Self.feed: Self.feed(), Self.page: Self.article])
        try await desk.read(back, [.feed(Self.feed)], at: later(31 * 86_400))
        #expect(try await !state().isGone)
    }

    @Test func `a feed that moved for good is asked for at its new place, and at the old one when that fails`() async throws {
        let new = "https://feeds.news.example/all"
        let web = InMemoryFetcher([Self.feed: .redirect(to: new, status: 301), new: Self.feed(), Self.page: Self.article])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await state().movedTo == new)
        try await desk.read(web, [.feed(Self.feed)])
        #expect(web.requestedAddresses.count { $0 == Self.feed } == 1)
        #expect(web.requestedAddresses.count { $0 == new } == 2)

        try await desk.read(InMemoryFetcher([new: Answer(status: 404)]), [.feed(Self.feed)])
        #expect(try await state().movedTo == nil)
        let report = try await desk.read(InMemoryFetcher([Self.feed: Self.feed(), Self.page: Self.article]), [.feed(Self.feed)])
        #expect(report.failures.isEmpty)
    }

    @Test func `a passing redirect is followed each time`() async throws {
        let web = InMemoryFetcher([
            Self.feed: .redirect(to: "https://cdn.example/1", status: 302), "https://cdn.example/1": Self.feed(), Self.page: Self.article,
        ])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await state().movedTo == nil)
    }

    @Test func `a feed remembers when it published, through readings that found nothing new`() async throws {
        for day in 1...7 {
            let web = InMemoryFetcher([Self.feed: Self.feed(published: "0\(day) Feb 2026 06:00:00 GMT"), Self.page: Self.article])
            try await desk.read(web, [.feed(Self.feed)])
        }
        let state = try await self.state()
        #expect(state.kind == .feed)
        #expect(state.publications.usualGap == 86_400)
        #expect(state.condition(at: SampleWeb.now) == .silent(since: Timestamp(day: CalendarDay(iso: "2026-02-07")!, hour: 6), usualGap: 86_400))
        #expect(try await self.state(Self.page).kind == .article)
    }

    @Test func `plain addresses are asked side by side, and come in the order they were named`() async throws {
        let addresses = (0..<40).map { "https://site\($0).example/page.html" }
        let web = InMemoryFetcher(Dictionary(uniqueKeysWithValues: addresses.map { ($0, Self.article) }))
        let report = try await desk.read(web, addresses.map { .address($0) })
        #expect(report.new == 40)
        #expect(try await desk.library.sourceStates().filter { $0.kind == .page }.count == 40)
    }

    @Test func `a plain address that was a feed is asked once, not twice, the next time`() async throws {
        let web = InMemoryFetcher([Self.feed: Self.feed(), Self.page: Self.article])
        try await desk.read(web, [.address(Self.feed)])
        let before = web.requestedAddresses.count { $0 == Self.feed }
        try await desk.read(web, [.address(Self.feed)])
        #expect(web.requestedAddresses.count { $0 == Self.feed } == before + 1)
    }

    @Test func `what a publisher asks is kept with the article: of the page, its fields, its feed and its site`() async throws {
        let rss = """
            <rss version='2.0' xmlns:rsl='https://rslstandard.org/rsl'><channel><title>News</title><item><title>T</title><link>\(Self.page)</link>
            <rsl:content url='\(Self.page)'/></item></channel></rss>
            """
        let story = Answer.story("Talks go on")
        let page = Answer(status: 200, fields: ["content-type": "text/html", "x-robots-tag": "noarchive", "tdm-reservation": "1"], body: story.body)
        let web = InMemoryFetcher([
            "https://news.example/robots.txt": .page("License: /license.xml"), Self.feed: .page(rss, type: "application/rss+xml"), Self.page: page,
        ])
        try await desk.read(web, [.feed(Self.feed)])
        let article = try #require(try await desk.library.articles().first)
        #expect(article.wishes?.directives == [.noarchive])
        #expect(article.wishes?.reservesMining == true)
        #expect(article.wishes?.licences.contains("https://news.example/license.xml") == true)
    }

    @Test func `a dead link in a feed does not cost the feed a full answer in every run`() async throws {
        var feed = Self.feed(fields: ["etag": "\"1\""])
        let web = InMemoryFetcher([Self.feed: feed, Self.page: Answer(status: 404)])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await state().entityTag == "\"1\"")
        feed = Self.feed(fields: ["etag": "\"2\""])
        try await desk.read(InMemoryFetcher([Self.feed: feed, Self.page: Answer(status: 503)]), [.feed(Self.feed)])
        #expect(try await state().entityTag == nil, "a page that may come right is asked for again")
    }
}
