import Testing

@testable import Fetching

@Suite("What a server declares")
struct ContentTypeTests {
    @Test(
        "media type in lower case, charset as declared",
        arguments: [
            ("text/html; charset=windows-1252", "text/html", "windows-1252"), ("Text/HTML;Charset=\"UTF-8\"", "text/html", "UTF-8"),
            ("text/html", "text/html", nil), ("text/html; charset=", "text/html", nil),
            ("application/rss+xml ; boundary=x; charset='gb18030'", "application/rss+xml", "gb18030"),
            ("utf-8", nil, nil), (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func parts(field: String?, mediaType: String?, charset: String?) {
        let type = ContentType(field: field)
        #expect(type.mediaType == mediaType)
        #expect(type.charset == charset)
    }
}
