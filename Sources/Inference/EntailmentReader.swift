/// A claim, and the sentences it is held against, in their order.
public struct EntailmentQuestion: Hashable, Sendable {
    public let claim: String
    public let sentences: [String]

    public init(claim: String, sentences: [String]) {
        self.claim = claim
        self.sentences = sentences
    }
}

/// What a model that reads a claim together with sentences makes of it.
public struct Entailment: Hashable, Sendable {
    /// What the sentences make of the claim; the raw values stand in models' cards.
    public enum Outcome: String, CaseIterable, Sendable {
        case supported, partly, unsupported, contradicted
    }

    /// What is wrong with a claim; the raw values stand in models' cards.
    public enum Fault: String, CaseIterable, Sendable {
        case none = "supported"
        case number, date, entity, attribute, misattribution, polarity, relation
        case quoteAltered = "quote-altered"
        case outdated, overgeneralisation, scope
        case planAsFact = "plan-as-fact"
        case hedgeLost = "hedge-lost"
        case noEvidence = "no-evidence"
        case causalLeap = "causal-leap"
        case partly
    }

    /// Logarithm of the odds that the sentences bear the claim out.
    public let support: Float
    /// A share an outcome, in the order of `Outcome.allCases`; they sum to 1.
    public let outcomes: [Float]
    /// A share a kind of fault, in the order of `Fault.allCases`; they sum to 1.
    public let faults: [Float]
    /// Each stretch of the claim between spaces: its UTF-8 byte range, and how likely it is at fault.
    public let words: [(range: Range<Int>, fault: Float)]
    /// How likely each sentence is among those that decide; 0 for one that was not read.
    public let deciding: [Float]

    public init(support: Float, outcomes: [Float], faults: [Float], words: [(range: Range<Int>, fault: Float)], deciding: [Float]) {
        self.support = support
        self.outcomes = outcomes
        self.faults = faults
        self.words = words
        self.deciding = deciding
    }

    public static func == (left: Entailment, right: Entailment) -> Bool {
        left.support == right.support && left.outcomes == right.outcomes && left.faults == right.faults && left.deciding == right.deciding
            && left.words.elementsEqual(right.words) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(support) }
}

/// Reads claims beside sentences and says whether they follow: natural language inference.
public protocol EntailmentReader: Sendable {
    var identity: EncoderIdentity { get }
    /// One answer a question, in their order.
    func read(_ questions: [EntailmentQuestion]) -> [Entailment]
}
