import BriefModel
import Testing

@testable import BriefRendering

@Suite("Audit") struct AuditTests {
    private func text(_ format: BriefFormat) throws -> String {
        let (audit, sources) = try SampleBrief.audit()
        return String(decoding: render(audit, sources: sources, as: format), as: UTF8.self)
    }

    @Test("verdict is word, sign and line style, never colour alone") func verdicts() throws {
        let page = try text(.html)
        for (name, word) in [
            ("supported", "Supported"), ("partly", "Partly"), ("unsupported", "No support found"), ("contradicted", "Contradicted"),
            ("notclaim", "Not a claim"),
        ] {
            #expect(page.contains("<article class=\"row \(name)"))
            #expect(page.contains("<use href=\"#v-\(name)\"/></svg>\(word)</span>"))
        }
    }

    @Test("where the words at fault are known, only they are underlined") func fault() throws {
        #expect(try text(.html).contains("MatX show the rise of <span>China’s domestic chip ecosystem</span>."))
        #expect(try text(.markdown).contains("rise of **China’s domestic chip ecosystem**."))
    }

    @Test("a passage that says otherwise is labelled so") func stance() throws {
        #expect(try text(.html).contains("</svg>Says otherwise</p><blockquote dir=\"auto\">MatX is a <mark>United States company</mark>"))
    }

    @Test("the headline is figures only") func headline() throws {
        let (audit, _) = try SampleBrief.audit()
        #expect(audit.headline == "1 of 4 claims holds; 1 is contradicted")
        #expect(Audit(title: "", findings: [], articlesSearched: 0, firstDay: nil, lastDay: nil).headline == "Nothing here can be checked")
    }

    @Test("reasons are words", arguments: ReasonCode.allCases) func reasons(code: ReasonCode) {
        #expect(code == .ok ? Wording.reason(code) == nil : Wording.reason(code)?.isEmpty == false)
    }

    @Test("the bar is drawn without inline style, which the page's policy forbids") func bar() throws {
        let page = try text(.html)
        #expect(page.contains("<rect class=\"contradicted\"") && !page.contains(" style=\""))
    }
}
