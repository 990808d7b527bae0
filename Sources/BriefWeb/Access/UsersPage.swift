import Access
import BriefModel
import BriefRendering
import Storage

/// The users of a library, and a form for a new one.
struct UsersPage {
    let users: [UserAccount]
    /// Who did what last.
    let events: [NotedEvent]
    var done: Phrase?
    var trouble: Phrase?
    /// What was typed for a new user.
    var name = ""
    var role = Role.reader
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Users", description: "Who may do what in this library", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Users")
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            html.element("ul", .class("rows")) { html in
                for user in users {
                    html.element("li") { html in
                        html.element("a", .href(.site("users", user.name.rawValue)), text: user.name.rawValue)
                        html.element("p", .class("meta"), say: user.line)
                    }
                }
            }
            html.element("section", .labelledBy("h-new")) { add(to: &$0) }
            html.element("section", .labelledBy("h-log")) { html in
                html.element("h2", .id("h-log"), say: "Who did what")
                EventList(events: events).write(to: &html)
                html.element("p", .class("meta")) { $0.element("a", .href(.site("log")), say: "All of it") }
            }
        }
    }

    private func add(to html: inout HTMLWriter) {
        html.element("h2", .id("h-new"), say: "Add a user")
        html.element("form", .action(.site("users")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.field(Phrase("Name", context: "of a user"), "user", .autocomplete("off"), .value(name), .maxLength(64), .required)
            html.roles(role)
            html.newPassword()
            html.element("p") { $0.element("button", .class("btn"), say: "Add the user") }
        }
    }
}

/// One user: role, a new password, and removal.
struct UserPage {
    let user: UserAccount
    let tokens: [StoredToken]
    let now: Timestamp
    var done: Phrase?
    var trouble: Phrase?
    let notice: String?

    func document() -> [UInt8] {
        let name = user.name.rawValue
        return Page.document(title: name, description: "A user of this library", frame: .site(current: nil, notice: notice)) { html in
            html.element("p", .class("kick")) { $0.element("a", .href(.site("users")), say: "Users") }
            html.element("h1", .class("page"), text: name)
            html.element("p", .class("sub"), say: user.line)
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            html.element("form", .action(.site("users", name, "role")), .method("post"), .class("fields")) { html in
                html.formToken()
                html.roles(user.role)
                html.element("p") { $0.element("button", .class("btn"), say: "Change the role") }
            }
            if !tokens.isEmpty {
                html.element("section", .labelledBy("h-tokens")) { html in
                    html.element("h2", .id("h-tokens"), say: "Tokens")
                    TokenTable(tokens: tokens, now: now).write(to: &html)
                }
            }
            html.element("h2", say: "Give a new password")
            html.element("form", .action(.site("users", name, "password")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
                html.formToken()
                html.newPassword()
                html.element("p") { $0.element("button", .class("btn"), say: "Give the password") }
                html.element("p", .class("meta"), say: "It signs the user out everywhere.")
            }
            html.element("h2", say: "Remove the user")
            html.element("form", .action(.site("users", name, "remove")), .method("post"), .class("fields")) { html in
                html.formToken()
                html.element("label", .class("check")) { html in
                    html.void("input", .type("checkbox"), .name("sure"), .value("yes"), .required)
                    html.text(" ")
                    html.say("Remove this user with all sessions and tokens. What the user did stays in the log.")
                }
                html.element("p") { $0.element("button", .class("btn"), say: "Remove the user") }
            }
        }
    }
}

/// Who did what, all that is kept, a page at a time.
struct LogPage {
    let events: [NotedEvent]
    /// From where the next page goes on; nil on the last.
    let next: Int?
    /// For how many days entries are kept.
    var days = AccessLog.days
    let notice: String?

    static let atOnce = 100

    func document() -> [UInt8] {
        Page.document(title: "Who did what", description: "What the users of this library did", frame: .site(current: nil, notice: notice)) { html in
            html.element("p", .class("kick")) { $0.element("a", .href(.site("users")), say: "Users") }
            html.element("h1", .class("page"), say: "Who did what")
            html.element(
                "p", .class("sub"), say: "Kept for {days} days, the last {count} entries for good.",
                ["days": days, "count": AccessLog.kept])
            EventList(events: events).write(to: &html)
            if let next {
                html.element("p") { $0.element("a", .href(.site("log", query: [("before", String(next))])), say: "Earlier entries") }
            }
        }
    }
}

struct EventList {
    let events: [NotedEvent]

    func write(to html: inout HTMLWriter) {
        guard !events.isEmpty else { return html.element("p", say: "Nothing was noted yet.") }
        html.element("ul", .class("rows")) { html in
            for noted in events {
                let event = noted.event
                html.element("li") { html in
                    let isOfOthers = event.kind == .signedOut && !event.subject.isEmpty
                    let kind = isOfOthers ? "Ended all other sessions" : event.kind.phrase
                    let deed: (inout HTMLWriter) -> Void = { $0.element("b", say: kind) }
                    if event.subject.isEmpty || isOfOthers {
                        deed(&html)
                    } else {
                        html.say(Phrase("{what}: {thing}", ["thing": event.subject.shown()]), ["what": deed])
                    }
                    html.element("p", .class("meta"), say: .sentences([Phrase("{moment}.", ["moment": event.moment]), place(of: event)]))
                }
            }
        }
    }

    private func place(of event: AccessEvent) -> Phrase {
        let who = event.user.map { Phrase.verbatim($0.rawValue) } ?? (event.address == nil ? "At the machine" : "Nobody known")
        return event.address.map { Phrase("{who}, from {address}.", ["who": who, "address": $0]) } ?? Phrase("{sentence}.", ["sentence": who])
    }
}

extension AccessEvent.Kind {
    fileprivate var phrase: Phrase {
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

extension UserAccount {
    fileprivate var line: Phrase { Phrase("{role}. Added on {day}.", ["role": role.title, "day": added.day]) }
}

extension Role {
    fileprivate var title: Phrase {
        switch self {
        case .reader: Phrase("Reader", context: "role")
        case .editor: Phrase("Editor", context: "role")
        case .admin: Phrase("Admin", context: "role")
        }
    }

    fileprivate var scope: Phrase {
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
            html.element("legend", say: "Role")
            for role in Role.allCases {
                html.element("label", .class("check")) { html in
                    if role == chosen {
                        html.void("input", .type("radio"), .name("role"), .value(role.rawValue), .required, .checked)
                    } else {
                        html.void("input", .type("radio"), .name("role"), .value(role.rawValue), .required)
                    }
                    html.text(" ")
                    html.say(role.scope)
                }
            }
        }
    }
}
