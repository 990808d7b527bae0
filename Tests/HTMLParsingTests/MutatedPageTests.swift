import HTMLParsing
import Testing

/// Any bytes make a sound tree, and the same one in pieces.
@Suite struct MutatedPageTests {
    /// A generator whose numbers are the same in every run (Steele, Lea, Flood: SplitMix64).
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }
    }

    static let pieces = [
        "<p>", "</p>", "<b>", "</b>", "<i x=1>", "</i>", "<a href='", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<caption>", "<col>",
        "<select>", "<option>", "<svg>", "</svg>", "<math>", "<mi>", "<annotation-xml encoding=text/html>", "<foreignObject>", "<title>", "</title>",
        "<template>", "</template>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<frameset>", "<body x=y>",
        "<html z>", "</html>", "</body>", "<form>", "</form>", "<ruby>", "<rt>", "<nobr>", "<button>", "<h1>", "<li>", "<dd>", "<pre>\n",
        "<textarea>",
        "<plaintext>", "<noscript>", "<head>", "</head>", "<object>", "</object>", "<br/>", "<?x y?>", "&amp;", "&notin", "&#x1F600;", "&#", "\0",
        "\r\n", "\r", " ", "text", "é", "漢", "\"", "'", "<", ">", "/", "=", "<x-y>", "</x-y>", "<input type=hidden>", "<iframe>", "</iframe>", "<hr>",
    ]

    func check(_ bytes: [UInt8], _ numbers: inout Numbers) throws {
        let document = try HTMLDocument(utf8: bytes)
        var open: [Int] = []
        for node in document.nodes {
            while let last = open.last, document.end(of: last) <= node { open.removeLast() }
            #expect(document.parent(node) == open.last, "the parent of \(node) is what it lies in")
            #expect(document.end(of: node) > node && document.end(of: node) <= document.end(of: open.last ?? 0))
            #expect(document.textRange(node).upperBound <= document.bytes.count)
            if document.isText(node) {
                #expect(!document.textRange(node).isEmpty)
                #expect(document.end(of: node) == node + 1)
            }
            open.append(node)
        }
        var stream = HTMLStream()
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Int.random(in: 1...max(1, min(rest.count, 40)), using: &numbers)
            stream.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        #expect(stream.finish().outline == document.outline, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }

    @Test(arguments: 0..<8)
    func anyTagsInAnyOrder(_ seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed))
        for _ in 0..<60 {
            let count = Int.random(in: 1...60, using: &numbers)
            let markup = (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
            try check(Array(markup.utf8), &numbers)
        }
    }

    @Test(arguments: 0..<4)
    func aPageWithBytesChangedMissingOrTwice(_ seed: Int) throws {
        var numbers = Numbers(state: UInt64(1_000 + seed))
        for _ in 0..<60 {
            var bytes = Array(HTMLStreamTests.page.utf8.dropFirst(3))
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                let place = Int.random(in: bytes.indices, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...127, using: &numbers)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &numbers)))
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: Int.random(in: bytes.indices, using: &numbers))
                default: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &numbers) ?? "").utf8), at: place)
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            try check(bytes, &numbers)
        }
    }
}
