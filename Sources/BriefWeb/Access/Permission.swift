import Hummingbird
import Storage

/// What somebody must be allowed to do for a route to answer.
enum Permission: String, CaseIterable, Sendable {
    /// See what the library holds.
    case read
    /// Have a text checked.
    case audit
    /// Change topics, sources and what belongs together.
    case edit
    /// Keep users and settings.
    case administer
    /// Look after one's own account.
    case account
}

extension Role {
    func allows(_ permission: Permission) -> Bool {
        switch permission {
        case .read, .audit, .account: true
        case .edit: self >= .editor
        case .administer: self >= .admin
        }
    }
}

extension TokenScope {
    /// No token reaches an account, users or settings.
    var permission: Permission {
        switch self {
        case .read: .read
        case .audit: .audit
        case .write: .edit
        }
    }
}

/// Which routes ask for what: the one place that says it. A test goes over every route of the site and fails for one that is not named here.
enum RouteRule: Equatable, Sendable {
    /// Answers whoever asks.
    case open
    case asks(Permission)

    /// The rule of a route by its pattern, such as `/briefs/:topic`; nil for a route of no group named here, which is for administrators alone.
    static func named(_ method: HTTPRequest.Method, _ path: String) -> RouteRule? {
        let looks = method == .get || method == .head
        let segments = path.split(separator: "/")
        switch segments.first {
        case nil, "briefs", "stories", "people", "articles", "search", "sources", "sources.json", "topics", "events":
            // The forms of what only editors send are for editors.
            return .asks(looks && !["new", "edit", "remove"].contains(segments.last) ? .read : .edit)
        case "import": return .asks(.edit)
        case "audit", "audits": return .asks(.audit)
        case "api": return .asks(segments.last == "audits" ? .audit : looks ? .read : .edit)
        case "settings", "users", "log": return .asks(.administer)
        case "account", "sign-out": return .asks(.account)
        case "sign-in", "hub", "language": return .open
        default: return nil
        }
    }
}
