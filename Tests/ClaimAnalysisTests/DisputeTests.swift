import BriefModel
import ClaimAnalysis
import Testing
import TextAnalysis

@Suite struct Disputes {
    private let outlets: [OutletID: Outlet] = [
        "daily": Outlet(id: "daily", name: "The Daily", kind: .nationalDaily), "wire": Outlet(id: "wire", name: "The Wire", kind: .wireAgency),
        "klaxon": Outlet(id: "klaxon", name: "The Horn", kind: .tabloid),
    ]

    private func disputes(_ articles: [Article], reprints: [ReprintGroup] = []) -> [Dispute] {
        let claims = articles.flatMap { article in
            ClaimAnalyzer().claims(in: TextAnalyzer().analyze(article), story: "s", outletName: outlets[article.outlet]?.name ?? "")
        }
        return DisputeFinder().disputes(
            among: claims, articles: Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0) }), outlets: outlets, reprints: reprints)
    }

    private let early = article("early", "Forty-one of the 90 states at the talks signed the pact on Monday.", day: "2026-02-09", outlet: "wire")

    @Test func aCorrectionReplacesTheFirstCount() throws {
        let correction = article(
            "fixed", "A report of 9 February gave the number of states that signed as 41. The correct number is 42 of the 90 states.",
            title: "CORRECTION: 42 states signed", day: "2026-02-10", isCorrection: true, outlet: "wire")
        let dispute = try #require(disputes([early, correction]).first)
        #expect(dispute.kind == .corrected)
        #expect(dispute.followed.passage.exact == "The correct number is 42 of the 90 states.")
        #expect(dispute.notFollowed.passage.article == "early")
        #expect(dispute.whatDiffers == "number of states: 41 / 42")
        #expect(dispute.why.contains("10 February 2026"))
    }

    @Test func aCopySpeaksThroughItsOrigin() {
        let copy = article("copy", "Forty-one of the 90 states at the talks signed the pact on Monday.", day: "2026-02-10", outlet: "daily")
        let correction = article(
            "fixed", "The correct number is 42 of the 90 states.", title: "Correction", day: "2026-02-10", isCorrection: true, outlet: "wire")
        let found = disputes([early, copy, correction], reprints: [ReprintGroup(origin: "early", copies: ["copy"])])
        #expect(found.map(\.notFollowed.passage.article) == ["early"])
    }

    @Test func twoVotesToldSideBySideAreNoDispute() {
        let both = article("both", "The assembly adopted it by 164 votes. In committee the pact had 156 votes.", outlet: "daily")
        let one = article("one", "The assembly adopted the pact by 164 votes.", outlet: "wire")
        #expect(disputes([both, one]).isEmpty)
    }

    @Test func anEstimateAndAnExactCountNearItAreNoDispute() {
        let rough = article("rough", "About 40 of the 90 states signed the pact.", outlet: "daily")
        #expect(disputes([early, rough]).isEmpty)
    }

    @Test func smallNumbersOfDifferentThingsThatComeNearEachOtherAreNoDispute() {
        let clash = article(
            "clash", "In Alexandria protesters clashed with supporters of the president, leaving 12 people injured, a member of the opposition said.",
            outlet: "daily")
        let trial = article("trial", "Hasan is accused of the shootings that left 13 people dead and dozens wounded.", outlet: "wire")
        #expect(disputes([clash, trial]).isEmpty)
    }

    @Test func oneCountOfOneThingTakenTwiceIsADispute() throws {
        let first = article("first", "Acme Shipping lost 12 vessels in the storm off the northern coast.", day: "2026-02-08", outlet: "daily")
        let second = article("second", "Acme Shipping lost 13 vessels in the storm, the coast guard counted.", day: "2026-02-09", outlet: "wire")
        #expect(try #require(disputes([first, second]).first).whatDiffers == "number of vessels: 12 / 13")
    }

    @Test func aSourceThatGivesALaterFigureForTheSameThingRevisesItsOwn() throws {
        let first = article(
            "first", "The Red Cross estimates that 50,000 people have died in the earthquake on the island.", day: "2026-02-08", outlet: "daily")
        let second = article(
            "second", "The Red Cross now estimates that 120,000 people have died in the earthquake.", day: "2026-02-11", outlet: "wire")
        let dispute = try #require(disputes([second, first]).first)
        #expect(dispute.kind == .laterOverrides && dispute.followed.passage.article == "second")
        #expect(dispute.whatDiffers == "number of people: 50,000 / 120,000")
        #expect(dispute.why.hasSuffix("itself gives this figure, on 11 February 2026; it gave the other on 8 February 2026."))
        // Another source, or another thing: no revision.
        let other = article("other", "The government estimates that 120,000 people have died in the earthquake.", day: "2026-02-11", outlet: "wire")
        let homeless = article("homeless", "The Red Cross estimates that 300,000 people are without shelter.", day: "2026-02-11", outlet: "wire")
        #expect(disputes([first, other]).isEmpty && disputes([first, homeless]).isEmpty)
    }

    @Test func oneEventDatedToTwoDaysIsADispute() throws {
        let first = article(
            "first", "The Fujian entered the fleet. It was commissioned at Sanya on 5 November 2025.", title: "The Fujian in service",
            day: "2026-02-08", outlet: "daily")
        let second = article("second", "The Fujian was commissioned on 7 November 2025.", day: "2026-02-09", outlet: "wire")
        #expect(try #require(disputes([first, second]).first).whatDiffers.hasPrefix("date: "))
    }

    @Test func aDayAndAWordOfAnEventThatOnlyStandInOneSentenceAreNoDispute() {
        let plan = article(
            "plan", "Mohamed ElBaradei criticised on 1 February 2011 a plan not to seek re-election in September.", title: "ElBaradei speaks",
            day: "2011-02-05", outlet: "daily")
        let call = article(
            "call", "Mohamed ElBaradei should be heard until a president is elected, she told reporters on 25 January 2011.",
            title: "ElBaradei waits",
            day: "2011-02-06", outlet: "wire")
        #expect(disputes([plan, call]).isEmpty)
    }

    @Test func aFirmIsWhereTheCorrectionSaysItIs() throws {
        let wrong = article(
            "wrong", "Start-ups such as Quillon, which raised money, show how quickly China's domestic hardware is growing.", day: "2026-02-08",
            outlet: "daily")
        let right = article(
            "right", "Quillon is a United States company based in California.", title: "Correction: Quillon", day: "2026-02-10", isCorrection: true,
            outlet: "daily")
        let dispute = try #require(disputes([wrong, right]).first)
        #expect(dispute.kind == .corrected)
        #expect(dispute.whatDiffers == "country of Quillon: China / United States")
        #expect(dispute.notFollowed.passage.article == "wrong")
    }

    @Test func aTabloidStandsAloneAgainstADenial() throws {
        let loud = article("loud", "China has bought 400,000 Acme X9 chips.", day: "2026-02-01", outlet: "klaxon")
        let calm = article("calm", "No Acme X9 chips have been sold to China so far, an official said.", day: "2026-02-10", outlet: "wire")
        let dispute = try #require(disputes([loud, calm]).first)
        #expect(dispute.followed.passage.article == "calm")
        #expect(dispute.kind == .laterOverrides)
        #expect(dispute.whatDiffers == "number of chips: 400,000 / none")
    }

    @Test func aDroppedCautionIsNamed() throws {
        let careful = article(
            "careful", "People familiar with the matter said the Acme batch could exceed 400,000 chips.", day: "2026-02-01", outlet: "wire")
        let loud = article("loud", "China has bought 400,000 Acme chips.", day: "2026-02-02", outlet: "klaxon")
        let dispute = try #require(disputes([careful, loud]).first { $0.kind == .hedgeDropped })
        #expect(dispute.followed.passage.article == "careful")
        #expect(dispute.why.contains("could"))
    }

    @Test func whatAgreesOrSpeaksOfSomethingElseIsNoDispute() {
        let same = article("same", "The pact was signed by 41 of the 90 states.", outlet: "daily")
        let other = article("other", "The text has 20 principles. Ships of 12 states took part in the exercise.", outlet: "klaxon")
        #expect(disputes([early, same, other]).isEmpty)
    }
}
