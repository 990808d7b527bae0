import BriefModel
import Testing

@testable import BriefWriting

@Suite struct ConclusionTests {
    let draft: Draft
    let conclusion: Section

    init() throws {
        draft = try #require(SampleMaterial.draft)
        conclusion = try #require(draft.sections.first { $0.kind == .conclusion })
    }

    private var above: [Statement] { draft.deck + draft.sections.prefix { $0.kind != .conclusion }.flatMap { $0.blocks.flatMap(\.statements) } }

    @Test func itStandsAfterTheThemesAndBeforeTheTakeaways() {
        #expect(draft.sections.suffix(2).map(\.kind) == [.conclusion, .takeaways])
        #expect(Set(conclusion.blocks.compactMap(\.heading)).isSubset(of: ["Best supported", "Disputed", "Not known"]))
    }

    @Test func itSaysNothingThatTheBriefDidNotSayAbove() {
        for statement in conclusion.blocks.flatMap(\.statements) {
            let told = above.first { $0.citations.map(\.passage) == statement.citations.map(\.passage) }
            #expect(told != nil, "\(statement.text)")
            // Words are only taken away.
            let words = Set(told?.text.split(separator: " ") ?? [])
            let added = statement.text.split(separator: " ").filter {
                !words.contains($0) && !words.contains($0.dropLast()) && !words.contains($0.dropLast() + ",")
            }
            #expect(added.isEmpty, "\(added) in \(statement.text)")
        }
    }

    @Test func whatIsBestSupportedHasTwoOutletsAndNobodyWhoSaysOtherwise() throws {
        let corrected = Set(draft.disputes.filter { $0.kind == .corrected }.map(\.notFollowed.passage.article))
        for block in conclusion.blocks {
            for statement in block.statements {
                let isDisputed = statement.dissent.contains { !corrected.contains($0.citation.passage.article) }
                #expect(isDisputed == (block.heading == "Disputed"), "\(statement.text)")
                if block.heading == "Best supported" { #expect(statement.corroboration.outlets.count > 1) }
            }
        }
    }

    @Test func aShortBriefHasNone() throws {
        let short = try #require(BriefWriter().draft(from: SampleMaterial.make(words: 400)))
        #expect(!short.sections.contains { $0.kind == .conclusion })
    }
}

@Suite struct WordListTests {
    @Test func aListMayRunOverSeveralLines() {
        #expect(
            OffLimits.set(
                """
                one two
                three four
                """) == ["one", "two", "three", "four"])
        #expect(RoleWords.opposition.contains("supporters") && RoleWords.opposition.contains("opposes"))
    }
}
