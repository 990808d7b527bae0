import BriefModel
import FeedParsing
import HTMLParsing
import Testing

@Suite struct FeedReadingTests {
    private func parse(_ text: String, address: String = "https://harbour.example/feed.xml") throws -> Feed {
        try FeedParser().parse(Array(text.utf8), charset: nil, address: address)
    }

    @Test func rssIsReadWithItsModules() throws {
        let feed = try parse(FeedFixtures.rss)
        #expect(feed.format == .rss2 && feed.fault == nil)
        #expect(feed.homepage == "https://harbour.example/" && feed.language == "en-GB" && feed.about.timeToLive == 30)
        #expect(feed.about.authors == [FeedPerson(name: "The Desk", email: "desk@harbour.example")])
        #expect(feed.about.image?.address == "https://harbour.example/logo.png" && feed.about.image?.width == 88)
        #expect(feed.about.cloud?.registerProcedure == "notify")
        let item = try #require(feed.items.first)
        #expect(item.link == "https://harbour.example/news/crane?id=1&x=2" && item.identifier == "tag-1")
        #expect(item.title?.mediaType == "text/html" && item.title?.plain == "Crane stops for good")
        #expect(item.summary?.html == "<p>The crane <a href=\"https://harbour.example/c\">stopped</a>.</p>")
        #expect(item.contents.first?.html == "<p>The crane stopped.</p><img src=\"https://harbour.example/crane.jpg\" />")
        #expect(item.enclosures.first?.address == "https://harbour.example/crane.mp3" && item.enclosures.first?.length == "1234")
        #expect(item.categories == [FeedCategory(term: "Ports", scheme: "https://harbour.example/c")])
        #expect(item.commentCount == 7 && item.commentFeed == "https://harbour.example/news/crane/feed")
        #expect(item.comments == "https://harbour.example/news/crane#comments")
        #expect(item.sources.first?.title?.plain == "Coast Wire")
        #expect(item.place?.shape == .point && item.place?.positions == [[-71.25, 45.5]])
        #expect(item.media.map(\.kind) == [.content, .thumbnail] && item.media[0].credit == "Photo Pool")
        #expect(item.picture == "https://harbour.example/crane.jpg")
        let entry = try #require(feed.entries.first)
        #expect(entry.published?.description == "2026-01-05T09:20:30Z" && entry.authors == ["Ida Holm"] && entry.summary == "The crane stopped.")
    }

    @Test func atomIsReadWithItsBases() throws {
        let feed = try parse(FeedFixtures.atom)
        #expect(feed.format == .atom1 && feed.title == "Werft & Hafen" && feed.homepage == "https://werft.example/blog/")
        #expect(feed.about.generator?.name == "Tool" && feed.about.authors.first?.address == "https://werft.example/jan")
        let item = try #require(feed.items.first)
        #expect(item.title?.source == "Neues <em>Dock</em>" && item.title?.plain == "Neues Dock" && item.title?.language == "de")
        #expect(item.link == "https://werft.example/blog/2026/dock")
        #expect(item.contents.first?.html == "<p>Ein <a href=\"https://werft.example/blog/2026/plan\">Plan</a>.</p>")
        #expect(item.summary?.plain == "Kurz <gut>" && item.inReplyTo == "urn:x:0")
        #expect(item.enclosures.first?.title == "Plan")
        #expect(feed.entries.first?.authors == ["Uwe"])
        #expect(feed.entries.first?.published?.description == "2026-01-04T07:00:00Z")
    }

