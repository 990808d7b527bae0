import BriefModel
import Testing
import TextAnalysis

@testable import BriefWriting

/// One article of a wire agency on Tuesday 24 February 2026; what its last sentence says in a brief.
private func wording(_ sentences: String..., outlet: String = "nw") -> String? {
    let day = CalendarDay(daysSince1970: 20_508)
    let article = SampleMaterial.article("\(outlet)-0224-x", ["A title that does not matter here", sentences.joined(separator: " ")], day: day)
    let story = Story(id: "s", title: "s", articles: [article.article.id], updates: [], keyTerms: [])
    let material = BriefMaterial(
        topic: Topic(title: "t", sources: []), articles: [article.article.id: article], outlets: SampleMaterial.outlets, reprints: [],
        stories: [story],
        themes: [], claims: [], disputes: [], asOf: SampleMaterial.asOf)
    let pool = SentencePool(material)
    return pool.sentences.last.flatMap { Wordsmith(pool: pool).word($0) }.flatMap { $0.needs.isEmpty ? $0.text : nil }
}

@Suite struct WordingTests {
    @Test func datelinesAndConnectivesGo() {
        #expect(wording("WASHINGTON, 24 February — The Commerce Department published the rule.") == "The Commerce Department published the rule.")
        #expect(wording("A CORUÑA (Northlight) – Forty countries backed a declaration.") == "Forty countries backed a declaration.")
        #expect(wording("But China has paraded uncrewed naval aircraft.") == "China has paraded uncrewed naval aircraft.")
        #expect(wording("Investors, meanwhile, want to know the price of access.") == "Investors want to know the price of access.")
    }

    @Test func aWeekdayBecomesItsDate() {
        #expect(wording("Nvidia said on Monday that it had no Chinese orders.") == "Nvidia said on 23 February that it had no Chinese orders.")
        #expect(
            wording("Anthropic on Monday accused three laboratories of copying.") == "Anthropic on 23 February accused three laboratories of copying."
        )
        #expect(
            wording("The Fujian was commissioned at Sanya on Wednesday 5 November.") == "The Fujian was commissioned at Sanya on 5 November.")
    }

    @Test func itsNeedsSomethingThatIsOne() {
        #expect(wording("The bridge in Harbour Vale reopened on 3 February.", "Engineers replaced 18 of its 24 cables.") == nil)
        #expect(wording("Engineers replaced 18 cables after the bridge had lost one of its piers.") != nil)
        #expect(wording("China says its satellites serve peaceful ends.") != nil)
    }

    @Test func whatWasHeldMustBeToldByMoreThanItsPlace() {
        #expect(wording("The ceremony at Sanya was held on 5 November.") == nil)
        #expect(wording("The ceremony for the Fujian was held at Sanya on 5 November.") != nil)
    }

    @Test func othersAreUnderstoodWhereTheSentenceNamesWhoTheyAreBeside() {
        #expect(
            wording(
                "SambaNova has raised $350 million in a round led by Vista Equity and Cambium Capital, with Intel Capital among the other backers.")
                != nil)
        #expect(wording("The other backers of the round did not give their names to the press.") == nil)
        #expect(
            wording("Cambricon hopes for half a million accelerators in 2026, other reports said.")
                == "Cambricon hopes for half a million accelerators in 2026, reports said.")
    }

    @Test func aPeriodToldByTheDayOfWritingIsTakenAwayOrNamed() {
        #expect(
            wording("Thirty-five governments promised this week to train their officers.")
                == "Thirty-five governments promised to train their officers.")
        #expect(wording("Huawei plans about 600,000 processors this year.") == "Huawei plans about 600,000 processors in 2026.")
        #expect(wording("Google reported the same week a campaign against Gemini.") == nil)
        #expect(wording("Today each drone needs a pilot of its own.") == nil)
    }

    @Test func aPronounGivesWayToTheOnlyPersonItCanMean() {
        #expect(
            wording("David Peters was asked how many chips had been sold.", "He answered that the number was none.")
                == "David Peters answered that the number was none.")
        #expect(wording("David Peters met Dario Amodei in Washington.", "He answered that the number was none.") == nil)
        #expect(wording("They said the talks had stalled over two safeguards.") == nil)
    }

    @Test func theCompanyIsNamedOnlyWhereItIsCertain() {
        #expect(wording("Humain said it had invested $3 billion.", "The company did not name the sites.") == "Humain did not name the sites.")
        #expect(wording("Talks between Intel Corporation and SambaNova Systems have stalled.", "The company did not name the sites.") == nil)
        #expect(wording("The Pentagon published a memo.", "The company did not name the sites.") == nil)
    }

    @Test func theFirstPersonBecomesTheOutlet() {
        #expect(
            wording("We found no official announcement of $40 billion in 2026.", outlet: "ll")
                == "Lattice Ledger found no official announcement of $40 billion in 2026.")
        #expect(wording("We have seen no evidence of such use in any unit.", outlet: "bo") == nil)
        #expect(
            wording("We have seen no evidence that a unit has the system.", outlet: "bo")
                == "Bulkhead & Orbit has seen no evidence that a unit has the system.")
        #expect(wording("A colleague of ours said the figures were thin.", outlet: "qi") == nil)
    }

    @Test func lateClausesGoFromALongSentenceButNeverWhoSaysIt() {
        let long = wording(
            "US Defense Secretary Pete Hegseth said on Monday that he was directing his department to label Anthropic a supply chain risk, hours after President Donald Trump told federal agencies to stop using the company's technology."
        )
        #expect(
            long
                == "US Defense Secretary Pete Hegseth said on 23 February that he was directing his department to label Anthropic a supply chain risk."
        )
        let kept = wording(
            "Huawei intends to make about 600,000 of its Ascend 910C processors in 2026, roughly double the number it made in the year before that, according to people familiar with its plans."
        )
        #expect(kept == nil || kept?.contains("according to people familiar") == true)
    }

    @Test func aNounThatAnEarlierSentenceIntroducedNeedsThatSentence() {
        #expect(wording("China approved a first batch of processors.", "People in Beijing said the batch could exceed 400,000 units.") == nil)
        #expect(
            wording("China approved some processors.", "The declaration signed by 35 countries contains no inspection.")
                == "The declaration signed by 35 countries contains no inspection.")
    }
}
