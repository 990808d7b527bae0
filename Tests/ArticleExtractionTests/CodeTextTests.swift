import ArticleExtraction
import BriefModel
import Testing

/// Code in an article. The pages are made up.
@Suite struct CodeTextTests {
    private func body(_ piece: String) throws -> [ExtractedArticle.Block] {
        let text = BlockChoiceTests.sentences.map { "<p>\($0)</p>" }
        let page =
            "<html><head><title>How to mend a bridge</title></head><body><article>\(text[0])\(text[1])\(piece)\(text[2])\(text[3])</article></body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "https://valepost.example/n/1").body
    }

    private let lines = "for pier in bridge.piers {\n    pier.mend(until: winter)\n\n}\n"

    @Test(arguments: [
        ("<pre><code>\n", "</code></pre>"), ("<pre class=language-swift>", "</pre>"), ("<div class='highlight'><pre>", "</pre></div>"),
        ("<pre>", "</pre>"),
    ])
    func codeKeepsItsLinesAndIndents(_ opening: String, _ closing: String) throws {
        let found = try body(opening + lines + closing)
        #expect(found.count == 5)
        #expect(found[2].kind == .code)
        #expect(found[2].text == "for pier in bridge.piers {\n    pier.mend(until: winter)\n\n}")
    }

    @Test func proseSetInItsLinesIsNoCode() throws {
        let found = try body("<pre>\(BlockChoiceTests.sentences[1])\n\(BlockChoiceTests.sentences[2])</pre>")
        #expect(found.allSatisfy { $0.kind == .paragraph })
        #expect(found[2].text == BlockChoiceTests.sentences[1] + " " + BlockChoiceTests.sentences[2])
    }

    @Test func aNameOfCodeInASentenceStaysInIt() throws {
        #expect(
            try body("<p>The engineers call <code>pier.mend()</code> in spring, before the water rises and boats return.</p>")[2].kind == .paragraph)
    }
}
