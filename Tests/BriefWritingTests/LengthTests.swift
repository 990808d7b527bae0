import BriefModel
import BriefWriting
import Testing

@Suite struct LengthTests {
    private func words(_ draft: Draft) -> Int {
        ([draft.headline] + draft.deck + draft.sections.flatMap { $0.blocks.flatMap(\.statements) }).reduce(0) {
            $0 + $1.text.split(separator: " ").count
        }
    }

    @Test(arguments: [200, 400, 800, 1200]) func aBriefIsNoLongerThanAsked(_ limit: Int) throws {
        let draft = try #require(BriefWriter().draft(from: SampleMaterial.make(words: limit)))
        #expect(words(draft) <= limit)
        #expect(draft.sections.contains { $0.kind == .overview } && draft.sections.contains { $0.kind == .theme })
        for section in draft.sections { #expect(section.blocks.allSatisfy { !$0.statements.isEmpty } && !section.blocks.isEmpty) }
    }

    @Test func aShortBriefKeepsItsFiguresAndSparesWhatIsSaidAgain() throws {
        let draft = try #require(BriefWriter().draft(from: SampleMaterial.make(words: 560)))
        let figures = draft.sections.flatMap(\.blocks).filter { $0.heading == "In figures" }.flatMap(\.statements)
        #expect(figures.count >= 4)
        #expect(!draft.sections.contains { $0.kind == .takeaways || $0.kind == .conclusion })
        // The sentence that leads a section stays.
        for section in draft.sections where section.kind == .theme { #expect(section.blocks.first?.heading == nil, "\(section.title)") }
    }

    @Test func aLongerBriefSaysMore() throws {
        let counts = try [300, 900, 3000].map { try #require(BriefWriter().draft(from: SampleMaterial.make(words: $0))).statements.count }
        #expect(counts == counts.sorted() && Set(counts).count == 3)
    }

    @Test func aSectionTellsFiguresItsTextHasNotTold() throws {
        let draft = try #require(SampleMaterial.draft)
        let blocks = draft.sections.flatMap { section in section.blocks.map { (section, $0) } }.filter { $0.1.heading == "In figures" }
        #expect(!blocks.isEmpty)
        for (_, block) in blocks {
            #expect(block.style == .bullets)
            for statement in block.statements {
                let isFigure = statement.text.contains(where: \.isNumber) || ["six", "half"].contains { statement.text.contains($0) }
                #expect(isFigure, "\(statement.text)")
            }
        }
        #expect(blocks.contains { $0.1.statements.contains { $0.text.contains("$200 million") } })
    }
}
