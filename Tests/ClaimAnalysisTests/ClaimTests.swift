import BriefModel
import ClaimAnalysis
import Testing
import TextAnalysis

/// An article of one paragraph by an outlet of this kind.
func article(
    _ id: String, _ paragraph: String, title: String = "A report", day: String = "2026-02-10", isCorrection: Bool = false, outlet: String = "daily"
) -> Article {
    Article(
        id: ArticleID(id), address: "https://example.org/\(id)", outlet: OutletID(outlet), title: title,
        published: CalendarDay(iso: day).map { Timestamp(day: $0) }, fetched: Timestamp(secondsSince1970: 1_772_000_000), language: "en",
        isCorrection: isCorrection, body: [(.paragraph, paragraph)])
}

@Suite struct ClaimReadings {
    private func claims(_ text: String) -> [Claim] {
        ClaimAnalyzer().claims(in: TextAnalyzer().analyze(article("a", text)), story: "s", outletName: "The Daily")
    }

    @Test(arguments: [
        ("Acme sold 400 chips.", "The Daily", Claim.Modality.stated, true),
        ("Acme said it had sold 400 chips.", "Acme", .attributed, true),
        ("Talks have stalled, according to people familiar with the matter.", "people familiar with the matter", .hedged, true),
        ("The batch could be large.", "The Daily", .hedged, true),
        ("Acme plans to sell more.", "The Daily", .planned, true),
        ("China has not confirmed the sale.", "The Daily", .stated, false),
        ("Anna Karlsson denied the report.", "Anna Karlsson", .denied, false),
        ("Most trackers believe that one refuelled the other.", "Most trackers", .hedged, true),
        ("Half signed, but the United States did not sign.", "The Daily", .stated, true),
        ("No suit had been filed.", "The Daily", .stated, false),
    ])
    func tellWhoseWordItIsAndHowFirm(text: String, claimant: String, modality: Claim.Modality, isAffirmed: Bool) throws {
        let claim = try #require(claims(text).first)
        #expect(claim.claimant == claimant)
        #expect(claim.modality == modality)
        #expect(claim.isAffirmed == isAffirmed)
    }

    @Test func everyStatementIsAClaimAndNoQuestionIs() {
        let found = claims("Why did it fail? Nobody knows the reason. Acme gave none.")
        #expect(found.map(\.passage.exact) == ["Nobody knows the reason.", "Acme gave none."])
        #expect(Set(found.map(\.id)).count == 2)
    }

    @Test func passagesHoldInTheirArticle() {
        let source = article("a", "Acme sold 400 chips. “It is true,” she said.")
        let found = ClaimAnalyzer().claims(in: TextAnalyzer().analyze(source), story: nil, outletName: "The Daily")
        #expect(!found.isEmpty && found.allSatisfy { $0.passage.holds(in: source) })
    }

    @Test func aTitleIsAClaimOnlyWhereThereIsNoBody() {
        let bare = Article(
            id: "a", address: "", outlet: "o", title: "Acme sells 400 chips", published: nil, fetched: Timestamp(secondsSince1970: 0), language: "en",
            body: [])
        #expect(
            ClaimAnalyzer().claims(in: TextAnalyzer().analyze(bare), story: nil, outletName: "O").map(\.passage.exact) == ["Acme sells 400 chips"])
        #expect(!claims("Acme sold chips.").contains { $0.passage.exact == "A report" })
    }
}
