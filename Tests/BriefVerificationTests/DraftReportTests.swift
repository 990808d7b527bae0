import BriefModel
import BriefVerification
import Testing

/// Our own drafts: a statement is admitted when it says no more than the passages it cites.
@Suite struct DraftReportTests {
    private static let source =
        "The company said about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude, in breach of its terms and of its ban on access from China."

    private func verdict(_ text: String, article: String = "nw-0223-distil", passage exact: String = source, shift: Int = 0) throws -> Finding {
        let found = try #require(SampleShelf.passage(article, exact))
        let passage = Passage(
            article: found.article, version: 1, range: (found.range.lowerBound + shift)..<(found.range.upperBound + shift), exact: found.exact)
        let day = try #require(CalendarDay(year: 2026, month: 2, day: 23))
        let statement = Statement(
            id: "s1", text: text, citations: [Citation(passage: passage, marked: nil, outlet: "northlight-wire", day: day, language: "en")],
            corroboration: Corroboration(outlets: ["northlight-wire"], origins: []))
        let draft = Draft(title: "T", topic: "t", headline: statement, deck: [], sections: [])
        return try #require(SampleShelf.verifier.report(on: draft).findings["s1"])
    }

    @Test(arguments: [
        source,
        "About 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude, Anthropic said.",
        "According to Northlight Wire, the company said about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude.",
    ])
    func aShortenedSourceSentenceWithItsSpeakerIsSupported(text: String) throws {
        let finding = try verdict(text)
        #expect(finding.verdict == .supported, "\(finding.reasons) \(finding.note)")
        #expect(finding.evidence.first?.stance == .supports)
    }

    @Test(arguments: [
        (
            "The company said about 42,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude.", "42,000",
            ReasonCode.number
        ),
        ("The company said about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Gemini.", "Gemini", .name),
        (
            "The company said about 24,000 fraudulent accounts had not been used to hold more than 16 million exchanges with Claude.", "used",
            .negation
        ),
        ("The company said about 24,000 fraudulent accounts had been used on 3 January to hold more than 16 million exchanges.", "3 January", .date),
    ])
    func whatItsPassagesDoNotSayFails(text: String, span: String, reason: ReasonCode) throws {
        let finding = try verdict(text)
        #expect(finding.verdict != .supported)
        #expect(finding.reasons == [reason])
        if reason != .negation { #expect(finding.span.flatMap { finding.text.slice(utf8: $0) }.map(String.init) == span) }
    }

    @Test func aPassageThatDoesNotStandThereFails() throws {
        let finding = try verdict(Self.source, shift: 1)
        #expect(finding.verdict == .unsupported)
        #expect(finding.reasons == [.passage])
    }

    @Test func aHedgeMayNotBeDropped() throws {
        let exact = "The people said the batch could exceed 400,000 units and that ByteDance, Alibaba and Tencent would be first in line."
        #expect(try verdict(exact, article: "ct-0129-h200-batch", passage: exact).verdict == .supported)
        let flat = try verdict("The batch will exceed 400,000 units.", article: "ct-0129-h200-batch", passage: exact)
        #expect(flat.verdict == .partly)
        #expect(flat.reasons == [.hedgeLost])
    }

    @Test func aFigureOvertakenByACorrectionIsStale() throws {
        let exact =
            "A CORUÑA, Spain, 5 February — Thirty-four of the 85 countries at a summit on military artificial intelligence backed a declaration on Thursday, but the United States and China did not sign."
        let finding = try verdict(
            "Thirty-four of the 85 countries at a summit on military artificial intelligence backed a declaration.", article: "nw-0205-reaim",
            passage: exact)
        #expect(finding.verdict == .contradicted)
        #expect(finding.reasons == [.outdated])
        #expect(finding.evidence.first?.passage.article == "nw-0206-reaim-corr")
    }

    // MARK: The strict setting

    private func statement(_ text: String, citing passages: [Passage], against: [Passage] = []) throws -> Statement {
        let day = try #require(CalendarDay(year: 2026, month: 1, day: 30))
        func citation(_ passage: Passage) -> Citation { Citation(passage: passage, marked: nil, outlet: "x", day: day, language: "en") }
        return Statement(
            id: "s1", text: text, citations: passages.map(citation), corroboration: Corroboration(outlets: ["x"], origins: []),
            dissent: against.map { Dissent(citation: citation($0), why: "It is said otherwise.") })
    }

    private func finding(on statement: Statement, strictly: Bool) throws -> Finding {
        let verifier = BriefVerifier(index: SampleShelf.index, asOf: SampleShelf.asOf, isStrict: strictly)
        let draft = Draft(title: "T", topic: "t", headline: statement, deck: [], sections: [])
        return try #require(verifier.report(on: draft).findings["s1"])
    }

    @Test func strictlyTheWholeLibraryMustBearOutWhatItsPassageDoes() throws {
        let bought = try #require(SampleShelf.passage("dk-0130-h200-grab", "China has bought 400,000 Nvidia H200 chips."))
        let alone = try statement(bought.exact, citing: [bought])
        #expect(try finding(on: alone, strictly: false).verdict == .supported, "its own passage says so")
        #expect(try finding(on: alone, strictly: true).verdict != .supported)
        let against = try #require(finding(on: alone, strictly: true).evidence.first { $0.stance == .contradicts })
        let shown = try finding(
            on: try statement(bought.exact, citing: [bought], against: finding(on: alone, strictly: true).evidence.map(\.passage)), strictly: true)
        #expect(shown.verdict == .supported, "whoever says otherwise is shown: \(against.passage.exact)")
    }

    @Test func strictlyWhatTheLibraryBearsOutStillHolds() throws {
        let passage = try #require(SampleShelf.passage("nw-0223-distil", Self.source))
        #expect(try finding(on: try statement(Self.source, citing: [passage]), strictly: true).verdict == .supported)
    }

    // MARK: Further citations

    @Test func aFurtherCitationThatBearsNothingOutIsFound() throws {
        let own = try #require(SampleShelf.passage("nw-0223-distil", Self.source))
        let same = try #require(
            SampleShelf.passage("ct-0225-distil-critics", "No independent body has confirmed the figure of 24,000 accounts."))
        let other = try #require(SampleShelf.passage("hv-0217-review", "The contract at issue is worth up to $200 million."))
        let german = try #require(
            SampleShelf.passage(
                "or-0224-destillation",
                "Nach Angaben des Unternehmens wurden dafür rund 24.000 betrügerische Konten und mehr als 16 Millionen Anfragen genutzt."))
        let statement = try statement("The company said about 24,000 fraudulent accounts had been used.", citing: [own, same, other, german])
        let draft = Draft(title: "T", topic: "t", headline: statement, deck: [], sections: [])
        #expect(SampleShelf.verifier.unfounded(in: draft)["s1"]?.contains(other.article) == true)
        #expect(SampleShelf.verifier.unfounded(in: draft)["s1"]?.contains(own.article) != true)
        #expect(SampleShelf.verifier.unfounded(in: draft)["s1"]?.contains(german.article) != true, "it is not compared word by word")
    }
}
