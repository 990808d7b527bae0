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
