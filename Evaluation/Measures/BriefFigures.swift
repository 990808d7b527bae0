import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    func briefFigures() -> [Figure] {
        let statements = brief.draft.statements
        let stored = Dictionary(uniqueKeysWithValues: study.onTopic.map { ($0.article.id, $0.article) })
        let citations = statements.flatMap { $0.citations + $0.dissent.map(\.citation) }
        let broken = citations.count { citation in stored[citation.passage.article].map(citation.passage.holds) != true }
        let copies = Set(study.reprints.flatMap(\.copies))
        let offTopic = Set(gold.articles.filter { !$0.on_topic }.map(\.id))
        return [
            .init("brief.statements", Double(statements.count)),
            .init("brief.dropped", Double(brief.counts.statementsDropped)),
            .init("brief.unverified", Double(statements.count { brief.findings[$0.id]?.verdict != .supported })),
            .init("brief.without-passage", Double(statements.count(where: \.citations.isEmpty))),
            .init("brief.broken-passages", Double(broken)),
            .init("brief.outlets", Double(Set(statements.flatMap(\.citations).map(\.outlet)).count)),
            .init("brief.sources", Double(brief.sources.count)),
            .init("brief.copies-cited", Double(Set(statements.flatMap(\.citations).map(\.passage.article)).intersection(copies).count)),
            .init("brief.off-topic-cited", Double(brief.sources.count { goldID[$0.article].map(offTopic.contains) == true })),
            .init("brief.disputes", Double(brief.draft.disputes.count)),
            .init("brief.corrections", Double(brief.draft.disputes.count { $0.kind == .corrected })),
            .init("brief.sections", Double(brief.draft.sections.count)),
        ]
    }
}
