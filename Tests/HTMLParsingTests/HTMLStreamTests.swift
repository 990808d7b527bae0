import Foundation
import HTMLParsing
import Testing

@Suite struct HTMLStreamTests {
    static let page = """
        \u{FEFF}<!DOCTYPE html><html lang=en><head><title>A &amp; B</title><script>if (1 < 2) { "</scrip" }</script><!-- c -- --></head>\r
        <body class="x y"><p>One <b>two<p>three</b> &notin; &#x2014;<table>four<tr><td>five</table><svg><![CDATA[<six>]]></svg><br/>sieben 漢字
        """

    func document(_ chunks: [[UInt8]], limits: HTMLLimits = .standard) -> HTMLDocument {
        var stream = HTMLStream(limits: limits)
        for chunk in chunks { stream.append(chunk) }
        return stream.finish()
    }

    @Test func piecesMakeTheSameTreeAsTheWhole() throws {
        let bytes = Array(Self.page.utf8)
        let whole = try HTMLDocument(parsing: bytes, charset: "utf-8").outline
        #expect(document(bytes.map { [$0] }).outline == whole)
        for place in 0...bytes.count {
            #expect(document([Array(bytes[..<place]), Array(bytes[place...])]).outline == whole, "cut at \(place)")
        }
    }

    @Test func nothingIsAPageToo() {
        #expect(document([]).outline == "html(head body)")
        #expect(document([[0x61]]).outline == "html(head body(\"a\"))")
    }

    @Test func whatComesAfterTheLimitIsDropped() {
        let document = document(Array(repeating: Array("<p>12345".utf8), count: 100), limits: HTMLLimits(bytes: 80))
        #expect(document.wasCut)
        #expect(document.elements(.p).count == 10)
    }

    @Test func aLimitMayBeSmallerThanAByteOrderMark() {
        #expect(document([[0x61], [0x62], [0x63], [0x64]], limits: HTMLLimits(bytes: 2)).textContent(0) == "ab")
    }

    @Test(arguments: ["<!--", "<a b='", "<script>", "<p>x", "<b><i>", "&amp;"])
    func aFloodEndsAtTheLimit(_ piece: String) {
        let chunk = Array(String(repeating: piece, count: 1 << 12).utf8)
        var stream = HTMLStream(limits: HTMLLimits(bytes: 1 << 20))
        for _ in 0..<1_000 { stream.append(chunk) }
        let isFull = stream.isFull
        #expect(isFull)
        #expect(stream.finish().bytes.count <= 2 << 20)
    }

    /// A gigabyte, in a few minutes without optimisation: `LARGE_TESTS=1`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LARGE_TESTS"] != nil))
    func aGigabyteIsReadInBoundedMemory() {
        let chunk = Array(String(repeating: "<div class=a><!-- x --><p>Some text &amp; more</p></div>\n", count: 1 << 10).utf8)
        var stream = HTMLStream(limits: HTMLLimits(bytes: 1 << 30))
        for _ in 0..<((1 << 30) / chunk.count + 1) { stream.append(chunk) }
        let document = stream.finish()
        #expect(document.wasCut)
        #expect(document.count <= HTMLLimits.standard.nodes + 100)
    }
}
