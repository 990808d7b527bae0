public import Storage

/// Why something about users is not done.
public enum AccessRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name or the password; which, nobody is told.
    case wrong
    /// So many seconds, after failures.
    case wait(seconds: Int64)
    /// Too many sign in at this moment.
    case busy
    case badName(String)
    case nameTaken(UserName)
    case noSuchUser(UserName)
    case firstIsAdmin
    case lastAdmin(UserName)
    case password(PasswordFault)
    case badLabel
    case noScope
    case badDays
    case tooManyTokens
    case noSuchToken
    case storage(StorageError)

    public var description: String {
        switch self {
        case .wrong: "The name or the password is not right."
        case .wait(let seconds): "There were too many tries. Try again in \(Self.time(seconds))."
        case .busy: "Too many people are signing in at this moment. Try again."
        case .badName(let name):
            "“\(name)” is no name for a user: 1 to 64 letters (a to z), digits, points, hyphens, underscores and @, a letter or digit first."
        case .nameTaken(let name): "There is a user “\(name)” already."
        case .noSuchUser(let name): "There is no user “\(name)”."
        case .firstIsAdmin: "The first user has to be an admin, or nobody could add the next one."
        case .lastAdmin(let name): "“\(name)” is the only admin. Make another user an admin first."
        case .password(let fault): fault.description
        case .badLabel: "A token needs a name of 1 to 80 characters, so that it can be told from others."
        case .noScope: "A token needs something it may be used for."
        case .badDays: "A token lasts 1 to \(Doorkeeper.longestToken) days."
        case .tooManyTokens: "A user has at most \(Doorkeeper.mostTokens) tokens. Revoke some that are not in use."
        case .noSuchToken: "There is no such token."
        case .storage(let error): error.description
        }
    }

    private static func time(_ seconds: Int64) -> String {
        if seconds < 100 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        return "\((seconds + 59) / 60) minutes"
    }
}
