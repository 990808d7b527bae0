import ArticleExtraction
import Testing

/// What of a page is taken for its article. The pages are made up.
@Suite struct BlockChoiceTests {
    static let sentences = [
        "The council voted on Tuesday to repair the old bridge before winter, the mayor said in a statement read to the press.",
        "Engineers had warned in spring that two of its piers, built in 1911, no longer stood on firm ground.",
        "Work begins in May, will cost about four million and should end before the first frost, according to the plan.",
        "Until then, lorries of more than twelve tonnes must take the road over the hill, which adds forty minutes to the journey.",
    ]

    func text(_ body: String) throws -> [String] {
        let page = "<html><head><title>The bridge is saved</title></head><body><main><h1>The bridge is saved</h1>\(body)</main></body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "http://example.org/n/1").body.map(\.text)
    }

    let story = "<article>" + sentences.map { "<p>\($0)</p>" }.joined() + "</article>"

    @Test func theStoryIsReadWithoutItsTitle() throws {
        #expect(try text(story) == Self.sentences)
    }

    @Test(arguments: [
        "<section class=comments><p>ferry_fan: I have said for years that this bridge, which my father built, would outlast every one of them.</p></section>",
        "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>", "<p>Advertisement</p>",
        "<div class='newsletter-signup'><p>Get the day's news in your inbox every morning, free of charge and without advertising.</p></div>",
        "<aside class=author-bio><p>Jane Doe has written about bridges, rivers and the people who live on them for twenty years.</p></aside>",
        "<ul class=related-stories><li><a href=/c>Second bridge closed for repairs</a></li><li><a href=/d>Mayor speaks of floods</a></li></ul>",
    ])
    func whatSurroundsAStoryStaysOut(_ furniture: String) throws {
        #expect(try text(story + furniture) == Self.sentences)
    }

    @Test func aQuotedPostBelongsToTheText() throws {
        let post = "<blockquote class=twitter-tweet><p>Saved!</p>\u{2014} Mayor (@mayor) <a href=/s/1>May 1, 2026</a></blockquote>"
        let found = try text(story.replacing("</p></article>", with: "</p>\(post)<p>\(Self.sentences[0])</p></article>"))
        #expect(found.contains("Saved!"))
    }

    @Test(arguments: [
        "Correction: An earlier version of this article gave the wrong year for the piers.", "This report was supplied by Northlight Wire.",
    ])
    func aNoteOnOriginOrCorrectionIsKept(_ note: String) throws {
        #expect(try text(story.replacing("</article>", with: "<p>\(note)</p></article>")) == Self.sentences + [note])
    }

    @Test func aLinkNamedATagKeepsItsWordInTheSentence() throws {
        #expect(try text(story.replacing("old bridge", with: "<a class=text-tag href=/t>old bridge</a>")) == Self.sentences)
    }
}

extension String {
    fileprivate func replacing(_ piece: String, with other: String) -> String {
        guard let range = firstRange(of: piece) else { return self }
        return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
