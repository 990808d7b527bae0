import AsyncHTTPClient
import BriefModel
import FoundationEssentials
public import Inference
import NIOCore
import NIOHTTP1

/// A language model behind an HTTP service. Answers are read as they stream in, in bounded memory and time.
public final class RemoteGenerator: TextGenerator {
    public var name: String { model.description }
    /// Scheme, host and port of the service: what errors name.
    public let place: String
    let model: RemoteModel
    let address: String
    let isMakersOwn: Bool
    let limits: GenerationLimits
    private let key: APIKey?
    let client: HTTPClient

    /// - Parameters:
    ///   - address: of the service, up to where its makers' documentation puts the name of the call; nil for its makers' own.
    ///   - allowsPlainHTTP: lets an address outside this machine be without encryption.
    /// - Throws: `badAddress`, `insecure`.
    public init(
        _ model: RemoteModel, at address: String? = nil, key: APIKey?, limits: GenerationLimits = GenerationLimits(), allowsPlainHTTP: Bool = false
    ) throws(GenerationError) {
        let given = address ?? model.form.usualAddress
        guard let parts = WebAddress(given), parts.query == nil else { throw .badAddress(given) }
        guard parts.scheme == "https" || allowsPlainHTTP || Self.isThisMachine(parts.host) else { throw .insecure(place: parts.origin) }
        place = parts.origin
        var base = parts.path
        while base.hasSuffix("/") { base.removeLast() }
        self.address = parts.origin + base + model.form.path
        isMakersOwn = parts.host == WebAddress(model.form.usualAddress)?.host
        self.model = model
        self.key = key
        self.limits = limits
        var configuration = HTTPClient.Configuration(
            // A redirect could carry the key to another host.
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(20), read: .seconds(Int64(limits.idleSeconds))))
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    deinit {
        // A client keeps itself alive until its connections are closed; nobody waits for that.
        client.shutdown { _ in }
    }

    public func generate(_ request: GenerationRequest) async throws(GenerationError) -> GeneratedText {
        let message = try message(request)
        var pause = limits.pauseMilliseconds
        for attempt in 1... {
            let trouble: GenerationError
            do throws(GenerationError) {
                return try await answer(to: message, tokens: request.mostTokens)
            } catch {
                trouble = error
            }
            let wait = trouble.askedPause.map { $0 * 1000 } ?? pause
            guard trouble.isPassing, attempt < limits.attempts, wait <= limits.longestPauseSeconds * 1000 else { throw trouble }
            do { try await Task.sleep(for: .milliseconds(wait)) } catch { throw trouble }
            pause *= 2
        }
        throw .interrupted(place: place)
    }

    private func message(_ request: GenerationRequest) throws(GenerationError) -> HTTPClientRequest {
        let body: Data
        do {
            let schema = try JSONDecoder().decode(JSONValue.self, from: Data(request.schema.utf8))
            switch model.form {
            case .anthropic: body = try AnthropicMessages.body(request, model: model.name, schema: schema)
            case .openai: body = try ChatCompletions.body(request, model: model.name, schema: schema, isOwn: isMakersOwn)
            case .ollama: body = try OllamaChat.body(request, model: model.name, schema: schema)
            }
        } catch {
            throw .notUnderstood(place: place, why: "the schema of the answer is no JSON")
        }
        var message = HTTPClientRequest(url: address)
        message.method = .POST
        message.headers = [
            "content-type": "application/json", "accept": "text/event-stream, application/x-ndjson, application/json", "user-agent": "bigpicture/0.1",
        ]
        if model.form == .anthropic { message.headers.add(name: "anthropic-version", value: AnthropicMessages.version) }
        if let key {
            switch model.form {
            case .anthropic: message.headers.add(name: "x-api-key", value: key.secret)
            case .openai, .ollama: message.headers.add(name: "authorization", value: "Bearer " + key.secret)
            }
        }
        message.body = .bytes(ByteBuffer(bytes: body))
        return message
    }

    /// Loopback by name or number: nobody is on the way there.
    private static func isThisMachine(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// A service's own words, short, on one line, and without the key should it repeat it.
    func quoted(_ words: String) -> String {
        var text = words
        if let key { text = text.split(separator: key.secret, omittingEmptySubsequences: false).joined(separator: "…") }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }.prefix(200)))
    }
}

extension GenerationError {
    /// Seconds the service asked to be left alone.
    var askedPause: Int? {
        switch self {
        case .rateLimited(_, let seconds), .failing(_, _, let seconds): seconds
        default: nil
        }
    }
}
