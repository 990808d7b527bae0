import BriefModel
import BriefRendering
import Foundation
import Testing

@Suite("Trends in every form")
struct TrendsTests {
    private static let newYear = CalendarDay(daysSince1970: 20_454)

    static let trends = Trends(
        topic: "Ports <&> rails", asOf: newYear.adding(days: 59), window: 7,
        stories: [
            Coverage(
                story: StoryID("strike"), title: "Dockers *walk out*",
                days: [day(1, 20, "wire"), day(2, 25, "daily", "wire"), day(2, 27, "daily")], trend: .rising(found: 3, expected: 0.449)),
            Coverage(story: StoryID("bridge"), title: "A bridge opens", days: [day(2, 28, "wire")], trend: .new),
            Coverage(
                story: StoryID("tolls"), title: "Tolls", days: [day(1, 3, "wire", "daily"), day(1, 4, "wire")],
                trend: .quiet(since: newYear.adding(days: 3), expected: 12.6)),
        ],
        outlets: [
            OutletID("wire"): Outlet(id: OutletID("wire"), name: "The Wire"), OutletID("daily"): Outlet(id: OutletID("daily"), name: "A Daily"),
        ])

    private static func day(_ month: Int, _ day: Int, _ outlets: String...) -> Coverage.Day {
        Coverage.Day(day: newYear.adding(days: (month == 1 ? 0 : 31) + day - 1), outlets: outlets.map { OutletID($0) })
    }

    private func text(_ format: BriefFormat) -> String { String(decoding: render(Self.trends, as: format), as: UTF8.self) }

    @Test("The terminal shows each story's bars on one scale, and says what was to be expected")
    func terminal() {
        let text = text(.terminal)
        #expect(text.contains("Of 3 stories, 1 rises, 1 is new and 1 has gone quiet."))
        #expect(text.contains("3 reports in 7 days, where 0.4 were to be expected; 2 outlets."))
        #expect(text.contains("Not told of since 4 January 2026, though 13 reports were to be expected; 2"))
        // The third of January is the first of 58 days, the first of March the last.
        let bars = text.split(separator: "\n").filter { $0.contains("█") }.map { $0.dropFirst(4) }
        #expect(bars.count == 2 && bars.allSatisfy { $0.count == 58 })
        #expect(bars.last?.hasPrefix("█▄ ") == true)
    }

    @Test("JSON carries the series behind the words")
    func json() {
        let text = text(.json)
        #expect(text.contains("\"trend\": \"rising\",\n      \"reports\": 3,\n      \"expected\": \"0.45\""))
        #expect(text.contains("\"since\": \"2026-01-04\""))
        #expect(text.contains("\"day\": \"2026-02-25\",\n          \"outlets\": [\n            \"daily\",\n            \"wire\"\n          ]"))
    }

    @Test("Markdown lists the days; what a title holds stays text")
    func markdown() {
        #expect(text(.markdown).contains("**Dockers \\*walk out\\*** 3 reports in 7 days"))
        #expect(text(.markdown).contains("  - 25 February 2026: A Daily and The Wire"))
    }

    @Test("The page speaks what its charts show, and escapes what a topic holds")
    func page() {
        let text = text(.html)
        #expect(text.contains("aria-label=\"20 Jan: 1 outlet, 25 Feb: 2 outlets, 27 Feb: 1 outlet.\""))
        #expect(text.contains("Ports &lt;&amp;&gt; rails"))
        #expect(text.components(separatedBy: "<rect").count == 7)
    }

    @Test("A topic without stories says so")
    func empty() {
        let none = Trends(topic: "Nothing", asOf: Self.trends.asOf, window: 7, stories: [], outlets: [:])
        for format in BriefFormat.allCases { #expect(!render(none, as: format).isEmpty) }
        #expect(String(decoding: render(none, as: .terminal), as: UTF8.self).contains("No story."))
    }
}
