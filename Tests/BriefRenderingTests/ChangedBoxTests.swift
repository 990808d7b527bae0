import BriefModel
import BriefRendering
import Foundation
import Testing

@Suite("What changed, on the page of a brief")
struct ChangedBoxTests {
    private static func citation(_ article: String, _ words: String) throws -> TopicTimeline.Citation {
        TopicTimeline.Citation(
            passage: try SampleBrief.passage(article, words), outlet: "Northlight Wire", title: "T", address: "https://wire.example/a",
            day: SampleBrief.day(article))
    }

    private static func brief() throws -> Brief {
        let vow = try citation("nw-0227-label", "Anthropic said it would challenge any such designation in court.")
        let elsewhere = TopicTimeline.Citation(
            passage: Passage(article: "elsewhere", version: 1, range: 0..<10, exact: "It opened."), outlet: "O", title: "T", address: "", day: vow.day
        )
        func revision(_ whatDiffers: String) -> Changes.Revision {
            Changes.Revision(kind: .disputed, story: nil, whatDiffers: whatDiffers, why: "", now: vow, before: nil, outlets: 1)
        }
        func story(_ title: String, _ lineage: StoryLineage, _ citations: TopicTimeline.Citation...) -> Changes.Development {
            Changes.Development(
                story: StoryID(title), title: title, lineage: lineage,
                updates: citations.map { .init(day: $0.day, kind: .reported, citations: [$0], outlets: 1) }, outlets: 1)
        }
        let changes = Changes(
            topic: "T", since: SampleBrief.date(2, 14), asOf: SampleBrief.date(3, 1),
            counts: Changes.Counts(reports: 3, reprints: 0, outlets: 2, unchanged: 0),
            revisions: [revision("number of <firms>: 3 / 4"), revision("announced: yes / no")],
            stories: [story("The label", .known, vow, vow), story("A bridge", .new, elsewhere)], quiet: [])
        return try SampleBrief.make(changes: changes)
    }

    private static func box() throws -> String {
        let page = String(decoding: render(try brief(), as: .html), as: UTF8.self)
        return try #require(page.components(separatedBy: "<aside class=\"changed\"").last?.components(separatedBy: "</aside>").first)
    }

    @Test("Each line leads to the statement that tells it; what the brief does not tell stays text")
    func links() throws {
        let box = try Self.box()
        #expect(box.contains("What changed since 14 February"))
        #expect(box.contains("<dt>News</dt><dd dir=\"auto\"><a href=\"#s") && box.contains(">The label</a>: 2 updates"))
        #expect(box.contains("<dt>New</dt><dd dir=\"auto\">A bridge</dd>"))
        #expect(box.contains("1 new story, 2 updates in 1 known story and 2 newly disputed."))
    }

    @Test("Where the label names nothing, the sentence followed is shown; what a source wrote stays text")
    func words() throws {
        let box = try Self.box()
        #expect(box.contains(">Number of &lt;firms&gt;: 3 / 4</a>"))
        #expect(box.contains(">“Anthropic said it would challenge any such designation in court.”</a>") && !box.contains("yes / no"))
    }

    @Test("A paragraph with something new has a line in its margin, and the key says what it means")
    func bars() throws {
        let changes = Changes(
            topic: "T", since: SampleBrief.date(2, 25), asOf: SampleBrief.date(3, 1),
            counts: .init(reports: 0, reprints: 0, outlets: 0, unchanged: 0),
            revisions: [], stories: [], quiet: [])
        let brief = try SampleBrief.make(changes: changes)
        let page = String(decoding: render(brief, as: .html), as: UTF8.self)
        let isNew = brief.draft.sections.flatMap(\.blocks).map { block in
            block.statements.contains { $0.citations.allSatisfy { $0.day > changes.since } }
        }
        #expect(isNew.contains(true) && isNew.contains(false))
        #expect(page.components(separatedBy: "<div class=\"blk new\">").count - 1 == isNew.count { $0 })
        #expect(page.contains("A line in the margin: something new or changed since 25 Feb"))
        #expect(!String(decoding: render(try SampleBrief.make(), as: .html), as: UTF8.self).contains("blk new\""))
    }

    @Test("A brief without a page says it in one line", arguments: [BriefFormat.terminal, .markdown])
    func line(_ format: BriefFormat) throws {
        let text = String(decoding: render(try Self.brief(), as: format), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("Since 14 February: 1 new story, 2 updates in 1 known story and 2 newly disputed."))
        #expect(!String(decoding: render(try SampleBrief.make(), as: format), as: UTF8.self).contains("Since 14"))
    }

    @Test("What the edition before said and no longer stands is told with why, and statements that changed by their numbers")
    func delta() throws {
        let plain = try Self.brief()
        let statements = plain.draft.statements
        let delta = Delta(
            since: Timestamp(day: SampleBrief.date(2, 14)),
            changes: [statements[0].id: .new, statements[1].id: .revised(before: "It was <34>.")],
            withdrawn: [Delta.Withdrawal(text: "The bridge is <open>.", reason: .passageGone, now: nil)], leftOut: 3)
        let brief = try SampleBrief.make(changes: plain.changes, delta: delta)
        let page = String(decoding: render(brief, as: .html), as: UTF8.self)
        #expect(page.contains("<dt>Withdrawn</dt>") && page.contains("“The bridge is &lt;open&gt;.”"))
        #expect(page.contains("2 of ") && page.contains("of the edition before, 1 is withdrawn and 3 gave way to others"))
        #expect(page.contains("Revised. The edition of 14 February 2026 said: “It was &lt;34&gt;.”"))
        for format in [BriefFormat.terminal, .markdown] {
            let text = String(decoding: render(brief, as: format), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("Statements new: 1; revised: 2."))
            #expect(text.contains("Withdrawn, its publisher took the passage out: “The bridge is "))
            #expect(text.contains("New since 14 February 2026."))
        }
    }

    @Test("A first edition has no such box")
    func first() throws {
        #expect(!String(decoding: render(try SampleBrief.make(), as: .html), as: UTF8.self).contains("class=\"changed\""))
    }
}
