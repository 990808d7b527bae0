import HTMLParsing
import Testing

/// Pages that are written to take for ever take as long as their size says, and their trees are no deeper than the limit.
@Suite(.serialized) struct HostilePageTests {
    static let fonts = (0..<300).map { "<font color=\($0)>" }.joined()
    static let manyAttributes = (0..<256).map { "a\($0)=x" }.joined(separator: " ")

    /// A start, what is repeated, how often.
    static let pages: [(String, String, Int)] = [
        ("", "<div>", 12_500), ("", "<b><i>", 3_750), ("", "<table><tr><td>", 3_750), ("", "<ul><li>", 6_250), ("", "<a href=x>", 6_250),
        ("", "<", 25_000), ("", "<!--", 12_500), ("", "<a b=\"", 6_250), ("", "&bogus;&amp;&CounterClockwiseContourIntegra", 2_500),
        ("", "<a><table>", 3_750), ("", "<a><p>", 3_750), ("", "<b><p></b>", 3_750), ("", "<i><b><p></i></b>", 2_500), (fonts, "<p>x</p>", 1_250),
        ("<p><button>", "<div>", 6_250), ("<x>" + String(repeating: "<span>", count: 600), "</x>", 6_250), ("<table>", "x<tr a=b>", 6_250),
        ("<svg>", "<g>", 6_250), ("<svg>", "<![CDATA[]]>", 6_250), ("", "<template>", 6_250), ("", "<select><option>", 6_250),
        ("", "<b \(manyAttributes)>", 50), ("<div ", "a=1 ", 12_500), ("<script>", "<!--<script>", 6_250), ("", "\r", 37_500), ("", "\0", 37_500),
    ]

    func seconds(_ page: [UInt8]) throws -> Duration {
        let start = ContinuousClock.now
        _ = try HTMLDocument(utf8: page)
        return ContinuousClock.now - start
    }

    @Test(arguments: pages.indices)
    func twiceTheSizeTakesAboutTwiceTheTime(_ number: Int) throws {
        let (start, piece, times) = Self.pages[number]
        let once = Array((start + String(repeating: piece, count: times)).utf8)
        let twice = Array((start + String(repeating: piece, count: times * 2)).utf8)
        // Other work on the machine is allowed for: what is quadratic is caught by the sizes below.
        let (short, long) = (try min(seconds(once), seconds(once)), try min(seconds(twice), seconds(twice)))
        #expect(long < short * 6 + .seconds(1), "\(start.prefix(40)) \(piece.prefix(40)): \(short), \(long)")
    }

    @Test(arguments: [
        ("<div>", 200_000), ("<b><i>", 60_000), ("<table><tr><td>", 60_000), ("<ul><li>", 60_000), ("<svg><g>", 60_000), ("<b><div></b>", 60_000),
    ])
    func noTreeIsDeeperThanItsLimit(_ piece: String, _ times: Int) throws {
        let document = try HTMLDocument(utf8: Array(String(repeating: piece, count: times).utf8))
        var depths = [0]
        for node in document.nodes.dropFirst() { depths.append(depths[document.parent(node) ?? 0] + 1) }
        #expect(depths.max() ?? 0 <= HTMLLimits.standard.depth)
        #expect(document.count > times, "what lies deeper stands beside")
    }

    @Test func oneTagMayHaveAHundredThousandAttributes() throws {
        let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        let document = try HTMLDocument(utf8: Array("<div class=first \(attributes)>text</div>".utf8))
        let division = try #require(document.first(.div))
        #expect(document.attribute(.class, of: division) == "first")
        #expect(document.attributeList(division).count == HTMLLimits.standard.attributes)
        #expect(document.textContent(division) == "text")
    }

    @Test func aPageMayUseMoreNamesThanFitIntoATable() throws {
        let document = try HTMLDocument(utf8: Array((0..<70_000).map { "<x\($0) y\($0)></x\($0)>" }.joined().utf8))
        #expect(document.count > 70_000)
    }

    @Test func readingStopsAtALimitOfNodes() throws {
        let document = try HTMLDocument(utf8: Array(String(repeating: "<p>x", count: 1_000).utf8), limits: HTMLLimits(nodes: 100))
        #expect(document.wasCut)
        #expect(document.count < 110)
    }
}
