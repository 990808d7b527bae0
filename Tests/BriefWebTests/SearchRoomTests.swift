import BriefModel
import BriefWeb
import Foundation
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@Suite("The room to search in") struct SearchRoomTests {
    private static func article(_ id: String, _ text: String, month: Int = 2, language: String = "en", outlet: OutletID = "wire") throws -> Article {
        let day = try #require(CalendarDay(year: 2026, month: month, day: 3))
        return Article(
            id: ArticleID(id), address: "https://wire.example/\(id)", outlet: outlet, title: "On \(id)", published: Timestamp(day: day),
            fetched: Timestamp(day: day), language: language, body: [(.paragraph, text)])
    }

    private func ask(_ path: String, _ articles: [Article]? = nil) async throws -> (status: Int, body: String) {
        var content = try SampleSite.content()
        content.finding = SampleSite.finding(try articles ?? Self.few())
        content.rooms = try SampleSite.rooms()
        return try await Application(router: BriefSite(content).router()).test(.router) { client in
            try await client.execute(uri: path, method: .get) { ($0.status.code, String(buffer: $0.body)) }
        }
    }

    private static func few() throws -> [Article] {
        [
            try article("a", "The carrier left port with chips."), try article("b", "A second carrier stayed.", month: 1),
            try article("c", "Carriers and chips.", language: "de", outlet: "post"),
        ]
    }

    @Test("words, phrases, beginnings, either of two and none of one are told apart")
    func operators() async throws {
        for (typed, found) in [
            ("carrier", ["a", "b"]), ("carrier%20chips", ["a"]), ("%22second%20carrier%22", ["b"]), ("%22carrier%20second%22", []),
            ("carrier*", ["a", "b", "c"]), ("chips%20-port", ["c"]), ("second%20OR%20port", ["a", "b"]), ("title:c", ["c"]),
        ] {
            let body = try await ask("/search?q=\(typed)").body
            let shown = ["a", "b", "c"].filter { body.contains("<a href=\"/articles/\($0)\">") }
            #expect(shown == found, "\(typed)")
        }
    }

    @Test(
        "what is no question is explained, and what was typed is kept",
        arguments: [
            ("%22open", "A quotation mark is open."), ("-chips", "It only says what shall not occur."), ("OR%20chips", "OR stands between two words"),
            ("chips%20OR", "OR stands between two words"), ("ch*ps", "A star stands at the end"), ("ab*", "at least 3 letters"),
            ("%26%26%20%2B", "There is no word in it."), ("a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q", "more than 16 parts"),
        ])
    func broken(typed: String, said: String) async throws {
        let page = try await ask("/search?q=\(typed)")
        #expect(page.status == 200 && page.body.contains(said) && page.body.contains("role=\"alert\""))
        #expect(page.body.contains("value=\"\(try #require(typed.removingPercentEncoding(plusIsSpace: true)))\""))
    }

    @Test("counts are over all that was found, and a facet counts as if it were not narrowed itself")
    func facets() async throws {
        let page = try await ask("/search?q=carrier*")
        #expect(page.body.contains("3 articles with “carrier*”"))
        #expect(page.body.contains("name=\"language\" value=\"de\"> German <span class=\"num\">1</span>"))
        #expect(page.body.contains("value=\"2026-02\"> February 2026 <span class=\"num\">2</span>"))
        #expect(page.body.contains("name=\"outlet\" value=\"wire\"> Wire &amp; Co <span class=\"num\">2</span>"))
        let narrowed = try await ask("/search?q=carrier*&language=de")
        #expect(narrowed.body.contains("1 article with") && narrowed.body.contains("value=\"de\" checked> German <span class=\"num\">1</span>"))
        #expect(narrowed.body.contains("value=\"en\"> English <span class=\"num\">2</span>"), "what choosing it as well would add")
        #expect(narrowed.body.contains("value=\"2026-02\"> February 2026 <span class=\"num\">1</span>") || !narrowed.body.contains("2026-01"))
        let two = try await ask("/search?q=carrier*&month=2026-01&month=2026-02")
        #expect(two.body.contains("3 articles with"))
        #expect(try await ask("/search?q=carrier*&language=xx").body.contains("Take away what the list is narrowed by"))
    }

    @Test("many are leafed through, each once, and the way keeps what was asked") func pages() async throws {
        let many = try (10..<55).map { try Self.article("n\($0)", "chips") }
        var seen: [String] = []
        var path: String? = "/search?q=chips&language=en"
        while let next = path {
            let body = try await ask(next, many).body
            seen += body.matches(of: /href="\/articles\/(n\d+)"/).map { String($0.1) }
            path = body.firstMatch(of: /<a href="([^"]*)">Next<\/a>/).map { String($0.1).replacing("&amp;", with: "&") }
        }
        #expect(seen.count == 45 && Set(seen).count == 45)
        #expect(try await ask("/search?q=chips&page=999", many).status == 200)
        #expect(try await ask("/search?q=chips&page=-1", many).body.contains("Page 1 of 3"))
    }

    @Test("by meaning, the nearest come first, and it is said while some are not known yet") func meaning() async throws {
        let body = try await ask("/search?q=%22vessels+at+sea&by=meaning").body
        #expect(body.contains("The 3 articles nearest to") && body.contains("The meaning of 3 articles is known so far"))
        let places = ["c", "b", "a"].compactMap { body.firstRange(of: "/articles/\($0)\"")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        let dated = try await ask("/search?q=vessels&by=meaning&sort=newest").body
        #expect(dated.contains("Newest first."))
    }

    @Test("quotations are found by speaker, figures by unit, each with its passage") func said() async throws {
        let quotes = try await ask("/search?kind=quotes&speaker=chips+jane")
        #expect(quotes.body.contains("Nothing found"), "every word has to stand in the name")
        let found = try await ask("/search?kind=quotes&speaker=CHIPS")
        #expect(found.body.contains("1 quotation or report") && found.body.contains("#passage") && found.body.contains("Customs held the "))
        #expect(try await ask("/search?kind=quotes&speaker=nobody").body.contains("Nothing found"))
        #expect(try await ask("/search?kind=figures&unit=chip").body.contains("34 chip"))
        #expect(try await ask("/search?kind=figures&unit=EUR").body.contains("Nothing found"))
        #expect(try await ask("/search?kind=figures&unit=chip&q=absent").body.contains("Nothing found"))
    }

    @Test("an empty search says what can be typed; odd values are as if they were not there") func odd() async throws {
        #expect(try await ask("/search").body.contains("What you can type"))
        for query in ["?q=%FF", "?q=chips&by=x&sort=y&kind=z&page=x", "?page=5", "?q=%00", "?q=chips&outlet=" + String(repeating: "a", count: 3000)] {
            #expect(try await ask("/search\(query)").status == 200, "\(query)")
        }
    }
}

extension String {
    /// As a page shows it in an attribute.
    fileprivate func removingPercentEncoding(plusIsSpace: Bool) -> String? {
        replacing("+", with: plusIsSpace ? " " : "+").removingPercentEncoding?.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    }
}
