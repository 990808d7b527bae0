import FoundationEssentials
import Inference

/// Chat completions of OpenAI and of the many services that speak like it, streamed, with a JSON schema for the answer.
enum ChatCompletions {
    /// - Parameter isOwn: the service of OpenAI itself, whose newer models only take the new name for the most tokens; others only know the old one.
    static func body(_ request: GenerationRequest, model: String, schema: JSONValue, isOwn: Bool) throws -> Data {
        try JSONEncoder.ordered.encode(
            Body(
                model: model, messages: [.init(role: "system", content: request.system), .init(role: "user", content: request.user)],
                max_tokens: isOwn ? nil : request.mostTokens, max_completion_tokens: isOwn ? request.mostTokens : nil, stream: true,
                stream_options: .init(include_usage: true),
                response_format: .init(type: "json_schema", json_schema: .init(name: "section", strict: true, schema: schema))))
    }

    static func read(_ event: [UInt8], into answer: inout Answer, limit: Int) throws(AnswerFault) {
        if event == Array("[DONE]".utf8) {
            answer.isDone = true
            return
        }
        let event = try decoded(event, as: Event.self)
        if let fault = event.error { throw .failing(why: fault.message ?? "", isPassing: false) }
        if let model = event.model, !model.isEmpty { answer.model = model }
        if let usage = event.usage {
            answer.inputTokens = usage.prompt_tokens ?? 0
            answer.outputTokens = usage.completion_tokens ?? 0
        }
        guard let choice = event.choices?.first else { return }
        // A service that does not stream sends the message whole.
        try answer.append(choice.delta?.content ?? choice.message?.content, limit: limit)
        if choice.delta?.refusal?.isEmpty == false || choice.message?.refusal?.isEmpty == false { answer.ending = .declined }
        switch choice.finish_reason {
        case nil: break
        case "length": answer.ending = .cutOff
        case "content_filter": answer.ending = .declined
        default: answer.ending = answer.ending ?? .whole
        }
        if choice.message != nil { answer.isDone = true }
    }

    // The names of the wire.
    private struct Body: Encodable {
        struct Message: Encodable { let role, content: String }
        struct Options: Encodable { let include_usage: Bool }
        struct Format: Encodable {
            struct Schema: Encodable {
                let name: String
                let strict: Bool
                let schema: JSONValue
            }

            let type: String
            let json_schema: Schema
        }

        let model: String
        let messages: [Message]
        let max_tokens: Int?
        let max_completion_tokens: Int?
        let stream: Bool
        let stream_options: Options
        let response_format: Format
    }

    private struct Event: Decodable {
        struct Choice: Decodable {
            let delta: Piece?
            let message: Piece?
            let finish_reason: String?
        }
        struct Piece: Decodable { let content, refusal: String? }
        struct Usage: Decodable { let prompt_tokens, completion_tokens: Int? }
        struct Fault: Decodable { let message: String? }

        let model: String?
        let choices: [Choice]?
        let usage: Usage?
        let error: Fault?
    }
}
