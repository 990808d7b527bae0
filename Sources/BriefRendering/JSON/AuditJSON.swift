import BriefModel

/// An audit as JSON, after Documentation/audit.schema.json.
struct AuditJSON {
    let audit: Audit
    let sources: [ArticleID: BriefSource]
    let notice: String?

    init(_ audit: Audit, sources: [ArticleID: BriefSource], notice: String?) {
        self.audit = audit
        self.sources = sources
        self.notice = notice
    }

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("format", "bigpicture.audit/1")
            json.field("title", audit.title)
            if let notice { json.field("notice", notice) }
            json.field("as_of", audit.asOf?.description)
            json.field("articles_searched", audit.articlesSearched)
            json.field("first_day", audit.firstDay?.description)
            json.field("last_day", audit.lastDay?.description)
            json.field("counts") { json in
                json.field("supported", audit.count(.supported))
                json.field("partly", audit.count(.partly))
                json.field("unsupported", audit.count(.unsupported))
                json.field("contradicted", audit.count(.contradicted))
                json.field("not-a-claim", audit.count(.notAClaim))
                json.field("not-checked", audit.count(.notChecked))
            }
            json.field("citation_counts") { json in
                for outcome in CitationCheck.Outcome.allCases { json.field(AuditJSON.key(outcome), audit.citations(outcome)) }
            }
            json.field("remarks", audit.remarks)
            json.array("measured_rates", MeasuredRate.all) { json, rate in
                json.object { json in
                    json.field("name", rate.floor.set.map { $0 + "." + rate.floor.name } ?? rate.floor.name)
                    json.field(rate.isCount ? "lines_at_most" : "percent_at_least", rate.value)
                    json.field("meaning", rate.meaning.english)
                }
            }
            json.array("statements", audit.findings) { json, finding in json.object { statement(finding, to: &$0) } }
            json.field("claim_reviews", object: ClaimReviews(audit, sources: sources).write)
        }
        json.newline()
        return json.bytes
    }

    private func statement(_ finding: Finding, to json: inout JSONWriter) {
        json.field("text", finding.text)
        json.field("verdict", finding.verdict.rawValue)
        json.field("reasons", finding.reasons.map(\.rawValue))
        json.field("span", finding.span)
        json.field("note", finding.note)
        json.array("evidence", finding.evidence) { json, evidence in json.object { write(evidence, to: &$0) } }
        json.array("citations", finding.citations) { json, check in
            json.object { json in
                json.field("mark", check.mark)
                json.field("target", check.target)
                json.field("articles", check.articles.map(\.rawValue))
                json.field("outcome", check.outcome.rawValue)
            }
        }
        json.field("also_saying", finding.alsoSaying.map(\.name))
        json.field("settling", finding.settling)
        json.credibility(finding.credibility { sources[$0]?.outlet }, of: finding.text)
    }

    private static func key(_ outcome: CitationCheck.Outcome) -> StaticString {
        switch outcome {
        case .supports: "cited-supports"
        case .supportsPartly: "cited-supports-partly"
        case .contradicts: "cited-contradicts"
        case .anotherSupports: "another-supports"
        case .noneSupports: "none-supports"
        case .notHeld: "cited-not-held"
        case .leadsNowhere: "leads-nowhere"
        case .notChecked: "not-checked"
        }
    }

    private func write(_ evidence: Evidence, to json: inout JSONWriter) {
        let source = sources[evidence.passage.article]
        json.field("article", evidence.passage.article.rawValue)
        json.field("version", evidence.passage.version)
        json.field("outlet", source?.outlet.name)
        json.field("title", source?.title)
        json.field("day", source?.day.description)
        json.field("address", source?.address)
        json.field("range", evidence.passage.range)
        json.field("exact", evidence.passage.exact)
        json.field("page", evidence.passage.page)
        json.field("stance", evidence.stance.rawValue)
        json.field("marked", evidence.marked)
    }
}
