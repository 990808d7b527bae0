import BriefModel
import BriefRendering
import Foundation
import Testing

@Suite("The stories of a brief through time")
struct StoryLanesTests {
    /// Of two stories, one cited by the brief and rising, one neither.
    private static func page(joinedByNames: [String] = []) throws -> String {
        let label = "nw-0227-label"
        let cited = try SampleBrief.passage(label, "Anthropic said it would challenge any such designation in court.")
        let other = Passage(article: ArticleID("elsewhere"), version: 1, range: 0..<14, exact: "A <bridge> op.")
        func lane(_ id: String, _ title: String, _ passage: Passage, outlets: Int, _ day: CalendarDay) -> TopicTimeline.Lane {
            let citation = TopicTimeline.Citation(
                passage: passage, outlet: "The Wire", title: title, address: "https://wire.example/\(id)", day: day)
            return TopicTimeline.Lane(
                story: StoryID(id), title: title, steps: [.init(day: day, kind: .reported, citations: [citation], outlets: outlets)])
        }
        let timeline = TopicTimeline(
            topic: "T", asOf: SampleBrief.date(3, 1),
            lanes: [
                lane("bridge", "A <bridge> opens", other, outlets: 1, SampleBrief.date(1, 12)),
                lane("label", "The label", cited, outlets: 4, SampleBrief.date(2, 27)),
            ], leftOut: 0, joinedByNames: joinedByNames)
        let day = Coverage.Day(day: SampleBrief.date(2, 27), outlets: ["wire"])
        let trends = Trends(
            topic: "T", asOf: SampleBrief.date(3, 1), window: 7,
            stories: [
                Coverage(story: "label", title: "The label", days: [day], trend: .rising(found: 4, expected: 0.5)),
                Coverage(story: "bridge", title: "A bridge", days: [day], trend: .steady),
            ], outlets: [:])
        return String(decoding: render(try SampleBrief.make(timeline: timeline, trends: trends), as: .html), as: UTF8.self)
    }

    @Test("Each dot is sized by its outlets, spoken, and leads to the source of the brief or else to its publisher")
    func dots() throws {
        let page = try Self.page()
        #expect(page.contains("r=\"10\"") && page.contains("r=\"5\""))
        #expect(page.contains("aria-label=\"27 February 2026, 4 outlets: “Anthropic said it would"))
        let section = try #require(page.components(separatedBy: "id=\"stories\"").last?.components(separatedBy: "</section>").first)
        #expect(section.contains("<a href=\"#src-") && section.contains("<a href=\"https://wire.example/bridge#:~:text="))
    }

    @Test("What rises stands first and says so; what just goes on says nothing")
    func order() throws {
        let page = try Self.page()
        let section = try #require(page.components(separatedBy: "id=\"stories\"").last?.components(separatedBy: "</section>").first)
        let label = try #require(section.range(of: "The label<span")), bridge = try #require(section.range(of: "A &lt;bridge&gt; opens</p>"))
        #expect(label.lowerBound < bridge.lowerBound)
        #expect(section.contains("<b>Rising. </b>4 reports in 7 days, where 0.5 were to be expected; 1 outlet."))
    }

    @Test("Languages that were joined by names only are named, once")
    func languages() throws {
        let told = try Self.page(joinedByNames: ["de", "zh"])
        #expect(told.components(separatedBy: "Articles in German and Chinese were joined").count == 2)
        #expect(!(try Self.page()).contains("were joined"))
    }

    @Test("A brief without a timeline has no such section")
    func none() throws {
        #expect(!String(decoding: render(try SampleBrief.make(), as: .html), as: UTF8.self).contains("id=\"stories\""))
    }
}
