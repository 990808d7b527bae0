import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// A line may say whose report it passes on.
@Suite struct TellingTests {
    private static func stamp(_ day: Int) -> Timestamp { Timestamp(day: CalendarDay(daysSince1970: 20_484 + day), hour: 9) }

    private static let verifier: BriefVerifier = {
        func article(_ id: String, _ outlet: OutletID, _ day: Int, _ title: String, _ text: String) -> AnalyzedArticle {
            TextAnalyzer().analyze(
                Article(
                    id: ArticleID(id), address: "https://\(outlet.rawValue).example/\(id)", outlet: outlet, title: title, published: stamp(day),
                    fetched: stamp(day), language: "en", body: [(.paragraph, text)]))
        }
        let articles = [
            article(
                "ferry", "courier", 12, "The ferry that was never ordered",
                "We have seen no evidence that the county has ordered a second ferry. A paper published in July 2025 by three mayors lists six ways across. The working group decides by consensus, which means that any town can stop it."
            ),
            article("port", "tribune", 14, "Calder port counts its ships", "The port of Calder counted 412 ships in January."),
        ]
        let outlets: [OutletID: Outlet] = [
            "courier": Outlet(id: "courier", name: "The Tern & Vale Courier"), "tribune": Outlet(id: "tribune", name: "Calder Tribune"),
        ]
        return BriefVerifier(index: EvidenceIndex(articles: articles, outlets: outlets, reprints: []), asOf: stamp(20))
    }()

    private func verdict(_ line: String) -> Verdict? { Self.verifier.audit("- " + line).findings.first?.verdict }

    @Test(arguments: [
        "Calder port counted 412 ships in January, the Calder Tribune reported on 14 February.",
        "The Tern & Vale Courier has seen no evidence that the county has ordered a second ferry, it wrote on 12 February.",
        "The working group decides by consensus, which means that any town can stop it, The Tern & Vale Courier wrote on 12 February.",
        "A paper published in July 2025 by three mayors lists six ways across, The Tern & Vale Courier wrote on 12 February.",
    ]) func theOutletAndItsDayAreBorneOutByWhatItPublished(_ line: String) { #expect(verdict(line) == .supported) }

    @Test(arguments: [
        "Calder port counted 412 ships in January, The Tern & Vale Courier reported on 14 February.",
        "Calder port counted 412 ships in January, the Calder Tribune reported on 11 February.",
        "The Calder Tribune has seen no evidence that the county has ordered a second ferry, it wrote on 12 February.",
    ]) func anotherOutletOrDayIsNot(_ line: String) { #expect(verdict(line) != .supported) }

    @Test func anOutletSpokenOfIsNobodysReport() {
        #expect(verdict("The Calder Tribune ordered a second ferry on 14 February.") != .supported)
    }
}
