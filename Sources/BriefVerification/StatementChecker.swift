public import BriefModel
import TextAnalysis

/// Checks one statement against the sentences given, and nothing else.
public struct StatementChecker: Sendable {
    public struct Result: Sendable {
        public let verdict: Verdict
        /// 0 … 1: how far the sentences bear the claim out, 0.5 in the middle. It runs smoothly and knows no reasons; the verdict is the stricter of the two.
        public let score: Double
        public let reasons: [ReasonCode]
        /// Indices of the sentences that decide, best first.
        public let evidence: [Int]
        /// The words at fault: UTF-8 byte range in the claim.
        public let span: Range<Int>?
    }

    /// Neither claim nor sentences are dated: the same day on both sides makes "12 November" one day in both.
    private static let nominal = Timestamp(secondsSince1970: 1_751_328_000)

    public init() {}

    public func check(_ claim: String, sentences: [String]) -> Result {
        let article = Article(
            id: "given", address: "", outlet: "given", title: "", published: Self.nominal, fetched: Timestamp(secondsSince1970: 0), language: "en",
            body: sentences.map { (.paragraph, $0.isEmpty ? " " : $0) })
        let index = EvidenceIndex(articles: [TextAnalyzer().analyze(article)], outlets: [:], reprints: [])
        let judge = Judge(index: index)
        let parts = TextAnalyzer().sentences(in: claim, day: Self.nominal.day)
        let judgements = parts.map { judge.judge(Assertion($0, index: index), among: Array(index.entries.indices)) }
        guard let worst = judgements.indices.min(by: { judgements[$0].score < judgements[$1].score }) else {
            return Result(verdict: .unsupported, score: 0, reasons: [.noEvidence], evidence: [], span: nil)
        }
        let found = judgements[worst]
        var evidence: [Int] = []
        for witness in judgements.flatMap(\.witnesses) {
            let block = index.entries[witness.entry].reading.sentence.block
            if !evidence.contains(block) { evidence.append(block) }
        }
        let offset = parts[worst].range.lowerBound
        return Result(
            verdict: found.verdict, score: score(of: judgements), reasons: found.reasons, evidence: evidence,
            span: found.span.map { ($0.lowerBound + offset)..<($0.upperBound + offset) })
    }

    /// Bearing at which a claim is as likely to hold as not: .60, on a plateau from .59 to .64 over nine public sets.
    private static let middle = 0.6

    private func score(of judgements: [Judgement]) -> Double {
        let bearings = judgements.map(\.bearing)
        guard let lowest = bearings.min() else { return 0 }
        let mean = bearings.reduce(0, +) / Double(bearings.count)
        let bearing = ((mean + lowest) / 2).clamped(to: 0...1)
        let scaled = bearing < Self.middle ? 0.5 * bearing / Self.middle : 0.5 + 0.5 * (bearing - Self.middle) / (1 - Self.middle)
        // What a passage says otherwise is never as good as even.
        return judgements.contains { $0.verdict == .contradicted } ? min(scaled, 0.45) : scaled
    }
}
