import ArticleExtraction
import BriefModel
import Foundation
import Testing

@Suite struct SampleLibraryTests {
    static let origin = "http://localhost:8000/"

    static func article(_ path: String) throws -> ExtractedArticle {
        let bytes = try SamplePages.bytes(path)
        return path.hasSuffix(".txt")
            ? try ArticleExtractor().extract(plainText: bytes, charset: nil, address: origin + path)
            : try ArticleExtractor().extract(page: bytes, charset: nil, address: origin + path)
    }

    static func report() throws -> ExtractedArticle {
        var document = printedReport
        document.title = "Verifying limits on military AI: a reader's guide to the options"
        return try ArticleExtractor().extract(printed: document)
    }

    static func all() throws -> [ExtractedArticle] { try SamplePages.paths().map(article) + [report()] }

    @Test func everyParagraphOfEveryPageIsTheCanonicalOne() throws {
        let texts = try SamplePages.texts()
        let articles = try Self.all()
        #expect(articles.count == 85)
        for article in articles {
            let canonical = try #require(texts[article.title], "\(article.title) is no title of the library")
            #expect(article.body.map(\.text) == canonical.paragraphs, "\(canonical.id)")
        }
    }

    @Test func everyEvidenceSentenceIsFoundVerbatim() throws {
        let texts = try SamplePages.texts()
        var blocks: [String: [String]] = [:]
        for article in try Self.all() {
            let id = try #require(texts[article.title]?.id)
            blocks[id] = [article.title] + article.body.map(\.text)
        }
        let evidence = try SamplePages.evidence()
        #expect(evidence.count > 100)
        for (article, text) in evidence { #expect(blocks[article]?.contains { $0.contains(text) } == true, "\(article): \(text)") }
    }

    @Test func titleDayAndLanguageAreThoseOfTheGold() throws {
        for gold in try SamplePages.gold() {
            let article = gold.format == "pdf" ? try Self.report() : try Self.article(String(gold.path.dropFirst("site/".count)))
            #expect(article.title == gold.title)
            #expect(article.published?.day.description == String(gold.date.prefix(10)), "\(gold.id)")
            #expect(article.language == gold.language, "\(gold.id)")
            // One notice names its office nowhere but in the page's header; its feed does.
            if gold.id != "av-0116-notice-14" { #expect(article.authors.joined(separator: " and ") == gold.author, "\(gold.id)") }
        }
    }

    @Test func copiesSayWhoseTheyAre() throws {
        let articles = try SamplePages.paths().map { ($0, try Self.article($0)) }
        let credited = articles.filter { $0.1.creditLine != nil }
        #expect(credited.count == 11)
        #expect(credited.allSatisfy { $0.1.creditLine?.contains("Northlight Wire") == true })
        #expect(
            articles.filter(\.1.isCorrection).map(\.0) == [
                "harbour-vale-post/2026/02/27/correction.html", "northlight-wire/2026/02/06/reaim-corr.html",
            ])
    }

    @Test func furnitureAndHiddenTextStayOut() throws {
        let furniture = [
            "Sample page written for", "We use cookies", "ADVERTISEMENT", "Subscribe", "ferryman_77", "BigKev", "orbit_nerd", "Around the web",
            "ZIBBLE VERIFIED", "nine independent outlets", "reading list", "cite only", "You may also like",
        ]
        for article in try Self.all() {
            for text in [article.title] + article.body.map(\.text) {
                for word in furniture { #expect(!text.contains(word), "\(article.title)") }
            }
        }
    }
}
