import BriefModel
import Testing
import TextAnalysis

@Suite("What a name is of")
struct NameKindTests {
    private func kinds(_ text: String) -> [String: Name.Kind] {
        Dictionary(TextAnalyzer().sentences(in: text).flatMap(\.names).map { ($0.text, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("Bodies are known by name where the text does not say what they are")
    func knownBodies() {
        let found = kinds("Buyers of parts from Nvidia and Samsung waited. Boeing delivered the first of them.")
        #expect(found == ["Nvidia": .organisation, "Samsung": .organisation, "Boeing": .organisation])
    }

    @Test(
        "A company's name that is a word counts only where it acts",
        arguments: ["Apple growers met on Monday.", "Orange juice is dear.", "Shell middens were found."])
    func wordsAreNoNames(_ text: String) { #expect(kinds(text).isEmpty) }

    @Test("A word that acts like a company is one")
    func actingWords() {
        #expect(kinds("Target said sales fell. The target was missed.") == ["Target": .organisation])
        #expect(kinds("Orange and Vodafone share masts.") == ["Orange": .organisation, "Vodafone": .organisation])
    }

    @Test("The words beside an unknown name tell what it is of")
    func wordsBeside() {
        let found = kinds(
            """
            Talks in Ulmsee failed, said Wanjiru Odhiambo, who led them. Norsonic's chief executive blamed the tablet Paxiline. \
            Two former Velder engineers agreed.
            """)
        #expect(found["Ulmsee"] == .place && found["Wanjiru Odhiambo"] == .person && found["Norsonic"] == .organisation)
        #expect(found["Paxiline"] == .product && found["Velder"] == .organisation)
    }

    @Test("What is listed with companies is one")
    func lists() { #expect(kinds("Parts came from Samsung and Quellor.")["Quellor"] == .organisation) }

    @Test(
        "A model is a product under its whole name",
        arguments: [
            ("They tried Claude Opus 4.5 at school.", "Claude Opus 4.5"), ("They tried GPT-5 at school.", "GPT-5"),
            ("They tried DeepSeek-R1 at school.", "DeepSeek-R1"), ("They fly the Boeing 737 MAX jets.", "737 MAX"),
            ("It came from the Landsat 9 satellite.", "Landsat 9"), ("Samsung showed the Galaxy S26 there.", "Galaxy S26"),
        ])
    func models(_ text: String, _ name: String) { #expect(kinds(text)[name] == .product, "\(kinds(text))") }

    @Test("A number that counts is no part of a name")
    func counts() { #expect(kinds("Rovers lost to Norsonic 2-1, and Velder 20 per cent.").keys.allSatisfy { !$0.contains("2") }) }

    @Test("A nation or place inside a longer name stays there")
    func wholeNames() {
        let found = kinds("The Indian Navy passed the Taiwan Strait. Deutsche Bank and the Food and Drug Administration were told.")
        #expect(found["Indian Navy"] == .organisation && found["Taiwan Strait"] == .place)
        #expect(found["Deutsche Bank"] == .organisation && found["Food and Drug Administration"] == .organisation)
    }

    @Test("A town that wins is a team")
    func teams() { #expect(kinds("Liverpool beat Everton 2-1 on Saturday.")["Liverpool"] == .organisation) }

    @Test("Marking up the same text again gives the same kinds")
    func isDeterministic() {
        let text = "Amazon and Meta met Claude in Paris, said Jordan of Virgin."
        let first = TextAnalyzer().sentences(in: text).map(\.names)
        for _ in 0..<20 { #expect(TextAnalyzer().sentences(in: text).map(\.names) == first) }
    }
}
