import BriefEngine
import BriefModel
import Figures
import FoundationEssentials

extension SampleRun {
    func auditFigures(brief name: String, lines: [Gold.Line], named prefix: String) async throws -> [Figure] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: data).appending(path: name)), as: UTF8.self)
        let audited = try await engine.audit(text, asOf: asOf)
        var findings: [String: Finding] = [:]
        for finding in audited.audit.findings { findings[Self.normalised(finding.text)] = findings[Self.normalised(finding.text)] ?? finding }
        func verdict(_ line: Gold.Line) -> String? { findings[Self.normalised(line.text)]?.verdict.rawValue }

        let contradicted = lines.filter { $0.verdict == "contradicted" }
        let claims = lines.filter { $0.verdict != "not-a-claim" }
        let withReason = lines.count { line in
            guard let finding = findings[Self.normalised(line.text)], finding.verdict.rawValue == line.verdict else { return false }
            return !Set(finding.reasons.map(\.rawValue)).isDisjoint(with: line.reasons)
        }
        let cautionless = lines.filter { $0.reasons.contains(ReasonCode.hedgeLost.rawValue) }
        let backed = claims.filter { !$0.evidence.isEmpty }
        let evidence = backed.count { line in
            let shown = findings[Self.normalised(line.text)]?.evidence ?? []
            return line.evidence.contains { wanted in shown.contains { isSame($0.passage, wanted) } }
        }
        let traceable = backed.filter { line in line.evidence.contains { articles[$0.article] != nil } }
        let named = traceable.count { line in
            let shown = findings[Self.normalised(line.text)]?.evidence ?? []
            return line.evidence.contains { wanted in shown.contains { isFrom($0.passage.article, wanted.article) } }
        }
        return [
            .init("\(prefix).lines-found", share: lines.count { verdict($0) != nil }, of: lines.count),
            .init("\(prefix).exact", share: lines.count { verdict($0) == $0.verdict }, of: lines.count),
            .init("\(prefix).claims-exact", share: claims.count { verdict($0) == $0.verdict }, of: claims.count),
            .init("\(prefix).reason", share: withReason, of: lines.count),
            .init("\(prefix).evidence", share: evidence, of: backed.count),
            // Of the lines annotated with passages of articles that are annotated themselves, those with evidence from one of these: found, if not the sentence.
            .init("\(prefix).evidence-article", share: named, of: traceable.count),
            .init("\(prefix).contradicted-found", share: contradicted.count { verdict($0) == "contradicted" }, of: contradicted.count),
            .init(
                "\(prefix).hedges-dropped", share: cautionless.count { findings[Self.normalised($0.text)]?.namesDroppedCaution == true },
                of: cautionless.count),
            .init("\(prefix).contradicted-called-supported", Double(contradicted.count { verdict($0) == "supported" })),
        ]
    }

    /// What the audit says of sentences put to it as lines of a brief, by sentence.
    func findings(on sentences: [String]) async throws -> [String: Finding] {
        let text = sentences.map { "- \($0)" }.joined(separator: "\n")
        let found = try await engine.audit(text, asOf: asOf).audit.findings
        return Dictionary(found.map { (Self.normalised($0.text), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The annotated sentence, in its article, its origin or (where the article is not annotated) wherever it stands.
    func isSame(_ passage: Passage, _ wanted: Gold.Passage) -> Bool {
        guard passage.exact.contains(wanted.text) || wanted.text.contains(passage.exact) else { return false }
        return goldID[passage.article] == nil || isFrom(passage.article, wanted.article)
    }

    /// The article itself, or one that copies it or is copied by it.
    private func isFrom(_ article: ArticleID, _ wanted: String) -> Bool {
        guard let found = goldID[article] else { return false }
        return found == wanted
            || study.reprints.contains { group in
                let members = ([group.origin] + group.copies).compactMap { goldID[$0] }
                return members.contains(found) && members.contains(wanted)
            }
    }
}
