import BriefModel

/// A brief as JSON, after Documentation/brief.schema.json.
struct BriefJSON {
    let brief: Brief
    let references: References
    let notice: String?
    let marking: TrafficLight?

    init(_ brief: Brief, notice: String?, marking: TrafficLight? = nil) {
        self.brief = brief
        references = References(brief)
        self.notice = notice
        self.marking = marking
    }

    func document() -> [UInt8] {
        let draft = brief.draft
        var json = JSONWriter()
        json.object { json in
            json.field("format", "bigpicture.brief/1")
            json.field("title", draft.title)
            json.field("topic", draft.topic)
            json.field("series", draft.series)
            json.field("as_of", brief.asOf.description)
            if let marking { json.field("marking", marking.label) }
            if let notice { json.field("notice", notice) }
            json.field("counts", object: counts)
            delta(to: &json)
            wording(to: &json)
            json.field("headline") { statement(draft.headline, to: &$0) }
            json.array("deck", draft.deck) { json, item in json.object { statement(item, to: &$0) } }
            json.array("sections", draft.sections) { json, item in json.object { section(item, to: &$0) } }
            json.array("timeline", draft.timeline) { json, item in
                json.object { json in
                    json.field("day", item.day.description)
                    json.field("statement") { statement(item.statement, to: &$0) }
                }
            }
            json.array("disputes", draft.disputes) { json, item in json.object { dispute(item, to: &$0) } }
            json.array("sources", brief.sources) { json, item in json.object { source(item, to: &$0) } }
            json.array("outlets", OutletRecord.all(in: brief, references)) { json, item in json.object { outlet(item, to: &$0) } }
            json.array("unread", brief.unread) { json, item in json.object { unread(item, to: &$0) } }
        }
        json.newline()
        return json.bytes
    }

    private func counts(to json: inout JSONWriter) {
        json.field("statements", references.statements.count)
        json.field("articles_read", brief.counts.articlesRead)
        json.field("articles_on_topic", brief.counts.articlesOnTopic)
        json.field("articles_studied", brief.counts.articlesStudied)
        json.field("reprints_folded", brief.counts.reprintsFolded)
        json.field("outlets", brief.counts.outlets)
        json.field("stories", brief.counts.stories)
        json.field("statements_dropped", brief.counts.statementsDropped)
    }

    private func section(_ section: Section, to json: inout JSONWriter) {
        json.field("kind", section.kind.rawValue)
        json.field("title", section.title)
        json.array("blocks", section.blocks) { json, block in
            json.object { json in
                json.field("heading", block.heading)
                json.field("style", block.style.rawValue)
                json.array("statements", block.statements) { json, item in json.object { statement(item, to: &$0) } }
            }
        }
    }

    private func statement(_ statement: Statement, to json: inout JSONWriter) {
        json.field("number", references.number(of: statement))
        json.field("id", statement.id.rawValue)
        json.field("text", statement.text)
        json.field("story", statement.story?.rawValue)
        change(of: statement, to: &json)
        json.field("outlets", statement.corroboration.outlets.map(\.rawValue))
        json.field("origins", statement.corroboration.origins)
        json.credibility(references.credibility(statement), of: statement.text)
        json.array("citations", statement.citations) { json, item in json.object { citation(item, to: &$0) } }
        json.array("dissent", statement.dissent) { json, item in
            json.object { json in
                json.field("why", item.why)
                json.field("citation") { citation(item.citation, to: &$0) }
            }
        }
        if let finding = brief.findings[statement.id] {
            json.field("finding") { json in
                json.field("verdict", finding.verdict.rawValue)
                json.field("reasons", finding.reasons.map(\.rawValue))
                json.field("note", finding.note)
            }
        }
    }

    private func citation(_ citation: Citation, to json: inout JSONWriter) {
        json.field("source", references.source(citation.passage.article)?.number ?? 0)
        passage(citation.passage, to: &json)
        json.field("marked", citation.marked)
        json.field("outlet", citation.outlet.rawValue)
        json.field("day", citation.day.description)
        json.field("language", citation.language)
        json.field("reprinted_by", citation.reprintedBy.map(\.rawValue))
    }

    func passage(_ passage: Passage, to json: inout JSONWriter) {
        json.field("article", passage.article.rawValue)
        json.field("version", passage.version)
        json.field("range", passage.range)
        json.field("exact", passage.exact)
        json.field("page", passage.page)
    }

    private func dispute(_ dispute: Dispute, to json: inout JSONWriter) {
        json.field("kind", dispute.kind.rawValue)
        json.field("what_differs", dispute.whatDiffers)
        json.field("why", dispute.why)
        json.field("followed") { claim(dispute.followed, to: &$0) }
        json.field("not_followed") { claim(dispute.notFollowed, to: &$0) }
    }

    private func claim(_ claim: Claim, to json: inout JSONWriter) {
        json.field("source", references.source(claim.passage.article)?.number ?? 0)
        passage(claim.passage, to: &json)
        json.field("claimant", claim.claimant)
        json.field("modality", claim.modality.rawValue)
        json.field("affirmed", claim.isAffirmed)
    }

    private func source(_ source: BriefSource, to json: inout JSONWriter) {
        json.field("number", source.number)
        json.field("article", source.article.rawValue)
        json.field("title", source.title)
        json.field("outlet", source.outlet.id.rawValue)
        json.field("outlet_name", source.outlet.name)
        json.field("address", source.address)
        json.field("day", source.day.description)
        json.field("language", source.language)
        json.field("reprinted_by", source.reprintedBy.map(\.rawValue))
        if let wishes = source.wishes { json.field("wishes") { self.wishes(wishes, to: &$0) } }
    }

    private func wishes(_ wishes: UsageWishes, to json: inout JSONWriter) {
        json.field("directives", wishes.directives.map(\.rawValue))
        if let longest = wishes.longestSnippet { json.field("longest_snippet", longest) }
        if let reserves = wishes.reservesMining { json.field("reserves_mining", reserves) }
        json.field("mining_policy", wishes.miningPolicy)
        json.field("licences", wishes.licences)
        json.field("in_words", wishes.inWords)
    }

    private func outlet(_ record: OutletRecord, to json: inout JSONWriter) {
        json.field("id", record.outlet.id.rawValue)
        json.field("name", record.outlet.name)
        json.field("kind", record.outlet.kind.rawValue)
        json.field("country", record.outlet.country)
        json.field("owner_group", record.outlet.ownerGroup)
        json.field("reliability", record.outlet.reliability?.rawValue)
        json.field("reports_cited", record.reports)
        json.field("statements", record.statements)
        json.field("not_followed", record.notFollowed)
        json.field("reprints", record.reprints)
    }

    private func unread(_ failure: SourceFailure, to json: inout JSONWriter) {
        json.field("address", failure.address)
        json.field("reason", failure.reason)
        json.field("since", failure.since.description)
        json.field("refusal", failure.isRefusal)
    }
}
