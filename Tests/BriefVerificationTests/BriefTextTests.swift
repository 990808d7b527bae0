import BriefModel
import BriefVerification
import Testing

/// How a brief falls into lines. An empty library is enough: the text of a finding is the line.
@Suite struct BriefTextTests {
    private func lines(_ text: String) -> [String] {
        BriefVerifier(index: EvidenceIndex(articles: [], outlets: [:], reprints: []), asOf: SampleShelf.asOf).audit(text).findings.map(\.text)
    }

    @Test func marksOfMarkdownAreStrippedAndWordsKept() {
        #expect(
            lines(
                "# Chips\r\n\r\n- **Nvidia** sold [no chips](http://example.org/a) [1].\r\n> Quoted _words_ stay here.\r\n1. First item is numbered.\r\n"
            )
                == ["Chips", "Nvidia sold no chips.", "Quoted words stay here.", "First item is numbered."])
    }

    @Test func aParagraphIsSplitAndALabelStaysWithItsFirstSentence() {
        #expect(
            lines("• Two rows: Acme sued Brill. The U.S. court said no.\n\nIt rained. It stopped.")
                == ["Two rows: Acme sued Brill.", "The U.S. court said no.", "It rained.", "It stopped."])
    }

    @Test func aTitlePrintedTwiceIsOneLine() {
        #expect(lines("A title\n\nA title\n\nUpdated Mar 1, 2026") == ["A title", "Updated Mar 1, 2026"])
    }

    @Test func aHardWrappedParagraphIsJoined() {
        let wrapped = "The company said on Monday that its new factory in the north of the\ncountry would open in May."
        #expect(lines(wrapped) == ["The company said on Monday that its new factory in the north of the country would open in May."])
    }

    @Test func rowsOfATableAndRulesAreRead() {
        #expect(lines("| Outlet | Figure |\n|---|---|\n| Courier | 34 |\n\n---\n") == ["Outlet, Figure", "Courier, 34"])
    }

    @Test func emptyHostileAndHugeTextDoesNoHarm() {
        #expect(lines("").isEmpty)
        #expect(lines("\u{0}\u{FFFD}[[[[((((").count <= 1)
        #expect(lines(String(repeating: "It rained. ", count: 2_000)) == ["It rained."])
        // Past the limit of 1 MiB nothing is read.
        #expect(lines("Kept. " + String(repeating: " ", count: 1 << 20) + "Not kept.") == ["Kept."])
    }

    @Test(arguments: [
        ("Implications:", ReasonCode.heading), ("Sources (29)", .metadata), ("Updated Mar 1, 2026", .metadata), ("Key takeaways:", .heading),
        ("Hardware Sovereignty and Domestic Ecosystem Expansion", .heading), ("Leaders must act before it is too late.", .opinion),
        ("This surge underscores the need for rules.", .opinion), ("Easier access could lead to arms races.", .forecast),
    ])
    func whatAssertsNothingIsNoClaim(text: String, reason: ReasonCode) throws {
        let audit = SampleShelf.verifier.audit("A first line stands here.\n\n" + text)
        let finding = try #require(audit.findings.last)
        #expect(finding.verdict == .notAClaim)
        #expect(finding.reasons == [reason])
        #expect(finding.evidence.isEmpty)
    }

    @Test func anEmptyLibrarySaysNoPassageFound() throws {
        let verifier = BriefVerifier(index: EvidenceIndex(articles: [], outlets: [:], reprints: []), asOf: SampleShelf.asOf)
        let finding = try #require(verifier.audit("Acme sold 40 ships in May.").findings.first)
        #expect(finding.verdict == .unsupported)
        #expect(finding.reasons == [.noEvidence])
        #expect(finding.note == "No passage found that says this.")
    }
}
