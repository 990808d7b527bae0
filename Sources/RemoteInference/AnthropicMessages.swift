import FoundationEssentials
import Inference

/// Messages of Anthropic (POST /v1/messages, version 2023-06-01), streamed. The form of the answer is that of the input of a tool the model must use.
enum AnthropicMessages {
    static let version = "2023-06-01"
    private static let tool = "write_section"

    static func body(_ request: GenerationRequest, model: String, schema: JSONValue) throws -> Data {
        try JSONEncoder.ordered.encode(
            Body(
                model: model, max_tokens: request.mostTokens, system: request.system, messages: [.init(role: "user", content: request.user)],
                tools: [.init(name: tool, description: "Hands over the section.", input_schema: schema)],
                tool_choice: .init(type: "tool", name: tool), stream: true))
    }

    static func read(_ event: [UInt8], into answer: inout Answer, limit: Int) throws(AnswerFault) {
        let event = try decoded(event, as: Event.self)
        switch event.type {
        case "message_start":
            answer.model = event.message?.model ?? ""
            answer.inputTokens = event.message?.usage?.everyInput ?? 0
        case "content_block_delta" where event.delta?.type == "input_json_delta":
            try answer.append(event.delta?.partial_json, limit: limit)
        case "message_delta":
            answer.outputTokens = event.usage?.output_tokens ?? answer.outputTokens
            switch event.delta?.stop_reason {
            case nil: break
            case "max_tokens", "model_context_window_exceeded": answer.ending = .cutOff
            case "refusal": answer.ending = .declined
            default: answer.ending = .whole
            }
        case "message_stop": answer.isDone = true
        case "error":
            let kind = event.error?.type ?? ""
            throw .failing(why: kind, isPassing: ["overloaded_error", "api_error", "rate_limit_error", "timeout_error"].contains(kind))
        default: break
        }
    }

    // The names of the wire.
    private struct Body: Encodable {
        struct Message: Encodable { let role, content: String }
        struct Tool: Encodable {
            let name, description: String
            let input_schema: JSONValue
        }
        struct Choice: Encodable { let type, name: String }

        let model: String
        let max_tokens: Int
        let system: String
        let messages: [Message]
        let tools: [Tool]
        let tool_choice: Choice
        let stream: Bool
    }

    private struct Event: Decodable {
        struct Message: Decodable {
            let model: String?
            let usage: Usage?
        }
        struct Usage: Decodable {
            let input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens: Int?

            var everyInput: Int { (input_tokens ?? 0) + (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0) }
        }
        struct Delta: Decodable { let type, partial_json, stop_reason: String? }
        struct Fault: Decodable { let type: String? }

        let type: String
        let message: Message?
        let delta: Delta?
        let usage: Usage?
        let error: Fault?
    }
}

extension JSONEncoder {
    /// The same bytes for the same request.
    static var ordered: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
