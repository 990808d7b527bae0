import ArticleExtraction
import BriefModel
import Testing

@Suite("Plain text to an article")
struct PlainTextTests {
    private func read(_ text: String) throws -> ExtractedArticle {
        try ArticleExtractor().extract(plainText: Array(text.utf8), charset: nil, address: "http://example.org/n.txt")
    }

    @Test func aNoticeHasALetterheadATitleAndASignature() throws {
        let found = try read("COUNTY OF X\nHarbour Office\nDate: 5 February 2026\n\nNotice to mariners\n\nThe light is out.\n\n--\nOffice footer")
        #expect(found.title == "Notice to mariners")
        #expect(found.authors == ["Harbour Office"])
        #expect(found.published?.day.description == "2026-02-05")
        #expect(found.body.map(\.text) == ["The light is out."])
        #expect(found.notes.map(\.text) == ["Office footer"])
    }

    @Test func aPressReleaseHasItsWordsAroundIt() throws {
        let found = try read(
            """
            FOR IMMEDIATE RELEASE
            EMBARGOED UNTIL 00:01 GMT 6 May 2025

            Harbour office buys a second crane

            HARBOUR VALE, May 6, 2025 -- The office said today that it has bought a
            second crane, which will be set up by the summer. It did not say what the
            crane cost.

            ABOUT THE OFFICE

            The office runs the harbour.

            ENDS

            Contact: Jane Doe, +1 555 0100
            """)
        #expect(found.title == "Harbour office buys a second crane")
        #expect(found.published?.day.description == "2025-05-06")
        #expect(found.body.map(\.kind) == [.paragraph, .heading, .paragraph])
        #expect(found.body[0].text.hasPrefix("HARBOUR VALE, May 6, 2025 -- The office said today that it has bought a second crane"))
        #expect(found.notes.map(\.text) == ["Contact: Jane Doe, +1 555 0100"])
    }

    @Test func aWireStoryHasADateline() throws {
        let found = try read(
            "Ships wait outside the harbour\nBy Jane Doe\n\nLONDON, 3 March 2025 (Northlight Wire) - Ships waited outside the harbour on Monday.\n\nNobody knew why."
        )
        #expect(found.title == "Ships wait outside the harbour")
        #expect(found.authors == ["Jane Doe"])
        #expect(found.published?.day.description == "2025-03-03")
        #expect(found.creditLine == "(Northlight Wire)")
        #expect(found.body.count == 2)
    }

    @Test func fieldsAboveTheTextAreItsMetadata() throws {
        let found = try read(
            "---\nTitle: \"Of cranes\"\nAuthor: Jane Doe\nDate: 2025-03-04\nSource: The Quay\nURL: https://quay.example/cranes\n---\n\nThere are two of them.\n"
        )
        #expect(found.title == "Of cranes")
        #expect(found.authors == ["Jane Doe"])
        #expect(found.published?.day.description == "2025-03-04")
        #expect(found.siteName == "The Quay")
        #expect(found.canonicalAddress == "https://quay.example/cranes")
        #expect(found.body.map(\.text) == ["There are two of them."])
    }

    @Test func headingsListsAndQuotesAreTold() throws {
        let found = try read(
            """
            # Of cranes

            The first paragraph is wrapped at some width and goes on over
            two lines.

            What they cost
            --------------
            - One costs a lot, and its line is so long that it is
              wrapped.
            - Two cost more.

            1. Buy it.
            2. Use it.

            > Nobody knows what
            > it costs.

            ## Why

            * * *
            No one asked.
            """)
        #expect(found.title == "Of cranes")
        #expect(found.body.map(\.kind) == [.paragraph, .heading, .listItem, .listItem, .listItem, .listItem, .quote, .heading, .paragraph])
        #expect(found.body[2].text == "One costs a lot, and its line is so long that it is wrapped.")
        #expect(found.body[6].text == "Nobody knows what it costs.")
    }

    @Test func unwrappedAndIndentedParagraphsAreKeptApart() throws {
        let long = String(repeating: "A sentence that nobody wrapped. ", count: 8)
        #expect(try read("A title\n\n\(long)\n\(long)").body.count == 2)
        #expect(
            try read("A title\n\n    The first line is indented and the second one\nis not.\n    The next paragraph begins so as well, and goes\non.")
                .body.count == 2)
    }

    @Test func aProgramOrAPictureIsNoText() {
        // Each byte as often as any other, in an order that looks like none.
        let bytes = (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 / 256) &* 13) }
        #expect(throws: ExtractionError.unreadable("is no text: it holds bytes that no text has")) {
            try ArticleExtractor().extract(plainText: bytes, charset: nil, address: "file:///a.bin")
        }
    }

    @Test func aFileOfNothingIsNoArticle() {
        #expect(throws: ExtractionError.noText) { try read("\n \n---\n") }
        #expect(throws: ExtractionError.empty) { try read("") }
    }

    @Test func noBytesCrashIt() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "\n", "\n\n", "---", "# ", "> ", "- ", "1. ", "By ", "3 March 2025", "Title: ", "FOR IMMEDIATE RELEASE", "--", "ENDS", "word ", "  ",
            "\u{0}", "é", "語",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
            _ = try? read(text)
            _ = try? ArticleExtractor().extract(plainText: (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }, charset: nil, address: "")
        }
    }
}
