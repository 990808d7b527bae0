import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    /// How many independent outlets stand behind a claim: among the pages that are annotated as saying it, as the study counts them; and of itself, as
    /// the audit names them when the claim is put to it as a line.
    func corroborationFigures(show: (String) -> Void) async throws -> [Figure] {
        let entries = gold.corroboration
        let findings = try await findings(on: entries.map(sentence))
        var counted = 0
        var audited = 0
        var found = 0
        for entry in entries {
            let pages = entry.article_ids.compactMap { articles[$0]?.id }
            let count = pages.count == entry.article_ids.count ? study.houses(pages).count : nil
            if count == entry.independent_count { counted += 1 } else { show("counted \(entry.id)\t\(count ?? 0), not \(entry.independent_count)") }
            let finding = findings[Self.normalised(sentence(entry))]
            let named = finding.map(outletsNamed) ?? []
            found += named.intersection(entry.independent_outlets).count
            if named.count == entry.independent_count {
                audited += 1
            } else {
                let wanted = entry.independent_outlets.sorted().joined(separator: ", ")
                show("audited \(entry.id)\t\(finding?.verdict.rawValue ?? "no finding")\t\(entry.claim)\n    \(named.sorted()), not \(wanted)")
            }
        }
        return [
            .init("corroboration.exact", share: counted, of: entries.count),
            .init("corroboration.audited-exact", share: audited, of: entries.count),
            .init("corroboration.audited-outlets", share: found, of: entries.reduce(0) { $0 + $1.independent_outlets.count }),
        ]
    }

    private func sentence(_ entry: Gold.Corroboration) -> String { entry.claim.hasSuffix(".") ? entry.claim : entry.claim + "." }

    /// The outlets that bear a line out, as they are annotated; of a reprint its origin's.
    private func outletsNamed(_ finding: Finding) -> Set<String> {
        let outletOf = Dictionary(gold.articles.map { ($0.id, $0.outlet) }, uniquingKeysWith: { first, _ in first })
        let known = Dictionary(articles.map { ($0.value.outlet, outletOf[$0.key] ?? "") }, uniquingKeysWith: { first, _ in first })
        let shown = finding.evidence.filter { $0.stance == .supports }.compactMap { goldID[$0.passage.article].flatMap { outletOf[$0] } }
        return Set(shown + finding.alsoSaying.compactMap { known[$0.id] })
    }
}
