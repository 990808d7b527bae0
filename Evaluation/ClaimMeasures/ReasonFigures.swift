import BriefModel
import BriefVerification
public import Figures
import Foundation
import TextAnalysis

/// The set `reasons`: claims that differ from their sources by one thing, each audited as `bigpicture audit` does, with the item's articles as library.
public enum ReasonFigures {
    struct Answer: Sendable {
        let verdict, reason: String
        /// Unicode scalars of the claim.
        let span: Range<Int>?
        let evidence: Set<String>
    }

    /// Each figure is defined in `Evaluation/reasons/README.md`.
    /// - Parameters:
    ///   - data: the folder of the set.
    ///   - every: every Nth item only.
    ///   - show: gets a line for every item whose verdict or reason misses, and one for each code.
    public static func figures(data: String, every: Int = 1, show: (String) -> Void = { _ in }) throws -> [Figure] {
        guard let all = try PackedLines.items(ReasonItem.self, folder: data, name: "") else {
            throw LabelledSetError.incomplete(data, lacking: "dev.jsonl")
        }
        let items = stride(from: 0, to: all.count, by: max(1, every)).map { all[$0] }
        let pairs = zip(items, items.mapOnAllCores(answer)).map { Pair(item: $0, answer: $1) }
        tell(pairs, show)
        let sets = Resampling.groups(pairs, by: \.item.set_id)
        let spans = pairs.compactMap(\.spanF1)
        let faulty = pairs.count { $0.item.range != nil }
        func figure(_ name: String, _ measure: ([Pair]) -> Double) -> [Figure] {
            let interval = Resampling.interval(sets, measure)
            return [Figure(name, measure(pairs)), Figure("\(name).low", interval.lowerBound), Figure("\(name).high", interval.upperBound)]
        }
        return figure("verdict", verdict) + figure("verdict-lenient", lenient) + figure("supported", supported) + figure("reason", reason) + [
            Figure("span", mean(spans)), Figure("span.given", share: spans.count, of: faulty),
            Figure("evidence", mean(pairs.map(\.evidenceF1))),
        ]
    }

    // MARK: Scores

    struct Pair: Sendable {
        let item: ReasonItem
        let answer: Answer

        /// Nil where either has no span.
        var spanF1: Double? {
            guard let wanted = item.range, let given = answer.span else { return nil }
            return Agreement.f1(wanted, given)
        }

        var evidenceF1: Double {
            let wanted = Set(item.evidence)
            return Agreement.f1(both: wanted.intersection(answer.evidence).count, wanted: wanted.count, given: answer.evidence.count)
        }
    }

    static func verdict(_ pairs: [Pair]) -> Double { Agreement.macroF1(wanted: pairs.map(\.item.verdict), given: pairs.map(\.answer.verdict)) }

    /// A verdict that can be defended counts as the one wanted.
    static func lenient(_ pairs: [Pair]) -> Double {
        Agreement.macroF1(
            wanted: pairs.map(\.item.verdict),
            given: pairs.map { $0.item.also_ok.contains($0.answer.verdict) ? $0.item.verdict : $0.answer.verdict })
    }

    static func supported(_ pairs: [Pair]) -> Double {
        100 * Agreement.balancedAccuracy(wanted: pairs.map { $0.item.verdict == "supported" }, given: pairs.map { $0.answer.verdict == "supported" })
    }

    static func reason(_ pairs: [Pair]) -> Double { Agreement.macroF1(wanted: pairs.map(\.item.reason), given: pairs.map(\.answer.reason)) }

    private static func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    // MARK: Answers

    static func answer(_ item: ReasonItem) -> Answer {
        let days = item.articles.map { CalendarDay(iso: $0.date) ?? CalendarDay(daysSince1970: 0) }
        let articles = zip(item.articles, days).map { source, day in
            Article(
                id: ArticleID(source.id), address: source.id, outlet: OutletID(source.outlet), title: "", published: Timestamp(day: day),
                fetched: Timestamp(day: day), language: "en", body: item.lines(of: source).map { (.paragraph, $0.text) })
        }
        let index = EvidenceIndex(articles: articles.map { TextAnalyzer().analyze($0) }, outlets: [:], reprints: [])
        let asOf = Timestamp(day: days.max() ?? CalendarDay(daysSince1970: 0))
        let findings = BriefVerifier(index: index, asOf: asOf).audit(item.claim).findings
        guard let worst = findings.max(by: { severity($0.verdict) < severity($1.verdict) }) else {
            return Answer(verdict: Verdict.notAClaim.rawValue, reason: "", span: nil, evidence: [])
        }
        var evidence: Set<String> = []
        for passage in findings.flatMap(\.evidence).map(\.passage) {
            guard let article = articles.first(where: { $0.id == passage.article }),
                let source = item.articles.first(where: { $0.id == article.id.rawValue })
            else { continue }
            for (line, block) in zip(item.lines(of: source), article.blocks) where block.range.overlaps(passage.range) {
                evidence.insert(line.id)
            }
        }
        return Answer(
            verdict: worst.verdict.rawValue, reason: worst.reasons.first?.inReasonSet ?? "", span: scalars(of: worst, in: item.claim),
            evidence: evidence)
    }

    private static func severity(_ verdict: Verdict) -> Int {
        switch verdict {
        case .notAClaim: 0
        case .supported: 1
        case .partly: 2
        case .unsupported: 3
        case .contradicted: 4
        }
    }

    /// Where the words at fault stand in the claim, in Unicode scalars.
    private static func scalars(of finding: Finding, in claim: String) -> Range<Int>? {
        guard let span = finding.span, let line = claim.utf8.firstRange(of: finding.text.utf8) else { return nil }
        let offset = claim.utf8.distance(from: claim.startIndex, to: line.lowerBound)
        guard let before = claim.slice(utf8: 0..<(offset + span.lowerBound)),
            let inside = claim.slice(utf8: (offset + span.lowerBound)..<(offset + span.upperBound))
        else { return nil }
        let start = before.unicodeScalars.count
        return start..<(start + inside.unicodeScalars.count)
    }

    // MARK: Misses

    private static func tell(_ pairs: [Pair], _ show: (String) -> Void) {
        for pair in pairs where pair.item.verdict != pair.answer.verdict || pair.item.reason != pair.answer.reason {
            let wanted = "\(pair.item.verdict) \(pair.item.reason) \(pair.item.evidence)"
            let lines = pair.item.sentences.map { "\($0.id) \($0.text)" }.joined(separator: "\n      ")
            show(
                "\(pair.item.id): wanted \(wanted), found \(pair.answer.verdict) \(pair.answer.reason) \(pair.answer.evidence.sorted())\n    \(pair.item.claim)\n      \(lines)"
            )
        }
        let wanted = pairs.map(\.item.reason)
        for code in Set(wanted).sorted() {
            let f1 = Agreement.f1(of: code, wanted: wanted, given: pairs.map(\.answer.reason))
            show("\(code): \(Figure("items", Double(wanted.count { $0 == code })).line), \(Figure("F1", f1).line)")
        }
    }
}
