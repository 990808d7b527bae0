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

    private let opinion: SecondOpinion.Asking?

    /// - Parameter opinion: asked where the rules alone are not sure; see `SecondOpinion`.
    public init(opinion: SecondOpinion.Asking? = nil) { self.opinion = opinion }

    public func check(_ claim: String, sentences: [String]) -> Result { check(claim, against: GivenSource(sentences: sentences)) }

    public func check(_ claim: String, against source: GivenSource) -> Result {
        let index = source.index
        let closed = SpacedText(claim, isSpaced: source.isSpaced || SpacedText.isSpaced(claim))
        let judge = Judge(index: index)
        let parts = TextAnalyzer().sentences(in: closed.text, day: source.day).filter { !$0.tokens.isEmpty }
        let judgements = parts.map { part in
            var judgement = judge.judge(Assertion(part, index: index), among: Array(index.entries.indices))
            if let opinion, let said = opinion(part.text, window(judgement, source)) { judgement.weigh(said) }
            return judgement
        }
        guard source.count > 0, let worst = judgements.indices.min(by: { judgements[$0].score < judgements[$1].score }) else {
            return Result(verdict: .unsupported, score: 0, reasons: [.noEvidence], evidence: [], span: nil)
        }
        var evidence: [Int] = []
        for witness in judgements[worst].witnesses + judgements.flatMap(\.witnesses) {
            let place = source.place(of: witness.entry)
            if !evidence.contains(place) { evidence.append(place) }
        }
        let offset = parts[worst].range.lowerBound
        return Result(
            verdict: judgements[worst].verdict, score: score(of: judgements), reasons: judgements[worst].reasons, evidence: evidence,
            span: judgements[worst].span.map { closed.given(($0.lowerBound + offset)..<($0.upperBound + offset)) })
    }

    /// The sentences a second judge reads: those that decide, in their order, each with the one before it.
    private func window(_ judgement: Judgement, _ source: GivenSource) -> [String] {
        let entries = source.index.entries
        let chosen = judgement.witnesses.prefix(3).flatMap { [$0.entry - 1, $0.entry] }.filter { entries.indices.contains($0) }
        return Set(chosen).sorted().map { entries[$0].reading.sentence.text }
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
