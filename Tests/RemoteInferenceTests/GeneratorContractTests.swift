import Inference
import RemoteInference
import StandInModel
import Testing

/// What every text generator keeps to, the twin in memory included.
@Suite struct GeneratorContractTests {
    static let request = GenerationRequest(
        system: "Write what the passages say.", user: "<passages>\n{\"number\":1}\n</passages>",
        schema:
            "{\"type\":\"object\",\"properties\":{\"statements\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"additionalProperties\":false}",
        mostTokens: 500)

    enum Kind: CaseIterable { case twin, anthropic, openai, ollama }

    /// A generator whose model answers with this text.
    private func with<Result: Sendable>(
        _ kind: Kind, answering text: String, _ body: (any TextGenerator) async throws -> Result
    ) async throws -> Result {
        let form: RemoteModel.Form
        switch kind {
        case .twin: return try await body(ScriptedGenerator { _ in text })
        case .anthropic: form = .anthropic
        case .openai: form = .openai
        case .ollama: form = .ollama
        }
        let server = try await StandInServer.start([Exchanges.whole(form, answering: text)])
        let model = try #require(RemoteModel("\(form.rawValue):stand-in"))
        let result = try await body(try RemoteGenerator(model, at: server.origin, key: nil))
        try await server.stop()
        return result
    }

    @Test(arguments: Kind.allCases) func theAnswerComesWholeAndIsCounted(_ kind: Kind) async throws {
        let text = "{\"statements\":[{\"text\":\"Größe “12” \\\\ 日本\",\"citations\":[1]}]}"
        let answer = try await with(kind, answering: text) { try await $0.generate(Self.request) }
        #expect(answer.text == text)
        #expect(answer.inputTokens > 0 && answer.outputTokens > 0)
        #expect(!answer.model.isEmpty)
    }

    @Test(arguments: Kind.allCases) func theNameTellsServiceAndModel(_ kind: Kind) async throws {
        let name = try await with(kind, answering: "{}") { $0.name }
        #expect(name.split(separator: ":").count >= 2)
    }

    @Test(arguments: Kind.allCases) func anAnswerBeyondTheLimitIsAnErrorAndNotCut(_ kind: Kind) async throws {
        let text = String(repeating: "long answer ", count: GenerationRequest.mostAnswerBytes / 12 + 1)
        await #expect {
            _ = try await with(kind, answering: text) { try await $0.generate(Self.request) }
        } throws: { error in
            if case .tooLarge(_, GenerationRequest.mostAnswerBytes) = error as? GenerationError { true } else { false }
        }
    }

    @Test(arguments: Kind.allCases) func manyMayAskAtOnce(_ kind: Kind) async throws {
        let texts = try await with(kind, answering: "{\"statements\":[]}") { generator in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { try await generator.generate(Self.request).text } }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
        }
        #expect(texts == Array(repeating: "{\"statements\":[]}", count: 8))
    }
}
