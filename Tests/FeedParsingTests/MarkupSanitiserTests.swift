import FeedParsing
import Testing

@Suite struct MarkupSanitiserTests {
    private func clean(_ markup: String, base: String? = nil) -> String { FeedText(source: markup, mediaType: "text/html", base: base).html }

    @Test(arguments: [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"), ("a<SCRIPT\n>x</SCRIPT\n>b", "ab"), ("a<style>p{}</style>b", "ab"),
        ("<p onclick='x()' onMouseOver=y>a</p>", "<p>a</p>"), ("<iframe src='//evil.example'>a</iframe>", "a"),
        ("<a href='javascript:x()'>a</a>", "<a href=\"\">a</a>"), ("<a href='java&#x73;cript:x()'>a</a>", "<a href=\"\">a</a>"),
        ("<a href=' \tjava\nscript:x()'>a</a>", "<a href=\"\">a</a>"), ("<img src='data:image/svg+xml,x'>", "<img src=\"\" />"),
        ("<a href=\"vbscript:x\">a</a>", "<a href=\"\">a</a>"), ("<object data=x><embed src=y>a</object>", "a"), ("a<!-- <b> -->b", "ab"),
        ("a<!--b", "a"), ("<b>a<script>never closed", "<b>a"), ("<meta http-equiv=refresh content='0;url=x'>a", "a"),
        ("<form action='javascript:x'>a</form>", "<form action=\"\">a</form>"),
        ("<svg onload=x><script>y</script></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"),
        (
            "<math><mi xlink:href='javascript:x'>a</mi></math>",
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi xlink:href=\"\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">a</mi></math>"
        ),
    ])
    func whatRunsOrLoadsIsLeftOut(_ markup: String, _ expected: String) { #expect(clean(markup) == expected) }

    @Test(arguments: [
        ("color: red", "color: red;"), ("margin: 0 10px", "margin: 0 10px;"),
        ("border: 1px solid #ccc; color: blue", "border: 1px solid #ccc; color: blue;"),
        ("font-family: 'Some Font'", "font-family: 'Some Font';"), ("text-align: center", "text-align: center;"),
    ])
    func stylesThatDressTextStay(_ style: String, _ expected: String) {
        #expect(clean("<p style=\"\(style)\">a</p>") == "<p style=\"\(expected)\">a</p>")
    }

    @Test(arguments: [
        "position: fixed", "margin: -9999px", "margin: 99999em", "background: url(http://evil.example/x)", "width: expression(alert(1))",
        "behavior: url(x.htc)", "-moz-binding: url(x)", "color: red; top: 0}", "color: \\72 ed", "background-image: url('javascript:x')",
    ])
    func stylesThatLoadMoveOrHideGo(_ style: String) { #expect(clean("<p style=\"\(style)\">a</p>") == "<p>a</p>") }

    @Test func linksBecomeAbsolute() {
        let markup = "<a href='../b?c=d#e'>x</a><img src=y.png><a href='#top'>z</a><a href='mailto:a@example.org'>m</a>"
        let expected =
            "<a href=\"http://example.org/b?c=d#e\">x</a><img src=\"http://example.org/a/y.png\" /><a href=\"http://example.org/a/feed#top\">z</a><a href=\"mailto:a@example.org\">m</a>"
        #expect(clean(markup, base: "http://example.org/a/feed") == expected)
    }

    @Test func textKeepsItsReferencesAndBareMarksAreEscaped() {
        #expect(clean("1 < 2 &amp; 3 & 4 &eacute; &#38; <b>x</b>") == "1 &lt; 2 &amp; 3 &amp; 4 &eacute; &#38; <b>x</b>")
        #expect(FeedText(source: "1 < 2 & <b>").html == "1 &lt; 2 &amp; &lt;b&gt;")
    }

    @Test func visibleTextIsWhatAReaderSees() {
        #expect(FeedText(source: "<p>One</p><p>two &amp; <script>x</script>three</p>", mediaType: "text/html").plain == "One two & three")
        #expect(FeedText(source: " <p></p> ", mediaType: "text/html").plain == nil)
    }

    @Test(arguments: [
        String(repeating: "<!--", count: 50_000), String(repeating: "<a ", count: 50_000), String(repeating: "<script>", count: 50_000),
        "<a " + String(repeating: "b=c ", count: 100_000) + ">", String(repeating: "<svg>", count: 50_000), String(repeating: "&", count: 200_000),
        "<p style='" + String(repeating: "url(", count: 50_000) + "'>", String(repeating: "<", count: 200_000),
    ])
    func hostileMarkupIsReadInLinearTime(_ markup: String) {
        let half = String(markup.prefix(markup.utf8.count / 2))
        let clock = ContinuousClock()
        let short = clock.measure { _ = clean(half) }
        let long = clock.measure { _ = clean(markup) }
        #expect(long < short * 6 + .milliseconds(200))
    }
}
