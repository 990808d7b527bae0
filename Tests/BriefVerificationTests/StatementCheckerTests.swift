import BriefModel
import BriefVerification
import Testing

@Suite struct StatementCheckerTests {
    private let checker = StatementChecker()

    @Test func theSentenceThatDecidesIsNamed() {
        let found = checker.check(
            "Sales rose by 7 percent in May.", sentences: ["It rained all week.", "Sales rose 7 percent in May, the company said."])
        #expect(found.verdict == .supported)
        #expect(found.score >= 0.5)
        #expect(found.evidence == [1])
    }

    @Test(arguments: [
        ("Acme raised $40 million in March.", "Acme raised $35 million in March.", "$40 million", ReasonCode.number),
        ("Acme has confirmed the sale.", "Acme has not confirmed the sale.", "confirmed", .negation),
        ("The van is built in Slovenia.", "The van is built in Slovakia.", "Slovenia", .attribute),
        (
            "Castellan already runs two plants in Vietnam.",
            "The maker Castellan is looking for a site. Its rival Ostrand already runs two plants in Vietnam.", "Castellan", .entityConflation
        ),
        (
            "\"We will never sell the north mill,\" said Ada Brook.", "\"We will never close the north mill,\" said Ada Brook.",
            "We will never sell the north mill,", .misattribution
        ),
    ])
    func aSmallChangeThatTurnsItIntoAFalsehoodIsFound(claim: String, source: String, span: String, reason: ReasonCode) {
        let found = checker.check(claim, sentences: [source])
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == reason)
        #expect(found.span.flatMap { claim.slice(utf8: $0) }.map(String.init) == span)
        #expect(found.score < 0.5)
    }

    @Test func nothingGivenIsNothingFound() {
        let found = checker.check("Acme sold 40 ships.", sentences: [])
        #expect(found.verdict == .unsupported)
        #expect(found.reasons == [.noEvidence])
        #expect(found.evidence.isEmpty)
    }
}
