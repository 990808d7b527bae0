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
