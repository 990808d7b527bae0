public import BriefModel
public import Inference
import TextAnalysis

/// Checks statements against the sentences given, and nothing else.
public struct StatementChecker: Sendable {
    public struct Result: Sendable {
        public let verdict: Verdict
        /// 0 … 1: how likely the sentences bear the claim out. It runs smoothly and knows no reasons; the verdict is the stricter of the two.
        public let score: Double
        public let reasons: [ReasonCode]
        /// Indices of the sentences that decide, best first.
        public let evidence: [Int]
        /// The words at fault: UTF-8 byte range in the claim.
        public let span: Range<Int>?
        /// What was weighed where a reader was asked, a sentence of the claim each.
        package let weighed: [Weighing]
    }

    private let reader: (any EntailmentReader)?

    /// - Parameter reader: reads claim and sentences besides the rules, and is weighed with them; see `Weighing`.
    public init(reader: (any EntailmentReader)? = nil) { self.reader = reader }

    public func check(_ claim: String, sentences: [String]) -> Result { check(claim, against: GivenSource(sentences: sentences)) }

    public func check(_ claim: String, against source: GivenSource) -> Result { check([claim], against: source)[0] }

    /// Checks claims on one source, each by itself: the same answers as one by one, sooner.
    public func check(_ claims: [String], against source: GivenSource) -> [Result] {
        let judge = Judge(index: source.index)
        var checks = claims.map { Checked($0, source: source, judge: judge) }
        if let reader, source.count > 0 {
            let window = EvidenceWindow(source.told)
            let questions = checks.flatMap(\.parts).map { part in
                EntailmentQuestion(claim: part.text, sentences: window.sentences(for: part.text).map { source.told[$0] })
            }
            var answers = reader.read(questions)[...]
            for number in checks.indices {
                checks[number].weigh(answers.prefix(checks[number].parts.count))
                answers = answers.dropFirst(checks[number].parts.count)
            }
        }
        return checks.map { $0.result(source) }
    }
}

/// A claim taken apart into sentences, each judged.
private struct Checked {
    let closed: SpacedText
    let parts: [Sentence]
    var judgements: [Judgement]

    init(_ claim: String, source: GivenSource, judge: Judge) {
        closed = SpacedText(claim, isSpaced: source.isSpaced || SpacedText.isSpaced(claim))
        parts = TextAnalyzer().sentences(in: closed.text, day: source.day).filter { !$0.tokens.isEmpty }
        judgements = parts.map { judge.judge(Assertion($0, index: source.index), among: Array(source.index.entries.indices)) }
    }

    mutating func weigh(_ answers: some Sequence<Entailment>) {
        for (number, said) in zip(judgements.indices, answers) { judgements[number].weigh(said) }
    }

    func result(_ source: GivenSource) -> StatementChecker.Result {
        guard source.count > 0, let worst = judgements.indices.min(by: { judgements[$0].score < judgements[$1].score }) else {
            return StatementChecker.Result(verdict: .unsupported, score: 0, reasons: [.noEvidence], evidence: [], span: nil, weighed: [])
        }
        var evidence: [Int] = []
        for witness in judgements[worst].witnesses + judgements.flatMap(\.witnesses) {
            let place = source.place(of: witness.entry)
            if !evidence.contains(place) { evidence.append(place) }
        }
        let offset = parts[worst].range.lowerBound
        return StatementChecker.Result(
            verdict: judgements[worst].verdict, score: score, reasons: judgements[worst].reasons, evidence: evidence,
            span: judgements[worst].span.map { closed.given(($0.lowerBound + offset)..<($0.upperBound + offset)) },
            weighed: judgements.compactMap(\.weighed))
    }

    /// Bearing at which a claim is as likely to hold as not: .60, on a plateau from .59 to .64 over nine public sets.
    private static let middle = 0.6

    private var score: Double {
        let odds = judgements.compactMap(\.weighed?.odds)
        if let least = odds.min() { return capped(logistic((odds.reduce(0, +) / Double(odds.count) + least) / 2)) }
        let bearings = judgements.map(\.bearing)
        guard let lowest = bearings.min() else { return 0 }
        let mean = bearings.reduce(0, +) / Double(bearings.count)
        let bearing = ((mean + lowest) / 2).clamped(to: 0...1)
        let scaled = bearing < Self.middle ? 0.5 * bearing / Self.middle : 0.5 + 0.5 * (bearing - Self.middle) / (1 - Self.middle)
        return capped(scaled)
    }

    /// What a passage says otherwise is never as good as even.
    private func capped(_ score: Double) -> Double { judgements.contains { $0.verdict == .contradicted } ? min(score, 0.45) : score }
}
