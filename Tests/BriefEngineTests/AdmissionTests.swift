import BriefModel
import Storage
import Testing

@testable import BriefEngine

/// What fails verification is dropped, and without a passing report there is no brief.
@Suite struct AdmissionTests {
    private let article = Article(
        id: "a", address: "https://a.example/a", outlet: "daily", title: "Votes", published: Timestamp(secondsSince1970: 0),
        fetched: Timestamp(secondsSince1970: 0), language: "en", body: [(.paragraph, "The vote was 164 to 6.")])

    private func statement(_ id: StatementID, cited: Bool = true) throws -> Statement {
        let passage = try #require(Passage(of: article, range: article.blocks[1].range))
        let citation = Citation(passage: passage, marked: nil, outlet: "daily", day: article.day, language: "en")
        return Statement(
            id: id, text: "The vote was 164 to 6.", citations: cited ? [citation] : [], corroboration: Corroboration(outlets: ["daily"], origins: []))
    }

    private func draft(cited: Bool = true) throws -> Draft {
        Draft(
            title: "Votes", topic: "Votes", headline: try statement("s1"), deck: [],
            sections: [
                Section(kind: .overview, title: "Overview", blocks: [Block(statements: [try statement("s2", cited: cited), try statement("s3")])])
            ])
    }

    private func finding(_ verdict: Verdict) -> Finding { Finding(text: "", verdict: verdict, reasons: [], note: "", evidence: []) }

    @Test func aStatementThatFailsIsDroppedAndTheOthersStay() throws {
        let report = VerificationReport(findings: ["s1": finding(.supported), "s2": finding(.partly), "s3": finding(.supported)])
        let kept = try #require(try draft().keepingSupported(report))
        #expect(kept.statements.map(\.id) == ["s1", "s3"])
    }

    @Test func aHeadlineThatFailsIsReplacedByAStatementThatHolds() throws {
        let report = VerificationReport(findings: ["s1": finding(.contradicted), "s2": finding(.supported), "s3": finding(.supported)])
        #expect(try draft().keepingSupported(report)?.headline.id == "s2")
    }

    @Test func aCitationThatBearsNothingOutGoesWithItsOutlet() throws {
        let own = try statement("s1")
        let other = Article(
            id: "b", address: "https://b.example/b", outlet: "weekly", title: "Ships", published: Timestamp(secondsSince1970: 0),
            fetched: Timestamp(secondsSince1970: 0), language: "en", body: [(.paragraph, "It rained.")])
        let passage = try #require(Passage(of: other, range: other.blocks[1].range))
        let cited = Statement(
            id: "s1", text: own.text,
            citations: own.citations + [Citation(passage: passage, marked: nil, outlet: "weekly", day: other.day, language: "en")],
            corroboration: Corroboration(outlets: ["daily", "weekly"], origins: []))
        let draft = Draft(
            title: "Votes", topic: "Votes", headline: cited, deck: [cited],
            sections: [Section(kind: .theme, title: "V", blocks: [Block(statements: [cited])])])
        let kept = draft.striking(["s1": ["b"]])
        #expect(kept.statements.allSatisfy { $0.citations == own.citations && $0.corroboration.outlets == ["daily"] })
    }

    @Test func nothingSupportedIsNoBrief() throws {
        #expect(try draft().keepingSupported(VerificationReport(findings: [:])) == nil)
    }

    @Test(arguments: [Verdict.partly, .unsupported, .contradicted, .notAClaim, .notChecked]) func aBriefCannotBeMadeOfWhatDoesNotHold(
        _ verdict: Verdict
    ) throws {
        let report = VerificationReport(findings: ["s1": finding(.supported), "s2": finding(verdict), "s3": finding(.supported)])
        let draft = try draft()
        #expect(throws: Brief.AdmissionError.notSupported("s2", verdict)) { try brief(draft, report) }
    }

    @Test func aBriefCannotBeMadeWithoutAFindingOrAPassage() throws {
        let some = VerificationReport(findings: ["s1": finding(.supported)])
        let whole = try draft()
        #expect(throws: Brief.AdmissionError.noFinding("s2")) { try brief(whole, some) }
        let all = VerificationReport(findings: ["s1": finding(.supported), "s2": finding(.supported), "s3": finding(.supported)])
        let bare = try draft(cited: false)
        #expect(throws: Brief.AdmissionError.noPassage("s2")) { try brief(bare, all) }
    }

    private func brief(_ draft: Draft, _ report: VerificationReport) throws -> Brief {
        let source = BriefSource(
            number: 1, article: "a", outlet: Outlet(id: "daily", name: "Daily"), title: "Votes", address: article.address, day: article.day,
            language: "en", reprintedBy: [])
        return try Brief(
            admitting: draft, report: report, asOf: Timestamp(secondsSince1970: 0), sources: [source], unread: [],
            counts: BriefCounts(articlesRead: 1, articlesOnTopic: 1, reprintsFolded: 0, outlets: 1, stories: 1, statementsDropped: 0))
    }
}
