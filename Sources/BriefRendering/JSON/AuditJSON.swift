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
            json.field("articles_searched", audit.articlesSearched)
            json.field("first_day", audit.firstDay?.description)
            json.field("last_day", audit.lastDay?.description)
            json.field("counts") { json in
                json.field("supported", audit.count(.supported))
                json.field("partly", audit.count(.partly))
                json.field("unsupported", audit.count(.unsupported))
                json.field("contradicted", audit.count(.contradicted))
                json.field("not-a-claim", audit.count(.notAClaim))
            }
            json.array("statements", audit.findings) { json, finding in json.object { statement(finding, to: &$0) } }
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
