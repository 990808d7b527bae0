import BriefModel
import Testing
import TextAnalysis

@testable import StoryClustering

@Suite("Timelines over a set of articles")
struct TimelineTests {
    /// Monday 3 November 2025.
    private static let start = CalendarDay(daysSince1970: 20_395)

    private func article(_ id: String, _ day: Int, _ sentences: String...) -> AnalyzedArticle {
        let moment = Timestamp(day: Self.start.adding(days: day))
        return TextAnalyzer().analyze(
            Article(
                id: ArticleID(id), address: "https://example.org/\(id)", outlet: OutletID(id), title: "A title that says little", published: moment,
                fetched: moment, language: "en", body: sentences.map { (.paragraph, $0) }))
    }

    private var strike: [AnalyzedArticle] {
        [
            article("a", 0, "Dockers at the northern harbour walked out over pay on Monday, the union said.", "Ships turned away."),
            article("b", 1, "The harbour stood still a day after dockers walked out on Monday over their pay.", "Nobody was there to say why."),
            article("c", 7, "Dockers came back to the harbour on Monday after the owners agreed to raise pay.", "The strike began on 3 November."),
            article("d", 8, "Cranes moved again on Monday as dockers came back to work at the northern harbour."),
            article("e", 20, "A new fish market was opened by the mayor in the old town this week, with much music."),
        ]
    }

    @Test("The days most spoken of come first; what is named counts, and not only what was published")
    func days() {
        let days = DateSelection(strike).days(within: Self.start...Self.start.adding(days: 30), limit: 2)
        #expect(days == [Self.start, Self.start.adding(days: 7)])
    }

    @Test("A day's sentences are of that day, cited where they stand, and none is said twice")
    func sentences() {
        let entries = TimelineBuilder().timeline(of: strike, days: 2, sentences: 2)
        #expect(entries.map(\.day) == [Self.start, Self.start.adding(days: 7)])
        #expect(entries[0].passages[0].exact.contains("walked out") && entries[1].passages[0].exact.contains("came back"))
        let articles = Dictionary(uniqueKeysWithValues: strike.map { ($0.article.id, $0.article) })
        let passages = entries.flatMap(\.passages)
        #expect(passages.allSatisfy { passage in articles[passage.article].map(passage.holds) == true })
        #expect(Set(passages.map(\.exact)).count == passages.count)
    }

    @Test("The same articles in any order give the same days; none, or none that can be said, give none")
    func steady() {
        let days = TimelineBuilder().timeline(of: strike, days: 3, sentences: 1).map(\.day)
        #expect(TimelineBuilder().timeline(of: strike.reversed(), days: 3, sentences: 1).map(\.day) == days)
        #expect(TimelineBuilder().timeline(of: [], days: 3, sentences: 1).isEmpty)
        #expect(TimelineBuilder().timeline(of: [article("x", 0, "No.")], days: 3, sentences: 1).isEmpty)
        #expect(TimelineBuilder().timeline(of: strike, days: 0, sentences: 1).isEmpty)
    }

    @Test("A hundred copies of one sentence are one candidate")
    func copies() {
        let copies = (0..<100).map { article("c\($0)", 0, "Dockers at the northern harbour walked out over pay on Monday, the union said.") }
        #expect(TimelineBuilder().timeline(of: copies, days: 5, sentences: 5).flatMap(\.passages).count == 1)
    }
}
