import ArticleExtraction
import BriefModel
import Testing

@Suite struct HostileMetadataTests {
    private func page(data: String) -> [UInt8] {
        Array("<html><head><title>T</title><script type='application/ld+json'>\(data)</script></head><body>\(MetadataPage.text)</body></html>".utf8)
    }

    private func read(_ page: [UInt8]) throws -> ExtractedArticle {
        try ArticleExtractor().extract(page: page, charset: "utf-8", address: "https://valepost.example/news/bridge")
    }

    @Test(arguments: [
        #"{"@type":"NewsArticle","headline":"The bridge is saved",}"#,
        #"// data \#n{"@type":"NewsArticle", /* x */ "headline":"The bridge is saved"}"#,
        #"<![CDATA[ {"@type":"NewsArticle","headline":"The bridge is saved"} ]]>"#,
        #"{"@type":"WebSite"}{"@type":"NewsArticle","headline":"The bridge is saved"}"#,
        #"{"@type":"NewsArticle","description":"He said "never" to it","headline":"The bridge is saved"}"#,
        "{\"@type\":\"NewsArticle\",\"description\":\"one\ntwo\u{01}\",\"headline\":\"The bridge is saved\"}",
        #"{"@type":"NewsArticle" "headline":"The bridge is saved"}"#, #"<!-- {"@type":["Thing","NewsArticle"],"headline":"The bridge is saved"} -->"#,
    ])
    func theUsualFaultsOfLinkedDataCostNothing(_ data: String) throws {
        #expect(try read(page(data: data)).title == "The bridge is saved")
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000), String(repeating: "{\"@graph\":[", count: 100_000),
        String(repeating: "{\"@type\":\"NewsArticle\",\"author\":[", count: 50_000), String(repeating: "\"", count: 200_000),
        String(repeating: "{\"@id\":\"#a\",\"name\":{\"@id\":\"#a\"}},", count: 20_000),
        "{\"headline\":\"" + String(repeating: "\\u12", count: 100_000),
        String(repeating: "/*", count: 100_000), String(repeating: "{}", count: 200_000),
    ])
    func hostileLinkedDataEndsSoonAndCostsOnlyItself(_ data: String) throws {
        #expect(try read(page(data: data)).body.count == 1)
    }

    @Test func tenMegabytesOfDataAreNotRead() throws {
        let data = "[" + String(repeating: #"{"@type":"NewsArticle","headline":"x","author":{"name":"y"}},"#, count: 160_000) + "{}]"
        #expect(try read(page(data: data)).body.count == 1)
    }

    /// Twice the page may take thrice the time, with room for a busy machine; a square would take four times and more.
    @Test(arguments: [
        "<div class='comment'>", "<p class=author>By Jane Doe</p>", "<time datetime=2026-01-01>x</time>", "<h2 class=title>x y</h2>",
        "<div class=title>", "<span itemprop=author itemscope>", "<p>Published 1/2/2026</p>", "<a rel=author href=/author/x>x</a>",
        "<meta name=author content='Jane Doe'>", "<p>by by by</p>", "<h1><b>x",
        "<header><h1>x", "<div class=sidebar><h1>x</h1>", "<div class=related><h1>x</h1></div>", "<h1>x</h1><header>y</header>",
        "<b class=promo><a href=/x><p>word", "<pre><code>x=1;</code>", "<pre>",
    ])
    func timeGrowsWithThePageNotWithItsSquare(_ piece: String) throws {
        func seconds(_ count: Int) -> Double {
            let bytes = Array(("<title>T</title>" + MetadataPage.text + String(repeating: piece, count: count)).utf8)
            let clock = ContinuousClock()
            return (0..<2).map { _ in clock.measure { _ = try? read(bytes) } }.map {
                Double($0.components.attoseconds) / 1e18 + Double($0.components.seconds)
            }.min() ?? 0
        }
        let (small, large) = (seconds(4000), seconds(16_000))
        #expect(large < max(small, 0.05) * 12, "\(piece): \(small) s, \(large) s")
    }

    @Test func changedBytesNeverCrashTheReader() throws {
        let whole = Array(
            """
            <html lang=en><head><title>The bridge is saved - Vale Post</title><meta property=article:published_time content="2026-03-02T09:00:00Z">
            <meta name=author content="Jane Doe"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The \\u00e9 bridge",
            "datePublished":"2026-03-02","author":[{"@type":"Person","name":"Jane Doe"},{"@id":"#x"}]}]}</script></head><body><h1>The bridge</h1>
            <p class=byline>By Jane Doe, 02.03.2026 | Updated 3/4/2026</p><time datetime="2026-03-02">today</time>\(MetadataPage.text)</body></html>
            """.utf8)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33)
        }
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...(next() % 8) {
                let place = next() % bytes.count
                switch next() % 3 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
                }
            }
            let found = try? read(bytes)
            if let mark = found?.provenance.title { #expect((0...1).contains(mark.confidence)) }
        }
    }
}
