import Testing

@testable import SummaryMeasures

/// The figures are those that the package `rouge_score` 0.1.2 gives, stemmer on, for the same sentences.
@Suite("Summaries against summaries")
struct SummaryScoreTests {
    private func rouge(_ summary: [String], _ reference: [String]) -> Rouge {
        let stems = RougeStems()
        return Rouge(summary.map(stems.words), against: reference.map(stems.words))
    }

    @Test("Words, pairs of words and subsequences are counted as the field counts them")
    func counted() {
        let score = rouge(
            ["Sanya launched the Fujian.", "The carrier's deck held no aircraft; 16.5 knots."],
            ["The Fujian was launched at Sanya.", "No aircraft were on its deck."])
        #expect(abs(score.one - 0.5385) < 0.0001)
        #expect(abs(score.two - 0.1667) < 0.0001)
        #expect(abs(score.longest - 0.3077) < 0.0001)
    }

    @Test("The same text scores one, another none, an empty one none")
    func ends() {
        #expect(rouge(["Snow fell in Trent."], ["Snow fell in Trent."]).two == 1)
        #expect(rouge(["Dockers walked out."], ["Snow fell in Trent."]).one == 0)
        #expect(rouge([], ["Snow fell."]).longest == 0)
    }

    @Test("A sentence that leans on one which is missing is counted, one that follows it is not")
    func leaning() {
        let text = "The mayor resigned on Monday. She had been asked to. Nobody replaced her."
        let words = ["a b c", "d e f"].map { $0.split(separator: " ").map(String.init) }
        #expect(Extract(["The mayor resigned on Monday.", "She had been asked to."], of: [text], words: words).leaning == 0)
        #expect(Extract(["She had been asked to.", "Nobody replaced her."], of: [text], words: words).leaning == 1)
    }

    @Test("Methods beside ours keep to the length they are given")
    func lengths() {
        let texts = ["Rain fell on the hills all night.", "Rivers rose over their banks by dawn.", "The bridge at Alder was closed to lorries."]
        let stems = RougeStems()
        let set = SentenceSet(
            texts.enumerated().map { .init(text: $1, document: 0, position: $0, length: $1.split(separator: " ").count) },
            words: texts.map(stems.words))
        for baseline in Baseline.allCases {
            #expect(baseline.choose(set, words: 1).count <= 1)
            #expect(baseline.choose(set, words: 100) == [0, 1, 2])
        }
    }
}
