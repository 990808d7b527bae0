/// What a language model had to do with a brief: words only. What is said, and from which passages, was chosen before it was asked.
public struct ModelWording: Hashable, Sendable, Codable {
    /// `ollama:qwen3:8b`.
    public let model: String
    /// Sections it was to word.
    public var sectionsAsked: Int
    /// Of those, the sections for which it gave no answer that could be used.
    public var sectionsFailed: Int
    /// A sentence for a person: why it could not be used there; nil where it could.
    public var failure: String?
    /// Statements of the brief that are in its words.
    public var admitted: Int
    /// Of those, the ones it put right when it was told what was wrong.
    public var repaired: Int
    /// Sentences it proposed that the passages cited did not bear out. Their text is not kept: a brief does not pass on what it turned away.
    public var dropped: [DroppedWording]
    /// Articles that carry text addressed to machines: it was never shown to the model, nor to anything else.
    public var addressingMachines: [ArticleID]
    public var requests: Int
    /// Tokens as the service counted them.
    public var inputTokens: Int
    public var outputTokens: Int

    public init(
        model: String, sectionsAsked: Int = 0, sectionsFailed: Int = 0, failure: String? = nil, admitted: Int = 0, repaired: Int = 0,
        dropped: [DroppedWording] = [], addressingMachines: [ArticleID] = [], requests: Int = 0, inputTokens: Int = 0, outputTokens: Int = 0
    ) {
        self.model = model
        self.sectionsAsked = sectionsAsked
        self.sectionsFailed = sectionsFailed
        self.failure = failure
        self.admitted = admitted
        self.repaired = repaired
        self.dropped = dropped
        self.addressingMachines = addressingMachines
        self.requests = requests
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
    }
}

/// A sentence of a model that was turned away, by where it was to stand and why.
public struct DroppedWording: Hashable, Sendable, Codable {
    public let section: String
    /// What is wrong with it, the first reason first.
    public let reasons: [ReasonCode]

    public init(section: String, reasons: [ReasonCode]) {
        self.section = section
        self.reasons = reasons
    }
}
