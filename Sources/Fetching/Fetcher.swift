/// Gets one resource from the web. Politeness (robots.txt, per-host limits, private addresses) is the fetcher's duty,
/// so that no caller can forget it.
public protocol Fetcher: Sendable {
    /// - Throws: `FetchError`, one source's failure; never affects another request.
    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchOutcome

    /// What the robots.txt of an address's site says; the answer is kept, so asking again costs nothing.
    func siteRules(for address: String) async throws(FetchError) -> RobotsRules
}

/// Sends what a form holds: how a hub is asked to tell of changes.
public protocol FormSender: Sendable {
    /// Sent once: a POST is not repeated, and not sent on to where a server points.
    /// - Returns: the status the server answered with.
    /// - Throws: when it cannot be sent; an address is judged as for reading, except that robots.txt, which speaks of reading, is not asked.
    func send(_ fields: [FormField], to address: String) async throws(FetchError) -> Int
}

public struct FormField: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

public struct FetchRequest: Hashable, Sendable {
    /// Absolute http or https address.
    public let address: String
    /// From the last successful fetch; makes the request conditional.
    public let validators: Validators?
    /// `application/x-www-form-urlencoded`: makes the request a POST. Only a `FormSender` sends any.
    public let form: String?
    /// Whether robots.txt is asked first. It speaks of reading by machines, not of a file that a person asks for by its name.
    public let asksRobots: Bool

    public init(address: String, validators: Validators? = nil, asksRobots: Bool = true) {
        self.address = address
        self.validators = validators
        self.asksRobots = asksRobots
        form = nil
    }

    init(address: String, form: String) {
        self.address = address
        validators = nil
        asksRobots = false
        self.form = form
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
    /// - Parameter freshFor: seconds for which asking again is of no use, where the server says so.
    case notModified(freshFor: Int?)
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
    /// Seconds for which asking again is of no use, where the server says so (RFC 9111, 4.2).
    public let freshFor: Int?
    /// Where this is to be asked for from now on: the server moved it for good (301, 308).
    public let movedTo: String?
    /// What else the server said that readers use, by lower-case name: links, and the publisher's wishes.
    public let fields: [String: String]
    /// The licence that the site's robots.txt names (Really Simple Licensing), absolute.
    public let siteLicence: String?

    public init(
        requestedAddress: String, address: String, mediaType: String?, charset: String?, body: [UInt8], validators: Validators? = nil,
        freshFor: Int? = nil, movedTo: String? = nil, fields: [String: String] = [:],
        siteLicence: String? = nil
    ) {
        self.requestedAddress = requestedAddress
        self.address = address
        self.mediaType = mediaType
        self.charset = charset
        self.body = body
        self.validators = validators
        self.freshFor = freshFor
        self.movedTo = movedTo
        self.fields = fields
        self.siteLicence = siteLicence
    }
}
