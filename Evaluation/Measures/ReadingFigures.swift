import BriefEngine
import BriefModel
import Figures
import Ingestion

extension SampleRun {
    func readingFigures() -> [Figure] {
        let evidence = gold.evidence
        let verbatim = evidence.count { passage in
            // An article that is not annotated itself is known by holding the sentence.
            articles[passage.article].map { $0.text.contains(passage.text) } ?? texts.contains { $0.contains(passage.text) }
        }
        let titles = gold.articles.count { entry in articles[entry.id].map { $0.title == entry.title } == true }
        let languages = gold.articles.count { entry in articles[entry.id]?.language == entry.language }
        let days = gold.articles.count { entry in entry.date.map { articles[entry.id]?.published?.day.description == String($0.prefix(10)) } ?? true }
        return [
            .init("reading.articles", Double(study.articlesRead)),
            .init("reading.found", share: articles.count, of: gold.articles.count),
            .init("reading.forbidden-requests", Double(requested.count { $0.contains("/exclusive/") })),
            .init("reading.refusals-shown", Double(report.failures.count(where: \.isRefusal))),
            .init("reading.failures", Double(report.failures.count { !$0.isRefusal })),
            .init("reading.evidence-verbatim", share: verbatim, of: evidence.count),
            .init("reading.title", share: titles, of: gold.articles.count),
            .init("reading.language", share: languages, of: gold.articles.count),
            .init("reading.day", share: days, of: gold.articles.count),
        ]
    }

    func relevanceFigures() -> [Figure] {
        let kept = Set(study.onTopic.map(\.article.id))
        let wanted = gold.articles.filter(\.on_topic)
        let unwanted = gold.articles.filter { !$0.on_topic }
        return [
            .init("relevance.recall", share: wanted.count { articles[$0.id].map { kept.contains($0.id) } == true }, of: wanted.count),
            .init("relevance.off-topic-kept", Double(unwanted.count { articles[$0.id].map { kept.contains($0.id) } == true })),
        ]
    }
}
