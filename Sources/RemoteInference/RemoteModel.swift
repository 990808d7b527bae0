/// A model by the way its service is spoken to and by its name there.
public struct RemoteModel: Hashable, Sendable, CustomStringConvertible {
    /// The three forms of exchange most services take. Raw values are what a user types.
    public enum Form: String, CaseIterable, Sendable {
        /// Messages of Anthropic.
        case anthropic
        /// Chat completions of OpenAI, which many others take too (vLLM, llama.cpp, LM Studio, Mistral, OpenRouter).
        case openai
        /// Chat of Ollama: a model on one's own machine.
        case ollama
    }

    public let form: Form
    public let name: String

    /// `anthropic:NAME`, `openai:NAME` or `ollama:NAME`; nil for anything else. A name may hold colons (`ollama:qwen3:8b`).
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let form = Form(rawValue: String(parts[0])) else { return nil }
        // What a model is named ends up in a brief and in a request: nothing but visible characters, and not many.
        guard parts[1].utf8.count <= 200, parts[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.form = form
        name = String(parts[1])
    }

    public var description: String { "\(form.rawValue):\(name)" }
}

extension RemoteModel.Form {
    /// Where its makers serve it; for Ollama this machine.
    public var usualAddress: String {
        switch self {
        case .anthropic: "https://api.anthropic.com"
        case .openai: "https://api.openai.com/v1"
        case .ollama: "http://127.0.0.1:11434"
        }
    }

    /// What is asked, behind the address of the service.
    var path: String {
        switch self {
        case .anthropic: "/v1/messages"
        case .openai: "/chat/completions"
        case .ollama: "/api/chat"
        }
    }
}