    @Test func otherFormatsAreRead() throws {
        let rdf = try parse(FeedFixtures.rdf)
        #expect(rdf.format == .rss1 && rdf.items.first?.identifier == "https://amt.example/1")
        #expect(rdf.entries.first?.published?.description == "2026-01-05T10:20:00Z")
        let json = try parse(FeedFixtures.json)
        #expect(json.format == .json11 && json.entries.first?.authors == ["Mo"] && json.items.first?.categories.count == 2)
        #expect(json.items.first?.enclosures.first?.length == "12")
        let old = try parse(FeedFixtures.channelDefinition)
        #expect(old.format == .channelDefinition && old.title == "Old" && old.homepage == "https://old.example/")
        #expect(old.entries.first?.link == "https://old.example/1")
        let podcast = try parse(FeedFixtures.podcast)
        #expect(podcast.about.podcast?.isExplicit == false && podcast.about.categories.map(\.term) == ["News", "Trade"])
        #expect(podcast.about.authors.first?.name == "Rosa Lind" && podcast.about.publisher?.email == "q@quay.example")
        #expect(podcast.items.first?.podcast?.duration == "12:30" && podcast.items.first?.chapters.last?.milliseconds == 187_250)
    }

    @Test func whatIsBrokenIsReadAsItWasMeant() throws {
        let cases: [(String, [String?])] = [
            ("<rss><channel><item><title>a</title></item><item><title>b", ["a", "b"]),
            ("<rss><channel><item><title>a & b &copy; 1</title></item></channel></rss>", ["a & b © 1"]),
            ("<rss><channel><item><title>a</titel></item><item><title>b</title></item></channel></rss>", ["a", "b"]),
            ("<rss><channel><item><dc:title>a</dc:title></item></channel></rss>", ["a"]),
            ("<rss><channel><title>x</title></channel></rss><item><title>a</title></item>", ["a"]),
            ("junk<?xml version='1.0'?><rss><channel><item><title>a</title></item></channel></rss>", ["a"]),
            ("<rss><channel><item><title><![CDATA[a & <b>]]", ["a & <b>]]"]),
            ("<rss version=2.0><channel><item><title>a\u{8}b</title></item></channel></rss>", ["ab"]),
            ("<rss><channel><item><title>1 < 2</title></item></channel></rss>", ["1 < 2"]),
        ]
        for (text, titles) in cases {
            let feed = try parse(text)
            #expect(feed.items.map { $0.title?.plain } == titles, "\(text)")
            #expect(feed.fault != nil, "\(text)")
        }
    }

    @Test func namespacesDecideWhatAnElementMeans() throws {
        let feed = try parse(
            "<r:rss xmlns:r='http://backend.userland.com/rss2' xmlns:x='urn:x' version='2.0'><r:channel><r:item><x:title>no</x:title><r:title>yes</r:title><x:mood>calm</x:mood></r:item></r:channel></r:rss>"
        )
        #expect(feed.items.first?.title?.source == "yes")
        #expect(feed.items.first?.extensions.map(\.name) == ["title", "mood"] && feed.items.first?.extensions.map(\.text) == ["no", "calm"])
    }

    @Test func windowsCharactersDeclaredAsLatinAreWhatTheirAuthorSaw() throws {
        #expect(try parse("<rss><channel><title>don\u{92}t &#146;</title></channel></rss>").title == "don\u{2019}t \u{2019}")
    }

    @Test func aPageWithoutDeclaredFeedsOffersItsLinks() throws {
        let page = "<base href='https://port.example/b/'><a href='feed.xml'>RSS</a><a href='feed://port.example/x.atom'>y</a><a href='/about'>z</a>"
        let document = try HTMLDocument(parsing: Array(page.utf8), charset: nil)
        let found = FeedDiscovery.feeds(in: document, address: "https://elsewhere.example/")
        #expect(found.map(\.address) == ["https://port.example/b/feed.xml", "http://port.example/x.atom"])
        #expect(found.allSatisfy { !$0.isDeclared })
    }

    @Test func oldListsOfFeedsNameTheirTypeBesideTheAddress() throws {
        let list =
            "<opml version='1.0'><body><outline type='rss' text='A' url='https://a.example/feed'/><outline type='link' url='https://b.example/'/></body></opml>"
        let found = try OutlineParser().parse(Array(list.utf8), charset: nil, address: "https://example.org/l.opml")
        #expect(found.map(\.feedAddress) == ["https://a.example/feed"])
    }
}
