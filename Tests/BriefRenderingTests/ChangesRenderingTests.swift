import BriefModel
import BriefRendering
import Foundation
import Testing

@Suite("Changes in every form")
struct ChangesRenderingTests {
    private static func day(_ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(daysSince1970: 0)
    }

    private static func citation(
        _ date: CalendarDay, _ text: String, by outlet: String = "The <Wire>", kind: OutletKind = .unknown, language: String = "en"
    ) -> TopicTimeline.Citation {
        let passage = Passage(article: ArticleID("a-\(date)"), version: 1, range: 10..<(10 + text.utf8.count), exact: text)
        return TopicTimeline.Citation(
            passage: passage, outlet: outlet, title: "A title", address: "https://wire.example/\(date)?a=1&b=2", day: date, kind: kind,
            language: language)
    }

    private static func step(_ citations: TopicTimeline.Citation...) -> TopicTimeline.Step {
        TopicTimeline.Step(day: citations[0].day, kind: .reported, citations: citations, outlets: citations.count)
    }

    static let changes = Changes(
        topic: "Ports <&> rails", since: day(2, 14), asOf: day(3, 1),
        counts: Changes.Counts(reports: 12, reprints: 3, outlets: 5, unchanged: 2),
        revisions: [
            Changes.Revision(
                kind: .replaced, story: StoryID("strike"), whatDiffers: "number of ships: 34 / 35", why: "The Wire counted again.",
                now: citation(day(2, 20), "35 ships wait."), before: citation(day(2, 10), "34 ships wait.", by: "The Klaxon", kind: .tabloid),
                outlets: 2)
        ],
        stories: [
            Changes.Development(
                story: StoryID("strike"), title: "Dockers *walk out*", lineage: .merged(["Dockers", "Harbours"]),
                updates: [
                    step(
                        citation(day(2, 21), "The \u{1B}[31mowners gave in."),
                        citation(day(2, 22), "Les patrons cèdent.", by: "Le Quai", language: "fr"))
                ], outlets: 3),
            Changes.Development(
                story: StoryID("bridge"), title: "A bridge opens", lineage: .new, updates: [step(citation(day(2, 28), "It opened."))], outlets: 1),
        ],
        quiet: [
            Changes.Silence(
                story: StoryID("tolls"), title: "Tolls", last: day(2, 3), expected: 4.26, citation: citation(day(2, 3), "Tolls rose."))
        ])

    private func text(_ format: BriefFormat, _ changes: Changes = Self.changes) -> String {
        String(decoding: render(changes, as: format), as: UTF8.self)
    }

    @Test("Every form says both sides of what was replaced, and cites each passage with its outlet", arguments: BriefFormat.allCases)
    func complete(_ format: BriefFormat) {
        let text = text(format)
        for passage in ["35 ships wait.", "34 ships wait.", "owners gave in.", "It opened.", "Tolls rose."] { #expect(text.contains(passage)) }
        for word in ["Le Quai", "The Klaxon", "wire.example/2026-02-20", "Harbours"] { #expect(text.contains(word)) }
        #expect(text == self.text(format))
    }

    @Test("The sum stands on top, in words")
    func counts() {
        let line = text(.terminal).split(separator: "\n").joined(separator: " ")
        #expect(
            line.contains(
                "1 new story, 1 update in 1 known story, 1 contradicted by a later report and 1 story gone quiet; 2 stories without news."))
        #expect(line.contains("From 12 reports by 5 outlets; 3 reprints left out."))
        #expect(line.contains("Last told of on 3 February 2026, though 4.3 reports were to be expected"))
    }

    @Test("News told by several is shown once; the others are named, with their language")
    func folded() {
        #expect(text(.terminal).contains("also Le Quai, in French") && !text(.terminal).contains("Les patrons"))
        #expect(text(.html).contains("<details><summary>Also Le Quai, in French</summary>"))
        #expect(text(.html).contains("<blockquote lang=\"fr\" dir=\"auto\">Les patrons"))
        #expect(text(.json).contains("Les patrons cèdent."))
    }

    @Test("An outlet whose word alone carries nothing is named for what it is")
    func kinds() {
        #expect(text(.terminal).contains("The Klaxon, tabloid, 10 Feb."))
        #expect(text(.json).contains("\"outlet_kind\": \"tabloid\""))
    }

    @Test("What a source wrote stays text")
    func escaped() {
        for format in BriefFormat.allCases where format != .json { #expect(!text(format).contains("\u{1B}")) }
        #expect(text(.html).contains("Ports &lt;&amp;&gt; rails") && !text(.html).contains("<Wire>"))
        #expect(text(.markdown).contains("Dockers \\*walk out\\*") && text(.markdown).contains("\\<Wire\\>"))
    }

    @Test("JSON carries the passages by byte range, and what the stories were")
    func json() throws {
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text(.json).utf8)) as? [String: Any])
        #expect(document["format"] as? String == "bigpicture.changes/1")
        let stories = try #require(document["stories"] as? [[String: Any]])
        #expect(stories.map { $0["lineage"] as? String } == ["merged", "new"])
        #expect(stories[0]["formerly"] as? [String] == ["Dockers", "Harbours"])
        let now = try #require((document["revisions"] as? [[String: Any]])?.first?["now"] as? [String: Any])
        #expect(now["range"] as? [Int] == [10, 24] && now["exact"] as? String == "35 ships wait.")
    }

    @Test("Of many updates the terminal shows those of most outlets, and says how many more there are")
    func many() {
        let steps = (1...12).map { number in
            TopicTimeline.Step(
                day: Self.day(2, number), kind: .reported, citations: [Self.citation(Self.day(2, number), "Step \(number).")],
                outlets: number == 2 ? 5 : 1)
        }
        let story = Changes.Development(story: StoryID("s"), title: "S", lineage: .known, updates: steps, outlets: 5)
        let long = Changes(
            topic: "T", since: Self.day(1, 1), asOf: Self.day(3, 1), counts: Self.changes.counts, revisions: [], stories: [story], quiet: [])
        let text = text(.terminal, long)
        #expect(text.contains("“Step 2.”") && text.contains("“Step 12.”") && !text.contains("“Step 3.”") && text.contains("and 4 updates more"))
        #expect(self.text(.json, long).contains("Step 3."))
    }

    @Test("Stories of fewer outlets are left out where only so many are wanted, and counted")
    func limited() {
        let short = Self.changes.limited(to: 1)
        for format in BriefFormat.allCases {
            #expect(text(format, short).contains("walk") && !text(format, short).contains("It opened."))
            #expect(text(format, short).contains(format == .json ? "\"left_out\": 1" : "1 more story of fewer outlets not shown."))
        }
        #expect(Self.changes.limited(to: 9) == Self.changes && Self.changes.limited(to: -1).stories.isEmpty)
    }

    @Test("Nothing changed is said, not left blank")
    func nothing() {
        let none = Changes(
            topic: "T", since: Self.day(2, 14), asOf: Self.day(3, 1), counts: Changes.Counts(reports: 0, reprints: 0, outlets: 0, unchanged: 3),
            revisions: [], stories: [], quiet: [])
        for format in BriefFormat.allCases { #expect(!render(none, as: format).isEmpty) }
        #expect(text(.terminal, none).contains("Nothing changed; 3 stories without news."))
    }
}
