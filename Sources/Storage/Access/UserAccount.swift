public import BriefModel

/// What a user is called: letters of ASCII, digits, `.`, `_`, `-` and `@`, in lower case.
public struct UserName: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for what is no name. Case is not told apart.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), let first = bytes.first, Self.isLetterOrDigit(first) else { return nil }
        guard bytes.allSatisfy({ Self.isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x40 }) else { return nil }
        rawValue = text.lowercased()
    }

    /// The name that no user has.
    public static let nobody = UserName(rawValue: "")

    private init(rawValue: String) { self.rawValue = rawValue }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}

/// Somebody who may sign in.
public struct UserAccount: Hashable, Sendable {
    public let name: UserName
    public var role: Role
    /// A hash with its salt and its parameters, in the form of the Password Hashing Competition: `$scrypt$ln=16,r=8,p=1$salt$hash`.
    public var password: String
    public let added: Timestamp

    public init(name: UserName, role: Role, password: String, added: Timestamp) {
        self.name = name
        self.role = role
        self.password = password
        self.added = added
    }
}

/// Somebody signed in, in one browser.
public struct StoredSession: Hashable, Sendable {
    /// The hash of its secret name.
    public let key: [UInt8]
    public let user: UserName
    public let begun: Timestamp
    /// When it was last used, to some minutes.
    public var seen: Timestamp

    public init(key: [UInt8], user: UserName, begun: Timestamp, seen: Timestamp) {
        self.key = key
        self.user = user
        self.begun = begun
        self.seen = seen
    }
}

/// What a program shows to be answered in a user's name.
public struct StoredToken: Hashable, Sendable {
    /// By which it is listed and revoked; no secret.
    public let id: String
    /// The hash of the secret.
    public let key: [UInt8]
    public let user: UserName
    /// What its user calls it.
    public let label: String
    public let scopes: Set<TokenScope>
    public let made: Timestamp
    public let ends: Timestamp
    /// When it was last used, to some minutes; nil when never.
    public var used: Timestamp?

    public init(
        id: String, key: [UInt8], user: UserName, label: String, scopes: Set<TokenScope>, made: Timestamp, ends: Timestamp, used: Timestamp? = nil
    ) {
        self.id = id
        self.key = key
        self.user = user
        self.label = label
        self.scopes = scopes
        self.made = made
        self.ends = ends
        self.used = used
    }
}
