import Testing

@testable import BriefVerification

struct EvidenceWindowTests {
    private static let sentences = [
        "The council met on Tuesday.", "It approved 48 million euros for the tram.", "Bakers want higher wages.",
        "Building could begin in spring, the mayor said.", "The weather was mild.",
    ]

    @Test func sentencesThatHoldWhatIsAskedAreReadWithTheNeighboursOfTheFirst() {
        let window = EvidenceWindow(Self.sentences)
        #expect(window.sentences(for: "The tram costs 48 million euros, and building begins in spring.") == [0, 1, 2, 3])
    }

    @Test func nothingIsReadTwiceAndTheOrderIsTheSources() {
        let places = EvidenceWindow(Self.sentences + Self.sentences).sentences(for: "The council approved the tram.")
        #expect(places == places.sorted() && Set(places).count == places.count)
    }

    @Test func noMoreIsReadThanTheModelTakes() {
        let sentences = (0..<200).map { "Tram number \($0) of the council runs through the harbour quarter every ten minutes." }
        let places = EvidenceWindow(sentences).sentences(for: "Every tram of the council runs through the harbour.")
        #expect(!places.isEmpty && places.reduce(0) { $0 + (sentences[$1].utf8.count + 3) / 4 } <= EvidenceWindow.budget)
    }

    @Test func aSentenceLongerThanThatIsReadByItself() {
        let long = String(repeating: "harbour ", count: 400)
        #expect(EvidenceWindow([long]).sentences(for: "The harbour.") == [0])
    }

    @Test func oneSentenceAtLeastIsReadThoughItSharesNothing() {
        #expect(!EvidenceWindow(Self.sentences).sentences(for: "Zebras.").isEmpty)
        #expect(EvidenceWindow([]).sentences(for: "Zebras.").isEmpty)
    }

    @Test(arguments: [
        ("1,200 tons", ["1200", "ton"]), ("1, 200 tons", ["1200", "ton"]), ("3.5 m", ["3.5", "m"]), ("Crédit running", ["credit", "runn"]),
    ])
    func figuresAndWordsAreComparedInOneForm(text: String, terms: [String]) {
        #expect(EvidenceWindow.terms(of: text).map(String.init) == terms)
    }
}
