import BriefModel
import BriefVerification
public import Figures
import Foundation
public import Inference

/// The set `reasons`: claims that differ from their sources by one thing, each checked as `bigpicture check` does, beside the item's articles.
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
    ///   - reader: weighed with the rules, if given.
    ///   - every: every Nth item only.
    ///   - show: gets a line for every item whose verdict or reason misses, and one for each code.
    public static func figures(
        data: String, reader: (any EntailmentReader)? = nil, every: Int = 1, show: (String) -> Void = { _ in }
    ) throws -> [Figure] {
        guard let items = try PackedLines.items(ReasonItem.self, folder: data, name: "") else {
            throw LabelledSetError.incomplete(data, lacking: "dev.jsonl")
        }
        let more = URL(filePath: data).appending(path: later)
        let others = FileManager.default.fileExists(atPath: more.path) ? try decoded(more) : []
        return figures(items, reader: reader, every: every, show: show)
            + figures(others, reader: reader, every: every, show: show).map { Figure("more.\($0.name)", $0.value) }
    }

    /// Items written later by the same guidelines, if there are any: their values are named `more.verdict` and so on.
    static let later = "more.jsonl"

    static func decoded(_ file: URL) throws -> [ReasonItem] {
        try PackedLines.lines(of: file).map { try JSONDecoder().decode(ReasonItem.self, from: $0) }
    }

    private static func figures(_ all: [ReasonItem], reader: (any EntailmentReader)?, every: Int, show: (String) -> Void) -> [Figure] {
        guard !all.isEmpty else { return [] }
        let items = stride(from: 0, to: all.count, by: max(1, every)).map { all[$0] }
        let pairs = zip(items, items.mapOnAllCores { answer($0, by: StatementChecker(reader: reader)) }).map { Pair(item: $0, answer: $1) }
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

    static func answer(_ item: ReasonItem, by checker: StatementChecker = StatementChecker()) -> Answer {
        let lines = item.articles.flatMap { source in item.lines(of: source).map { (source, $0) } }
        let source = GivenSource(
            sentences: lines.map(\.1.text), days: lines.map { CalendarDay(iso: $0.0.date) }, outlets: lines.map(\.0.outlet))
        let found = checker.check(item.claim, against: source)
        return Answer(
            verdict: found.verdict.rawValue, reason: found.reasons.first?.inReasonSet ?? "",
            span: found.span.flatMap { scalars(of: $0, in: item.claim) },
            evidence: Set(found.evidence.map { lines[$0].1.id }))
    }

    /// A range of UTF-8 bytes in Unicode scalars.
    private static func scalars(of span: Range<Int>, in claim: String) -> Range<Int>? {
        guard let before = claim.slice(utf8: 0..<span.lowerBound), let inside = claim.slice(utf8: span) else { return nil }
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
