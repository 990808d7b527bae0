import Access
import BriefModel
import BriefRendering
import Storage

/// A user's own account: the password, and tokens for programs.
struct AccountPage {
    let user: UserAccount
    let tokens: [StoredToken]
    let now: Timestamp
    /// A token made just now: shown this once.
    var secret: String?
    var done: Phrase?
    var trouble: Phrase?
    /// What was typed for a new token.
    var label = ""
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Account", description: "Your account", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Account")
            html.element("p", .class("sub")) { html in
                html.say(
                    Phrase("Signed in as {name}. {rights}", ["rights": user.role.rights]),
                    ["name": { $0.element("b", text: user.name.rawValue) }])
            }
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            if let secret { show(secret, to: &html) }
            html.element("div", .class("acts")) { html in
                html.button("Sign out", to: .site("sign-out"))
                html.button("End all other sessions", to: .site("account", "sessions"))
                if user.role == .admin { html.element("a", .href(.site("users")), say: "Users of this library") }
            }
            html.element("section", .labelledBy("h-tokens")) { tokens(to: &$0) }
            html.element("section", .labelledBy("h-password")) { password(to: &$0) }
        }
    }

    private func show(_ secret: String, to html: inout HTMLWriter) {
        html.element("div", .role("status"), .class("said")) { html in
            html.element("p", say: "Your new token. It is shown this once: copy it now.")
            html.element("p") { $0.element("code", .class("secret"), text: secret) }
            html.element("p", .class("meta")) { html in
                html.say(
                    "A program sends it with each request, as {field}",
                    ["field": { $0.element("code", text: "Authorization: Bearer TOKEN") }])
            }
        }
    }

    private func password(to html: inout HTMLWriter) {
        html.element("h2", .id("h-password"), say: "Change the password")
        html.element("form", .action(.site("account", "password")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.void("input", .type("hidden"), .name("user"), .autocomplete("username"), .value(user.name.rawValue))
            html.field("Password now", "old-password", type: "password", .autocomplete("current-password"), .maxLength(1_024), .required)
            html.newPassword()
            html.element("p") { $0.element("button", .class("btn"), say: "Change the password") }
            html.element("p", .class("meta"), say: "Every other browser you are signed in with is signed out. Tokens stay.")
        }
    }

    private func tokens(to html: inout HTMLWriter) {
        html.element("h2", .id("h-tokens"), .class("after"), say: "Tokens for programs")
        if tokens.isEmpty {
            html.element("p", say: "You have none. A program that asks this library in your name needs one.")
        } else {
            TokenTable(tokens: tokens, now: now).write(to: &html)
        }
        html.element("form", .action(.site("account", "tokens")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.field("What it is for", "label", .value(label), .maxLength(80), .required)
            html.element("fieldset") { html in
                html.element("legend", say: "What it may do")
                for scope in TokenScope.allCases where scope != .write || user.role >= .editor { check(scope, to: &html) }
            }
            html.element("label", .for("f-days"), say: "Days until it ends")
            html.void(
                "input", .id("f-days"), .name("days"), .type("number"), .value(String(Doorkeeper.usualToken)), .min(1),
                .max(Doorkeeper.longestToken), .required)
            html.element("p") { $0.element("button", .class("btn"), say: "Make a token") }
        }
    }

    private func check(_ scope: TokenScope, to html: inout HTMLWriter) {
        html.element("label", .class("check")) { html in
            if scope == .read {
                html.void("input", .type("checkbox"), .name("scope"), .value(scope.rawValue), .checked)
            } else {
                html.void("input", .type("checkbox"), .name("scope"), .value(scope.rawValue))
            }
            html.text(" ")
            html.say(scope.words)
        }
    }
}

/// Tokens with what they may do and when they end, each with a button that revokes it.
struct TokenTable {
    let tokens: [StoredToken]
    let now: Timestamp

    func write(to html: inout HTMLWriter) {
        html.element("ul", .class("rows")) { html in
            for token in tokens {
                html.element("li") { html in
                    html.element("b", text: token.label)
                    html.element("p", .class("meta"), say: account(of: token))
                    html.button(Phrase("Revoke", context: "button"), to: .site("account", "tokens", token.id), about: token.label)
                }
            }
        }
    }

    private func account(of token: StoredToken) -> Phrase {
        let scopes = Phrase.series(TokenScope.allCases.filter(token.scopes.contains).map(\.title))
        let end =
            token.ends > now ? Phrase("Ends on {day}.", ["day": token.ends.day]) : Phrase("Ended on {day}.", ["day": token.ends.day])
        let use = token.used.map { Phrase("Last used on {day}.", ["day": $0.day]) } ?? "Never used."
        return .sentences([Phrase("{token}: {scopes}.", ["token": token.id, "scopes": scopes]), end, use])
    }
}

extension Role {
    /// What a user of it is told.
    fileprivate var rights: Phrase {
        switch self {
        case .reader: "You may read everything and have texts checked."
        case .editor: "You may read everything, and change topics, sources and stories."
        case .admin: "You may do everything, and keep users and settings."
        }
    }
}

extension TokenScope {
    fileprivate var title: Phrase {
        switch self {
        case .read: Phrase("read", context: "what a token may do")
        case .audit: Phrase("audit", context: "what a token may do")
        case .write: Phrase("write", context: "what a token may do")
        }
    }

    fileprivate var words: Phrase {
        switch self {
        case .read: "Read: see what the library holds"
        case .audit: "Audit: have texts checked"
        case .write: "Write: change topics, sources and stories"
        }
    }
}

extension HTMLWriter {
    /// A form of one button.
    /// - Parameter thing: what it is done to, where several stand below each other; heard, not seen.
    mutating func button(_ label: Phrase, to target: Link, about thing: String? = nil) {
        element("form", .action(target), .method("post"), .class("one")) { html in
            html.formToken()
            if let thing {
                let told = Phrase("{what}: {thing}", ["what": label, "thing": thing])
                html.element("button", .class("btn quiet"), .label(told), say: label)
            } else {
                html.element("button", .class("btn quiet"), say: label)
            }
        }
    }

    /// A new password, twice.
    mutating func newPassword() {
        field(
            "New password", "new-password", type: "password", .autocomplete("new-password"), .describedBy("password-rule"),
            .minLength(PasswordFault.shortest), .maxLength(PasswordFault.longest), .required)
        element(
            "p", .id("password-rule"), .class("meta"), say: "At least {count} characters. A few words in a row are good.",
            ["count": PasswordFault.shortest])
        field("New password again", "again-password", type: "password", .autocomplete("new-password"), .maxLength(PasswordFault.longest), .required)
    }
}
