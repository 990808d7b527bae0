import Testing

@testable import BriefRendering

@Suite("HTML writer") struct HTMLWriterTests {
    private func html(_ write: (inout HTMLWriter) -> Void) -> String {
        var writer = HTMLWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("text can never become markup") func textIsEscaped() {
        #expect(html { $0.text("<script>alert('&')</script>") } == "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;")
    }

    @Test("a value cannot leave its attribute") func attributesAreEscaped() {
        #expect(html { $0.element("p", .label("\" onclick=\"x"), text: "a") } == "<p aria-label=\"&quot; onclick=&quot;x\">a</p>")
    }

    @Test("control characters are left out, letters of every script stay") func controls() {
        #expect(html { $0.text("a\u{0}b\u{7}c\u{1B}[31m批文 é") } == "abc[31m批文 é")
    }

    @Test("nothing a source wrote turns the order of what stands beside it; letters that are near by their bytes stay") func turns() {
        let turns = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
        #expect(html { $0.text("a\(turns)b“c” – שלום… ‰ ⁠₪") } == "ab“c” – שלום… ‰ ⁠₪")
        #expect(html { $0.element("p", .label("x\u{202E}y"), text: "\u{202E}") } == "<p aria-label=\"xy\"></p>")
    }

    @Test("of a name without end the beginning is shown") func longNames() {
        #expect("Chips".shown() == "Chips" && String(repeating: "é", count: 300).shown() == String(repeating: "é", count: 300))
        #expect(String(repeating: "é", count: 301).shown() == String(repeating: "é", count: 300) + "…")
        // One character of very many marks.
        #expect(("e" + String(repeating: "\u{301}", count: 1 << 20)).shown().utf8.count < 700)
    }

    @Test(
        "only web and file addresses can be followed",
        arguments: [
            ("https://a.example/x?y=1#z", true), ("HTTP://a.example", true), ("file:///tmp/a.txt", true), ("javascript:alert(1)", false),
            (" javascript:alert(1)", false), ("java\nscript:alert(1)", false), ("data:text/html,x", false), ("//a.example", false), ("/path", false),
            ("https://a.example/ x", false), ("", false),
        ])
    func links(address: String, isFollowed: Bool) {
        #expect((Link(address: address) != nil) == isFollowed)
    }

    @Test("a segment of a site path cannot add another, nor a query") func sitePaths() {
        #expect(Link.site("articles", "../a/b?c#d").text == "/articles/..%2Fa%2Fb%3Fc%23d")
    }

    @Test("a link into a source names the passage for the browser to mark") func textFragments() throws {
        let link = try #require(Link(address: "https://a.example/x"))
        #expect(link.showing("so-called “batch”, 50%").text == "https://a.example/x#:~:text=so%2Dcalled%20%E2%80%9Cbatch%E2%80%9D%2C%2050%25")
        let long = (1...20).map(String.init).joined(separator: " ")
        #expect(link.showing(long).text == "https://a.example/x#:~:text=1%202%203%204%205,16%2017%2018%2019%2020")
    }
}
