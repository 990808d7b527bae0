import ArticleExtraction
import BriefModel
import Testing

/// Days that pages tell by their distance from now. The pages are made up.
@Suite struct RelativeDateTests {
    /// 5 March 2026, two in the morning.
    private let fetched = Timestamp(secondsSince1970: 1_772_676_000)

    private func found(_ line: String, more: String = "", fetched: Timestamp?) throws -> ExtractedArticle {
        let body = "<h1>The bridge is saved</h1><p class=byline>\(line)</p><article>\(MetadataPage.text)\(MetadataPage.text)</article>\(more)"
        let page = "<html><head><title>The bridge is saved</title></head><body>\(body)</body></html>"
        return try ArticleExtractor().extract(
            page: Array(page.utf8), charset: "utf-8", address: "https://valepost.example/news/bridge", fetched: fetched)
    }

    @Test(arguments: [
        ("3 hours ago", "2026-03-04T23:00:00Z"), ("Published 20 minutes ago", "2026-03-05T01:40:00Z"), ("an hour ago", "2026-03-05T01:00:00Z"),
        ("3h ago", "2026-03-04T23:00:00Z"), ("2 days ago", "2026-03-03T00:00:00Z"), ("Yesterday", "2026-03-04T00:00:00Z"),
        ("vor 2 Stunden", "2026-03-05T00:00:00Z"), ("vor einem Tag", "2026-03-04T00:00:00Z"), ("hace 3 días", "2026-03-02T00:00:00Z"),
        ("Il y a 2 jours", "2026-03-03T00:00:00Z"), ("há 3 horas", "2026-03-04T23:00:00Z"), ("3 ore fa", "2026-03-04T23:00:00Z"),
        ("2 uur geleden", "2026-03-05T00:00:00Z"), ("för 2 timmar sedan", "2026-03-05T00:00:00Z"), ("2 godziny temu", "2026-03-05T00:00:00Z"),
        ("2 часа назад", "2026-03-05T00:00:00Z"), ("2小时前", "2026-03-05T00:00:00Z"), ("3時間前", "2026-03-04T23:00:00Z"),
        ("2시간 전", "2026-03-05T00:00:00Z"), ("1 week ago", "2026-02-26T00:00:00Z"),
    ])
    func itIsCountedFromTheFetch(_ words: String, _ moment: String) throws {
        let article = try found(words, fetched: fetched)
        #expect(article.published?.description == moment)
        #expect((article.provenance.published?.confidence ?? 1) < 0.5)
    }

    @Test func withoutTheTimeOfFetchingItTellsNothing() throws {
        #expect(try found("3 hours ago", fetched: nil).published == nil)
    }

    @Test func aDayThatIsWrittenGoesBefore() throws {
        #expect(try found("1 March 2026, updated 3 hours ago", fetched: fetched).publishedDay?.description == "2026-03-01")
    }

    @Test(arguments: ["8 months ago", "3 hours", "By Jane Doe", "Read in 3 minutes", "99999999999999999999 days ago", "400 days ago"])
    func whatIsVagueOrNoDistanceDatesNothing(_ words: String) throws {
        #expect(try found(words, fetched: fetched).published == nil)
    }

    @Test func theAgeOfACommentIsNotTheArticles() throws {
        #expect(try found("By Jane Doe", more: "<section class=comments><p>ferry_fan, 3 hours ago</p></section>", fetched: fetched).published == nil)
    }
}
