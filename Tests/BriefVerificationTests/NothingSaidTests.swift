import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// Lines too short to say anything, beside passages that share their word.
@Suite struct NothingSaidTests {
    private static let verifier = BriefVerifier(
        index: EvidenceIndex(
            articles: [
                SmallLibrary.article(
                    "a", "The Courier", "2026-02-03", "Council publishes its summary",
                    "The summary lists the key points of the plan.", "Prices fell in May.", "No injuries were reported at the mill.")
            ], outlets: [:], reprints: []), asOf: SmallLibrary.asOf)

    private func verdict(_ line: String) -> Verdict? { Self.verifier.audit(line).findings.last?.verdict }

    @Test(arguments: ["Summary.", "Key points.", "Executive summary.", "Background.", "- Overview.", "- Next steps."])
    func aWordThatHeadsAPartIsAHeadingWithAFullStopToo(line: String) {
        #expect(verdict("Weekly brief\n\n" + line) == .notAClaim)
    }

    @Test func aPassageThatMerelySharesItsWordNeverBearsALineOut() {
        #expect(verdict("Weekly brief\n\nIt fell.") == .unsupported)
        #expect(verdict("Weekly brief\n\nInflation fell.") != .supported)
    }

    @Test func aShortLineThatSaysSomethingIsAClaim() {
        #expect(verdict("Weekly brief\n\nPrices fell.") == .supported)
        #expect(verdict("Weekly brief\n\nNo injuries.") != .notAClaim)
    }
}

/// A few articles of their own.
enum SmallLibrary {
    static let asOf = Timestamp(day: CalendarDay(year: 2026, month: 3, day: 1) ?? CalendarDay(daysSince1970: 20_000), hour: 9)

    static func article(_ id: String, _ outlet: String, _ day: String, _ title: String, _ paragraphs: String...) -> AnalyzedArticle {
        let stamp = Timestamp(day: CalendarDay(iso: day) ?? asOf.day, hour: 9)
        return TextAnalyzer().analyze(
            Article(
                id: ArticleID(id), address: "http://localhost/\(id)", outlet: OutletID(outlet), title: title, published: stamp, fetched: stamp,
                language: "en", body: paragraphs.map { (.paragraph, $0) }))
    }
}
