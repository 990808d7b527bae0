import BriefEngine
import BriefModel
import FoundationEssentials

/// What stands behind a figure, for the person who wants to raise it.
public enum Listing: String, CaseIterable, Sendable {
    case stories, audit, control, disputes, brief, facts, articles
}

extension SampleMeasure {
    public static func lines(of listing: Listing, data: String, gold goldFolder: String? = nil) async throws -> [String] {
        let run = try await SampleRun(data: data, gold: try Gold(folder: goldFolder ?? data + "/gold"), asOf: asOf)
        defer { run.discard() }
        switch listing {
        case .stories: return run.storyLines()
        case .audit: return try await run.auditLines(brief: "brief-2026-03-01.txt", lines: run.gold.audit)
        case .control: return try await run.auditLines(brief: "control_brief.txt", lines: run.gold.control)
        case .disputes:
            return run.study.disputes.map {
                "\($0.kind.rawValue)\t\($0.whatDiffers)\n  + \($0.followed.passage.exact)\n  - \($0.notFollowed.passage.exact)\n  \($0.why)"
            }
        case .facts: return run.factLines()
        case .articles: return try run.articleLines()
        case .brief: return run.brief.draft.statements.map { "\($0.id)\t\($0.text)" }
        }
    }
}

extension SampleRun {
    /// The articles on the topic in sentences, a JSON object a line: what a summariser is given.
    func articleLines() throws -> [String] {
        struct Line: Encodable {
            let id: String
            let language: String
            let is_copy: Bool
            let sentences: [String]
        }
        let copies = Set(study.reprints.flatMap(\.copies))
        return try study.onTopic.map { analyzed in
            let line = Line(
                id: analyzed.article.id.rawValue, language: analyzed.article.language, is_copy: copies.contains(analyzed.article.id),
                sentences: analyzed.sentences.map(\.text))
            return String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
        }
    }

    /// Each story with its articles; annotated ones carry the story they belong to.
    func storyLines() -> [String] {
        var wanted: [String: String] = [:]
        for story in gold.stories { for article in story.article_ids { wanted[article] = story.id } }
        let articles = Dictionary(uniqueKeysWithValues: study.onTopic.map { ($0.article.id, $0.article) })
        return study.stories.flatMap { story in
            ["\(story.id) \(story.title)"]
                + story.articles.map { id in
                    let name = goldID[id] ?? ""
                    return
                        "    \(articles[id]?.day.description ?? "") \(wanted[name] ?? "   ") \(articles[id]?.outlet.rawValue ?? ""): \(articles[id]?.title ?? "")"
                }
        } + study.themes.map { "theme \($0.title): \($0.stories.map(\.rawValue).joined(separator: " "))" }
    }

    /// Every line of a brief with our verdict, and the annotated one where there is one.
    func auditLines(brief name: String, lines: [Gold.Line]) async throws -> [String] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: data).appending(path: name)), as: UTF8.self)
        let audited = try await engine.audit(text, asOf: asOf)
        let wanted = Dictionary(lines.map { (Self.normalised($0.text), $0) }, uniquingKeysWith: { first, _ in first })
        return audited.audit.findings.map { finding in
            let gold = wanted[Self.normalised(finding.text)]
            let mark = gold.map { $0.verdict == finding.verdict.rawValue ? "=" : "! \($0.verdict) \($0.reasons)" } ?? "?"
            let evidence = finding.evidence.map { "\n      [\($0.stance.rawValue)] \($0.passage.exact)" }.joined()
            return "\(mark)\t\(finding.verdict.rawValue) \(finding.reasons.map(\.rawValue))\t\(finding.text)\n    \(finding.note)\(evidence)"
        }
    }
}
