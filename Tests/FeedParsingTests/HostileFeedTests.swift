import BriefModel
import FeedParsing
import Testing

@Suite struct HostileFeedTests {
    private func parse(_ text: String) -> Feed? {
        try? FeedParser().parse(Array(text.utf8), charset: nil, address: "http://example.org/feed")
    }

    @Test func entitiesStandForShortTextsOnly() throws {
        let declared =
            "<!DOCTYPE rss [<!ENTITY co 'Calder &#38; Sons'><!ENTITY eacute2 '&#233;'><!ENTITY nest '&co;&co;'><!ENTITY tag '<b>x</b>'><!ENTITY long '\(String(repeating: "x", count: 1000))'>]>"
        let feed = try #require(
            parse("\(declared)<rss version='2.0'><channel><title>&eacute2;|&nest;|&long;|&unknown;</title></channel></rss>"))
        #expect(feed.about.title?.source == "é|&nest;|&long;|&unknown;")
    }

    @Test func nothingIsFetchedAndNothingGrows() {
        let outside = parse("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title></channel></rss>")
        #expect(outside?.title == "&x;")
        let parameters = parse("<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://example.org/x.dtd'>%p;]><rss><channel><title>t</title></channel></rss>")
        #expect(parameters?.title == "t")
        let many = "<!DOCTYPE rss [<!ENTITY a '\(String(repeating: "x", count: 64))'>]>"
        let uses = String(repeating: "&a;", count: 100_000)
        let text = "\(many)<rss><channel><title>\(uses)</title></channel></rss>"
        #expect((parse(text)?.about.title?.source.utf8.count ?? 0) <= text.utf8.count * 22)
    }

    @Test func depthAttributesAndNamesAreBounded() {
        let deep = String(repeating: "<div>", count: 100_000) + "x" + String(repeating: "</div>", count: 100_000)
        let feed = parse("<rss><channel><item><description>\(deep)</description></item><item><title>after</title></item></channel></rss>")
        #expect(feed?.items.count == 2)
        #expect(feed?.items.last?.title?.source == "after")
        #expect(feed?.fault?.why == "nested too deep")
        let wide = (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(parse("<rss><channel \(wide)><title>t</title></channel></rss>")?.title == "t")
        let spaces = (0..<20_000).map { "xmlns:a\($0)='urn:\($0)'" }.joined(separator: " ")
        let elements = (0..<5_000).map { "<a\($0):x xmlns:q='urn:q'/>" }.joined()
        #expect(parse("<rss \(spaces)><channel><title>t</title>\(elements)</channel></rss>")?.title == "t")
    }

    @Test(arguments: [
        "<", "<!", "<!--", "<![CDATA[", "<!DOCTYPE [", "<?", "</", "<a", "<a ", "<a b", "<a b=", "<a b='", "&", "&#", "&#x;", "]]>",
        "<a xmlns:b='c'>", "<a></b>",
        "<!DOCTYPE a '", "<!ENTITY a 'b'>", "<item><title>", "</item>", "\u{0}", "<a:b:c>", "<a xmlns=''>",
    ])
    func repeatedFragmentsAreReadInLinearTime(_ fragment: String) {
        let start = "<rss><channel><item><title>x</title>"
        let clock = ContinuousClock()
        let short = clock.measure { _ = parse(start + String(repeating: fragment, count: 20_000)) }
        let long = clock.measure { _ = parse(start + String(repeating: fragment, count: 40_000)) }
        #expect(long < short * 6 + .milliseconds(300))
    }

    @Test func aHugeTextIsOneText() {
        let text = String(repeating: "word ", count: 2_000_000)
        #expect(parse("<rss><channel><title>\(text)</title></channel></rss>")?.about.title?.source.utf8.count == text.utf8.count - 1)
    }

    /// Any bytes give a feed or a reason: pieces of real feeds cut, repeated, swapped and spoilt.
    @Test(arguments: 0..<40)
    func spoiltFeedsNeverTrap(_ seed: Int) {
        var draw = SplitMix(seed: UInt64(seed))
        for fixture in FeedFixtures.all {
            var bytes = Array(fixture.utf8)
            for _ in 0..<(1 + draw.next(12)) {
                guard !bytes.isEmpty else { break }
                let place = draw.next(bytes.count)
                switch draw.next(6) {
                case 0: bytes[place] = UInt8(draw.next(256))
                case 1: bytes.remove(at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + draw.next(40)))
                case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + draw.next(80))], at: draw.next(bytes.count))
                case 4: bytes.insert(contentsOf: Array("<&>\"'/]![]-".utf8.shuffled(using: &draw)), at: place)
                default: bytes = Array(bytes[..<place])
                }
            }
            do throws(FeedError) {
                let feed = try FeedParser().parse(bytes, charset: nil, address: "http://example.org/feed")
                for entry in feed.entries { #expect(entry.title?.isEmpty != true) }
                for item in feed.items { for text in item.contents { _ = text.html } }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}

/// A small generator with a fixed order (Steele, Lea and Flood, "Fast splittable pseudorandom number generators").
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
