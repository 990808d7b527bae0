import BriefModel
import FeedParsing
import Testing

@Suite("What publishers ask of those who use their pages")
struct UsageWishTests {
    private func wishes(page: String = "", fields: [String: String] = [:]) -> UsageWishes {
        var reader = UsageWishReader(address: "https://paper.example/news/1")
        reader.read(fields: fields)
        reader.read(page: Array(page.utf8))
        return reader.found
    }

    @Test("directives of the robots meta element, ours and everybody's")
    func meta() {
        let page =
            "<!doctype html><html><head><META content='NoIndex, NOARCHIVE,noai' name=Robots><meta name='bigpicture' content='max-snippet:80'></head>"
        #expect(wishes(page: page) == UsageWishes(directives: [.noai, .noarchive, .noindex], longestSnippet: 80))
        #expect(wishes(page: "<meta name=googlebot content=noindex>").isEmpty)
        #expect(wishes(page: "<meta name=robots content='none'>").directives == [.nofollow, .noindex])
        #expect(wishes(page: "<meta name=robots content='max-snippet:-1, index, max-image-preview:large'>").isEmpty)
    }

    @Test(
        "a field may speak to one agent only",
        arguments: [
            ("noindex, nosnippet", [UsageWishes.Directive.noindex, .nosnippet]), ("otherbot: noindex, nofollow", []),
            ("otherbot: noindex, bigpicture: noarchive", [.noarchive]), ("unavailable_after: 25 Jun 2027 15:00:00 GMT, noarchive", [.noarchive]),
            ("*: noai", [.noai]), ("", []), (",,:,", []),
        ])
    func field(text: String, directives: [UsageWishes.Directive]) { #expect(wishes(fields: ["x-robots-tag": text]).directives == directives) }

    @Test("a reservation of text and data mining, in a field or in the page")
    func mining() {
        #expect(
            wishes(fields: ["tdm-reservation": "1", "tdm-policy": "/terms.json"])
                == UsageWishes(reservesMining: true, miningPolicy: "https://paper.example/terms.json"))
        #expect(wishes(page: "<meta name=tdm-reservation content=1>", fields: ["tdm-reservation": "0"]).reservesMining == true)
        #expect(wishes(fields: ["tdm-reservation": "0"]).reservesMining == false)
    }

    @Test("licences are kept by address, each once")
    func licences() {
        let page =
            "<head><link rel='license' type='application/rsl+xml' href='/license.xml'><link rel=license href='https://creativecommons.org/licenses/by/4.0/'>"
        let found = wishes(page: page, fields: ["link": "</license.xml>; rel=\"license\"; type=\"application/rsl+xml\""])
        #expect(found.licences == ["https://paper.example/license.xml", "https://creativecommons.org/licenses/by/4.0/"])
        #expect(found.inWords == "Licence: https://paper.example/license.xml, https://creativecommons.org/licenses/by/4.0/.")
    }

    @Test("what stands after a script counts, whatever the script compares")
    func afterScript() {
        #expect(wishes(page: "<script>if (a<b && c</d/.e) f()</SCRIPT ><meta name=robots content=noindex>").directives == [.noindex])
    }

    @Test("no bytes crash it, and twice as many take about twice as long")
    func hostile() {
        var seed: UInt64 = 3
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let base = Array("<head><script>a<b</script><meta name='robots' content=\"noindex\"><link rel=license href=/l><!-- x --></head>".utf8)
        for _ in 0..<2000 {
            var bytes = base
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            var reader = UsageWishReader(address: "https://paper.example/")
            reader.read(page: Array(bytes.prefix(next(bytes.count + 1))))
            _ = reader.found
        }
        for piece in ["<", "<!--", "<script>", "<meta name=", "</", "<meta a a a a ", "<link rel='"] {
            func time(_ count: Int) -> Duration {
                let page = Array(String(repeating: piece, count: count / piece.utf8.count).utf8)
                return ContinuousClock().measure {
                    var reader = UsageWishReader(address: "https://paper.example/")
                    reader.read(page: page)
                }
            }
            let (one, two) = (time(60_000), time(120_000))
            #expect(two < one * 8 + .milliseconds(200), "\(piece)")
        }
    }

    @Test(
        "what stands in scripts, comments, titles or the text is no wish",
        arguments: [
            "<script>document.write(\"<meta name=robots content=noindex>\")</script>", "<!-- <meta name=robots content=noindex> -->",
            "<title><meta name=robots content=noindex></title>", "<body><meta name=robots content=noindex>",
            "</head><meta name=robots content=noindex>",
            "<noscript><meta name=robots content=noindex></noscript>", "<meta name=robots>", "<meta",
        ])
    func none(page: String) { #expect(wishes(page: page).isEmpty) }
}
