/// Why a model gave no text. Every case can be shown to a person as it is, and none holds a key.
public enum GenerationError: Error, Hashable, Sendable, Codable {
    /// No connection, or none that lasted to the answer.
    case unreachable(place: String, why: String)
    /// The answer stopped coming, or did not end.
    case timedOut(place: String, seconds: Int)
    /// The connection was closed before the answer was complete.
    case interrupted(place: String)
    /// A key that cannot be used at all: none, or in a file that others can read.
    case unusableKey(place: String, why: String)
    /// The service does not take the key (401, 403).
    case keyRefused(place: String)
    /// Too many requests (429).
    /// - Parameter seconds: how long the service asks to be left alone; nil where it did not say.
    case rateLimited(place: String, seconds: Int?)
    /// The service has a fault of its own (5xx), or too much to do.
    case failing(place: String, status: Int, seconds: Int?)
    case unknownModel(place: String, model: String)
    /// The answer is longer than may be.
    case tooLarge(place: String, bytes: Int)
    /// The model needed more tokens than it was given.
    case cutOff(place: String, tokens: Int)
    /// The model would not answer.
    case declined(place: String)
    /// The request was turned away for a reason of the service's own.
    case refused(place: String, status: Int, why: String)
    /// What came is not what was asked for: prose, nonsense, another form.
    case notUnderstood(place: String, why: String)
    /// A plain http address outside this machine would show key and text to everyone on the way.
    case insecure(place: String)
    case badAddress(String)
    /// A name that says of no service and no model.
    case badName(String)
}

extension GenerationError: CustomStringConvertible {
    /// The place, what happened, and what can be done.
    public var description: String {
        switch self {
        case .unreachable(let place, let why): "\(place) cannot be reached: \(why). Check the address and that the service runs."
        case .timedOut(let place, let seconds): "\(place) gave no complete answer within \(seconds) seconds. Try a smaller model, or later."
        case .interrupted(let place): "\(place) closed the connection before the answer was complete. Try again."
        case .unusableKey(let place, let why): "\(place): \(why)."
        case .keyRefused(let place): "\(place) does not accept the key. Check that it is current and may use this model."
        case .rateLimited(let place, let seconds): "\(place) asks for fewer requests. Try again \(Self.later(seconds))."
        case .failing(let place, let status, let seconds):
            "\(place) has a fault or too much to do (it answered \(status)). Try again \(Self.later(seconds))."
        case .unknownModel(let place, let model): "\(place) has no model “\(model)”. Check its name; Ollama needs it pulled first (ollama pull)."
        case .tooLarge(let place, let bytes): "\(place) answered with more than \(bytes / 1024) KiB, which no section needs. Try another model."
        case .cutOff(let place, let tokens): "\(place) did not finish within \(tokens) tokens. Try a model that answers without long thought."
        case .declined(let place): "\(place) declined to answer. Try another model."
        case .refused(let place, let status, let why): "\(place) turned the request away (it answered \(status)\(why.isEmpty ? "" : ": “\(why)”"))."
        case .notUnderstood(let place, let why): "\(place) did not answer in the form asked for: \(why). Try a model that keeps to a JSON schema."
        case .insecure(let place):
            "\(place) is plain http outside this machine, so anyone on the way could read it. Use https, or allow it with --model-allow-http."
        case .badAddress(let address): "“\(address)” is no http or https address of a model's service."
        case .badName(let name): "“\(name)” names no model. Write anthropic:NAME, openai:NAME or ollama:NAME."
        }
    }

    private static func later(_ seconds: Int?) -> String {
        guard let seconds else { return "later" }
        return seconds < 120 ? "in \(max(1, seconds)) seconds" : "in \((seconds + 59) / 60) minutes"
    }

    /// Whether asking again soon may help.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .interrupted, .rateLimited, .failing: true
        default: false
        }
    }

    /// Whether the next question may still be answered.
    public var concernsOneAnswer: Bool {
        switch self {
        case .tooLarge, .cutOff, .declined, .notUnderstood: true
        default: false
        }
    }
}
