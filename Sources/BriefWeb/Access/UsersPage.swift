import Access
import BriefModel
import BriefRendering
import Storage

/// The users of a library, and a form for a new one.
struct UsersPage {
    let users: [UserAccount]
    /// Who did what last.
    let events: [NotedEvent]
    var done: String?
    var trouble: String?
    /// What was typed for a new user.
    var name = ""
    var role = Role.reader
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Users", description: "Who may do what in this library", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), text: "Users")
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            html.element("ul", .class("rows")) { html in
                for user in users {
                    html.element("li") { html in
                        html.element("a", .href(.site("users", user.name.rawValue)), text: user.name.rawValue)
                        html.element("p", .class("meta"), text: "\(user.role.title). Added \(user.added.day.inWords).")
                    }
                }
            }
            html.element("section", .labelledBy("h-new")) { add(to: &$0) }
            html.element("section", .labelledBy("h-log")) { html in
                html.element("h2", .id("h-log"), text: "Who did what")
                EventList(events: events).write(to: &html)
                html.element("p", .class("meta")) { $0.element("a", .href(.site("log")), say: "All of it") }
            }
        }
    }

    private func add(to html: inout HTMLWriter) {
        html.element("h2", .id("h-new"), text: "Add a user")
        html.element("form", .action(.site("users")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.field("Name", "user", .autocomplete("off"), .value(name), .maxLength(64), .required)
            html.roles(role)
            html.newPassword()
            html.element("p") { $0.element("button", .class("btn"), text: "Add the user") }
        }
    }
}

/// One user: role, a new password, and removal.
struct UserPage {
    let user: UserAccount
    let tokens: [StoredToken]
    let now: Timestamp
    var done: String?
    var trouble: String?
    let notice: String?

    func document() -> [UInt8] {
        let name = user.name.rawValue
        return Page.document(title: name, description: "A user of this library", frame: .site(current: nil, notice: notice)) { html in
            html.element("p", .class("kick")) { $0.element("a", .href(.site("users")), text: "Users") }
            html.element("h1", .class("page"), text: name)
            html.element("p", .class("sub"), text: "\(user.role.title). Added \(user.added.day.inWords).")
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            html.element("form", .action(.site("users", name, "role")), .method("post"), .class("fields")) { html in
                html.formToken()
                html.roles(user.role)
                html.element("p") { $0.element("button", .class("btn"), text: "Change the role") }
            }
            if !tokens.isEmpty {
                html.element("section", .labelledBy("h-tokens")) { html in
                    html.element("h2", .id("h-tokens"), text: "Tokens")
                    TokenTable(tokens: tokens, now: now).write(to: &html)
                }
            }
            html.element("h2", text: "Give a new password")
            html.element("form", .action(.site("users", name, "password")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
                html.formToken()
                html.newPassword()
                html.element("p") { $0.element("button", .class("btn"), text: "Give the password") }
                html.element("p", .class("meta"), text: "It signs the user out everywhere.")
            }
            html.element("h2", text: "Remove the user")
            html.element("form", .action(.site("users", name, "remove")), .method("post"), .class("fields")) { html in
                html.formToken()
                html.element("label", .class("check")) { html in
                    html.void("input", .type("checkbox"), .name("sure"), .value("yes"), .required)
                    html.text(" Remove this user with all sessions and tokens. What the user did stays in the log.")
                }
                html.element("p") { $0.element("button", .class("btn"), text: "Remove the user") }
            }
        }
    }
}

/// Who did what, all that is kept, a page at a time.
struct LogPage {
    let events: [NotedEvent]
    /// From where the next page goes on; nil on the last.
    let next: Int?
    let notice: String?

    static let atOnce = 100

    func document() -> [UInt8] {
        Page.document(title: "Who did what", description: "What the users of this library did", frame: .site(current: nil, notice: notice)) { html in
            html.element("p", .class("kick")) { $0.element("a", .href(.site("users")), text: "Users") }
            html.element("h1", .class("page"), text: "Who did what")
            html.element("p", .class("sub"), text: "Kept for \(AccessLog.days) days, the last \(AccessLog.kept) entries for good.")
            EventList(events: events).write(to: &html)
            if let next {
                html.element("p") { $0.element("a", .href(.site("log", query: [("before", String(next))])), text: "Earlier entries") }
            }
        }
    }
}

struct EventList {
    let events: [NotedEvent]

    func write(to html: inout HTMLWriter) {
        guard !events.isEmpty else { return html.element("p", text: "Nothing was noted yet.") }
        html.element("ul", .class("rows")) { html in
            for noted in events {
                let event = noted.event
                html.element("li") { html in
                    html.element("b", text: event.kind.words)
                    if !event.subject.isEmpty { html.text(": " + event.subject.shown()) }
                    html.element("p", .class("meta")) { html in
                        html.moment(event.moment)
                        html.text(". " + place(of: event))
                    }
                }
            }
        }
    }

    private func place(of event: AccessEvent) -> String {
        let who = event.user?.rawValue ?? (event.address == nil ? "At the machine" : "Nobody known")
        return "\(who)\(event.address.map { ", from \($0)" } ?? "")."
    }
}

extension AccessEvent.Kind {
    var words: String {
        switch self {
        case .signedIn: "Signed in"
        case .signInFailed: "Failed to sign in"
        case .signedOut: "Signed out"
        case .userAdded: "Added a user"
        case .userRemoved: "Removed a user"
        case .roleChanged: "Changed a role"
        case .passwordChanged: "Changed a password"
        case .tokenAdded: "Made a token"
        case .tokenRevoked: "Revoked a token"
        case .edited: "Changed something"
        case .audited: "Had a text checked"
        }
    }
}

extension Role {
    var title: String {
        switch self {
        case .reader: "Reader"
        case .editor: "Editor"
        case .admin: "Admin"
        }
    }

    fileprivate var scope: String {
        switch self {
        case .reader: "Reader: sees everything and has texts checked"
        case .editor: "Editor: also changes topics, sources and stories"
        case .admin: "Admin: also keeps users, tokens and settings"
        }
    }
}

extension HTMLWriter {
    /// A choice of roles.
    fileprivate mutating func roles(_ chosen: Role) {
        element("fieldset") { html in
            html.element("legend", text: "Role")
            for role in Role.allCases {
                html.element("label", .class("check")) { html in
                    if role == chosen {
                        html.void("input", .type("radio"), .name("role"), .value(role.rawValue), .required, .checked)
                    } else {
                        html.void("input", .type("radio"), .name("role"), .value(role.rawValue), .required)
                    }
                    html.text(" " + role.scope)
                }
            }
        }
    }
}
