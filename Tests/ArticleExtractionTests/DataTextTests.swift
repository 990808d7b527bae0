import ArticleExtraction
import BriefModel
import Testing

/// Pages that show little of an article and carry all of it in their data. They are made up.
@Suite struct DataTextTests {
    private let story = BlockChoiceTests.sentences
    private let teaser = "<main><h1>The bridge is saved</h1><p>\(BlockChoiceTests.sentences[0])</p></main>"

    private func read(_ data: String, body: String) throws -> ExtractedArticle {
        let page =
            "<html><head><title>The bridge is saved</title><script type='application/ld+json'>\(data)</script></head><body>\(body)</body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "https://valepost.example/news/bridge")
    }

    private func data(_ text: String, headline: String = "The bridge is saved") -> String {
        #"{"@type":"NewsArticle","headline":"\#(headline)","articleBody":"\#(text)"}"#
    }

    @Test(arguments: ["<div id=app></div>", "<main><p>Loading</p></main>"])
    func aPageDrawnByAScriptIsReadFromItsData(_ body: String) throws {
        let article = try read(data(story.joined(separator: #"\n\n"#)), body: body)
        #expect(article.body.map(\.text) == story)
        #expect(article.provenance.body?.origin == .linkedData)
    }

    @Test func anOpeningIsCompletedFromTheData() throws {
        #expect(try read(data(story.joined(separator: #"\r\n"#)), body: teaser).body.map(\.text) == story)
    }

    @Test func aStandfirstThatTheDataLacksGoesBefore() throws {
        let text = story[1...].joined(separator: #" "#) + story[1...].joined(separator: #"\n"#)
        #expect(try read(data(text), body: teaser).body.map(\.text).first == story[0])
    }

    @Test func whatAReaderSeesIsTheArticleWhereItIsThere() throws {
        let body = "<main>" + story.map { "<p>\($0)</p>" }.joined() + "</main>"
        let article = try read(data(story.joined(separator: #"\n"#) + story[0]), body: body)
        #expect(article.body.map(\.text) == story)
        #expect(article.provenance.body == nil)
    }

    @Test(arguments: [
        ("<p>", "</p>"), ("&lt;p&gt;", "&lt;/p&gt;"), ("<div class='text'><p onclick='x()'>", "</p></div>"),
        (#"<p>"#, #"<script>alert(1)<\/script></p>"#),
    ])
    func markupInTheDataIsReadAndLeftBehind(_ opening: String, _ closing: String) throws {
        let text = story.map { opening + $0 + closing }.joined()
        #expect(try read(data(text.replacing("\"", with: "\\\"")), body: teaser).body.map(\.text) == story)
    }

    @Test func linesWithInlineMarkupAreParagraphs() throws {
        let text = story.map { "<b>" + $0.prefix(11) + "</b>" + $0.dropFirst(11) }.joined(separator: #"\n"#)
        #expect(try read(data(text), body: teaser).body.map(\.text) == story)
    }

    @Test func linksAndKindsOfMarkedDataAreKept() throws {
        let text = "<h2>Why now</h2><p>\(story[0]) \(story[1]) <a href='/plan'>The plan</a></p><ul><li>\(story[2])</li><li>\(story[3])</li></ul>"
        let article = try read(data(text), body: "<div id=app></div>")
        #expect(article.body.map(\.kind) == [.heading, .paragraph, .listItem, .listItem])
        #expect(article.links == ["https://valepost.example/plan"])
    }

    @Test func aSummaryIsNoText() throws {
        #expect(try read(data(story[1]), body: teaser).body.map(\.text) == [story[0]])
    }

    @Test func theTextOfAnotherStoryIsNotTaken() throws {
        let others = ["Floods feared", "Ferry is late"].map { data(story[1...].joined(separator: #"\n"#), headline: $0) }
        #expect(try read("[" + others.joined(separator: ",") + "]", body: teaser).body.map(\.text) == [story[0]])
    }

    @Test func hostileDataCostsOnlyItself() throws {
        for text in [
            String(repeating: "<div>", count: 50_000), String(repeating: "&lt;b&gt;", count: 50_000), String(repeating: #"\n"#, count: 200_000),
        ] {
            #expect(try read(data(text), body: teaser).body.count >= 1)
        }
    }
}

extension String {
    fileprivate func replacing(_ piece: Character, with other: String) -> String {
        map { $0 == piece ? other : String($0) }.joined()
    }
}
