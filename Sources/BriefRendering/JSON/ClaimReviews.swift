import BriefModel

/// The judged lines of an audit as schema.org ClaimReview in JSON-LD 1.1, for whoever reads fact checks by machine.
///
/// The scale runs from 1, contradicted, over 2, supported in part, to 3, supported. Where nothing was found there is no number: that a library is silent
/// is no degree of truth. Lines that were not judged have no review.
struct ClaimReviews {
    static let worst = 1, best = 3

    private let audit: Audit
    private let sources: [ArticleID: BriefSource]

    init(_ audit: Audit, sources: [ArticleID: BriefSource]) {
        self.audit = audit
        self.sources = sources
    }

    /// Nil where no number is given.
    static func rating(_ verdict: Verdict) -> Int? {
        switch verdict {
        case .supported: best
        case .partly: 2
        case .contradicted: worst
        case .unsupported, .notAClaim, .notChecked: nil
        }
    }

    func write(to json: inout JSONWriter) {
        json.field("@context", "https://schema.org")
        let judged = audit.findings.enumerated().filter { ![.notAClaim, .notChecked].contains($0.element.verdict) }
        json.array("@graph", judged) { json, item in json.object { review(item.element, line: item.offset + 1, to: &$0) } }
    }

    private func review(_ finding: Finding, line: Int, to json: inout JSONWriter) {
        json.field("@type", "ClaimReview")
        json.field("@id", "#line-\(line)")
        if let asOf = audit.asOf { json.field("datePublished", asOf.day.description) }
        json.field("author") { json in
            json.field("@type", "Organization")
            json.field("name", "Big Picture")
            json.field("description", "Judged by a program against a library of articles; nobody has looked at it.")
        }
        json.field("claimReviewed", finding.text)
        json.field("itemReviewed") { json in
            json.field("@type", "Claim")
            json.field("text", finding.text)
            json.field("appearance") { json in
                json.field("@type", "CreativeWork")
                json.field("name", audit.title)
            }
        }
        json.field("reviewRating") { json in
            json.field("@type", "Rating")
            if let rating = ClaimReviews.rating(finding.verdict) {
                json.field("ratingValue", rating)
                json.field("bestRating", ClaimReviews.best)
                json.field("worstRating", ClaimReviews.worst)
            }
            json.field("alternateName", Wording.verdict(finding.verdict).english)
            json.field("ratingExplanation", finding.note)
        }
        let evidence = finding.evidence.filter { sources[$0.passage.article] != nil }
        // A review is found at what it rests on: the passage that decides comes first.
        if let first = evidence.first, let address = sources[first.passage.article]?.address, let link = Link(address: address) {
            json.field("url", link.showing(first.passage.exact).text)
        }
        json.array("citation", evidence) { json, evidence in json.object { cited(evidence, to: &$0) } }
    }

    private func cited(_ evidence: Evidence, to json: inout JSONWriter) {
        json.field("@type", "Article")
        guard let source = sources[evidence.passage.article] else { return }
        json.field("headline", source.title)
        if let link = Link(address: source.address) { json.field("url", link.text) }
        json.field("datePublished", source.day.description)
        json.field("inLanguage", source.language)
        json.field("publisher") { json in
            json.field("@type", "Organization")
            json.field("name", source.outlet.name)
        }
        json.field("text", evidence.passage.exact)
        json.field("abstract", Wording.stance(evidence.stance).english)
    }
}
