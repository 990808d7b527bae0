import HTMLParsing
import Testing

@Suite struct HTMLDocumentTests {
    func page(_ markup: String) throws -> HTMLDocument { try HTMLDocument(parsing: Array(markup.utf8), charset: "utf-8") }

    @Test func aPageIsATreeInDocumentOrder() throws {
        let document = try page("<title>A</title><body><div id=x class='a b'><p>One <b>two</b></p><p>Three</div>")
        let division = try #require(document.first(.div))
        #expect(document.attribute(.id, of: division) == "x")
        #expect(document.attribute(named: "class", of: division) == "a b")
        #expect(document.elements(.p, in: division).map(document.textContent) == ["One two", "Three"])
        #expect(document.children(division).map(document.tag) == [.p, .p])
        #expect(document.descendants(division).allSatisfy { document.contains(division, $0) })
    }

    @Test func entitiesAreResolvedAndUnknownElementsKeepTheirNames() throws {
        let document = try page("<x-note>Fish &amp; chips &#x2014; &eacute;</x-note>")
        let note = try #require(document.nodes.first { document.name($0) == "x-note" })
        #expect(document.tag(note) == .other)
        #expect(document.textContent(note) == "Fish & chips — é")
    }

    @Test func scriptsStayApartFromText() throws {
        let document = try page("<p>a<script>if (1 < 2) { '<p>' }</script>b")
        #expect(document.elements(.p).count == 1)
    }

    @Test(arguments: [
        ("nested divisions", "<div>", 200_000), ("nested formatting", "<b><i>", 60_000), ("nested tables", "<table><tr><td>", 60_000),
        ("nested lists", "<ul><li>", 100_000), ("open links", "<a href=x>", 100_000), ("less-than signs", "<", 500_000),
        ("open comments", "<!--", 200_000), ("open quotes", "<a b=\"", 100_000), ("entities", "&bogus;&amp;", 100_000),
    ])
    func nestingIsBoundedAndReadInLinearTime(_ name: String, _ piece: String, _ times: Int) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let document = try page(String(repeating: piece, count: times))
        #expect(clock.now - start < .seconds(20), "\(name)")
        var depth = 0
        var deepest: [Int: Int] = [0: 0]
        for node in document.nodes.dropFirst() {
            let above = document.parent(node).flatMap { deepest[$0] } ?? 0
            deepest[node] = above + 1
            depth = max(depth, above + 1)
        }
        #expect(depth <= HTMLLimits.standard.depth + 2, "\(name)")
    }

    @Test func surplusAttributesAreDropped() throws {
        let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        let document = try page("<div class=first \(attributes)>text</div>")
        let division = try #require(document.first(.div))
        #expect(document.attribute(.class, of: division) == "first")
        #expect(document.attribute(named: "a99999", of: division) == nil)
        #expect(document.textContent(division) == "text")
    }

    @Test func zeroBytesAndHalvesOfPagesAreRead() throws {
        let document = try HTMLDocument(parsing: Array("<p>a\0b</p><p class='unfini".utf8), charset: nil)
        #expect(document.textContent(0).contains("ab"))
        #expect(try HTMLDocument(parsing: [], charset: nil).count >= 1)
    }

    @Test func pagesBeyondTheLimitAreRefused() {
        #expect(throws: HTMLError.tooLarge(bytes: 11, limit: 10)) {
            try HTMLDocument(parsing: Array("<p>12345678".utf8), charset: nil, limits: HTMLLimits(bytes: 10))
        }
    }
}
