import BriefModel
import Testing

/// Which rule proposes which grade, and why an outlet's grade is another matter.
@Suite struct CredibilityTests {
    private func outlet(_ id: String, _ reliability: Reliability? = nil, kind: OutletKind = .nationalDaily) -> Outlet {
        Outlet(id: OutletID(id), name: id, kind: kind, reliability: reliability)
    }

    @Test func severalOriginsConfirmAndOneOriginDoesNotHoweverManyPassItOn() {
        let three = ["a", "b", "c"].map { outlet($0) }
        let apart = Credibility(outlets: three, sharesOrigin: false, isDisputed: false)
        #expect(apart.grade == .confirmed && apart.rule == .severalOrigins && apart.confidence == .high)
        let together = Credibility(outlets: three, sharesOrigin: true, isDisputed: false)
        #expect(together.grade == .possiblyTrue && together.rule == .singleOrigin && together.confidence == .low)
    }

    @Test func aDisputeLowersTheGradeWhoeverSaysIt() {
        #expect(Credibility(outlets: [outlet("a", .a), outlet("b", .a)], sharesOrigin: false, isDisputed: true).grade == .possiblyTrue)
        #expect(Credibility(outlets: [outlet("a", .a)], sharesOrigin: false, isDisputed: true).grade == .doubtful)
    }

    @Test func theUsersGradeOfAnOutletCountsWhereItStandsAlone() {
        #expect(Credibility(outlets: [outlet("a")], sharesOrigin: false, isDisputed: false).grade == .possiblyTrue)
        #expect(Credibility(outlets: [outlet("a", .b)], sharesOrigin: false, isDisputed: false).grade == .probablyTrue)
        #expect(Credibility(outlets: [outlet("a", .e)], sharesOrigin: false, isDisputed: false).grade == .doubtful)
        #expect(Credibility(outlets: [outlet("a", kind: .tabloid)], sharesOrigin: false, isDisputed: false).rule == .weakOutlet)
        #expect(Credibility(outlets: [outlet("a", .e), outlet("b", .d)], sharesOrigin: false, isDisputed: false).rule == .severalWeakOrigins)
        #expect(Credibility(outlets: [outlet("a", .c), outlet("b", .b)], sharesOrigin: false, isDisputed: false).reliability == .b)
    }

    @Test func nothingFoundIsNoDegreeOfTruth() {
        #expect(Credibility(outlets: [], sharesOrigin: false, isDisputed: false).grade == .cannotBeJudged)
        #expect(Credibility.Rule.nothingFound.grade.rawValue == 6)
    }

    @Test func outletsOfOneHouseAreOneWitnessToALine() throws {
        let passage = Passage(article: "x", version: 1, range: 0..<3, exact: "abc")
        let other = Passage(article: "y", version: 1, range: 0..<3, exact: "abc")
        let finding = Finding(
            text: "A line.", verdict: .supported, reasons: [.ok], note: "",
            evidence: [Evidence(passage: passage, stance: .supports, score: 1), Evidence(passage: other, stance: .supports, score: 1)])
        let house = try #require(finding.credibility { Outlet(id: OutletID($0.rawValue), name: "", ownerGroup: "One House") })
        #expect(house.rule == .singleOrigin)
        let apart = try #require(finding.credibility { Outlet(id: OutletID($0.rawValue), name: "") })
        #expect(apart.rule == .severalOrigins)
    }

    @Test func whatWasCorrectedOrNeedsAnothersWordDisputesNothing() {
        let passage = Passage(article: "x", version: 1, range: 0..<3, exact: "abc")
        let day = CalendarDay(daysSince1970: 20_000)
        let citation = Citation(passage: passage, marked: nil, outlet: "other", day: day, language: "en")
        let statement = Statement(
            id: "s", text: "A line.", citations: [citation], corroboration: Corroboration(outlets: ["one"], origins: []),
            dissent: [Dissent(citation: citation, why: "")])
        func rule(_ kind: OutletKind, settled: Set<Passage> = []) -> Credibility.Rule {
            statement.credibility(outlet: { Outlet(id: $0, name: "", kind: $0 == "other" ? kind : .nationalDaily) }, settled: settled).rule
        }
        #expect(rule(.nationalDaily) == .disputed)
        #expect(rule(.tabloid) == .singleOrigin)
        #expect(rule(.nationalDaily, settled: [passage]) == .singleOrigin)
    }

    @Test(arguments: [
        ("The talks are very unlikely to succeed.", Likelihood.Term.veryUnlikely), ("It is unlikely that they meet.", .unlikely),
        ("A deal is likely by June.", .likely), ("The ship will almost certainly sail.", .almostCertain), ("Prices might rise.", .possible),
        ("There is an even chance of rain.", .roughlyEven),
    ]) func theWordsOfLikelihoodAreReadAsWritten(_ text: String, _ term: Likelihood.Term) {
        #expect(Likelihood(statedIn: text)?.term == term)
    }

    @Test(arguments: ["Theresa May resigned.", "The factory opened in May.", "It could not be verified.", "Prices rose by 5 percent."])
    func whatIsStatedHasNone(_ text: String) { #expect(Likelihood(statedIn: text) == nil) }

    @Test func theRangesOfTheDirectiveMeetWithoutGaps() {
        let ranges = Likelihood.Term.allCases.compactMap(\.percent)
        for (lower, upper) in zip(ranges, ranges.dropFirst()) { #expect(lower.upperBound == upper.lowerBound) }
        #expect(Likelihood.Term.possible.percent == nil)
    }
}
