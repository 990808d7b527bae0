import BriefModel
import Fetching
import Ingestion
import Storage
import Testing

/// Sitemaps as sources. The clock stands at 1 March 2026.
@Suite struct SitemapReadingTests {
    private static let root = "https://paper.example"
    private let desk = Desk()

    private static func urls(_ items: (path: String, date: String?)...) -> Answer {
        let body = items.map { "<url><loc>\(root)\($0.path)</loc>\($0.date.map { "<lastmod>\($0)</lastmod>" } ?? "")</url>" }.joined()
        return .page("<urlset>\(body)</urlset>", type: "application/xml")
    }

    private static func index(_ items: (path: String, date: String?)...) -> Answer {
        let body = items.map { "<sitemap><loc>\($0.path)</loc>\($0.date.map { "<lastmod>\($0)</lastmod>" } ?? "")</sitemap>" }.joined()
        return .page("<sitemapindex>\(body)</sitemapindex>", type: "application/xml")
    }

    private static func article(_ title: String) -> Answer { .story(title) }

    private func pages(of web: InMemoryFetcher) -> [String] {
        web.requestedAddresses.filter { $0.contains("/news/") }.map { String($0.dropFirst(Self.root.count)) }.sorted()
    }

    @Test func `a site's sitemaps are found in its robots.txt, and only what is fresh is read`() async throws {
        let web = InMemoryFetcher([
            Self.root + "/robots.txt": .page("User-agent: *\nDisallow: /private\nSitemap: \(Self.root)/maps/index.xml"),
            Self.root + "/maps/index.xml": Self.index(("new.xml", "2026-02-28"), ("/maps/old.xml", "2019-01-01")),
            Self.root + "/maps/new.xml": Self.urls(
                ("/news/1", "2026-02-28"), ("/news/2", "2026-02-27T10:00:00Z"), ("/news/3", "2025-12-01"), ("/news/4", nil)),
            Self.root + "/news/1": Self.article("One"), Self.root + "/news/2": Self.article("Two"),
        ])
        let report = try await desk.read(web, [.sitemap(Self.root + "/")])
        #expect(report.new == 2)
        #expect(report.failures.isEmpty)
        #expect(web.unexpectedAddresses.isEmpty)
        #expect(pages(of: web) == ["/news/1", "/news/2"])
        let state = try #require(try await desk.library.sourceStates().first { $0.kind == .sitemap })
        #expect(state.address == Self.root + "/")
        #expect(state.publications.moments.count == 2)
    }

    @Test func `without a word in robots.txt the usual places are tried`() async throws {
        let web = InMemoryFetcher([
            Self.root + "/sitemap.xml": Answer(status: 404), Self.root + "/sitemap_index.xml": Answer(status: 404),
            Self.root + "/news-sitemap.xml": Self.urls(("/news/1", "2026-02-28")), Self.root + "/news/1": Self.article("One"),
        ])
        #expect(try await desk.read(web, [.sitemap(Self.root)]).new == 1)
    }

    @Test func `a site without any says so`() async throws {
        let web = InMemoryFetcher([
            Self.root + "/sitemap.xml": .page("<!doctype html><p>Not here"), Self.root + "/sitemap_index.xml": .page(""),
            Self.root + "/news-sitemap.xml": .page("no"),
        ])
        #expect(try await desk.read(web, [.sitemap(Self.root)]).failures.first?.reason == "No sitemap was found there.")
    }

    @Test func `any address that turns out to be a sitemap is read as one`() async throws {
        let web = InMemoryFetcher([
            Self.root + "/map": Self.urls(("/news/1", "2026-02-28")), Self.root + "/news/1": Self.article("One"),
        ])
        #expect(try await desk.read(web, [.address(Self.root + "/map")]).new == 1)
        #expect(web.requestedAddresses.count { $0.hasSuffix("/map") } == 1)
    }

    @Test func `a text sitemap has no dates, so what there is room for is read`() async throws {
        var desk = desk
        desk.limits.entriesPerFeed = 2
        let list = (1...5).map { "\(Self.root)/news/\($0)" }
        var answers = Dictionary(uniqueKeysWithValues: list.map { ($0, Self.article($0)) })
        answers[Self.root + "/sitemap.txt"] = .page(list.joined(separator: "\n"), type: "text/plain")
        #expect(try await desk.read(InMemoryFetcher(answers), [.sitemap(Self.root + "/sitemap.txt")]).new == 2)
    }

    @Test func `a second reading looks back to the first and a day more`() async throws {
        let web = InMemoryFetcher([
            Self.root + "/map.xml": Self.urls(("/news/1", "2026-02-28"), ("/news/2", "2026-02-24"), ("/news/3", "2026-03-08")),
            Self.root + "/news/1": Self.article("One"), Self.root + "/news/2": Self.article("Two"), Self.root + "/news/3": Self.article("Three"),
        ])
        try await desk.read(web, [.sitemap(Self.root + "/map.xml")])
        let before = web.requestedAddresses.count
        try await desk.read(
            web, [.sitemap(Self.root + "/map.xml")], at: Timestamp(secondsSince1970: SampleWeb.now.secondsSince1970 + 7 * 86_400))
        #expect(web.requestedAddresses.dropFirst(before).filter { $0.contains("/news/") } == [Self.root + "/news/3"])
    }

    @Test func `an index that names itself, or files without end, is walked within bounds`() async throws {
        var desk = desk
        desk.limits.sitemaps = SitemapLimits(files: 5, depth: 3)
        var answers = [Self.root + "/0.xml": Self.index(("/0.xml", nil), ("/1.xml", nil), ("/2.xml", nil))]
        for number in 1..<30 { answers[Self.root + "/\(number).xml"] = Self.index(("/\(number * 2).xml", nil), ("/\(number * 2 + 1).xml", nil)) }
        let web = InMemoryFetcher(answers)
        _ = try await desk.read(web, [.sitemap(Self.root + "/0.xml")])
        #expect(Set(web.requestedAddresses.filter { $0.hasSuffix(".xml") }).count <= 6)
    }
}
