import BriefModel
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        // RFC 3986, section 5.4.
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g/"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
    ])
    func referencesResolve(_ reference: String, _ expected: String) throws {
        let base = try #require(WebAddress("http://a/b/c/d;p?q"))
        #expect(base.resolving(reference)?.text == expected)
    }

    @Test func spellingsOfOneAddressAreEqual() {
        #expect(WebAddress("HTTP://Example.ORG:80/a/../b%c3%a9#x") == WebAddress("http://example.org/b%C3%A9"))
        #expect(WebAddress("https://example.org")?.text == "https://example.org/")
        #expect(WebAddress(" https://example.org/ä b\n")?.text == "https://example.org/%C3%A4%20b")
        #expect(WebAddress("https://user:secret@example.org:8443/")?.text == "https://example.org:8443/")
        #expect(WebAddress("http://[::1]:8080/x")?.host == "[::1]")
    }

    @Test(arguments: [
        "", "example.org", "mailto:a@b.c", "javascript:alert(1)", "http://", "http://a b/", "http://a:99999/", "http://a:port/", "http://a:port:/",
        "http://a:1:/", "ftp://a/", "file:///etc/passwd",
    ])
    func whatIsNoWebAddressIsNone(_ text: String) { #expect(WebAddress(text) == nil) }

    @Test func aLinkThatLeavesTheWebLeadsNowhere() throws {
        let base = try #require(WebAddress("http://a/"))
        #expect(base.resolving("mailto:x@y.z") == nil)
        #expect(base.resolving("javascript:x") == nil)
    }
}
