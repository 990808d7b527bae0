import BriefModel
import BriefRendering
import Storage
import Testing

@testable import BriefWeb

@Suite("A statement over the editions") struct StatementHistoryTests {
    private static func edition(
        _ day: Int, _ text: String, start: Int = 19, outlets: [String] = ["wire"], isDisputed: Bool = false
    ) -> StoredEdition {
        let outlets = outlets.map { "\"\($0)\"" }.joined(separator: ",")
        let citations = #"[{"article":"wire-1","range":[\#(start),36]}]"#
        let dissent = isDisputed ? "[{}]" : "[]"
        let statement = #"{"number":1,"text":"\#(text)","outlets":[\#(outlets)],"citations":\#(citations),"dissent":\#(dissent)}"#
        return StoredEdition(
            topic: "chips", title: "Chips", asOf: Timestamp(day: SampleSite.day.adding(days: day)),
            json: #"{"headline":\#(statement),"deck":[],"sections":[],"timeline":[]}"#)
    }

    @Test("it is followed by its passages through other words, back to the edition that did not say it") func follow() throws {
        let editions = [
            Self.edition(3, "Customs held all chips.", outlets: ["wire", "daily"], isDisputed: true), Self.edition(2, "Customs held the chips back."),
            Self.edition(1, "Nothing happened.", start: 400), Self.edition(0, "Customs held the chips back."),
        ]
        let history = try #require(StatementHistory(of: 1, in: editions))
        #expect(history.steps.map(\.text) == ["Customs held all chips.", "Customs held the chips back."])
        #expect(history.steps.map(\.outlets) == [2, 1] && history.steps.map(\.isDisputed) == [true, false])
        #expect(history.before == Timestamp(day: SampleSite.day.adding(days: 1)))
    }

    @Test("a statement that is not there has none, and an edition that cannot be read ends it") func none() throws {
        #expect(StatementHistory(of: 9, in: [Self.edition(1, "x")]) == nil && StatementHistory(of: 1, in: []) == nil)
        let broken = StoredEdition(topic: "chips", title: "Chips", asOf: Timestamp(day: SampleSite.day), json: "{}")
        #expect(try #require(StatementHistory(of: 1, in: [Self.edition(1, "x"), broken])).steps.count == 1)
    }

    @Test("its page escapes what it tells and leads to each edition") func page() throws {
        let history = try #require(StatementHistory(of: 1, in: [Self.edition(1, "Held <b>."), Self.edition(0, "Held <b>.")]))
        let page = String(decoding: StatementHistoryPage(history: history, topic: "chips", number: 1, notice: nil).document(), as: UTF8.self)
        #expect(
            page.contains("Held &lt;b&gt;.") && page.contains("The same words.") && page.contains("/briefs/chips/editions/2026-02-17T00%3A00%3A00Z"))
    }
}
