import Testing

@testable import Fetching

@Suite("robots.txt, as RFC 9309 has it")
struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8)) }

    @Test("a group that names us is obeyed instead of the one for everybody, whatever the capitals and version")
    func ownGroup() {
        let rules = rules(
            """
            User-agent: *
            Disallow: /

            USER-AGENT: BigPicture/0.1
            Disallow: /private
            """)
        #expect(rules.allows(path: "/news"))
        #expect(!rules.allows(path: "/private/page"))
    }

    @Test("a name that only starts like ours is somebody else")
    func otherName() {
        #expect(rules("User-agent: bigpicture-images\nDisallow: /").allows(path: "/"))
    }

    @Test("groups for the same agent are one group, and one group may name several agents")
    func joinedGroups() {
        let rules = rules(
            "User-agent: bigpicture\nDisallow: /a\n\nUser-agent: x\nDisallow: /b\n\nUser-agent: y\nUser-agent: bigpicture\nDisallow: /c")
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/b"))
        #expect(!rules.allows(path: "/c"))
    }

    @Test(
        "the longest match decides, and Allow wins between equals",
        arguments: [
            ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false),
            ("Disallow: /\nAllow: /open", "/open/1", true),
            ("Disallow: /page\nAllow: /page", "/page", true),
            ("Disallow: /folder/*.php$", "/folder/any.php", false),
            ("Disallow: /folder/*.php$", "/folder/any.php?x", true),
            ("Disallow: /*?session=", "/a/b?session=1", false),
            ("Disallow: *", "/", false),
            ("Disallow:", "/anything", true),
            ("Disallow: /Page", "/page", true),
        ])
    func longestMatch(lines: String, path: String, isAllowed: Bool) {
        #expect(rules("User-agent: *\n" + lines).allows(path: path) == isAllowed)
    }

    @Test(
        "escapes are compared as RFC 3986 has them",
        arguments: [
            ("/foo/bar/ツ", "/foo/bar/%E3%83%84"), ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84"), ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
            ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html"), ("/path/foo-%24", "/path/foo-$"),
        ])
    func escapes(pattern: String, path: String) {
        #expect(!rules("User-agent: *\nDisallow: \(pattern)").allows(path: path))
    }

    @Test("comments, a byte order mark, any line end and unknown lines are no trouble")
    func tolerance() {
        let rules = rules("\u{FEFF}User-agent: * # everybody\r\nSitemap: http://x.example/s.xml\rnonsense\r\n  Disallow :  /x  # why\r\n")
        #expect(!rules.allows(path: "/x"))
        #expect(rules.allows(path: "/y"))
    }

    @Test("a page in place of the file asks nothing")
    func page() {
        #expect(rules("<!DOCTYPE html><html><body>User-agent: everywhere</body></html>") == .allowAll)
    }

    @Test("what stands beyond 500 KiB is not read")
    func sizeLimit() {
        let padding = "# " + String(repeating: "x", count: RobotsRules.sizeLimit) + "\n"
        #expect(rules("User-agent: *\n" + padding + "Disallow: /").allows(path: "/page"))
    }

    @Test("the pause a publisher asks for is read from our group only")
    func crawlDelay() {
        #expect(rules("User-agent: x\nCrawl-delay: 9\n\nUser-agent: *\nCrawl-delay: 2.5").crawlDelay == 2.5)
        #expect(rules("User-agent: *\nCrawl-delay: soon").crawlDelay == nil)
    }

    @Test("robots.txt itself may always be asked for")
    func robotsItself() { #expect(rules("User-agent: *\nDisallow: /").allows(path: "/robots.txt")) }

    @Test("a pattern of many stars costs no more than both lengths multiplied", .timeLimit(.minutes(1)))
    func hostilePattern() {
        let pattern = String(repeating: "*a", count: 2000) + "$"
        #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path: "/" + String(repeating: "a", count: 4000) + "b"))
    }

    @Test("sitemaps and the licence stand outside all groups")
    func siteWide() {
        let file = """
            License: https://paper.example/license.xml
            User-agent: other
            Disallow: /
            Sitemap: https://paper.example/news.xml # of today
            sitemap: https://paper.example/news.xml
            SITEMAP:/sitemap.xml
            License: https://paper.example/second.xml
            """
        let rules = RobotsRules(Array(file.utf8))
        #expect(rules.sitemaps == ["https://paper.example/news.xml", "/sitemap.xml"])
        #expect(rules.license == "https://paper.example/license.xml")
        #expect(rules.allows(path: "/news"))
    }
}
