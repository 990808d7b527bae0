import ArticleExtraction
import BriefModel
import Testing

@Suite struct PageRuleTests {
    let sentence = "The council voted on Tuesday to repair the old bridge before winter, the mayor said in a statement. "

    func article(_ body: String, head: String = "<title>The bridge is saved</title>", address: String = "http://example.org/n/1") throws
        -> ExtractedArticle
    {
        try ArticleExtractor().extract(page: Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8), charset: "utf-8", address: address)
    }

    @Test(arguments: [
        "<p hidden>SECRET</p>", "<p aria-hidden=true>SECRET</p>", "<p style='display: none'>SECRET</p>", "<p style='visibility:hidden'>SECRET</p>",
        "<p style='font-size:0px'>SECRET</p>", "<p style='position:absolute;left:-9999px'>SECRET</p>", "<p style='color:#FFF'>SECRET</p>",
        "<p style='color:white;background:#ffffff'>SECRET</p>", "<p style='opacity:0'>SECRET</p>", "<template><p>SECRET</p></template>",
        "<noscript><p>SECRET</p></noscript>", "<!-- <p>SECRET</p> -->", "<script>SECRET</script>", "<p style='text-indent:-1000em'>SECRET</p>",
    ])
    func whatAReaderCannotSeeIsNotRead(_ hidden: String) throws {
        let text = try article("<h1>The bridge is saved</h1><p>\(sentence)</p>\(hidden)<p>\(sentence)</p>").body.map(\.text)
        #expect(text.count == 2)
        #expect(!text.contains { $0.contains("SECRET") })
    }

    @Test func whiteTextOnADarkGroundIsSeen() throws {
        #expect(try article("<p>\(sentence)</p><p style='color:#fff;background:#000'>\(sentence)</p>").body.count == 2)
    }

    @Test func lineBreaksMakeParagraphsWhenDoubled() throws {
        let body = try article("<h1>The bridge is saved</h1><div>\(sentence)<br>\(sentence)<br> <br>\(sentence)</div>").body.map(\.text)
        let one = String(sentence.dropLast())
        #expect(body == [one + " " + one, one])
    }

    @Test func headingsListsAndQuotesKeepTheirKind() throws {
        let body = try article(
            "<article><p>\(sentence)</p><h2>Why now</h2><ul><li>\(sentence)</li></ul><blockquote><p>\(sentence)</p></blockquote></article>"
        ).body
        #expect(body.map(\.kind) == [.paragraph, .heading, .listItem, .quote])
    }

    @Test func whiteSpaceIsOneSpace() throws {
        #expect(try article("<p>A\u{00A0}b\n\t <b>c</b>d\u{2003}e, \(sentence)</p>").body.first?.text.hasPrefix("A b cd e, The council") == true)
    }

    @Test(arguments: [
        ("<meta property='article:published_time' content='2026-02-24T10:00:00+01:00'>", "2026-02-24T09:00:00Z"),
        ("<meta name='DC.date.issued' content='2026-02-24'>", "2026-02-24T00:00:00Z"),
        (
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2026-02-24T10:00Z\"}]}</script>",
            "2026-02-24T10:00:00Z"
        ),
    ])
    func datesAreReadFromData(_ head: String, _ expected: String) throws {
        #expect(try article("<p>\(sentence)</p>", head: head).published?.description == expected)
    }

    @Test(arguments: [
        "<p>Published 24 February 2026</p>", "<div class=dateline>24.02.2026</div>", "<p>Publié le 24 février 2026</p>", "<p>发布时间：2026年2月24日</p>",
        "<span itemprop=datePublished content='2026-02-24'>today</span>", "<p>Von Jane Doe, 24. Februar 2026</p>",
    ])
    func datesAreReadFromWhatAReaderSees(_ line: String) throws {
        let found = try article("<h1>The bridge is saved</h1>\(line)<p>\(sentence)</p><p>\(sentence) On 1 January 2020 it closed.</p>")
        #expect(found.published?.day.description == "2026-02-24")
    }

    @Test func theAddressDatesAPageThatDoesNot() throws {
        #expect(try article("<p>\(sentence)</p>", address: "http://example.org/2026/02/24/x.html").published?.day.description == "2026-02-24")
        #expect(try article("<p>\(sentence)</p>").published == nil)
    }

    @Test(arguments: [
        ("<p class=byline>By Jane Doe and John Roe</p>", ["Jane Doe", "John Roe"]),
        ("<div class=meta>24 February 2026 | By Jane Doe</div>", ["Jane Doe"]),
        ("<a rel=author href=/jd>Jane Doe</a>", ["Jane Doe"]), ("<p>By Jane Doe</p>", ["Jane Doe"]),
        ("<p>Von Jürgen Müller, 24. Februar 2026</p>", ["Jürgen Müller"]),
    ])
    func authorsAreReadFromTheByline(_ line: String, _ expected: [String]) throws {
        #expect(try article("<h1>The bridge is saved</h1>\(line)<p>\(sentence)</p><p>\(sentence)</p>").authors == expected)
    }

    @Test func theLanguageIsToldByItsWords() throws {
        #expect(try article("<p>Der Rat hat am Dienstag beschlossen, dass die alte Brücke vor dem Winter repariert wird.</p>").language == "de")
        #expect(
            try article("<p>Le conseil a décidé mardi que le vieux pont serait réparé avant l'hiver, a dit la maire dans une note.</p>").language
                == "fr")
    }

    @Test func agenciesAreCredited() throws {
        #expect(try article("<p>LONDON (Reuters) - \(sentence)</p>").creditLine == "(Reuters)")
        #expect(try article("<p class=byline>Associated Press</p><p>\(sentence)</p>").creditLine == "By Associated Press")
        #expect(try article("<p>\(sentence)</p>").creditLine == nil)
    }

    @Test func linksOfTheTextAreAbsolute() throws {
        #expect(try article("<nav><a href=/no>x</a></nav><p>\(sentence)<a href='../b?c=1#d'>here</a></p>").links == ["http://example.org/b?c=1"])
    }

    @Test(arguments: ["<p>|</p>", "<table><tr><td></td><td></td></tr></table>", "<td>|", "<div>|<br><br>|</div>"])
    func aLoneBarIsNoText(_ block: String) throws {
        #expect(try article("<p>\(sentence)</p>\(block)<p>\(sentence)</p>").body.count == 2)
    }

    @Test(arguments: ["", "   ", "<html></html>", "<p></p>"])
    func nothingIsNoArticle(_ page: String) {
        #expect(throws: ExtractionError.self) { try ArticleExtractor().extract(page: Array(page.utf8), charset: nil, address: "http://a/") }
    }

    @Test(arguments: [
        ("<div class=comment>", 200_000), ("<b>", 60_000), ("<p>x", 50_000), ("<table><tr><td>y", 30_000), ("<a href=/x>z</a> ", 50_000),
        ("<br>w", 100_000),
    ])
    func hostilePagesAreReadInLinearTime(_ piece: String, _ times: Int) {
        let clock = ContinuousClock()
        let start = clock.now
        let page = Array((String(repeating: piece, count: times) + sentence).utf8)
        do throws(ExtractionError) {
            _ = try ArticleExtractor().extract(page: page, charset: nil, address: "http://a/")
        } catch {
            #expect(error == .noText)
        }
        #expect(clock.now - start < .seconds(30))
    }
}

@Suite struct PageDataTests {
    func article(_ data: String) throws -> ExtractedArticle {
        let text = "<p>The council voted on Tuesday to repair the old bridge before winter, the mayor said in a statement.</p>"
        let page = "<title>T</title><script type='application/ld+json'>\(data)</script>\(text)"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "http://example.org/")
    }

    @Test func escapesListsAndLooseCommasAreRead() throws {
        let found = try article(
            #"[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"A \"B\" \u00e9\ud83d\ude00","author":[{"name":"Jane Doe"},"John Roe"],}]"#)
        #expect(found.title == "A \"B\" é😀")
        #expect(found.authors == ["Jane Doe", "John Roe"])
    }

    @Test(arguments: [
        "{", "[[[[", "{\"a\":", "\"", "{\"@type\":\"NewsArticle\",\"headline\":\"x", String(repeating: "[", count: 200_000),
        String(repeating: "{\"@graph\":", count: 50_000),
    ])
    func brokenDataCostsNothingElse(_ data: String) throws {
        #expect(try article(data).body.count == 1)
    }
}
