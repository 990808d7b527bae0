/// Gets one resource from the web. Politeness (robots.txt, per-host limits, private addresses) is the fetcher's duty,
/// so that no caller can forget it.
public protocol Fetcher: Sendable {
    /// - Throws: `FetchError`, one source's failure; never affects another request.
    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome
}

public struct FetchRequest: Hashable, Sendable {
    /// Absolute http or https address.
    public let address: String
    /// From the last successful fetch; makes the request conditional.
    public let validators: Validators?

    public init(address: String, validators: Validators? = nil) {
        self.address = address
        self.validators = validators
    }
}

/// What a server gave to ask "has it changed?" with (RFC 9110, 13.1).
public struct Validators: Hashable, Sendable, Codable {
    public let entityTag: String?
    public let lastModified: String?

    public init(entityTag: String?, lastModified: String?) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}

public enum FetchOutcome: Hashable, Sendable {
    case fetched(Resource)
    case notModified
}

/// Bytes as a server sent them, content encoding removed.
public struct Resource: Hashable, Sendable {
    public let requestedAddress: String
    /// After redirects.
    public let address: String
    /// `text/html`, lower case, without parameters; nil when not declared.
    public let mediaType: String?
    /// The charset parameter of Content-Type, as declared.
    public let charset: String?
    public let body: [UInt8]
    public let validators: Validators?

    public init(requestedAddress: String, address: String, mediaType: String?, charset: String?, body: [UInt8], validators: Validators? = nil) {
        self.requestedAddress = requestedAddress
        self.address = address
        self.mediaType = mediaType
        self.charset = charset
        self.body = body
        self.validators = validators
    }
}

/// Why a resource could not be had. Every case can be shown to a person as it is.
public enum FetchError: Error, Hashable, Sendable {
    case badAddress(String)
    case privateAddress(String)
    case disallowedByRobots(String)
    case status(Int, String)
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
        case .tooManyRedirects: "Redirected too often; the address may lead in a circle."
        case .tooLarge(let limit, _): "Larger than the limit of \(limit / 1_048_576) MiB."
        case .timedOut(let seconds, _): "No complete answer within \(seconds) seconds."
        case .badEncoding: "The answer is compressed and cannot be unpacked; it may be cut off."
        case .unreachable(_, let why): "\(why.prefix(1).uppercased())\(why.dropFirst())."
        }
    }
}
