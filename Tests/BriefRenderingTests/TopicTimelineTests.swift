import BriefModel
import BriefRendering
import Foundation
import Testing

@Suite("A timeline in every form")
struct TopicTimelineTests {
    private static func day(_ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(daysSince1970: 0)
    }

    private static func step(_ date: CalendarDay, _ text: String, outlets: Int, kind: TopicTimeline.Step.Kind = .reported) -> TopicTimeline.Step {
        let passage = Passage(article: ArticleID("a-\(date)"), version: 1, range: 10..<(10 + text.utf8.count), exact: text)
        return TopicTimeline.Step(
            day: date, kind: kind,
            citations: [
                TopicTimeline.Citation(
                    passage: passage, outlet: "The <Wire>", title: "A title", address: "https://wire.example/\(date)?a=1&b=2", day: date)
            ], outlets: outlets)
    }

    static let timeline = TopicTimeline(
        topic: "Ports <&> rails", asOf: day(3, 1),
        lanes: [
            TopicTimeline.Lane(
                story: StoryID("strike"),
                title: "Dockers *walk out* at every northern harbour and stay out for a month, the longest strike since the harbours were built",
                steps: [
                    step(day(1, 3), "The union called a vote.", outlets: 1, kind: .told), step(day(1, 20), "Dockers walked out.", outlets: 4),
                    step(day(2, 25), "They came back.", outlets: 1),
                ]),
            TopicTimeline.Lane(story: StoryID("bridge"), title: "A bridge opens", steps: [step(day(2, 28), "It \u{1B}[31mopened.", outlets: 2)]),
        ], leftOut: 3)

    private func text(_ format: TimelineFormat) -> String { String(decoding: render(Self.timeline, as: format), as: UTF8.self) }

    @Test(
        "Every form names each day, cites each passage with its outlet and says how many outlets stand behind it", arguments: TimelineFormat.allCases)
    func complete(_ format: TimelineFormat) {
        let text = text(format)
        for passage in ["The union called a vote.", "Dockers walked out.", "They came back."] { #expect(text.contains(passage)) }
        #expect(text.contains("wire.example/2026-01-20"))
        #expect(text.contains(format == .json ? "\"outlets\": 4" : "4 outlets"))
        #expect(text.contains(format == .json ? "\"left_out\": 3" : "3 stories of fewer outlets not shown"))
        #expect(text == self.text(format))
    }

    @Test("What a source wrote stays text")
    func escaped() {
        #expect(text(.svg).contains("Ports &lt;&amp;&gt; rails") && !text(.svg).contains("<Wire>") && !text(.svg).contains("\u{1B}"))
        #expect(text(.markdown).contains("Dockers \\*walk out\\*") && text(.markdown).contains("\\<Wire\\>"))
        #expect(!text(.terminal).contains("\u{1B}"))
    }

    @Test("The picture is well-formed, draws a dot a step and says all of it in words")
    func picture() throws {
        let text = text(.svg)
        #expect(text.components(separatedBy: "<circle").count == 5)
        #expect(text.components(separatedBy: "<a href").count == 5)
        #expect(text.contains("<desc id=\"desc\">2 stories, 3 January to 28 February 2026."))
        // Four outlets: twice as wide as one.
        #expect(text.contains("r=\"12\"") && text.contains("r=\"6\""))
        #expect(text.contains("prefers-color-scheme: dark"))
        #expect(text.contains(">Dockers *walk out* at every northern harbour<") && text.contains(">and stay out for a month, the longest strike…<"))
    }

    @Test("Every form says once which languages were joined by names only", arguments: TimelineFormat.allCases)
    func languages(_ format: TimelineFormat) {
        let mixed = TopicTimeline(
            topic: "T", asOf: Self.day(3, 1), lanes: Self.timeline.lanes, leftOut: 0, joinedByNames: ["de", "fr"])
        let text = String(decoding: render(mixed, as: format), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains(
                format == .json ? "\"joined_by_names\": [ \"de\", \"fr\" ]" : "Articles in German and French were joined to their stories by"))
        #expect(format == .json || !self.text(format).contains("names only") && !self.text(format).contains("were joined"))
    }

    @Test("A timeline of one day, and one of none, are drawn too")
    func small() {
        let one = TopicTimeline(
            topic: "T", asOf: Self.day(3, 1),
            lanes: [TopicTimeline.Lane(story: StoryID("s"), title: "S", steps: [Self.step(Self.day(3, 1), "It began.", outlets: 1)])], leftOut: 0)
        let none = TopicTimeline(topic: "T", asOf: Self.day(3, 1), lanes: [], leftOut: 0)
        for format in TimelineFormat.allCases {
            #expect(String(decoding: render(one, as: format), as: UTF8.self).contains("It began."))
            #expect(!render(none, as: format).isEmpty)
        }
    }
}
