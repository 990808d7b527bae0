import BriefModel
import BriefVerification
import Inference
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
        ("Acme has confirmed the sale.", "Acme has not confirmed the sale.", "has confirmed", .negation),
        ("The van is built in Slovenia.", "The van is built in Slovakia.", "Slovenia", .entityConflation),
        ("The council approved the bridge on Monday.", "The council rejected the bridge on Monday.", "approved", .relation),
        ("Marrow sued Castellan over the dam in May.", "Castellan sued Marrow over the dam in May.", "Marrow sued Castellan", .relation),
        (
            "All of the eight bridges over the river were damaged.", "Three of the eight bridges over the river were damaged.", "All",
            .overgeneralisation
        ),
        (
            "Castellan already runs two plants in Vietnam.",
            "The maker Castellan is looking for a site. Its rival Ostrand already runs two plants in Vietnam.", "Castellan", .entityConflation
        ),
        (
            "\"We will never sell the north mill,\" said Ada Brook.", "\"We will never close the north mill,\" said Ada Brook.",
            "sell", .quoteAltered
        ),
    ])
    func aSmallChangeThatTurnsItIntoAFalsehoodIsFound(claim: String, source: String, span: String, reason: ReasonCode) {
        let found = checker.check(claim, sentences: [source])
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == reason)
        #expect(found.span.flatMap { claim.slice(utf8: $0) }.map(String.init) == span)
        #expect(found.score < 0.5)
    }

    /// Text as corpora hand it on, figures that bound or estimate, sums and conversions: none of them says otherwise.
    @Test(arguments: [
        (
            "An estimated 1,600 migrants have died this year.",
            ["An estimated 1, 600 migrants have died this year , the three - year - old agency said."]
        ),
        ("The buyout costs $ 1.7 million.", ["The buyout costs $ 1.", "7 million , the club ( the owner ) said."]),
        ("The 34-year-old driver was fined.", ["The 34 - year - old driver was fined ( on Monday )."]),
        ("More than 50 teachers signed the letter.", ["The letter was signed by 63 teachers."]),
        ("Lyon beat Bastia 2-0 on Wednesday.", ["Lyon beat Bastia 2 - 0 on Wednesday."]),
        ("Sales fell by 1.7 million euros.", ["Sales fell from 5.6 to 3.9 million euros."]),
        ("The track is 2 km long.", ["The track is 2,000 metres long."]),
        ("One in three farmers left.", ["A third of the farmers left."]),
        ("Four weeks of the outage would cost 60m kroner.", ["The outage will cost 15m kroner a week, the operator said."]),
        ("More than three quarters of the members were missing.", ["A count found 40 of the 169 members present."]),
        ("The deal could bring 22m euros.", ["The club was paid 18m euros, with 4m euros more after a title."]),
        ("The licence for 140 tractors costs 13,300 euros a year.", ["The licence costs 95 euros per tractor and year."]),
        ("Growth was faster in towns [3].", ["Growth was faster in 2 towns."]),
        (
            "Lewis sprayed champagne after winning the race.",
            ["Lewis sprayed champagne after winning the race.", "Lewis has not sprayed her before."]
        ),
    ])
    func whatIsOnlySaidInAnotherWayIsNotCalledContradicted(claim: String, sentences: [String]) {
        #expect(checker.check(claim, sentences: sentences).verdict != .contradicted)
    }

    @Test func aLaterArticleThatSaysOtherwiseMakesAClaimOutdated() {
        let source = GivenSource(
            sentences: ["At least 17 people died in the earthquake in Chalpas.", "The earthquake in Chalpas killed 31 people, the office said."],
            days: [CalendarDay(iso: "2025-01-13"), CalendarDay(iso: "2025-01-16")], outlets: ["The Post", "The Post"])
        let found = checker.check("17 people died in the earthquake in Chalpas.", against: source)
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == .outdated)
    }

    @Test func aPlanToldAsDoneIsNamedWithItsVerb() {
        let claim = "The operator has ordered 14 sleeping cars."
        let found = checker.check(claim, sentences: ["The operator intends to order 14 sleeping cars."])
        #expect(found.verdict == .unsupported)
        #expect(found.reasons.first == .planAsFact)
        #expect(found.span.flatMap { claim.slice(utf8: $0) } == "has ordered")
    }

    @Test func aCautionThatRulesOverTheWordsOfAClaimIsMissedThere() {
        let claim = "Aldersgate, which sold 6.2m hectolitres last year, is closing its oldest brewery."
        let found = checker.check(claim, sentences: ["Aldersgate sold 6.2m hectolitres last year.", "It may close its oldest brewery, in Lund."])
        #expect(found.verdict != .supported)
        #expect(found.reasons.contains(.hedgeLost))
    }

    @Test(arguments: [("Every district of the city has asked for one.", "Every"), ("The calls failed nationwide.", "nationwide")])
    func allWhereTheSourceCountsSomeIsAnOvergeneralisation(claim: String, word: String) {
        let found = checker.check(
            claim, sentences: ["The calls failed in three of the twelve provinces.", "Two of the seven districts of the city have asked for one."])
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == .overgeneralisation)
        #expect(found.span.flatMap { claim.slice(utf8: $0) }.map(String.init) == word)
    }

    /// Says of every claim how likely it holds, whatever the sentences.
    private struct Opinionated: EntailmentReader {
        let identity = EncoderIdentity(name: "opinionated", hash: "")
        let support: Float
        var fault = Entailment.Fault.scope

        func read(_ questions: [EntailmentQuestion]) -> [Entailment] {
            questions.map { question in
                Entailment(
                    support: support, outcomes: support > 0 ? [0.9, 0, 0.1, 0] : [0.1, 0, 0.9, 0],
                    faults: Entailment.Fault.allCases.map { $0 == fault ? 1 : 0 },
                    words: [(0..<min(5, question.claim.utf8.count), 0.9)], deciding: question.sentences.map { _ in 0 })
            }
        }
    }

    @Test func aReaderDecidesWhereTheRulesHaveNothingSureAndNeverAgainstASureObjection() {
        let generous = StatementChecker(reader: Opinionated(support: 6))
        #expect(generous.check("Acme raised $40 million in March.", sentences: ["Acme raised $35 million in March."]).verdict == .contradicted)
        #expect(generous.check("Few children were among the sick.", sentences: ["Few of those infected were children."]).verdict == .supported)
        let strict = StatementChecker(reader: Opinionated(support: -6))
        let claim = "Sales of books have risen by 7 percent."
        let found = strict.check(claim, sentences: ["Sales of ebooks rose by 7 percent."])
        #expect(found.verdict == .unsupported)
    }

    @Test func aReaderSaysWhatIsWrongWhereTheRulesAreSilentButNeverCallsItContradicted() {
        let claim = "Sales rose by 7 percent."
        let found = StatementChecker(reader: Opinionated(support: -6)).check(claim, sentences: ["Sales rose by 7 percent."])
        // Word for word the rules outweigh it; whatever comes out, no contradiction does.
        #expect(found.verdict != .contradicted)
        if found.verdict != .supported {
            #expect(found.reasons == [.scope])
            #expect(found.span == 0..<5)
        }
    }

    @Test func claimsTogetherAreCheckedAsOneByOne() {
        let source = GivenSource(
            sentences: ["Sales rose by 7 percent.", "The board meets in May."], days: ["2026-03-01", "2026-03-01"].map { CalendarDay(iso: $0) },
            outlets: ["Harbour Post", "Harbour Post"])
        let claims = ["Sales rose by 7 percent. The board met in April.", "", "The board meets in May."]
        let checker = StatementChecker(reader: OverlapReader())
        let together = checker.check(claims, against: source)
        #expect(together.map(\.verdict) == claims.map { checker.check($0, against: source).verdict })
        #expect(together.map(\.score) == claims.map { checker.check($0, against: source).score })
        #expect(together[1].verdict == .unsupported)
    }

    @Test(arguments: ["", "   ", "…"])
    func aClaimThatSaysNothingIsNotSupported(claim: String) {
        let found = checker.check(claim, sentences: ["Sales rose by 7 percent."])
        #expect(found.verdict == .unsupported && found.reasons == [.noEvidence] && found.evidence.isEmpty)
    }

    @Test func aVeryLongSentenceIsJudgedAndAWordInItIsFound() {
        let long = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
        #expect(checker.check(long, sentences: ["Sales rose by 7 percent."]).verdict == .unsupported)
        #expect(checker.check("Sales rose by 7 percent.", sentences: [long, ""]).verdict == .unsupported)
    }

    @Test func nothingGivenIsNothingFound() {
        let found = checker.check("Acme sold 40 ships.", sentences: [])
        #expect(found.verdict == .unsupported)
        #expect(found.reasons == [.noEvidence])
        #expect(found.evidence.isEmpty)
    }
}
