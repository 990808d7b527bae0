import ArticleExtraction
import Testing

/// A brief of any kind as Markdown: every sentence kept, and what it cites.
@Suite struct MarkdownTests {
    private func page(_ html: String) throws -> String { try ArticleExtractor().markdown(page: Array(html.utf8)) }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test func headingsListsLinksAndTablesOfAPageAreKept() throws {
        let html = """
            <body><nav><a href="/">Home</a></nav><main><h1>Ports</h1><p>The port <a href="https://a.example/x">reopened</a> on <b>Monday</b>.</p>
            <ul><li>One ship came.</li><li>Two left.</li></ul><ol start="3"><li>Third.</li></ol><table><tr><td>Calder</td><td>412</td></tr></table>
            <script>alert(1)</script></main></body>
            """
        #expect(
            lines(try page(html)) == [
                "# Ports", "The port [reopened](<https://a.example/x>) on Monday.", "- One ship came.", "- Two left.", "3. Third.", "| Calder | 412",
            ])
    }

    @Test func theNotesOfAPageKeepTheNumbersOfTheirMarks() throws {
        let html = """
            <article><p>The port reopened.<sup><a href="#fn-a">1</a></sup> Ships came.<sup>2</sup></p>
            <section><ol><li id="fn-a">Courier, 1 March. <a href="#ref-a">↩</a></li></ol></section></article>
            """
        #expect(lines(try page(html)) == ["The port reopened.[1](<#1>) Ships came.[2]", "[1]: Courier, 1 March."])
    }

    @Test func severalRaisedFiguresAreSeveralMarks() throws {
        #expect(
            lines(try page("<article><p>The port reopened.<sup>4, 12</sup> It is 40 m<sup>2</sup>.</p></article>")).first?.hasPrefix(
                "The port reopened.[4, 12] ") == true)
    }

    @Test func whatAPageCallsANoteBesideItsTextIsLeftOut() throws {
        #expect(
            lines(try page("<article><p>The port reopened.</p><div role=note><p>Evidence: “it reopened”.</p></div><p>Ships came.</p></article>")) == [
                "The port reopened.", "Ships came.",
            ])
    }

    @Test func whatMarkdownWouldTakeForMarksIsEscaped() throws {
        #expect(lines(try page("<p># 5 * 3 &lt;b> a_b [1]</p>")) == ["\\# 5 \\* 3 \\<b> a\\_b [1]"])
    }

    @Test func aWordFileGivesItsTextItsLinksAndItsNotes() throws {
        let body = """
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ports &amp; ships</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">The port </w:t></w:r><w:hyperlink r:id="rId4"><w:r><w:t>reopened</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r>
            <w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>It did not.</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> Ships came.</w:t></w:r></w:ins></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>One left.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Calder</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>412</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """
        let links = #"<Relationship Id="rId4" Target="https://a.example/x" TargetMode="External"/>"#
        let notes =
            #"<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Courier, 1 March.</w:t></w:r></w:p></w:footnote>"#
        let text = try ArticleExtractor().markdown(word: WordFile.document(body, links: links, footnotes: notes))
        #expect(
            lines(text) == [
                "# Ports & ships", "The port [reopened](<https://a.example/x>).[^f2] Ships came.", "- One left.", "| Calder | 412 |",
                "[^f2]: Courier, 1 March.",
            ])
        let article = try ArticleExtractor().extract(word: WordFile.document(body, links: links, footnotes: notes))
        #expect(article.title == "Ports & ships" && article.body.map(\.text) == ["The port reopened. Ships came.", "One left.", "Calder 412"])
    }

    @Test func aDamagedWordFileIsRefusedWithItsReason() {
        let whole = WordFile.document("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")
        for length in [10, 40, whole.count / 2, whole.count - 30] {
            #expect(throws: ExtractionError.self) { try ArticleExtractor().markdown(word: Array(whole.prefix(length))) }
        }
        #expect(throws: ExtractionError.noText) { try ArticleExtractor().markdown(word: WordFile.make([("a.txt", "no document")])) }
        #expect(throws: ExtractionError.noText) { try ArticleExtractor().markdown(word: WordFile.document("<w:p/><w:p><w:r><w:t")) }
    }

    @Test func whateverIsDoneToAWordFileNothingBreaks() {
        let body = #"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:hyperlink r:id="r1"><w:r><w:t>A &amp; b</w:t></w:r></w:hyperlink></w:p>"#
        let whole = WordFile.document(body, links: #"<Relationship Id="r1" Target="x" TargetMode="External"/>"#)
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var read = 0
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if (try? ArticleExtractor().markdown(word: bytes)) != nil { read += 1 }
        }
        #expect(read > 0 && read < 2_000)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: ExtractionError.self) { try ArticleExtractor().markdown(plainText: (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }) }
        #expect(throws: ExtractionError.empty) { try ArticleExtractor().markdown(plainText: []) }
    }
}
