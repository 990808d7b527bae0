/// What verification says of a statement.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case supported, partly, unsupported, contradicted
    case notAClaim = "not-a-claim"
    /// It may be a claim, and nothing is said of it: the reason tells why it could not be checked.
    case notChecked = "not-checked"

    /// The claim is open: something would have to be found before it could be passed on as it stands.
    public var isOpen: Bool { [.partly, .unsupported, .contradicted, .notChecked].contains(self) }
}

/// Why. The first group explains support, the second what is wrong, the third why there is nothing to check or why it was not checked.
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
    /// It is written in a language that is not read here.
    case language
    /// It is longer than any sentence that can be laid beside a passage.
    case tooLong = "too-long"
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
    /// Each once, in the order in which they were found.
    public let reasons: [ReasonCode]
    /// The words at fault: a byte range inside `text`.
    public let span: Range<Int>?
    /// One sentence for a reader: what the evidence shows.
    public let note: String
    public let evidence: [Evidence]
    /// What the line itself cites, and whether that bears it out; empty where it cites nothing.
    public var citations: [CitationCheck]
    /// Further outlets that say as much as the passages shown, each of another house and origin; of a line that drops a caution, those who keep it.
    public var alsoSaying: [Outlet] = []
    /// What would have to be found to settle an open line, as a sentence; nil for one that is not open.
    public var settling: String?

    public init(
        text: String, verdict: Verdict, reasons: [ReasonCode], span: Range<Int>? = nil, note: String, evidence: [Evidence],
        citations: [CitationCheck] = [], settling: String? = nil
    ) {
        self.text = text
        self.verdict = verdict
        var told: Set<ReasonCode> = []
        self.reasons = reasons.filter { told.insert($0).inserted }
        self.span = span
        self.note = note
        self.evidence = evidence
        self.citations = citations
        self.settling = settling
    }
}

/// A brief written by anyone, line by line.
public struct Audit: Hashable, Sendable, Codable {
    public let title: String
    /// In the order of the text.
    public let findings: [Finding]
    public var articlesSearched: Int
    public var firstDay: CalendarDay?
    public var lastDay: CalendarDay?
    /// The moment up to which articles were counted; nil where the caller set none.
    public var asOf: Timestamp?
    /// What a reader must know of the check itself, a sentence each: what was cut, what could not be read.
    public var remarks: [String]

    public init(
        title: String, findings: [Finding], articlesSearched: Int, firstDay: CalendarDay?, lastDay: CalendarDay?, asOf: Timestamp? = nil,
        remarks: [String] = []
    ) {
        self.title = title
        self.findings = findings
        self.articlesSearched = articlesSearched
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.asOf = asOf
        self.remarks = remarks
    }

    public func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }

    /// Citations of its lines of which this came.
    public func citations(_ outcome: CitationCheck.Outcome) -> Int { findings.reduce(0) { $0 + $1.citations.count { $0.outcome == outcome } } }
}

/// The findings on a draft, one a statement. Made by BriefVerification only (a test holds the wall).
public struct VerificationReport: Hashable, Sendable {
    public let findings: [StatementID: Finding]

    public init(findings: [StatementID: Finding]) { self.findings = findings }
}
