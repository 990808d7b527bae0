/// What verification says of a statement.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case supported, partly, unsupported, contradicted
    case notAClaim = "not-a-claim"
}

/// Why. The first group explains support, the second what is wrong, the third why there is nothing to check.
public enum ReasonCode: String, Hashable, Sendable, Codable, CaseIterable {
    case ok
    case noEvidence = "no-evidence"
    case number
    case date
    case name
    case entityConflation = "entity-conflation"
    /// A property of the thing named is wrong: where a firm is, what it makes.
    case attribute
    case negation
    case hedgeLost = "hedge-lost"
    /// What is planned, promised or asked for is told as done.
    case planAsFact = "plan-as-fact"
    case misattribution
    /// Words inside quotation marks are not those of the source.
    case quoteAltered = "quote-altered"
    /// The opposite verb, or who and whom changed over.
    case relation
    case overgeneralisation
    /// One place, time or group became a wider one.
    case scope
    /// Two facts hold, and the link made between them does not.
    case causalLeap = "causal-leap"
    /// One of two things said holds, the other does not.
    case partly
    case omission
    /// A later article, or a correction, says otherwise.
    case outdated
    /// A passage cited does not stand where it is said to.
    case passage
    case heading, opinion, forecast, metadata
}

public enum Stance: String, Hashable, Sendable, Codable { case supports, contradicts, mentions }

/// A passage and its stance to a statement.
public struct Evidence: Hashable, Sendable, Codable {
    public let passage: Passage
    public let stance: Stance
    /// The deciding words: a byte range inside `passage.exact`.
    public let marked: Range<Int>?
    /// 0 … 1: how much of the statement the passage speaks to. Orders evidence; never shown as a confidence.
    public let score: Double

    public init(passage: Passage, stance: Stance, marked: Range<Int>? = nil, score: Double) {
        self.passage = passage
        self.stance = stance
        self.marked = marked
        self.score = score
    }
}

/// A verdict with its reasons, the words at fault and the evidence.
public struct Finding: Hashable, Sendable, Codable {
    public let text: String
    public let verdict: Verdict
    public let reasons: [ReasonCode]
    /// The words at fault: a byte range inside `text`.
    public let span: Range<Int>?
    /// One sentence for a reader: what the evidence shows.
    public let note: String
    public let evidence: [Evidence]

    public init(text: String, verdict: Verdict, reasons: [ReasonCode], span: Range<Int>? = nil, note: String, evidence: [Evidence]) {
        self.text = text
        self.verdict = verdict
        self.reasons = reasons
        self.span = span
        self.note = note
        self.evidence = evidence
    }
}

/// A brief written by anyone, line by line.
public struct Audit: Hashable, Sendable, Codable {
    public let title: String
    /// In the order of the text.
    public let findings: [Finding]
    public let articlesSearched: Int
    public let firstDay: CalendarDay?
    public let lastDay: CalendarDay?

    public init(title: String, findings: [Finding], articlesSearched: Int, firstDay: CalendarDay?, lastDay: CalendarDay?) {
        self.title = title
        self.findings = findings
        self.articlesSearched = articlesSearched
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    public func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }
}

/// The findings on a draft, one a statement. Made by BriefVerification only (a test holds the wall).
public struct VerificationReport: Hashable, Sendable {
    public let findings: [StatementID: Finding]

    public init(findings: [StatementID: Finding]) { self.findings = findings }
}
