import BriefModel
import Testing
import TextAnalysis

/// Corpora set marks apart from words; read as it was written, a number is one number again.
@Suite struct SpacedTextTests {
    @Test(arguments: [
        ("An estimated 1, 600 migrants ( all men ) died .", "1,600"), ("It costs $ 1. 7 million , he said .", "1.7 million"),
        ("The 34 - year - old ( from Leeds ) won 2 - 0 .", "34-year-old"), ("Two bottles of Coca - Cola ( full - fat )", "Coca-Cola"),
        ("The house -lrb- built in 1902 -rrb- is sold .", "(built in 1902)"),
    ])
    func marksAreClosedUp(given: String, part: String) {
        let closed = SpacedText(given).text.split(separator: " ").joined(separator: " ").split(separator: "( ").joined(separator: "(")
        let isThere = closed.contains(part) || closed.split(separator: " )").joined(separator: ")").contains(part)
        #expect(isThere, "\(closed)")
    }

    @Test(arguments: ["In 2014, 300 people came.", "The teachers - called a brotherhood - wrote.", "Pages 1,600 and 2."])
    func ordinaryTextStaysAsItIs(text: String) {
        #expect(SpacedText(text, isSpaced: false).text == text)
        #expect(SpacedText(text).text == text)
    }

    @Test func aRangeLeadsBackToTheTextGiven() {
        let given = "It costs $ 1. 7 million , he said ."
        let closed = SpacedText(given)
        let range = 9..<(9 + "$ 1.7 million".utf8.count)
        #expect(String(decoding: Array(closed.text.utf8)[range], as: UTF8.self) == "$ 1.7 million")
        #expect(String(decoding: Array(given.utf8)[closed.given(range)], as: UTF8.self) == "$ 1. 7 million")
    }

    @Test func aReferenceMarkCountsNothingAndItsPlaceIsKept() {
        let text = SpacedText("Growth was faster in 2 towns [3].").text
        #expect(text.utf8.count == "Growth was faster in 2 towns [3].".utf8.count)
        #expect(TextAnalyzer().sentences(in: text).flatMap(\.quantities).map(\.value) == [2])
    }
}

/// Ages, measures and shares in the forms that prose has for them.
@Suite struct QuantityFormTests {
    private func quantities(_ text: String) -> [Quantity] { TextAnalyzer().sentences(in: text).flatMap(\.quantities) }

    @Test(arguments: ["The driver, aged 57, left.", "She died at age 57.", "He is 57 years old.", "A 57-year-old left.", "Adam Leheup, 57, left."])
    func anAgeIsAnAge(text: String) {
        #expect(quantities(text).map(\.value) == [57])
        #expect(quantities(text).first?.unit == "age")
    }

    @Test(arguments: [
        ("About a fifth were in French.", 0.2), ("One in three farmers left.", 1.0 / 3), ("Two out of five left.", 0.4),
        ("Two-thirds of them left.", 2.0 / 3),
    ])
    func aShareIsAShare(text: String, value: Double) {
        #expect(quantities(text).contains { $0.unit == "share" && abs($0.value - value) < 1e-9 })
    }

    @Test func aFallIsReadFromBothItsEnds() {
        let found = quantities("The fine was cut from 5.6 to 3.9 million euros.")
        #expect(found.map(\.value) == [5_600_000, 3_900_000])
        #expect(found.allSatisfy { $0.unit == "EUR" })
    }

    @Test(arguments: ["Lyon won 2-0.", "He stands 5'9\" tall.", "Type 1 diabetes is rarer."])
    func resultsHeightsAndKindsAreNoQuantities(text: String) {
        #expect(quantities(text).isEmpty)
    }
}
