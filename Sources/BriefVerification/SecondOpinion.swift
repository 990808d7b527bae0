public import BriefModel

/// What another judge says of a statement beside the sentences that decide: a probability that it follows, and, where it can tell, what is wrong.
public struct SecondOpinion: Sendable {
    /// Asked with one sentence of the claim and the sentences it was judged by; nil when it has nothing to say.
    public typealias Asking = @Sendable (_ statement: String, _ evidence: [String]) -> SecondOpinion?

    /// 0 … 1.
    public let follows: Double
    public let verdict: Verdict?
    public let reason: ReasonCode?
    /// UTF-8 byte range in the statement.
    public let span: Range<Int>?

    public init(follows: Double, verdict: Verdict? = nil, reason: ReasonCode? = nil, span: Range<Int>? = nil) {
        self.follows = follows
        self.verdict = verdict
        self.reason = reason
        self.span = span
    }
}

extension Judgement {
    /// From here on an objection of the rules stands, whatever a second judge says.
    static let certain = 0.75
    /// How much of the bearing a second judge decides.
    private static let trust = 0.6

    /// The one place where a second judge's word is taken in: it never overturns a sure objection, and decides where the rules had none.
    mutating func weigh(_ opinion: SecondOpinion) {
        bearing = (1 - Self.trust) * bearing + Self.trust * opinion.follows
        if let first = objections.first, first.isCentral, first.certainty >= Self.certain { return }
        if opinion.follows >= 0.5 {
            guard verdict != .supported else { return }
            verdict = .supported
            reasons = [.ok]
            span = nil
            score = 0.5 + 0.5 * opinion.follows
        } else {
            score = min(score, 0.5 * opinion.follows)
            guard verdict == .supported || objections.isEmpty else { return }
            verdict = opinion.verdict ?? .unsupported
            reasons = [opinion.reason ?? .noEvidence]
            span = opinion.span ?? span
        }
    }
}
