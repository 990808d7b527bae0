import BriefModel
import FeedParsing
import HTMLParsing
import Testing

@Suite struct FeedFaultTests {
    func parse(_ text: String, at address: String = "http://example.org/a/feed.xml") throws(FeedError) -> Feed {
        try FeedParser().parse(Array(text.utf8), charset: nil, address: address)
    }

    @Test func whatIsNoFeedSaysWhatItIs() {
        #expect(throws: FeedError.isPage) { try parse("<!DOCTYPE html><html><head><title>x</title></head></html>") }
        #expect(throws: FeedError.isOutline) { try parse("<?xml version='1.0'?><opml version='2.0'><body/></opml>") }
        #expect(throws: FeedError.empty) { try parse(" \n") }
        #expect(throws: FeedError.unknownFormat("sitemapindex")) { try parse("<?xml version='1.0'?><sitemapindex/>") }
        #expect(throws: FeedError.isDocument("a PDF")) { try parse("%PDF-1.4") }
        #expect(FeedError.isPage.description == "is an HTML page, not a feed")
    }

    @Test func entitiesOfADocumentAreNeverExpanded() {
        let levels = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }.joined()
        let text =
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'lol'>\(levels)]><rss version='2.0'><channel><title>&l9;</title><item><title>a</title></item></channel></rss>"
        do {
            let feed = try parse(text)
            #expect((feed.title ?? "").utf8.count < 100)
        } catch {
            #expect(error.description.contains("line"))
        }
    }

    @Test func externalEntitiesAreNotLoaded() throws {
        let text =
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>a &x; b</title></channel></rss>"
        let feed = try parse(text)
        #expect(feed.title?.contains("root") == false)
    }

    @Test func commonFaultsAreRepaired() throws {
        let feed = try parse(
            " junk <rss version='2.0'><channel><title>Fish & chips &nbsp;&eacute;</title><item><title>a\u{1}b</title><link>x.html</link></item><item><title>c"
        )
        #expect(feed.wasRepaired)
        #expect(feed.title == "Fish & chips é")
        #expect(feed.entries.map(\.title) == ["ab", "c"])
        #expect(feed.entries.first?.link == "http://example.org/a/x.html")
    }

    @Test func depthAndAttributesAreBounded() {
        let deep = "<rss>" + String(repeating: "<a>", count: 100_000)
        let wide = "<rss " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + "><channel/></rss>"
        for text in [deep, wide] {
            do throws(FeedError) {
                let feed = try parse(text)
                #expect(feed.entries.isEmpty)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test func titlesAndSummariesBecomeText() throws {
        let feed = try parse(
            "<rss version='2.0'><channel><item><title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; <![CDATA[<i>x</i>]]></title><description>1 &lt; 2</description></item></channel></rss>"
        )
        #expect(feed.entries.first?.title == "Bold & x")
        #expect(feed.entries.first?.summary == "1 < 2")
    }

    @Test func contentLosesWhatRunsAndGainsAbsoluteLinks() throws {
        let markup = "<p onclick='x()'>Hi <a href='../b'>there</a><script>alert(1)</script><img src=javascript:x></p>"
        let feed = try parse(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://example.org/c/d/'><entry><content type='html'><![CDATA[\(markup)]]></content></entry></feed>"
        )
        #expect(feed.entries.first?.contentHTML == "<p>Hi <a href=\"http://example.org/c/b\">there</a><img src=\"\" /></p>")
    }

    @Test func atomMarkupInsideXMLIsRead() throws {
        let feed = try parse(
            """
            <feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><author><name>A</name></author><entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Un <em>titre</em></div></title>
            <link rel='enclosure' href='x.mp3'/><link href='/p'/><updated>2026-02-24T14:00:00+01:00</updated></entry></feed>
            """)
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Un titre")
        #expect(entry.link == "http://example.org/p")
        #expect(entry.authors == ["A"])
        #expect(entry.language == "fr")
        #expect(entry.published?.description == "2026-02-24T13:00:00Z")
    }

    @Test func jsonFeedsBearNumbersAndBadItems() throws {
        let feed = try parse(#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":7,"url":"/x","title":"A"},{"id":{},"title":3}]}"#)
        #expect(feed.entries.map(\.identifier) == ["7"])
        #expect(throws: FeedError.malformedJSON("it is not JSON")) { try parse(#"{"version":"https://jsonfeed.org/version/1.1","items":[}"#) }
    }

    @Test func listsOfFeedsNestAndMayBeEmpty() throws {
        let nested =
            "<opml><body><outline text='G'><outline text='Sub'><outline text='A &amp; B' xmlUrl='a.xml'/></outline><outline xmlUrl='a.xml'/></outline></body></opml>"
        let list = try OutlineParser().parse(Array(nested.utf8), charset: nil, address: "http://example.org/list.opml")
        #expect(list == [Subscription(title: "A & B", feedAddress: "http://example.org/a.xml", category: "Sub")])
        #expect(throws: FeedError.noSubscriptions) {
            try OutlineParser().parse(Array("<opml><body/></opml>".utf8), charset: nil, address: "http://example.org/")
        }
        #expect(throws: FeedError.isFeed) {
            try OutlineParser().parse(Array("<rss><channel/></rss>".utf8), charset: nil, address: "http://example.org/")
        }
    }

    @Test func pagesNameTheirFeeds() throws {
        let page =
            "<link rel=alternate type='application/rss+xml' title=News href='/feed.xml'><link rel=alternate hreflang=de href=/de><link rel='stylesheet' href=x.css>"
        let document = try HTMLDocument(parsing: Array(page.utf8), charset: nil)
        let found = FeedDiscovery.feeds(in: document, address: "http://example.org/a/")
        #expect(found.map(\.address) == ["http://example.org/feed.xml"])
        #expect(found.first?.title == "News")
    }

    @Test(arguments: [
        ("<html>", nil, SourceKind.page), ("%PDF-1.7", "text/html", .pdf), ("Just text.", "text/plain", .plainText), ("plain", "text/html", .page),
        ("\u{FEFF}<?xml version='1.0'?><!-- x --><rss>", "text/html", .feed), ("<?xml version='1.0'?><opml>", nil, .outline),
        ("{\"items\":[]}", "application/json", .feed), ("", "message/rfc822", .mail),
        ("From: a <a@b.example>\nSubject: x\nMIME-Version: 1.0\n\nText", nil, .mail),
        ("From a@b.example Tue Mar  4 08:00:00 2025\nFrom: a@b.example\nSubject: x\n\nText", nil, .mail),
        ("Received: from a\n by b\nFrom: a@b.example\nSubject: x\n\nText", "text/plain", .mail),
        ("From: the harbour office\nTo: all\nSubject: lights\n\nText", nil, .plainText),
    ])
    func theKindOfASourceIsToldByItsBytes(_ text: String, _ type: String?, _ kind: SourceKind) {
        #expect(SourceSniffer.kind(of: Array(text.utf8), mediaType: type) == kind)
    }
}
