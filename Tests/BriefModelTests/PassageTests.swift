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
