import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// How sure the sources are, and how many of them say it.
@Suite struct CautionTests {
    private static let day = Timestamp(secondsSince1970: 1_772_366_400)

    /// - Parameter texts: an article each, each of another outlet.
    private func finding(on line: String, among texts: [String]) throws -> Finding {
        let articles = texts.enumerated().map { number, text in
            Article(
                id: ArticleID("\(number)"), address: "https://\(number).example/", outlet: OutletID("\(number)"), title: "News of the day",
                published: Self.day, fetched: Self.day, language: "en", body: [(.paragraph, text)])
        }
        let outlets = Dictionary(uniqueKeysWithValues: articles.map { ($0.outlet, Outlet(id: $0.outlet, name: "Outlet \($0.outlet)")) })
        let index = EvidenceIndex(articles: articles.map { TextAnalyzer().analyze($0) }, outlets: outlets, reprints: [])
        return try #require(BriefVerifier(index: index, asOf: Self.day).audit("- " + line).findings.first)
    }

    @Test func whatIsSaidWithCautionOnlyIsNotPassedOnAsDone() throws {
        let found = try finding(
            on: "The Lindholm yard refuelled the Marrow at night and can now serve any tanker it likes.",
            among: [
                "Most observers believe that the Lindholm yard refuelled the Marrow at night.",
                "The Marrow left the Lindholm yard at night with its tanker crew. The yard can serve a tanker.",
            ])
        #expect(found.verdict != .supported)
        #expect(found.reasons.contains(.hedgeLost))
    }

    @Test func whatOneSourceSaysOutrightHasLostNoCaution() throws {
        let found = try finding(
            on: "The Lindholm yard refuelled the Marrow at night.",
            among: [
                "Most observers believe that the Lindholm yard refuelled the Marrow at night.", "The Lindholm yard refuelled the Marrow at night.",
            ])
        #expect(found.verdict == .supported)
    }

    @Test func aCautionAboutAnotherPartIsNotLost() throws {
        let found = try finding(
            on: "A contest for tanker pilots is under way at the Lindholm yard.",
            among: ["A contest for tanker pilots is under way at the Lindholm yard, with large shipping firms said to be taking part."])
        #expect(found.verdict == .supported, "\(found.reasons)")
    }

    @Test func thatSomethingIsNotConfirmedIsACautionItself() throws {
        let found = try finding(
            on: "The city has not confirmed the sale of the port.",
            among: ["The city of Calder has not confirmed the sale of the port, and no record of it is public."])
        #expect(found.verdict == .supported)
    }

    @Test func twoWordsFoundApartSayNothingTogether() throws {
        let found = try finding(
            on: "Vines sank.", among: ["Frost hurt the vines of Tern Valley.", "A ferry sank in the harbour of Calder.", "Vines grow in Lindholm."])
        #expect(found.verdict != .supported)
    }

    @Test func anOutletThatSaysItInTwoSentencesSaysItToo() throws {
        let found = try finding(
            on: "The port of Calder was sold on Monday for 40 million crowns.",
            among: [
                "The port of Calder was sold on Monday for 40 million crowns.",
                "The port of Calder was sold on Monday. The price for the port of Calder was 40 million crowns.",
            ])
        #expect(found.verdict == .supported)
        #expect(found.alsoSaying.map(\.id) == ["1"])
    }

    @Test(arguments: ["China's killer drone swarms are operational.", "Jamming cannot stop them."])
    func whatATabloidAloneStatesIsNotBorneOutByWhatOthersDescribe(_ line: String) throws {
        #expect(try #require(SampleShelf.verifier.audit("- " + line).findings.first).verdict != .supported)
    }
}
