import BriefWriting
import Testing

@Suite struct SummarizerTests {
    let texts = [
        "The Fujian passed through the Taiwan Strait on Tuesday. No aircraft were seen on the deck of the Fujian. The weather was fine in the port of Dalian.",
        "A Chinese carrier, the Fujian, passed through the Taiwan Strait, officials said. The Fujian was probably on its way to Shanghai for maintenance.",
    ]

    @Test func aSummaryIsMadeOfSentencesOfTheTexts() {
        let summary = Summarizer().summary(of: texts, words: 30)
        #expect(!summary.isEmpty)
        for sentence in summary { #expect(texts.contains { $0.contains(sentence) }) }
    }

    @Test func whatTheTextsShareComesFirstAndIsNotRepeated() {
        let summary = Summarizer().summary(of: texts, words: 12)
        #expect(summary.count == 1 && summary[0].contains("Taiwan Strait"))
        let longer = Summarizer().summary(of: texts, words: 40)
        #expect(longer.count(where: { $0.contains("passed through the Taiwan Strait") }) == 1)
    }

    @Test func aSentenceThatLeansOnAnotherStandsBehindItOrNotAtAll() {
        let told = [
            "The dam at Harl Mill cracked after the spring flood. It was repaired with steel plates by the water board of Harl. The water board of Harl paid for the repair of the dam."
        ]
        for words in stride(from: 4, through: 40, by: 4) {
            let summary = Summarizer().summary(of: told, words: words)
            if let place = summary.firstIndex(where: { $0.hasPrefix("It was") }) { #expect(place > 0 && summary[place - 1].hasPrefix("The dam")) }
        }
    }

    @Test func nothingGivesNothing() {
        #expect(Summarizer().summary(of: [], words: 100).isEmpty)
        #expect(Summarizer().summary(of: ["", "   "], words: 100).isEmpty)
        #expect(Summarizer().summary(of: texts, words: 0).isEmpty)
    }
}
