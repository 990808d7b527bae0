import RemoteInference
import StandInModel

/// What the three services send, in the shape their makers document.
enum Exchanges {
    /// An answer cut into pieces of some letters, as tokens come; a long one into larger pieces.
    static func pieces(of text: String) -> [String] {
        let letters = Array(text)
        let length = max(7, letters.count / 200)
        return stride(from: 0, to: letters.count, by: length).map { String(letters[$0..<min($0 + length, letters.count)]) }
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    static func whole(_ form: RemoteModel.Form, answering text: String) -> StandInServer.Reply {
        switch form {
        case .anthropic: stream(anthropic(text))
        case .openai: stream(openai(text))
        case .ollama: StandInServer.Reply(fields: [("content-type", "application/x-ndjson")], pieces: ollama(text))
        }
    }

    static func stream(_ pieces: [String]) -> StandInServer.Reply {
        StandInServer.Reply(fields: [("content-type", "text/event-stream; charset=utf-8")], pieces: pieces)
    }

    static func anthropic(_ text: String, stop: String = "tool_use") -> [String] {
        let start = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_01","type":"message","role":"assistant","model":"stand-in-2026-01-01","content":[],\
            "stop_reason":null,"usage":{"input_tokens":400,"cache_read_input_tokens":72,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"toolu_01","name":"write_section","input":{}}}

            event: ping
            data: {"type":"ping"}


            """
        let deltas = pieces(of: text).map {
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\(quoted($0))}}\n\n"
        }
        let end = """
            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"\(stop)","stop_sequence":null},"usage":{"output_tokens":89}}

            event: message_stop
            data: {"type":"message_stop"}


            """
        return [start] + deltas + [end]
    }

    static func openai(_ text: String, stop: String = "stop") -> [String] {
        func chunk(_ choices: String, usage: String = "null") -> String {
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"stand-in-2026-01-01\",\"choices\":\(choices),\"usage\":\(usage)}\r\n\r\n"
        }
        return [chunk("[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null},\"finish_reason\":null}]")]
            + pieces(of: text).map { chunk("[{\"index\":0,\"delta\":{\"content\":\(quoted($0))},\"finish_reason\":null}]") }
            + [
                chunk("[{\"index\":0,\"delta\":{},\"finish_reason\":\"\(stop)\"}]"),
                chunk("[]", usage: "{\"prompt_tokens\":472,\"completion_tokens\":89,\"total_tokens\":561}"), "data: [DONE]\r\n\r\n",
            ]
    }

    static func ollama(_ text: String, stop: String = "stop") -> [String] {
        pieces(of: text).map {
            "{\"model\":\"stand-in-2026-01-01\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\(quoted($0))},\"done\":false}\n"
        } + [
            "{\"model\":\"stand-in-2026-01-01\",\"created_at\":\"2026-01-01T00:00:01Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"\(stop)\",\"prompt_eval_count\":472,\"eval_count\":89}\n"
        ]
    }
}
