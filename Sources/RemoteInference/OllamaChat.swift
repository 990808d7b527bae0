import FoundationEssentials
import Inference

/// Chat of Ollama (POST /api/chat), streamed as JSON lines, the answer held to a JSON schema by the sampler.
enum OllamaChat {
    static func body(_ request: GenerationRequest, model: String, schema: JSONValue) throws -> Data {
        try JSONEncoder.ordered.encode(
            Body(
                model: model, messages: [.init(role: "system", content: request.system), .init(role: "user", content: request.user)],
                format: schema, stream: true,
                options: .init(temperature: 0, seed: 0, num_predict: request.mostTokens, num_ctx: window(for: request))))
    }

    /// Tokens of context. Left to itself Ollama takes a few thousand and silently forgets the beginning, which is where the rules stand.
    /// At three bytes a token, in steps of 4,096.
    private static func window(for request: GenerationRequest) -> Int {
        let tokens = (request.system.utf8.count + request.user.utf8.count) / 3 + request.mostTokens
        return (tokens / 4096 + 1) * 4096
    }

    static func read(_ line: [UInt8], into answer: inout Answer, limit: Int) throws(AnswerFault) {
        guard !line.isEmpty else { return }
        let event = try decoded(line, as: Event.self)
        if let fault = event.error { throw .failing(why: fault, isPassing: false) }
        if let model = event.model { answer.model = model }
        try answer.append(event.message?.content, limit: limit)
        guard event.done == true else { return }
        answer.inputTokens = event.prompt_eval_count ?? 0
        answer.outputTokens = event.eval_count ?? 0
        answer.ending = event.done_reason == "length" ? .cutOff : .whole
        answer.isDone = true
    }

    // The names of the wire.
    private struct Body: Encodable {
        struct Message: Encodable { let role, content: String }
        struct Options: Encodable { let temperature, seed, num_predict, num_ctx: Int }

        let model: String
        let messages: [Message]
        let format: JSONValue
        let stream: Bool
        let options: Options
    }

    private struct Event: Decodable {
        struct Message: Decodable { let content: String? }

        let model: String?
        let message: Message?
        let done: Bool?
        let done_reason: String?
        let prompt_eval_count, eval_count: Int?
        let error: String?
    }
}
