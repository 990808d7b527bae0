import BriefModel
import Ingestion
import Testing

@Suite("What is a reprint, and what is none")
struct ReprintQualityTests {
    @Test("told by the wording of both, whichever was first", arguments: ReprintPair.all)
    func pair(_ pair: ReprintPair) {
        let articles = [Self.article("first", pair.first, outlet: "a", day: 1, pair), Self.article("second", pair.second, outlet: "b", day: 2, pair)]
        let expected = pair.isReprint ? [ReprintGroup(origin: "first", copies: ["second"])] : []
        #expect(ReprintDetector().groups(among: articles, outlets: []) == expected)
    }

    @Test("the footer of a house does not make its papers' short items copies of each other")
    func footers() {
        let texts = ReprintPair.withFooters
        func item(_ name: String, _ text: [String], _ outlet: String, _ day: Int) -> Article { Self.article(name, text, outlet: outlet, day: day) }
        let others = texts.others.enumerated().map { item("other\($0)", $1, $0 % 2 == 0 ? "a" : "b", $0 / 2) }
        let pair = [item("fire", texts.fire, "a", 4), item("council", texts.council, "b", 4)]
        #expect(ReprintDetector().groups(among: pair + others, outlets: []).isEmpty)
        let copied = [item("fire", texts.fire, "a", 4), item("again", texts.fire, "b", 5)]
        #expect(ReprintDetector().groups(among: copied + others, outlets: []) == [ReprintGroup(origin: "fire", copies: ["again"])])
    }

    @Test("a story that one outlet printed five times is not taken for its footer")
    func repeated() {
        let prints = (0..<5).map { Self.article("print\($0)", ReprintPair.wire, outlet: "a", day: $0) }
        let copy = Self.article("copy", ReprintPair.wire, outlet: "b", day: 6)
        #expect(
            ReprintDetector().groups(among: prints + [copy], outlets: [])
                == [ReprintGroup(origin: "print0", copies: ["copy", "print1", "print2", "print3", "print4"])])
    }

    @Test("what stands at one address is a version, not a reprint")
    func version() {
        let first = Self.article("first", ReprintPair.wire, outlet: "a", day: 1)
        let second = Self.article("second", ReprintPair.wire, outlet: "a", day: 2, address: first.address)
        #expect(ReprintDetector().groups(among: [first, second], outlets: []).isEmpty)
    }

    @Test("a story printed by two hundred outlets is one group, found from print to print")
    func wide() {
        let prints = (0..<200).map { Self.article("print\($0)", ReprintPair.wire, outlet: "outlet\($0)", day: $0 / 10) }
        let found = ReprintDetector().groups(among: prints.shuffled(), outlets: [])
        #expect(found.count == 1 && found.first?.copies.count == 199 && found.first?.origin == "print0")
    }

    @Test("a text of one endless word, of a million words, of nothing or of nothing but marks costs no more than its length")
    func hostile() {
        let texts = [
            String(repeating: "a", count: 4_000_000), String(repeating: "word ", count: 1_200_000), "", "… — …",
            String(repeating: ". ", count: 100_000),
            (0..<150_000).map(String.init).joined(separator: " "), (0..<150_000).map(String.init).joined(separator: " "),
        ]
        let found = ReprintDetector().pairs(among: texts.enumerated().map { ("\($0.offset)", $0.element) })
        #expect(found.map { [$0.first, $0.second] } == [["5", "6"]])
    }

    static func article(
        _ id: String, _ paragraphs: [String], outlet: String, day: Int, _ pair: ReprintPair? = nil, address: String? = nil
    ) -> Article {
        let moment = Timestamp(day: CalendarDay(daysSince1970: 20_500 + day))
        return Article(
            id: ArticleID(id), address: address ?? "https://\(outlet).example/\(id)", outlet: OutletID(outlet), title: "Headline of \(id)",
            published: moment,
            fetched: moment, language: pair?.language ?? "en", body: paragraphs.map { (.paragraph, $0) })
    }
}
