import ArticleExtraction
import BriefModel
import Testing

/// A made-up page around the parts a test is about.
enum MetadataPage {
    static let text =
        "<p>The council voted on Tuesday to repair the old bridge before winter, and the mayor said in a statement that work would begin at once.</p>"

    static func article(
        head: String = "<title>The bridge is saved - Vale Post</title>", body: String, language: String = "en",
        address: String = "https://valepost.example/news/bridge", latest: CalendarDay? = nil
    ) throws -> ExtractedArticle {
        let page = "<html lang=\(language)><head>\(head)</head><body>\(body)</body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: address, latest: latest)
    }
}

@Suite struct TitleTests {
    private let text = MetadataPage.text

    @Test(arguments: [
        "The bridge is saved - Vale Post", "The bridge is saved | Vale Post", "Vale Post: The bridge is saved", "The bridge is saved — Vale Post",
    ])
    func theSiteIsCutOffThePageTitle(_ title: String) throws {
        let head = "<title>\(title)</title><meta property=og:site_name content='Vale Post'>"
        #expect(try MetadataPage.article(head: head, body: "<div>\(text)\(text)</div>").title == "The bridge is saved")
    }

    @Test func theHeadlineAReaderSeesGoesBeforeTheOneForSearchEngines() throws {
        let head =
            "<title>Bridge saved? All you need to know | Vale Post</title><meta property=og:title content='Old bridge is saved by the council'>"
        let found = try MetadataPage.article(head: head, body: "<main><h1>Old bridge is saved by the council</h1>\(text)\(text)</main>")
        #expect(found.title == "Old bridge is saved by the council")
        #expect(found.provenance.title?.origin == .heading)
    }

    @Test func theNameOfTheSiteInAHeadingIsNoHeadline() throws {
        let body = "<header><h1><a href='/'>Vale Post</a></h1></header><article><h2>The bridge is saved</h2>\(text)\(text)</article>"
        #expect(try MetadataPage.article(body: body).title == "The bridge is saved")
    }

    @Test func entitiesEscapedTwiceAreReadOnce() throws {
        let head = "<title>x</title><meta property=og:title content='Mayor &amp;quot;delighted&amp;quot; by the bridge'>"
        #expect(try MetadataPage.article(head: head, body: text + text).title == "Mayor \"delighted\" by the bridge")
    }
}

@Suite struct AuthorTests {
    private func authors(_ body: String, head: String = "<title>The bridge is saved</title>") throws -> [String] {
        try MetadataPage.article(head: head, body: "<main><h1>The bridge is saved</h1>\(body)\(MetadataPage.text)\(MetadataPage.text)</main>").authors
    }

    @Test(arguments: [
        ("<p class=byline>By Jane Doe and John Roe</p>", ["Jane Doe", "John Roe"]),
        ("<p>Von Christoph von Eichhorn</p>", ["Christoph von Eichhorn"]),
        ("<p class=author>By Jane Doe (jane@valepost.example)</p>", ["Jane Doe"]),
        ("<p>Par Chloé Dupont | Publié le 3 mars 2026</p>", ["Chloé Dupont"]),
        ("<p>Posted on 3 March 2026 by Jane Doe</p>", ["Jane Doe"]),
        ("<div class=meta>Autor: Max Muster am Dienstag, 3. März 2026</div>", ["Max Muster"]),
        ("<p>By</p><p><a href='/author/jd'>Jane Doe</a></p>", ["Jane Doe"]),
        (
            "<span itemprop=author itemscope itemtype='http://schema.org/Person'><span itemprop=name>Jane Doe</span> <i>Senior editor</i></span>",
            ["Jane Doe"]
        ),
        ("<p>Local staff, 3 March 2026</p>", ["Local staff"]),
    ])
    func namesAreReadAndCleaned(_ line: String, _ expected: [String]) throws { #expect(try authors(line) == expected) }

    @Test func personsOfTheLinkedDataAreFoundThroughTheirReferences() throws {
        let head = """
            <title>The bridge is saved</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"NewsArticle","headline":"The bridge is saved","author":{"@id":"#jd"}},
            {"@type":"Person","@id":"#jd","name":"Jane Doe"},{"@type":"Organization","name":"Vale Post"}]}</script>
            """
        #expect(try authors("", head: head) == ["Jane Doe"])
    }

    @Test func anAddressOfASocialNetworkIsNoAuthor() throws {
        #expect(
            try authors("", head: "<title>The bridge is saved</title><meta property=article:author content='https://facebook.com/valepost'>").isEmpty)
    }

    @Test func authorsOfCommentsAreNotTheArticles() throws {
        let comments = "<section class=comments><div class=comment><span class=author>angry_reader</span><p>Never!</p></div></section>"
        #expect(try authors("<p class=byline>By Jane Doe</p>" + MetadataPage.text + comments) == ["Jane Doe"])
    }

