import BriefModel
import DocumentConversion
import Testing

@Suite("What the converter writes")
struct BoxPagesTests {
    private func read(_ text: String, limits: ConversionLimits = .standard) throws(ConversionError) -> PrintedDocument {
        var pages = BoxPages(limits: limits)
        try pages.read(text.utf8)
        return try pages.finish()
    }

    private static let head = """
        <!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <title>A &lt;b&gt; &amp;amp;
        &quot;B&quot;</title>
        <meta name="Author" content=""/>
        <meta name="CreationDate" content="2022-04-03T18:05:42+02"/>
        </head>
        <body>
        <doc>

        """
    private static let foot = "</doc>\n</body>\n</html>\n"

    private static func page(_ words: String) -> String {
        "<page width=\"595.2\" height=\"841.8\">\n<flow>\n<block xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"9\">\n"
            + "<line xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"9\">\n\(words)\n</line>\n</block>\n</flow>\n</page>\n"
    }

    private static func word(_ text: String, _ left: String = "10.5") -> String {
        "  <word xMin=\"\(left)\" yMin=\"20\" xMax=\"30.25\" yMax=\"40\">\(text)</word>"
    }

    @Test("words come with their places, metadata with its entities undone")
    func whole() throws {
        let found = try read(Self.head + Self.page(Self.word("x&lt;y") + "\n" + Self.word("</word>&amp;")) + Self.foot)
        #expect(found.title == "A <b> &amp; \"B\"")
        #expect(found.author == nil)
        #expect(found.created?.description == "2022-04-03T16:05:42Z")
        #expect(found.pages.count == 1)
        #expect(found.pages[0].lines[0].words.map(\.text) == ["x<y", "</word>&"])
        #expect(found.pages[0].lines[0].words[0].frame == PrintedFrame(left: 10.5, top: 20, right: 30.25, bottom: 40))
    }

    @Test("words at no place of any page are left out", arguments: ["nan", "inf", "1e30", "-1e9", "", "99"])
    func nowhere(left: String) throws {
        let found = try read(Self.head + Self.page(Self.word("lost", left) + "\n" + Self.word("kept")) + Self.foot)
        #expect(found.pages[0].lines[0].words.map(\.text) == ["kept"])
    }

    @Test("an answer cut off is not taken for a document")
    func cutOff() {
        let whole = Self.head + Self.page(Self.word("a")) + Self.foot
        for count in stride(from: 0, to: whole.utf8.count - Self.foot.utf8.count, by: 7) {
            #expect(throws: ConversionError.self) { try read(String(whole.prefix(count))) }
        }
    }

    @Test("a word whose tag is never closed, or only by the end of the word, is refused")
    func openWord() {
        for word in ["<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\" </word>", "<word </word>", "<word >", "<word "] {
            #expect(throws: ConversionError.self) { try read(Self.head + Self.page(word) + Self.foot) }
        }
    }

    @Test("what the converter never writes is refused")
    func foreign() {
        for page in ["<script>", "<word xMin=\"1\">a</word>", "<page width=\"1\">", "text"] {
            #expect(throws: ConversionError.self) { try read(Self.head + page + "\n" + Self.foot) }
        }
    }
}
