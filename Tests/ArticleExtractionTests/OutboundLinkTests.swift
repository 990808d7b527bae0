import ArticleExtraction
import Testing

/// Where the text of an article leads to. The pages are made up.
@Suite struct OutboundLinkTests {
    private func links(_ body: String, head: String = "") throws -> [String] {
        let filler = BlockChoiceTests.sentences.map { "<p>\($0)</p>" }.joined()
        let page = "<html><head><title>The bridge is saved</title>\(head)</head><body><main><article>\(filler)\(body)</article></main></body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "https://valepost.example/news/bridge").links
    }

    private let words = BlockChoiceTests.sentences[1]

    @Test func linksOfTheTextComeInItsOrderAndOnce() throws {
        #expect(
            try links("<p><a href=/b>The plan</a>, \(words) <a href='https://a.example/x#part'>here</a> and <a href='/b'>there</a>.</p>")
                == ["https://valepost.example/b", "https://a.example/x"])
    }

    @Test func linksOfWhatSurroundsItAreLeftOut() throws {
        let related = "<ul class=related-stories><li><a href=/c>Second bridge closed for repairs</a></li><li><a href=/d>Mayor speaks</a></li></ul>"
        #expect(
            try links("<nav><a href=/n>News</a></nav><p>\(words) <a href=/b>The plan</a></p>\(related)<p hidden><a href=/h>x</a></p>") == [
                "https://valepost.example/b"
            ])
    }

    @Test func onlyTheWebIsLedToAndNotThePageItself() throws {
        let all = [
            "mailto:a@b.example", "javascript:x()", "#notes", "/news/bridge#notes", "", "tel:1", "https://valepost.example/canon", "ftp://x/y",
        ]
        let text = all.map { "<a href='\($0)'>word</a>" }.joined(separator: " ")
        #expect(try links("<p>\(words) \(text)</p>", head: "<link rel=canonical href=/canon>").isEmpty)
    }

    @Test func aLinkAroundTheFirstWordsIsTheParagraphs() throws {
        #expect(try links("<p><a href=/whole><b><i>The council</i></b></a>, \(words)</p><p>\(words)</p>") == ["https://valepost.example/whole"])
    }
}
