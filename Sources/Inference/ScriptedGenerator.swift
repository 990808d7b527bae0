/// The in-memory twin of a language model: answers as it is told to. Needs no network.
public struct ScriptedGenerator: TextGenerator {
    public let name: String
    private let answer: @Sendable (GenerationRequest) throws(GenerationError) -> String

    public init(name: String = "scripted:twin", answer: @escaping @Sendable (GenerationRequest) throws(GenerationError) -> String) {
        self.name = name
        self.answer = answer
    }

    public func generate(_ request: GenerationRequest) async throws(GenerationError) -> GeneratedText {
        let text = try answer(request)
        guard text.utf8.count <= GenerationRequest.mostAnswerBytes else {
            throw .tooLarge(place: name, bytes: GenerationRequest.mostAnswerBytes)
        }
        return GeneratedText(
            text: text, inputTokens: Self.tokens(request.system) + Self.tokens(request.user), outputTokens: Self.tokens(text), model: name)
    }

    /// About four bytes of English are a token.
    private static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }
}
