import BriefModel
import Foundation
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
        #expect(audit.headline.english == "1 of 4 claims holds; 1 is contradicted")
        #expect(Audit(title: "", findings: [], articlesSearched: 0, firstDay: nil, lastDay: nil).headline.english == "Nothing here can be checked")
    }

    @Test("reasons are words", arguments: ReasonCode.allCases) func reasons(code: ReasonCode) {
        #expect(code == .ok ? Wording.reason(code) == nil : Wording.reason(code)?.english.isEmpty == false)
    }

    @Test("the bar is drawn without inline style, which the page's policy forbids") func bar() throws {
        let page = try text(.html)
        #expect(page.contains("<rect class=\"contradicted\"") && !page.contains(" style=\""))
    }
}

@Suite("Claim reviews") struct ClaimReviewTests {
    @Test("every judged line is reviewed on the scale the schema documents, and silence is no grade") func scale() throws {
        let (audit, sources) = try SampleBrief.audit()
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(render(audit, sources: sources, as: .json))) as? [String: Any])
        let reviews = try #require((document["claim_reviews"] as? [String: Any])?["@graph"] as? [[String: Any]])
        #expect(reviews.count == audit.claimCount)
        for review in reviews {
            #expect(review["@type"] as? String == "ClaimReview")
            let rating = try #require(review["reviewRating"] as? [String: Any])
            let name = try #require(rating["alternateName"] as? String)
            let expected: [String: Int] = ["Supported": 3, "Partly": 2, "Contradicted": 1]
            #expect(rating["ratingValue"] as? Int == expected[name])
            if let cited = (review["citation"] as? [[String: Any]])?.first { #expect(cited["url"] is String && cited["text"] is String) }
        }
        #expect(reviews.contains { ($0["url"] as? String)?.contains("#:~:text=") == true }, "a review leads to its passage")
    }
}

@Suite("Measured rates") struct MeasuredRateTests {
    @Test("a page claims what the floors enforce, neither more nor less", arguments: MeasuredRate.all.indices) func floors(place: Int) throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Evaluation/floors.json"))
        let floors = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rate = MeasuredRate.all[place]
        var group = floors[rate.floor.group] as? [String: Any]
        if let set = rate.floor.set { group = ((floors["sets"] as? [String: Any])?[set] as? [String: Any])?[rate.floor.group] as? [String: Any] }
        let floor = try #require((group?[rate.floor.name] as? NSNumber)?.doubleValue, "\(rate.floor.name)")
        let percent = rate.isCount || floor > 1 ? floor : floor * 100
        #expect(Int((percent + 0.001).rounded(.down)) == rate.value, "\(rate.floor.name): the floor is \(floor)")
    }
}
