import BriefModel
import FoundationEssentials
import Testing

@testable import BriefRendering

@Suite("How far apart figures are") struct FigureRangesTests {
    private func ranges(_ brief: Brief) -> FigureRanges { FigureRanges(brief, references: References(brief)) }

    @Test("each dispute of figures is told by who says what, and what is no figure is left out") func voices() throws {
        let brief = try SampleBrief.make()
        let spreads = ranges(brief).scales.flatMap(\.spreads)
        #expect(!spreads.isEmpty && spreads.count == brief.disputeGroups.count { group in group.disputes.contains { Strip.differing($0) != nil } })
        for spread in spreads {
            #expect(spread.voices.map(\.value) == spread.voices.map(\.value).sorted())
            #expect(spread.voices.count { $0.standing == .followed } == 1)
            #expect(spread.voices.allSatisfy { $0.source != nil })
        }
    }

    @Test("figures of one unit share a scale, which begins at zero") func scales() throws {
        let brief = try SampleBrief.make { draft in
            guard let countries = draft.disputes.first(where: { $0.whatDiffers.contains("countries that signed") }) else { return }
            let more = Dispute(
                kind: .disagreement, followed: countries.notFollowed, notFollowed: countries.followed,
                whatDiffers: countries.whatDiffers, why: "Nobody knows.")
            draft.disputes.append(more)
        }
        let scale = try #require(ranges(brief).scales.first { $0.unit.english == "Countries that signed" })
        #expect(scale.spreads.count == 2 && scale.least == 0 && scale.greatest == 35)
        #expect(Set(ranges(brief).scales.map(\.unit.english)).count == ranges(brief).scales.count)
    }

    @Test("all that is drawn is said: in the picture's description, the table, Markdown and DOCX") func words() throws {
        let brief = try SampleBrief.make()
        let page = String(decoding: render(brief, as: .html), as: UTF8.self)
        let others = [render(brief, as: .markdown), wordDocument(brief)].map { String(decoding: $0, as: UTF8.self) }
        #expect(page.contains("<a href=\"#ranges\">\(FigureRanges.title.english)</a>"))
        let picture = try #require(page.components(separatedBy: "id=\"ranges\"").last?.components(separatedBy: "</section>").first)
        for scale in ranges(brief).scales {
            #expect(picture.contains("<title id=\"range-1-title\">"))
            for voice in scale.spreads.flatMap(\.voices) {
                #expect(picture.contains("; \(voice.standing.phrase.english))") && picture.contains("<td class=\"num\">\(voice.figure)</td>"))
                for form in others { #expect(form.contains("\(voice.figure) (")) }
            }
        }
    }

    @Test("a brief without disputed figures has no such part") func none() throws {
        let brief = try SampleBrief.make { $0.disputes.removeAll() }
        #expect(!String(decoding: render(brief, as: .html), as: UTF8.self).contains("id=\"ranges\""))
        #expect(!String(decoding: render(brief, as: .markdown), as: UTF8.self).contains(FigureRanges.title.english))
    }
}
