import BriefModel
import Testing
import TextAnalysis

@testable import BriefWriting

/// What the only sentence of an article is worth to a reader.
private func substance(_ sentence: String) throws -> Substance {
    let article = SampleMaterial.article("nw-0224-x", ["A title that does not matter here", sentence], day: CalendarDay(daysSince1970: 20_508))
    let material = BriefMaterial(
        topic: Topic(title: "t", sources: []), articles: [article.article.id: article], outlets: SampleMaterial.outlets, reprints: [],
        stories: [Story(id: "s", title: "s", articles: [article.article.id], updates: [], keyTerms: [])], themes: [], claims: [], disputes: [],
        asOf: SampleMaterial.asOf)
    let source = try #require(SentencePool(material).sentences.last)
    return Substance(of: source, source.line)
}

@Suite struct SubstanceTests {
    @Test(arguments: [
        "The Ministry of Trade published the rule on Monday.", "Norway has agreed to sell twelve ships to Denmark.",
        "Talks between Norway and Denmark have stalled.", "Maria Keller, the defence minister, resigned on Tuesday.",
        "Officials told parliament in Norway that no licence had been issued.",
    ])
    func somebodyDidSomething(_ sentence: String) throws {
        let found = try substance(sentence)
        #expect(found.isEvent && found.isConcrete)
    }

    @Test(arguments: [
        "Satellites that can approach others are dual-use in the plainest sense.", "The harbour of Norway is the largest in the north.",
        "Two days after Norway signed the treaty, diplomats were split on what it means.", "Analysts caution that a large number says little.",
    ])
    func aRemarkIsNoEvent(_ sentence: String) throws { #expect(try !substance(sentence).isEvent) }

    @Test(arguments: [
        "Two errors about Norway turn up again and again.", "A figure of $40 billion for Norway is doing the rounds.",
        "Three questions about Denmark remain open.", "The Norway Ledger tried to find out where it comes from.",
        "Weeks after Norway signed the treaty, its text is still a matter of debate.",
    ])
    func talkAboutTalkIsNotConcrete(_ sentence: String) throws { #expect(try !substance(sentence).isConcrete) }

    @Test func aStateOfAffairsIsConcreteButNoEvent() throws {
        let found = try substance("The contract between Norway and Denmark is worth $200 million.")
        #expect(found.isConcrete && !found.isEvent)
    }
}

@Suite struct EditorialTests {
    let draft: Draft

    init() throws { draft = try #require(SampleMaterial.draft) }

    @Test func theTimelineIsShortAndInOrder() {
        #expect(draft.timeline.count <= 16)
        #expect(draft.timeline.map(\.day) == draft.timeline.map(\.day).sorted())
    }

    @Test func theOverviewDoesNotRepeatTheDeck() {
        let deck = Set(draft.deck.map(\.text))
        let overview = draft.sections.first?.blocks.flatMap(\.statements) ?? []
        #expect(!overview.contains { deck.contains($0.text) })
        for statement in overview {
            let cited = Set(statement.citations.map(\.passage))
            #expect(!draft.deck.contains { Set($0.citations.map(\.passage)) == cited }, "\(statement.text)")
        }
    }

    @Test func whatAnOutletLookedForInVainIsDatedByItsReport() {
        for statement in draft.statements where statement.text.contains(" found no ") && statement.text.hasSuffix(".") {
            #expect(statement.text.contains(", it reported on ") || statement.text.contains(", it wrote on "), "\(statement.text)")
        }
    }

    @Test func aConsequenceHasANamedSourceOrAResearchHouseBehindIt() {
        let drawn = draft.sections.flatMap(\.blocks).filter { $0.heading == "What follows, and who says so" }.flatMap(\.statements)
        for statement in drawn { #expect(!["Analysts", "Lawmakers", "Lawyers", "Critics"].contains { statement.text.hasPrefix($0 + " ") }) }
    }
}
