import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// How a source of the user's own, which has no publisher's name, is spoken of.
@Suite struct OwnFileTests {
    private static let day = Timestamp(secondsSince1970: 1_772_366_400)

    private func findings(on text: String) -> [Finding] {
        let article = Article(
            id: "bridge", address: "file:///bridge.txt", outlet: "bridge.txt", title: "Notes", published: Self.day, fetched: Self.day, language: "en",
            body: [(.paragraph, "The Tern bridge reopened to 412 lorries on Monday, the city said.")])
        let outlets: [OutletID: Outlet] = ["bridge.txt": Outlet(id: "bridge.txt", name: Outlet.ownFile)]
        let index = EvidenceIndex(articles: [TextAnalyzer().analyze(article)], outlets: outlets, reprints: [])
        return BriefVerifier(index: index, asOf: Self.day).audit(text).findings
    }

    @Test func aFileOfYoursHasItsCapitalOnlyWhereASentenceBegins() throws {
        let borneOut = try #require(findings(on: "The Tern bridge reopened to 412 lorries on Monday.").first)
        #expect(borneOut.note == "A file of yours bears it out.")
        let denied = try #require(findings(on: "The Tern bridge reopened to 512 lorries on Monday.").first)
        #expect(denied.verdict == .contradicted)
        #expect(denied.note.hasPrefix("A file of yours says 412"), "\(denied.note)")
        #expect(denied.settling?.hasPrefix("A correction of what a file of yours said on ") == true, "\(denied.settling ?? "")")
    }

    @Test func theNameOfAPublisherStaysAsItIs() {
        #expect(Outlet(id: "x", name: "A Paper").nameWithin == "A Paper")
        #expect(Outlet(id: "x", name: Outlet.ownFile).nameWithin == "a file of yours")
    }
}
