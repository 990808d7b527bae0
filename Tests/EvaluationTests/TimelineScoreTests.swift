import Testing

@testable import TimelineMeasures

/// The figures are those that `tilse` 0.2.1 gives with ROUGE 1.5.5 for the same timelines.
@Suite("Timelines against timelines")
struct TimelineScoreTests {
    private func f1(_ share: TimelineScores.Share) -> Double { TimelineScores.Share.mean([share]) }

    @Test("Equal timelines score one; other days and words, none")
    func ends() {
        let timeline = [100: ["Dockers walked out of the harbour ."], 107: ["Owners raised the pay ."]]
        let same = TimelineScores(timeline, against: timeline)
        #expect(f1(same.days) == 1 && f1(same.rouge1) == 1 && f1(same.rouge2) == 1)
        let other = TimelineScores([300: ["Snow fell ."]], against: timeline)
        #expect(f1(other.days) == 0 && f1(other.rouge1) == 0)
    }

    @Test("A day too late costs half of what is shared")
    func late() {
        let scores = TimelineScores(
            [1: ["Just a test .", "Another sentence ."], 3: ["Some more content .", "Even more !"]],
            against: [2: ["Just a test ."], 4: ["This one does not match ."]])
        #expect(abs(TimelineScores.Share.ratio(scores.rouge1.precision) - 1.0 / 6) < 0.001)
        #expect(abs(TimelineScores.Share.ratio(scores.rouge1.recall) - 0.25) < 0.001)
        #expect(f1(scores.days) == 0)
    }
}
