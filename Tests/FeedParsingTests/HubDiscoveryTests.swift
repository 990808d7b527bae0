import Testing

@testable import FeedParsing

@Suite("Finding a feed's hub")
struct HubDiscoveryTests {
    private let address = "https://paper.example/feed.xml"

    private func links(_ feed: String, field: String? = nil) -> HubLinks? {
        let about = (try? FeedParser().parse(Array(feed.utf8), charset: nil, address: address))?.about ?? FeedRecord()
        return HubDiscovery.links(linkField: field, about: about, address: address)
    }

    @Test("in an Atom feed, and in RSS under any prefix")
    func inFeed() {
        let atom =
            "<feed xmlns='http://www.w3.org/2005/Atom'><link rel=\"self\" href=\"/atom.xml?a=1&amp;b=2\"/><link href='https://hub.example/' rel='hub'/></feed>"
        #expect(links(atom) == HubLinks(hub: "https://hub.example/", topic: "https://paper.example/atom.xml?a=1&b=2"))
        let rss = "<rss><channel><link>https://paper.example/</link><atom:link rel = \"HUB self\" href=\"https://hub.example/x\" /></channel></rss>"
        #expect(links(rss) == HubLinks(hub: "https://hub.example/x", topic: "https://hub.example/x"))
    }

    @Test("in a JSON Feed, where it speaks WebSub; never in the texts of its items")
    func inJSON() {
        let version = "\"version\": \"https://jsonfeed.org/version/1.1\""
        func hubs(_ hubs: String) -> HubLinks? { links("{\(version), \"feed_url\": \"/all.json\", \"hubs\": \(hubs), \"items\": []}") }
        let cloud = "{\"type\": \"rssCloud\", \"url\": \"https://cloud.example/\"}"
        let hub = "{\"type\": \"WebSub\", \"url\": \"https://hub.example/\"}"
        #expect(hubs("[\(cloud), \(hub)]") == HubLinks(hub: "https://hub.example/", topic: "https://paper.example/all.json"))
        #expect(hubs("[\(cloud)]") == nil)
        #expect(hubs("[7, {\"type\": \"WebSub\"}]") == nil, "one bad hub does not cost the feed")
        let item = "{\"id\": 1, \"content_html\": \"<link rel='hub' href='https://other.example/'>\"}"
        #expect(links("{\(version), \"items\": [\(item)]}") == nil)
    }

    @Test("at the address its own base says")
    func withBase() {
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://push.example/'><link rel='hub' href='hub'/></feed>"
        #expect(links(atom)?.hub == "https://push.example/hub")
    }

    @Test("in the answer's Link field, which goes first")
    func inField() {
        let field = "<https://paper.example/feed>; rel=\"self\"; type=\"application/rss+xml\", </style.css>; rel=preload, <//hub.example/>;rel=hub"
        #expect(links("<rss><atom:link rel='hub' href='https://other.example/'/></rss>", field: field)?.hub == "https://hub.example/")
        #expect(links("", field: field)?.topic == "https://paper.example/feed")
    }

    @Test("a feed that does not name itself is known by where it came from")
    func noSelf() { #expect(links("", field: "<https://hub.example/>; rel=hub")?.topic == address) }

    @Test(
        "a hub named inside an entry, or that is no web address, is none",
        arguments: [
            "<rss><channel><item><atom:link rel='hub' href='https://hub.example/'/></item></channel></rss>",
            "<link rel=hub href='mailto:a@b.example'>",
            "<link rel=hub>", "<!-- <link rel='hub' href='https://hub.example/'/> -->", "<link rel='hub' href=", "",
        ])
    func none(feed: String) { #expect(links(feed) == nil) }

    @Test("Link fields with errors give what can be read of them")
    func links() {
        #expect(WebLink.list("<a>; rel=x;;, <b; rel=y").map(\.target) == ["a"])
        #expect(
            WebLink.list("<a>;rel=\"license nofollow\"; TYPE=Application/RSL+XML; title=\"a, b; c\", <c>").map(\.type) == [
                "application/rsl+xml", nil,
            ])
        #expect(WebLink.list(String(repeating: "<a>,", count: 10_000)).count == 64)
    }
}
