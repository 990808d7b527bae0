import BriefModel
import FeedParsing
import Testing

@Suite("Sitemaps")
struct SitemapTests {
    private func read(_ text: String) -> Sitemap? { SitemapReader.read(Array(text.utf8)) }

    @Test("a sitemap gives addresses with the day they changed")
    func plain() throws {
        let sitemap = try #require(
            read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- made by <url> hand -->
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <url><loc> https://paper.example/a?x=1&amp;y=2 </loc><lastmod>2026-02-06</lastmod><changefreq>daily</changefreq></url>
                  <url><lastmod>2026-02-07T10:00:00+01:00</lastmod><loc><![CDATA[https://paper.example/b?x=1&y=2]]></loc></url>
                  <url><priority>0.5</priority></url>
                </urlset>
                """))
        #expect(!sitemap.isIndex)
        #expect(sitemap.items.map(\.address) == ["https://paper.example/a?x=1&y=2", "https://paper.example/b?x=1&y=2"])
        #expect(sitemap.items.map { $0.date?.description } == ["2026-02-06T00:00:00Z", "2026-02-07T09:00:00Z"])
    }

    @Test("a news sitemap gives title, language and the moment of publication, which goes before that of change")
    func news() throws {
        let sitemap = try #require(
            read(
                """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://paper.example/a</loc><lastmod>2026-02-09</lastmod><news:news><news:publication><news:name>The Paper</news:name>
                <news:language>DE</news:language></news:publication><news:publication_date>2026-02-06T11:00:00Z</news:publication_date>
                <news:title>Abkommen &#x201E;unterzeichnet&#8220; &amp; gefeiert</news:title></news:news>
                <image:image xmlns:image="x"><image:loc>https://paper.example/picture.jpg</image:loc></image:image></url></urlset>
                """))
        let item = try #require(sitemap.items.first)
        #expect(item.address == "https://paper.example/a")
        #expect(item.date?.description == "2026-02-06T11:00:00Z")
        #expect(item.title == "Abkommen „unterzeichnet“ & gefeiert")
        #expect(item.language == "de")
    }

    @Test("an index gives further sitemaps")
    func index() throws {
        let sitemap = try #require(
            read("<sitemapindex><sitemap><loc>/news.xml.gz</loc><lastmod>2026-02-06</lastmod></sitemap></sitemapindex>"))
        #expect(sitemap.isIndex)
        #expect(sitemap.items.map(\.address) == ["/news.xml.gz"])
    }

    @Test("plain text is one when every line is an address")
    func text() {
        #expect(
            SitemapReader.read(text: Array("\u{FEFF}https://paper.example/a\r\n\r\n https://paper.example/b\n".utf8))?.items.map(\.address)
                == ["https://paper.example/a", "https://paper.example/b"])
        #expect(SitemapReader.read(text: Array("Dear reader,\nhttps://paper.example/b".utf8)) == nil)
        #expect(SitemapReader.read(text: []) == nil)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "<", "<html><body><url><loc>https://a.example/</loc></url></html>", "<rss><channel/></rss>", "<!-- <urlset> -->", "<urlsets/>",
        ])
    func others(text: String) {
        #expect(read(text) == nil)
        #expect(!SitemapReader.recognises(Array(text.utf8)))
    }

    @Test("a file that breaks off gives what it held")
    func cut() {
        let text = "<urlset><url><loc>https://paper.example/a</loc></url><url><loc>https://paper.ex"
        #expect(read(text)?.items.map(\.address) == ["https://paper.example/a"])
    }

    @Test("no bytes crash it, and none make it name more than the standard allows")
    func mutations() {
        let base = Array(
            "<?xml?><urlset><url><loc>https://a.example/&amp;&#x41;</loc><lastmod>2026-02-06</lastmod><![CDATA[x]]><!-- c --></url></urlset>".utf8)
        var seed: UInt64 = 7
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<2000 {
            var bytes = base
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            _ = SitemapReader.read(Array(bytes.prefix(next(bytes.count + 1))))
        }
        let many = "<urlset>" + String(repeating: "<url><loc>https://a.example/x</loc></url>", count: Sitemap.itemLimit + 10)
        #expect(read(many)?.items.count == Sitemap.itemLimit)
    }
}
