import BriefModel
import FoundationEssentials
import Testing

@testable import BriefRendering

/// A reader who looks a quotation up in a printed report needs its page.
@Suite("Pages of printed sources") struct PrintedSourceTests {
    /// The sample brief, with its first statement resting on a report's page, or on none.
    private func brief(page: String?) throws -> Brief {
        try SampleBrief.make { draft in
            draft.headline = SampleBrief.statement("headline", draft.headline.text, draft.headline.citations.map { $0.on(page: page) })
        }
    }

    private func text(_ format: BriefFormat, page: String? = "xii") throws -> String {
        String(decoding: render(try brief(page: page), as: format), as: UTF8.self)
    }

    @Test("the terminal tells it with the outlet and the day") func terminal() throws {
        #expect(try text(.terminal).contains("28 Feb, p. xii, source 1."))
    }

    @Test("Markdown tells it in the footnote") func markdown() throws {
        #expect(try text(.markdown).contains("28 Feb, p. xii."))
    }

    @Test("HTML tells it under the quotation, as text whatever it holds") func html() throws {
        #expect(try text(.html).contains("</time>, p. xii<"))
        #expect(try text(.html, page: "<b>").contains("p. &lt;b&gt;"))
    }

    @Test("JSON has it as a field") func json() throws {
        #expect(try text(.json).components(separatedBy: "\"page\": \"xii\"").count == 2)
    }

    @Test("what has no pages shows none", arguments: [BriefFormat.terminal, .markdown, .html]) func none(format: BriefFormat) throws {
        #expect(try !text(format, page: nil).contains(" p. "))
        #expect(try text(.json, page: nil).contains("\"page\": null"))
    }

    @Test("an audit tells it of its evidence in every format") func audit() throws {
        let sample = try SampleBrief.audit()
        let findings = sample.audit.findings.map { finding in
            Finding(
                text: finding.text, verdict: finding.verdict, reasons: finding.reasons, note: finding.note,
                evidence: finding.evidence.map {
                    Evidence(passage: $0.passage.on(page: "7"), stance: $0.stance, marked: $0.marked, score: $0.score)
                })
        }
        let audit = Audit(title: "", findings: findings, articlesSearched: 1, firstDay: nil, lastDay: nil)
        for (format, words) in [(BriefFormat.terminal, ", p. 7\n"), (.markdown, ", p. 7."), (.html, "</time>, p. 7<"), (.json, "\"page\": \"7\"")] {
            #expect(String(decoding: render(audit, sources: sample.sources, as: format), as: UTF8.self).contains(words), "\(format)")
        }
    }
}

extension Passage {
    fileprivate func on(page: String?) -> Passage { Passage(article: article, version: version, range: range, exact: exact, page: page) }
}

extension Citation {
    fileprivate func on(page: String?) -> Citation {
        Citation(passage: passage.on(page: page), marked: marked, outlet: outlet, day: day, reprintedBy: reprintedBy, language: language)
    }
}
