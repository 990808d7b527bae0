/// A language model that is asked for a text. What it answers is a proposal: nothing of it may be shown before it was verified.
public protocol TextGenerator: Sendable {
    /// Which model this is, as a reader is told: `ollama:qwen3:8b`.
    var name: String { get }
    /// One answer, whole: an answer that was cut off anywhere is an error.
    func generate(_ request: GenerationRequest) async throws(GenerationError) -> GeneratedText
}

/// What a model is asked.
public struct GenerationRequest: Hashable, Sendable {
    /// Bytes of UTF-8 an answer may have; a longer one is an error, not cut.
    public static let mostAnswerBytes = 1 << 20

    /// The rules it writes by.
    public let system: String
    /// What it writes from.
    public let user: String
    /// JSON Schema (2020-12, the subset models take: objects without further properties, arrays, strings, integers) of the answer.
    public let schema: String
    /// Tokens the answer may take; a model that needs more is cut off, which is an error.
    public let mostTokens: Int

    public init(system: String, user: String, schema: String, mostTokens: Int) {
        self.system = system
        self.user = user
        self.schema = schema
        self.mostTokens = max(1, mostTokens)
    }
}

/// What a model answered, and what it cost.
public struct GeneratedText: Hashable, Sendable, Codable {
    public let text: String
    /// Tokens as the service counted them; 0 where it did not say.
    public let inputTokens: Int
    public let outputTokens: Int
    /// The model that answered, as the service names it: an alias asked for may lead to a dated one.
    public let model: String

    public init(text: String, inputTokens: Int = 0, outputTokens: Int = 0, model: String) {
        self.text = text
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.model = model
    }
}
