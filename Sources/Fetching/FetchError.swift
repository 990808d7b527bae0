/// Why a resource could not be had. Every case can be shown to a person as it is.
public enum FetchError: Error, Hashable, Sendable {
    case badAddress(String)
    case privateAddress(String)
    case disallowedByRobots(String)
    case status(Int, String)
    /// The server has too much to do (429, or 503 with a time).
    /// - Parameter retryAfter: seconds it asks to be left alone for.
    case busy(Int, retryAfter: Int?, String)
    /// Taken down for good (410).
    case gone(String)
    /// Not asked: the host failed too often in a row, or asked to be left alone.
    case resting(seconds: Int, failures: Int, String)
    case blockedPort(Int, String)
    case tooManyRedirects(String)
    case tooLarge(limit: Int, String)
    case timedOut(seconds: Int, String)
    case badEncoding(String)
    case unreachable(String, why: String)
}

extension FetchError: CustomStringConvertible {
    /// The address and what happened.
    public var description: String { "\(address): \(reason)" }

    public var address: String {
        switch self {
        case .badAddress(let address), .privateAddress(let address), .disallowedByRobots(let address), .status(_, let address),
            .busy(_, _, let address), .gone(let address), .resting(_, _, let address), .blockedPort(_, let address),
            .tooManyRedirects(let address), .tooLarge(_, let address), .timedOut(_, let address), .badEncoding(let address),
            .unreachable(let address, _):
            address
        }
    }

    /// A sentence for a person: what happened, and what can be done.
    public var reason: String {
        switch self {
        case .badAddress: "Not an http or https address."
        case .privateAddress:
            "A private or loopback address is not read from a public source; allow it with --allow-local or `allow-local: true` in the topic."
        case .disallowedByRobots: "The publisher's robots.txt asks not to read this address."
        case .status(let status, _): "The server answered \(status)."
        case .busy(let status, let seconds?, _): "The server answered \(status) and asks to be left alone for \(Self.span(seconds))."
        case .busy(let status, nil, _): "The server has too much to do (it answered \(status))."
        case .gone: "The publisher took it down for good (the server answered 410)."
        case .resting(let seconds, let failures, _):
            "Its host failed \(failures == 1 ? "once" : "\(failures) times in a row") and is left alone for \(Self.span(seconds)) more."
        case .blockedPort(let port, _): "Port \(port) belongs to another service than the web; browsers do not go there either."
        case .tooManyRedirects: "Redirected too often; the address may lead in a circle."
        case .tooLarge(let limit, _): "Larger than the limit of \(limit / 1_048_576) MiB."
        case .timedOut(let seconds, _): "No complete answer within \(seconds) seconds."
        case .badEncoding: "The answer is compressed and cannot be unpacked; it may be cut off."
        case .unreachable(_, let why): "\(why.prefix(1).uppercased())\(why.dropFirst())."
        }
    }
    /// "40 seconds", "5 minutes", "3 hours": for a person.
    private static func span(_ seconds: Int) -> String {
        switch seconds {
        case ..<2: "a second"
        case ..<120: "\(seconds) seconds"
        case ..<7200: "\((seconds + 59) / 60) minutes"
        default: "\((seconds + 3599) / 3600) hours"
        }
    }
}
