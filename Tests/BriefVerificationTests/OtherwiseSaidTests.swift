import BriefModel
import BriefVerification
import Testing

/// The sentences given say otherwise, in another order and in other words than the claim.
@Suite struct OtherwiseSaidTests {
    private let checker = StatementChecker()

    @Test(arguments: [
        (
            "Frost damage was rarer in the upper orchards of Weir.", ["In the upper orchards of Weir, growers found, frost damage was commoner."],
            "rarer", ReasonCode.relation
        ),
        (
            "For islanders the ferry company did not raise its fares in May.", ["In May the ferry company raised its fares for islanders."], "not",
            .negation
        ),
        (
            "In May the ferry company raised its fares for islanders.", ["The ferry company did not raise its fares for islanders in May."], "raised",
            .negation
        ),
        (
            "Pella Foods sold the cannery in Weir to Ostrand Group.", ["Ostrand Group sold Pella Foods the cannery in Weir, a lawyer said."],
            "Pella Foods sold the cannery in Weir to Ostrand Group", .relation
        ),
        (
            "Sarn Shipping is supplied by the yard at Porthollow.", ["Sarn Shipping supplies the yard at Porthollow with steel plate."],
            "Sarn Shipping is supplied by the yard at Porthollow", .relation
        ),
        (
            "The tram depot in Weir was designed by Ada Brook.", ["Tobias Wren designed the tram depot in Weir in 1990."], "Ada Brook",
            .entityConflation
        ),
        (
            "Within ten years the harbour would silt up, warned Tobias Wren.",
            ["The harbour would silt up within ten years, engineer Ada Brook warned.", "Tobias Wren was away."], "Tobias Wren", .misattribution
        ),
    ])
    func itIsAContradictionWithItsWords(claim: String, sentences: [String], span: String, reason: ReasonCode) {
        let found = checker.check(claim, sentences: sentences)
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == reason)
        #expect(found.span.flatMap { claim.slice(utf8: $0) }.map(String.init) == span)
    }

    @Test(arguments: [
        ("Most members of the choir did not vote.", ["A third of the members of the choir voted."]),
        ("The tram had never been so full.", ["The tram was fuller than ever."]),
        ("Castellan lost the case against Marrow.", ["Marrow won the case against Castellan."]),
        ("The bridge was built by Ostrand, not by the army.", ["Ostrand built the bridge."]),
        ("Brook met Wren in May.", ["Wren met Brook in May."]),
        ("Entry is not forbidden after dark.", ["Entry is allowed after dark."]),
        ("Castellan bought the mill from Marrow.", ["Marrow sold the mill to Castellan."]),
    ])
    func theSameInOtherWordsIsNone(claim: String, sentences: [String]) {
        #expect(checker.check(claim, sentences: sentences).verdict != .contradicted)
    }

    @Test(arguments: [
        ("The north quay was closed because the mayor had resigned.", "because"),
        ("Because the mayor had resigned, the north quay was closed.", "Because"),
    ])
    func aLinkBetweenTwoFactsThatNobodyMadeIsPartly(claim: String, span: String) {
        let found = checker.check(
            claim,
            sentences: ["The north quay was closed on Monday.", "Divers were seen at the south quay.", "The mayor resigned on Friday after a vote."])
        #expect(found.verdict == .partly)
        #expect(found.reasons.first == .causalLeap)
        #expect(found.span.flatMap { claim.slice(utf8: $0) }.map(String.init) == span)
    }

    @Test func aPlanToldAsDoneInAnotherVerbIsSeen() {
        let found = checker.check(
            "The council of Weir has spent 600,000 euros on new locks.",
            sentences: ["The council of Weir proposes to put 600,000 euros into new locks."])
        #expect(found.verdict == .unsupported)
        #expect(found.reasons.first == .planAsFact)
    }

    @Test func anotherDescriptionOfTheSameBodyIsAWrongAttribute() {
        let found = checker.check(
            "Pella Foods, a maker of jam, has closed its plant in Weir.",
            sentences: ["Pella Foods, a maker of soup with a staff of 80, has closed its plant in Weir."])
        #expect(found.verdict != .supported)
        #expect(found.reasons.first == .attribute)
    }
}
