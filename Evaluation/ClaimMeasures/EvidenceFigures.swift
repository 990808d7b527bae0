import BriefVerification
import Figures

/// Evidence apart from verdicts: whether the sentences that decide are among those found, whatever was made of them. Asked of claims for which a
/// collection names at least one set of sentences that is enough; of several sets the one best met counts, as in WiCE (Kamoi et al. 2023).
enum EvidenceFigures {
    /// So many sentences are looked at of a ranking.
    static let first = 5

    /// - `NAME.evidence.f1`, `.precision`, `.recall`: the sentences shown beside the verdict (`StatementChecker.Result.evidence`) against a set, mean over
    ///   claims; the F1 is that of the paper.
    /// - `NAME.evidence.recall@5`: the share of a set among the five sentences nearest to the claim, mean over claims.
    /// - `NAME.evidence.whole@5`: the share of claims of which a whole set is among them.
    /// - Parameter show: gets a line for every claim of which no whole set is among the nearest.
    static func figures(_ judged: [SourcedClaims.Judged], collection name: String, show: (String) -> Void) -> [Figure] {
        var shown = (f1: 0.0, precision: 0.0, recall: 0.0)
        var near = (recall: 0.0, whole: 0.0)
        var count = 0.0
        for one in judged {
            let sets = (one.item.gold ?? []).map(Set.init).filter { !$0.isEmpty }
            guard !sets.isEmpty else { continue }
            count += 1
            let evidence = Set(one.result.evidence)
            func best(_ measure: (Set<Int>) -> Double) -> Double { sets.map(measure).max() ?? 0 }
            shown.f1 += best { Agreement.f1(both: $0.intersection(evidence).count, wanted: $0.count, given: evidence.count) }
            shown.precision += best { evidence.isEmpty ? 0 : Double($0.intersection(evidence).count) / Double(evidence.count) }
            shown.recall += best { share(of: $0, in: evidence) }
            let nearest = Set(one.nearest.prefix(first))
            let met = best { share(of: $0, in: nearest) }
            near.recall += met
            near.whole += met == 1 ? 1 : 0
            if met < 1 { show(line(one, collection: name, met: met)) }
        }
        guard count > 0 else { return [] }
        return [
            Figure("\(name).evidence.f1", shown.f1 / count), Figure("\(name).evidence.precision", shown.precision / count),
            Figure("\(name).evidence.recall", shown.recall / count), Figure("\(name).evidence.recall@\(first)", near.recall / count),
            Figure("\(name).evidence.whole@\(first)", near.whole / count),
        ]
    }

    private static func share(of wanted: Set<Int>, in given: Set<Int>) -> Double { Double(wanted.intersection(given).count) / Double(wanted.count) }

    private static func line(_ one: SourcedClaims.Judged, collection: String, met: Double) -> String {
        let sets = one.item.gold ?? []
        let nearest = one.nearest.prefix(first)
        // Of the shortest set what is not among the nearest.
        let shortest = sets.filter { !$0.isEmpty }.min { $0.count < $1.count } ?? []
        let missed = shortest.filter { !nearest.contains($0) && one.item.sents.indices.contains($0) }.map { one.item.sents[$0].prefix(300) }
        return
            "\(collection) \(one.item.id): \(Figure("evidence", met).line), wanted \(sets.prefix(5)), nearest \(Array(nearest)), shown \(one.result.evidence)\n    \(one.item.claim)\n    \(missed.joined(separator: "\n    "))"
    }
}
