import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// What an audit against a library calls contradicted, and what it does not though a passage shares most of the words.
@Suite struct LibraryContradictionTests {
    private static let verifier = BriefVerifier(
        index: EvidenceIndex(
            articles: [
                SmallLibrary.article(
                    "a", "courier", "2026-02-03", "Gallow's depots", "Two of the seven districts of Gallow have asked for a depot.",
                    "The council of Gallow approved the bridge at Sarn on Monday.", "“We will never close the north mill,” said Ada Brook of Gallow."),
                SmallLibrary.article(
                    "b", "post", "2026-02-05", "Engines", "Transalp sued the engine maker Orlik over the brakes in May.",
                    "Orlik delivered nine locomotives to Transalp last year.", "Orlik will not deliver any more locomotives to Transalp this year.",
                    "Unemployment in the port city of Gallow fell to 6.1% in the first quarter.",
                    "Norvia's exports in June were revised to 43.5bn kroner."),
                SmallLibrary.article(
                    "c", "ledger", "2026-02-06", "Norvia's new chip makers", "Yields remain low, and the supply of memory is tight.",
                    "Whether the plants can deliver is another matter."),
                SmallLibrary.article(
                    "d", "ledger", "2026-02-07", "What recycling of batteries gives, and what it does not",
                    "Collecting old cells, melting them and refining the result all need electricity.",
                    "Limits on imports make the trade in recycled cells harder."),
                SmallLibrary.article(
                    "e", "post", "2026-02-08", "Weather", "It rained in Tern for a week.", "The harvest was late.", "Trains ran on time.",
                    "The outage at the Tern mill will cost its owner Fjordal 15m kroner a week.",
                    "Sarn Mills of Gallow listed its shares in Westmark on 5 December and raised about a million crowns.",
                    "The Tern Rovers have won the river cup five times in eight finals."),
            ], outlets: [:], reprints: []), asOf: SmallLibrary.asOf)

    private func finding(_ line: String) throws -> Finding { try #require(Self.verifier.audit(line).findings.last) }

    @Test(arguments: [
        ("- Every district of Gallow has asked for a depot.", ReasonCode.overgeneralisation),
        ("- The council of Gallow rejected the bridge at Sarn on Monday.", .relation),
        ("- The engine maker Orlik sued Transalp over the brakes in May.", .relation),
        ("- “We will never sell the north mill,” said Ada Brook of Gallow.", .quoteAltered),
    ])
    func theSameSaidOtherwiseIsAContradictionInALibraryToo(line: String, reason: ReasonCode) throws {
        let finding = try finding(line)
        #expect(finding.verdict == .contradicted, "\(finding.note)")
        #expect(finding.reasons.contains(reason), "\(finding.reasons)")
        #expect(finding.evidence.first?.stance == .contradicts)
    }

    @Test(arguments: [
        "- Orlik has delivered nine locomotives to Transalp.",
        "- Sarn Mills of Gallow raised about a million crowns in Westmark in December, and Brill Works of Westmark listed its shares in Tern on 2 January.",
        "- Across Westmark as a whole, unemployment rose to 8.4% in the first quarter.",
        "- Norvia's imports in June remained at 38bn kroner.", "- Norvia aims to reduce reliance on foreign hardware.",
        "- Four weeks of the outage at the Tern mill would cost its owner Fjordal 60m kroner.", "- They have not won the river cup since then.",
        "- Denmark's self-sufficient hardware industry ensures fast growth.", "- Sharing recycled cells reduces reliance on foreign steel.",
    ])
    func whatIsSaidOfSomethingElseIsNone(line: String) throws {
        let finding = try finding(line)
        #expect(finding.verdict != .contradicted, "\(finding.note)")
    }

    @Test func whatTwoOutletsTellDifferentlyIsNotDecidedByTheOneThatSaysOtherwise() throws {
        let verifier = BriefVerifier(
            index: EvidenceIndex(
                articles: [
                    SmallLibrary.article("a", "courier", "2026-02-03", "Bridge", "The council of Gallow approved the bridge at Sarn on Monday."),
                    SmallLibrary.article("b", "post", "2026-02-03", "Bridge", "The council of Gallow rejected the bridge at Sarn on Monday."),
                ], outlets: [:], reprints: []), asOf: SmallLibrary.asOf)
        let found = try #require(verifier.audit("- The council of Gallow approved the bridge at Sarn on Monday.").findings.last)
        #expect(found.verdict != .contradicted)
    }
}
