import BriefModel
import FeedParsing
import Testing

@Suite struct SampleFeedTests {
    @Test(arguments: [
        ("northlight-wire/feed.xml", "RSS 2.0", 15), ("calder-tribune/rss.xml", "RSS 2.0", 15), ("harbour-vale-post/atom.xml", "Atom 1.0", 11),
        ("tern-valley-courier/news.rss", "RSS 2.0", 10), ("lattice-ledger/feed.json", "JSON Feed 1.1", 8),
        ("quillhaven-institute/notes.atom", "Atom 1.0", 4),
        ("averland-trade-office/notices.rdf", "RSS 1.0", 2), ("bulkhead-orbit/index.xml", "RSS 2.0", 5), ("daily-klaxon/feed.rss", "RSS 2.0", 8),
        ("slow-column/feed.atom", "Atom 1.0", 2), ("zibbleclick/rss", "RSS 2.0", 2), ("ostwind-rundschau/feed.rss", "RSS 2.0", 1),
        ("fanal-du-nord/flux.atom", "Atom 1.0", 1), ("linjiang-keji/rss.xml", "RSS 2.0", 1),
    ])
    func everyKindOfFeedIsRead(_ path: String, _ format: String, _ count: Int) throws {
        let bytes = try SampleFeeds.bytes(path)
        #expect(SourceSniffer.kind(of: bytes, mediaType: nil) == .feed)
        let feed = try FeedParser().parse(bytes, charset: nil, address: "\(SampleFeeds.origin)/\(path)")
        #expect(feed.format.rawValue == format)
        #expect(feed.entries.count == count)
        #expect(!feed.wasRepaired)
        let outlet = path.split(separator: "/")[0]
        #expect(feed.homepage == "\(SampleFeeds.origin)/\(outlet)/")
        for entry in feed.entries {
            let link = try #require(entry.link)
            #expect(link.hasPrefix("\(SampleFeeds.origin)/\(outlet)/"))
            #expect(entry.title?.isEmpty == false)
            #expect(entry.authors.count == 1)
            #expect(entry.summary?.contains("<") == false)
            if outlet != "daily-klaxon" { #expect(entry.published != nil) }
        }
    }

    @Test func everyLinkLeadsToAPageOfTheLibrary() throws {
        let feed = try FeedParser().parse(
            SampleFeeds.bytes("daily-klaxon/feed.rss"), charset: nil, address: "\(SampleFeeds.origin)/daily-klaxon/feed.rss")
        for link in feed.entries.compactMap(\.link) {
            let path = String(link.dropFirst(SampleFeeds.origin.count + 1))
            #expect(throws: Never.self) { try SampleFeeds.bytes(path) }
        }
        let dates: [String?] = feed.entries.map { $0.published?.description }
        #expect(dates == [nil, nil, nil, nil, "2026-02-05T10:10:00Z", "2026-01-30T11:20:00Z", nil, "2026-01-23T00:00:00Z"])
    }

    @Test func characterSetsAreThoseOfTheFeed() throws {
        let chinese = try FeedParser().parse(SampleFeeds.bytes("linjiang-keji/rss.xml"), charset: nil, address: "\(SampleFeeds.origin)/x")
        #expect(chinese.entries.first?.title == "美国放行H200之后，中国海关暂未放行")
        let regional = try FeedParser().parse(SampleFeeds.bytes("tern-valley-courier/news.rss"), charset: nil, address: "\(SampleFeeds.origin)/x")
        #expect(regional.entries.first?.summary?.hasPrefix("WASHINGTON (Northlight) – US") == true)
    }

    @Test func theListOfOutletsIsRead() throws {
        let bytes = try SampleFeeds.bytes("feeds.opml")
        #expect(SourceSniffer.kind(of: bytes, mediaType: "text/plain") == .outline)
        let list = try OutlineParser().parse(bytes, charset: nil, address: "\(SampleFeeds.origin)/feeds.opml")
        #expect(list.count == 14)
        #expect(
            list.first
                == Subscription(
                    title: "Northlight Wire", feedAddress: "\(SampleFeeds.origin)/northlight-wire/feed.xml",
                    homepage: "\(SampleFeeds.origin)/northlight-wire/",
                    language: "en", category: "wire agency"))
    }
}
