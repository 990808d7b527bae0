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
