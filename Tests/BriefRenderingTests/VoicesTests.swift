import BriefModel
import FoundationEssentials
import Testing

@testable import BriefRendering

@Suite("Who is behind a brief") struct VoicesTests {
    private func counts(_ brief: Brief) -> VoiceCounts { VoiceCounts(brief, references: References(brief)) }

    @Test("every statement of a section counts once, by outlets and origins") func sections() throws {
        let brief = try SampleBrief.make()
        let counts = counts(brief)
        for (row, section) in zip(counts.sections, brief.draft.sections) {
            let statements = section.blocks.flatMap(\.statements)
            #expect(row.title.english == section.title && row.total == statements.count)
            #expect(row.passedOn == statements.count { $0.corroboration.sharesOneOrigin })
            #expect(row.single == statements.count { $0.corroboration.outlets.count < 2 })
            #expect(row.disputed == statements.count { !$0.dissent.isEmpty })
        }
    }

    @Test("what is known of no outlet is not shown; what is known of some names the rest") func traits() throws {
        let counts = counts(try SampleBrief.make())
        #expect(counts.groups.map(\.title.english) == ["Kind of outlet", "Language", "Country"])
        #expect(counts.groups.last?.shares.map(\.label.english) == ["United States", "not known"])
        let languages = try #require(counts.groups.dropFirst().first?.shares)
        #expect(Set(languages.map(\.label.english)) == ["English", "French", "German", "Chinese"])
    }

    @Test("each bar is said in words beside it, on the page, in Markdown and in DOCX") func words() throws {
        let brief = try SampleBrief.make()
        let forms = [render(brief, as: .html), render(brief, as: .markdown), wordDocument(brief)].map { String(decoding: $0, as: UTF8.self) }
        for row in counts(brief).sections { for form in forms { #expect(form.contains(row.words.english)) } }
        #expect(forms[0].contains("<a href=\"#voices\">Who says it</a>"))
    }

    @Test("bars of a section fill no more than the width") func widths() throws {
        var html = HTMLWriter()
        VoicesPicture(counts: counts(try SampleBrief.make())).write(to: &html)
        let page = String(decoding: html.bytes, as: UTF8.self)
        for list in page.components(separatedBy: "<li>").dropFirst() {
            let widths = list.components(separatedBy: "<rect ").dropFirst().compactMap { rect in
                rect.components(separatedBy: "width=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "%" }) }
            }
            #expect(!widths.isEmpty && widths.reduce(0, +) <= 100.2)
        }
    }
}
