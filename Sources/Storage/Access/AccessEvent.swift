public import BriefModel

/// What somebody did, for those who answer for the library.
public struct AccessEvent: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case signedIn = "signed-in"
        case signInFailed = "sign-in-failed"
        case signedOut = "signed-out"
        case userAdded = "user-added"
        case userRemoved = "user-removed"
        case roleChanged = "role-changed"
        case passwordChanged = "password-changed"
        case tokenAdded = "token-added"
        case tokenRevoked = "token-revoked"
        /// Something of the library was changed.
        case edited
        /// A text was given to be checked.
        case audited
    }

    public let moment: Timestamp
    public let kind: Kind
    /// Who did it; nil for whoever works at the machine itself, and for nobody we know.
    public let user: UserName?
    /// From where; nil for the machine itself.
    public let address: String?
    /// On whom or on what; empty where the kind says it all.
    public let subject: String

    public init(moment: Timestamp, kind: Kind, user: UserName? = nil, address: String? = nil, subject: String = "") {
        self.moment = moment
        self.kind = kind
        self.user = user
        self.address = address
        self.subject = String(subject.prefix(200))
    }
}

/// An event as it is kept.
public struct NotedEvent: Hashable, Sendable {
    /// Later ones have higher numbers.
    public let number: Int
    public let event: AccessEvent

    public init(number: Int, event: AccessEvent) {
        self.number = number
        self.event = event
    }
}
