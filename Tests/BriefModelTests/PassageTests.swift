import BriefModel
import Testing

@Suite struct PassageTests {
    private func article(pages: [String?]) -> Article {
        Article(
            id: "a", address: "https://a.example/report.pdf", outlet: "a", title: "On cranes", published: nil,
            fetched: Timestamp(secondsSince1970: 0),
            language: "en", body: [(.paragraph, "There are two cranes."), (.paragraph, "Both work. One is new.")], pages: pages)
    }

    @Test func `a passage tells the page that its paragraph begins on`() throws {
        let article = article(pages: ["iv", "1"])
        let last = article.blocks[2].range
        #expect(Passage(of: article, range: article.blocks[1].range)?.page == "iv")
        #expect(Passage(of: article, range: (last.upperBound - 11)..<last.upperBound)?.page == "1")
        let sentence = Sentence(range: last, block: 2, text: "Both work. One is new.")
        #expect(Passage(sentence, of: article) == Passage(of: article, range: last))
    }

    @Test func `a title, and what has no pages, tell none`() throws {
        #expect(Passage(of: article(pages: ["iv", "1"]), range: 0..<9)?.page == nil)
        let bare = article(pages: [])
        #expect(Passage(of: bare, range: bare.blocks[1].range)?.page == nil)
    }

    @Test func `a sentence of a block that is not there has no page`() {
        let bare = article(pages: ["iv", "1"])
        #expect(Passage(Sentence(range: 0..<2, block: 9, text: "On"), of: bare).page == nil)
    }
}

@Suite struct DatelineTests {
    private func rest(_ text: String) -> String {
        let passage = Passage(article: ArticleID("a"), version: 1, range: 100..<(100 + text.utf8.count), exact: text)
        let shortened = passage.withoutDateline
        #expect(shortened.range.upperBound == passage.range.upperBound && shortened.range.count == shortened.exact.utf8.count)
        return shortened.exact
    }

    @Test(arguments: [
        ("WASHINGTON, 24 February — No chip was sold.", "No chip was sold."),
        ("A CORUÑA, Spain, 5 February — Thirty-four signed.", "Thirty-four signed."),
        ("MOUNTAIN VIEW, California (Reuters) - A firm said so.", "A firm said so."),
        ("ST. LOUIS — Trains stood still.", "Trains stood still."),
        ("The chips — all of them — were sold.", "The chips — all of them — were sold."),
        (
            "NATO said on Tuesday that the exercise, which began in May, was over — for now.",
            "NATO said on Tuesday that the exercise, which began in May, was over — for now."
        ),
        ("WASHINGTON", "WASHINGTON"), ("", ""),
    ]) func onlyAPlaceInCapitalsBeforeADashIsTakenOff(_ text: String, _ expected: String) {
        #expect(rest(text) == expected)
    }
}
