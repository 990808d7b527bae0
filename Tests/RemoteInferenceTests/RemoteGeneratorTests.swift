import Foundation
import Inference
import StandInModel
import Testing

@testable import RemoteInference

/// A service may be away, slow, wrong or hostile; each is told apart, and none holds the run up for good.
@Suite(.serialized) struct RemoteGeneratorTests {
    private let request = GeneratorContractTests.request
    private static let secret = "sk-not-to-be-seen-0123456789"

    private func ask(
        _ form: RemoteModel.Form, _ replies: [StandInServer.Reply], limits: GenerationLimits = GenerationLimits(pauseMilliseconds: 10),
        key: String? = secret
    ) async throws -> (outcome: Result<GeneratedText, GenerationError>, asked: [StandInServer.Asked]) {
        let server = try await StandInServer.start(replies)
        let model = try #require(RemoteModel("\(form.rawValue):stand-in:8b"))
        let generator = try RemoteGenerator(model, at: server.origin, key: try key.map { try APIKey($0, from: "test") }, limits: limits)
        let outcome: Result<GeneratedText, GenerationError>
        do throws(GenerationError) { outcome = .success(try await generator.generate(request)) } catch { outcome = .failure(error) }
        let asked = server.asked
        try await server.stop()
        return (outcome, asked)
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: - What is asked

    @Test func anthropicIsAskedForAToolItMustUse() async throws {
        let (outcome, asked) = try await ask(.anthropic, [Exchanges.whole(.anthropic, answering: "{}")])
        #expect(try outcome.get() == GeneratedText(text: "{}", inputTokens: 472, outputTokens: 89, model: "stand-in-2026-01-01"))
        let one = try #require(asked.first)
        #expect(one.path == "/v1/messages")
        #expect(one.fields["x-api-key"] == Self.secret && one.fields["anthropic-version"] == "2023-06-01" && one.fields["authorization"] == nil)
        let body = try json(one.body)
        #expect(body["model"] as? String == "stand-in:8b" && body["max_tokens"] as? Int == 500 && body["stream"] as? Bool == true)
        #expect(body["system"] as? String == request.system)
        let tools = try #require(body["tools"] as? [[String: Any]])
        #expect((tools[0]["input_schema"] as? [String: Any])?["type"] as? String == "object")
        #expect((body["tool_choice"] as? [String: String])?["name"] == tools[0]["name"] as? String)
    }

    @Test func chatCompletionsAreAskedForAStrictSchemaAndForUsage() async throws {
        let (outcome, asked) = try await ask(.openai, [Exchanges.whole(.openai, answering: "{}")])
        #expect(try outcome.get() == GeneratedText(text: "{}", inputTokens: 472, outputTokens: 89, model: "stand-in-2026-01-01"))
        let one = try #require(asked.first)
        #expect(one.path == "/chat/completions" && one.fields["authorization"] == "Bearer " + Self.secret)
        let body = try json(one.body)
        #expect(body["max_tokens"] as? Int == 500, "services that speak like it know this name only")
        let format = try #require(body["response_format"] as? [String: Any])
        let schema = try #require(format["json_schema"] as? [String: Any])
        #expect(format["type"] as? String == "json_schema" && schema["strict"] as? Bool == true)
        #expect((schema["schema"] as? [String: Any])?["additionalProperties"] as? Bool == false)
        #expect((body["stream_options"] as? [String: Bool])?["include_usage"] == true)
    }

    @Test func ollamaIsGivenRoomForTheWholeQuestion() async throws {
        let (outcome, asked) = try await ask(.ollama, [Exchanges.whole(.ollama, answering: "{}")], key: nil)
        #expect(try outcome.get() == GeneratedText(text: "{}", inputTokens: 472, outputTokens: 89, model: "stand-in-2026-01-01"))
        let one = try #require(asked.first)
        #expect(one.path == "/api/chat" && one.fields["authorization"] == nil)
        let body = try json(one.body)
        #expect((body["format"] as? [String: Any])?["type"] as? String == "object")
        let options = try #require(body["options"] as? [String: Int])
        #expect(options["temperature"] == 0 && options["num_predict"] == 500)
        #expect(options["num_ctx"] ?? 0 >= 500 + request.user.utf8.count / 3)
    }

    @Test func aServiceThatDoesNotStreamIsUnderstood() async throws {
        let whole = """
            {"id":"c1","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{}"},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":3,"completion_tokens":1}}
            """.replacing("\n", with: "")
        let (outcome, _) = try await ask(.openai, [.init(fields: [("content-type", "application/json")], pieces: [whole])])
        #expect(try outcome.get() == GeneratedText(text: "{}", inputTokens: 3, outputTokens: 1, model: "m"))
    }

    @Test(arguments: RemoteModel.Form.allCases) func aStreamMayBeCutAnywhere(_ form: RemoteModel.Form) async throws {
        let whole = Exchanges.whole(form, answering: "{\"statements\":[\"Größe\"]}")
        let bytes = Array(whole.pieces.joined().unicodeScalars).map(String.init)
        let (outcome, _) = try await ask(form, [.init(fields: whole.fields, pieces: bytes)])
        #expect(try outcome.get().text == "{\"statements\":[\"Größe\"]}")
    }

    // MARK: - What goes wrong

    @Test func nobodyThere() async throws {
        let server = try await StandInServer.start([])
        let origin = server.origin
        try await server.stop()
        let generator = try RemoteGenerator(
            try #require(RemoteModel("ollama:m")), at: origin, key: nil, limits: GenerationLimits(pauseMilliseconds: 1))
        await #expect {
            _ = try await generator.generate(request)
        } throws: { error in
            guard case .unreachable(let place, _) = error as? GenerationError else { return false }
            return place == origin && "\(error)".contains(origin)
        }
    }

    @Test(arguments: RemoteModel.Form.allCases) func silenceAndAnswersWithoutEndAreCut(_ form: RemoteModel.Form) async throws {
        let start = Exchanges.whole(form, answering: "{\"statements\":[\"a\"]}").pieces.prefix(2)
        let silent = StandInServer.Reply(pieces: Array(start), ending: .silence)
        let idle = try await ask(form, [silent], limits: GenerationLimits(wholeSeconds: 60, idleSeconds: 1))
        guard case .failure(.timedOut(_, 1)) = idle.outcome else { return #expect(Bool(false), "\(idle.outcome)") }
        #expect(idle.asked.count == 1, "what took too long once is not asked again")
        // Never silent, and never done: blanks and pings say nothing, so no limit of bytes is met.
        let endless = StandInServer.Reply(pieces: form == .ollama ? ["\n"] : [": ping\n"], ending: .endless)
        let cut = try await ask(form, [endless], limits: GenerationLimits(wholeSeconds: 1, idleSeconds: 30))
        switch cut.outcome {
        case .failure(.timedOut(_, 1)), .failure(.tooLarge): break
        default: #expect(Bool(false), "\(cut.outcome)")
        }
    }

    @Test(arguments: RemoteModel.Form.allCases) func anAnswerThatGrowsWithoutEndIsLeft(_ form: RemoteModel.Form) async throws {
        let piece = Exchanges.whole(form, answering: String(repeating: "x", count: 40_000)).pieces[form == .ollama ? 0 : 1]
        let many = StandInServer.Reply(
            fields: Exchanges.whole(form, answering: "").fields, pieces: [String(repeating: piece, count: 50)], ending: .endless)
        let (outcome, asked) = try await ask(form, [many])
        guard case .failure(.tooLarge(_, GenerationRequest.mostAnswerBytes)) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(asked.count == 1)
    }

    @Test(arguments: RemoteModel.Form.allCases) func whatTheModelDidNotFinishIsNoAnswer(_ form: RemoteModel.Form) async throws {
        let cut: [String]
        switch form {
        case .anthropic: cut = Exchanges.anthropic("{\"statements\":[", stop: "max_tokens")
        case .openai: cut = Exchanges.openai("{\"statements\":[", stop: "length")
        case .ollama: cut = Exchanges.ollama("{\"statements\":[", stop: "length")
        }
        let (outcome, _) = try await ask(form, [.init(fields: Exchanges.whole(form, answering: "").fields, pieces: cut)])
        guard case .failure(.cutOff(_, 500)) = outcome else { return #expect(Bool(false), "\(outcome)") }
        // The connection closed in the middle: asked again, and told when it happens every time.
        let closed = StandInServer.Reply(
            fields: Exchanges.whole(form, answering: "").fields, pieces: Array(Exchanges.whole(form, answering: "{}").pieces.prefix(1)),
            ending: .closed)
        let again = try await ask(form, [closed, Exchanges.whole(form, answering: "{}")])
        #expect(try again.outcome.get().text == "{}" && again.asked.count == 2)
        let always = try await ask(form, [closed])
        guard case .failure(.interrupted) = always.outcome else { return #expect(Bool(false), "\(always.outcome)") }
    }

    @Test(arguments: [("anthropic", "refusal"), ("openai", "content_filter")]) func whatTheModelDeclinesIsSaid(_ form: String, _ stop: String)
        async throws
    {
        let form = try #require(RemoteModel.Form(rawValue: form))
        let pieces = form == .anthropic ? Exchanges.anthropic("", stop: stop) : Exchanges.openai("", stop: stop)
        guard case .failure(.declined) = try await ask(form, [Exchanges.stream(pieces)]).outcome else { return #expect(Bool(false)) }
    }

    @Test(arguments: RemoteModel.Form.allCases) func nonsenseIsNotUnderstood(_ form: RemoteModel.Form) async throws {
        let noise = StandInServer.Reply(
            fields: Exchanges.whole(form, answering: "").fields, pieces: [form == .ollama ? "<html>hello</html>\n" : "data: <html>\n\n"])
        guard case .failure(.notUnderstood) = try await ask(form, [noise]).outcome else { return #expect(Bool(false)) }
    }

    @Test func aServiceThatHasTooMuchToDoIsAskedAgainWhenItSays() async throws {
        let busy = StandInServer.Reply(status: 429, fields: [("retry-after", "1")])
        let start = ContinuousClock.now
        let (outcome, asked) = try await ask(.anthropic, [busy, .init(status: 529), Exchanges.whole(.anthropic, answering: "{}")])
        #expect(try outcome.get().text == "{}" && asked.count == 3)
        #expect(ContinuousClock.now - start >= .seconds(1))
        let stubborn = try await ask(.anthropic, [busy], limits: GenerationLimits(attempts: 2, pauseMilliseconds: 1))
        guard case .failure(.rateLimited(_, 1)) = stubborn.outcome else { return #expect(Bool(false)) }
        #expect(stubborn.asked.count == 2)
        let patient = try await ask(.anthropic, [.init(status: 503, fields: [("retry-after", "7200")])])
        guard case .failure(.failing(_, 503, 7200)) = patient.outcome else { return #expect(Bool(false)) }
        #expect(patient.asked.count == 1, "nobody waits two hours")
    }

    @Test func aFaultInTheMiddleOfAStreamIsAskedAgainOnlyWhereItMayPass() async throws {
        func event(_ kind: String) -> StandInServer.Reply {
            Exchanges.stream(["event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"\(kind)\",\"message\":\"m\"}}\n\n"])
        }
        let again = try await ask(.anthropic, [event("overloaded_error"), Exchanges.whole(.anthropic, answering: "{}")])
        #expect(try again.outcome.get().text == "{}")
        let refused = try await ask(.anthropic, [event("invalid_request_error")])
        guard case .failure(.refused) = refused.outcome else { return #expect(Bool(false)) }
        #expect(refused.asked.count == 1)
    }

    @Test(arguments: [
        (401, GenerationError.keyRefused(place: "")), (403, .keyRefused(place: "")), (404, .unknownModel(place: "", model: "stand-in:8b")),
        (400, .refused(place: "", status: 400, why: "max_tokens: too large")),
        (302, .refused(place: "", status: 302, why: "it leads elsewhere; give the final address")),
    ]) func aRefusalSaysWhatToDo(_ status: Int, _ expected: GenerationError) async throws {
        let reply = StandInServer.Reply(
            status: status, fields: [("location", "http://127.0.0.1:1/")],
            pieces: ["{\"error\":{\"type\":\"x\",\"message\":\"max_tokens: too large\"}}"])
        let (outcome, asked) = try await ask(.openai, [reply])
        guard case .failure(let error) = outcome else { return #expect(Bool(false)) }
        #expect(asked.count == 1)
        #expect("\(error)".drop { $0 != " " } == "\(expected)".drop { $0 != " " })
    }

    // MARK: - Keys and places

    @Test func aKeyIsInNoErrorAndInNoDescription() async throws {
        let echo = StandInServer.Reply(status: 400, pieces: ["{\"error\":{\"message\":\"Bad key \(Self.secret), see help\"}}"])
        let (outcome, _) = try await ask(.openai, [echo])
        #expect("\(outcome)".contains("see help") && !"\(outcome)".contains(Self.secret))
        let key = try APIKey(Self.secret, from: "test")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!"\(key) \(String(reflecting: key)) \(dumped)".contains(Self.secret))
    }

    @Test(arguments: [" \n", "a key\nX-Other: field\n", "two words"]) func whatIsNoKeyIsRefused(_ text: String) {
        #expect { _ = try APIKey(text, from: "VARIABLE") } throws: { "\($0)".hasPrefix("VARIABLE: ") && !"\($0)".contains("Other") }
    }

    @Test(arguments: [
        ("http://models.example:8000/v1", false), ("http://127.0.0.1.models.example/", false), ("http://127.0.0.1:8080/v1", true),
        ("http://localhost/v1", true), ("http://[::1]:1/", true), ("https://models.example/v1/", true), ("ftp://models.example", false), ("", false),
    ]) func plainHTTPStaysOnThisMachine(_ address: String, _ isAllowed: Bool) throws {
        let model = try #require(RemoteModel("openai:m"))
        if isAllowed {
            _ = try RemoteGenerator(model, at: address, key: nil)
        } else {
            #expect(throws: GenerationError.self) { try RemoteGenerator(model, at: address, key: nil) }
        }
        if address.hasPrefix("http:") { _ = try RemoteGenerator(model, at: address, key: nil, allowsPlainHTTP: true) }
    }

    @Test(arguments: ["gpt", "openai:", "other:m", "openai:a b", "anthropic:x\ny", ""]) func aModelIsNamedByServiceAndName(_ text: String) {
        #expect(RemoteModel(text) == nil)
        #expect(RemoteModel("ollama:qwen3:8b")?.name == "qwen3:8b")
    }
}