    @Test func whereNobodySignsNobodyIsNamed() throws { #expect(try authors("<p>Share this</p>").isEmpty) }
}

@Suite struct PublicationDayTests {
    private func found(_ body: String, head: String = "<title>The bridge is saved</title>", language: String = "en", latest: CalendarDay? = nil)
        throws -> ExtractedArticle
    {
        try MetadataPage.article(
            head: head, body: "<main><h1>The bridge is saved</h1>\(body)\(MetadataPage.text)\(MetadataPage.text)</main>", language: language,
            latest: latest)
    }

    @Test func theDayIsTheOneOfItsReadersNotTheOneInUTC() throws {
        let german = "<title>x</title><meta property=article:published_time content='2026-03-02T23:30:00Z'>"
        let late = try found("", head: german, language: "de")
        #expect(late.publishedDay?.description == "2026-03-03")
        #expect(late.published?.description == "2026-03-02T23:30:00Z")
        let american = "<title>x</title><meta property=article:published_time content='2026-03-02T23:30:00-05:00'>"
        #expect(try found("", head: american).publishedDay?.description == "2026-03-02")
    }

    @Test func figuresAreReadInTheOrderOfThePagesLanguage() throws {
        #expect(try found("<p>Published 04/03/2026</p>", language: "en-GB").publishedDay?.description == "2026-03-04")
        #expect(try found("<p>Published 04/03/2026</p>", language: "en-US").publishedDay?.description == "2026-04-03")
    }

    @Test func whatThePageDeclaresSettlesTheOrder() throws {
        let head = "<title>x</title><meta property=article:published_time content='2026-03-04T09:00:00+00:00'>"
        #expect(try found("<p>Published 04/03/2026</p>", head: head, language: "en-US").publishedDay?.description == "2026-03-04")
    }

    @Test func theDayOfAChangeIsNotTheOneOfPublication() throws {
        let changed = try found("<p>Published: 2 March 2026 | Updated: 5 March 2026</p>")
        #expect(changed.publishedDay?.description == "2026-03-02")
        let head =
            "<title>x</title><meta property=article:published_time content='2026-03-02T09:00:00Z'><meta property=article:modified_time content='2026-03-05T09:00:00Z'>"
        let declared = try found("", head: head)
        #expect(declared.published?.description == "2026-03-02T09:00:00Z")
        #expect(declared.modified?.description == "2026-03-05T09:00:00Z")
        #expect(declared.provenance.published?.origin == .openGraph)
    }

    @Test func datesOfCommentsAndOtherStoriesAreNotTheArticles() throws {
        let comments = "<div class=comments><div class=comment><time datetime=2026-03-09>9 March</time><p>Never!</p></div></div>"
        let related = "<aside class=related><ul><li><time datetime=2026-02-01>1 Feb</time> Other news</li></ul></aside>"
        #expect(try found("<p class=byline>2 March 2026</p>" + related + MetadataPage.text + comments).publishedDay?.description == "2026-03-02")
    }

    @Test func nothingIsOfALaterDayThanItWasFetchedOn() throws {
        let fetched = CalendarDay(year: 2026, month: 3, day: 5)
        #expect(try found("<p>Published 9 March 2026</p>", latest: fetched).publishedDay == nil)
        #expect(try found("<p>Published 4 March 2026</p>", latest: fetched).publishedDay?.description == "2026-03-04")
    }

    @Test func theArticleOfALinkedGraphIsTheOneWithThePagesAddress() throws {
        let head = """
            <title>x</title><link rel=canonical href="https://valepost.example/news/bridge"><script type="application/ld+json">[
            {"@type":"NewsArticle","url":"https://valepost.example/news/other","headline":"A festival","datePublished":"2025-12-01"},
            {"@type":"NewsArticle","url":"https://valepost.example/news/bridge","headline":"The bridge","datePublished":"2026-03-02"}]</script>
            """
        #expect(try found("", head: head).publishedDay?.description == "2026-03-02")
    }
}

@Suite struct DeclaredFactsTests {
    @Test func aPaywallThePageDeclaresIsTold() throws {
        let data =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False","keywords":["bridge","council"]}</script>"#
        let found = try MetadataPage.article(head: data, body: MetadataPage.text)
        #expect(found.isFree == false)
        #expect(found.keywords == ["bridge", "council"])
        #expect(try MetadataPage.article(body: MetadataPage.text).isFree == nil)
    }

    @Test func aStrangersAddressIsNotTheArticles() throws {
        func canonical(_ href: String) throws -> String? {
            try MetadataPage.article(head: "<title>x</title><link rel=canonical href='\(href)'>", body: MetadataPage.text).canonicalAddress
        }
        #expect(try canonical("https://www.valepost.example/news/bridge") == "https://www.valepost.example/news/bridge")
        #expect(try canonical("/news/bridge?page=1") == "https://valepost.example/news/bridge?page=1")
        #expect(try canonical("https://attacker.example.net/news/bridge") == nil)
        #expect(try canonical("https://valepost.example/") == nil)
    }

    @Test func aCorrectionIsQuoted() throws {
        let note = "<p>Correction: an earlier version of this article gave the wrong year for the bridge.</p>"
        let found = try MetadataPage.article(body: MetadataPage.text + note)
        #expect(found.isCorrection)
        #expect(found.correctionNotice?.hasPrefix("Correction: an earlier version") == true)
    }
}
