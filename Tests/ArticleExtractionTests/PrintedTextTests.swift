import ArticleExtraction
import BriefModel
import Testing

@Suite struct PrintedTextTests {
    func article(_ text: String, title: String? = nil, author: String? = nil) throws -> ExtractedArticle {
        try ArticleExtractor().extract(converted: text, metadataTitle: title, metadataAuthor: author, address: "http://example.org/x.pdf")
    }

    @Test func wrappedLinesAndHyphensAreJoined() throws {
        let found = try article("A short report\n\nThe firm raised money for manu-\nfacturing and said it\nwould build more.\n\nNext para-\ngraph.\n")
        #expect(found.title == "A short report")
        #expect(found.body.map(\.text) == ["The firm raised money for manufacturing and said it would build more.", "Next paragraph."])
    }

    @Test func pageNumbersAndRunningHeadsAreDropped() throws {
        let pages = (1...3).map { "Institute | Report 7\n\nThis is the text of page number \($0) and it ends here.\n\n\($0)\n" }.joined(
            separator: "\u{0C}")
        let found = try article("A title\n\n" + pages)
        #expect(found.body.allSatisfy { !$0.text.contains("Institute") && $0.text != "1" })
    }

    @Test func theDateOnThePageIsTheDocuments() throws {
        let report = try SampleLibraryTests.report()
        #expect(report.published?.day.description == "2026-02-24")
        #expect(report.authors == ["Corvin Adeyemi-Holt", "Ilse Marrant"])
    }

    @Test func aNoticeHasALetterheadATitleAndASignature() throws {
        let text = "COUNTY OF X\nHarbour Office\nDate: 5 February 2026\n\nNotice to mariners\n\nThe light is out.\n\n--\nOffice footer"
        let found = try ArticleExtractor().extract(plainText: Array(text.utf8), charset: nil, address: "http://example.org/n.txt")
        #expect(found.title == "Notice to mariners")
        #expect(found.authors == ["Harbour Office"])
        #expect(found.published?.day.description == "2026-02-05")
        #expect(found.body.map(\.text) == ["The light is out."])
    }

    @Test func nothingIsNoArticle() {
        #expect(throws: ExtractionError.self) { try article("\u{0C}\n\n") }
    }
}
