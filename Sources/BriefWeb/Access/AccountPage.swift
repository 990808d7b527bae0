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
    var done: String?
    var trouble: String?
    /// What was typed for a new token.
    var label = ""
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Account", description: "Your account", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), text: "Account")
            html.element("p", .class("sub")) { html in
                html.text("Signed in as ")
                html.element("b", text: user.name.rawValue)
                html.text(". " + user.role.words)
            }
            if let done { html.done(done) }
            if let trouble { html.trouble(trouble) }
            if let secret { show(secret, to: &html) }
            html.element("div", .class("acts")) { html in
                html.button("Sign out", to: .site("sign-out"))
                html.button("End all other sessions", to: .site("account", "sessions"))
                if user.role == .admin { html.element("a", .href(.site("users")), text: "Users of this library") }
            }
            html.element("section", .labelledBy("h-tokens")) { tokens(to: &$0) }
            html.element("section", .labelledBy("h-password")) { password(to: &$0) }
        }
    }

    private func show(_ secret: String, to html: inout HTMLWriter) {
        html.element("div", .role("status"), .class("said")) { html in
            html.element("p", text: "Your new token. It is shown this once: copy it now.")
            html.element("p") { $0.element("code", .class("secret"), text: secret) }
            html.element("p", .class("meta")) { html in
                html.text("A program sends it with each request, as ")
                html.element("code", text: "Authorization: Bearer TOKEN")
            }
        }
    }

    private func password(to html: inout HTMLWriter) {
        html.element("h2", .id("h-password"), text: "Change the password")
        html.element("form", .action(.site("account", "password")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.void("input", .type("hidden"), .name("user"), .autocomplete("username"), .value(user.name.rawValue))
            html.field("Password now", "old-password", type: "password", .autocomplete("current-password"), .maxLength(1_024), .required)
            html.newPassword()
            html.element("p") { $0.element("button", .class("btn"), text: "Change the password") }
            html.element("p", .class("meta"), text: "Every other browser you are signed in with is signed out. Tokens stay.")
        }
    }

    private func tokens(to html: inout HTMLWriter) {
        html.element("h2", .id("h-tokens"), text: "Tokens for programs")
        if tokens.isEmpty {
            html.element("p", text: "You have none. A program that asks this library in your name needs one.")
        } else {
            TokenTable(tokens: tokens, now: now).write(to: &html)
        }
        html.element("form", .action(.site("account", "tokens")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            html.field("What it is for", "label", .value(label), .maxLength(80), .required)
            html.element("fieldset") { html in
                html.element("legend", text: "What it may do")
                for scope in TokenScope.allCases where scope != .write || user.role >= .editor { check(scope, to: &html) }
            }
            html.element("label", .for("f-days"), text: "Days until it ends")
            html.void(
                "input", .id("f-days"), .name("days"), .type("number"), .value(String(Doorkeeper.usualToken)), .min(1),
                .max(Doorkeeper.longestToken), .required)
            html.element("p") { $0.element("button", .class("btn"), text: "Make a token") }
        }
    }

    private func check(_ scope: TokenScope, to html: inout HTMLWriter) {
        html.element("label", .class("check")) { html in
            if scope == .read {
                html.void("input", .type("checkbox"), .name("scope"), .value(scope.rawValue), .checked)
            } else {
                html.void("input", .type("checkbox"), .name("scope"), .value(scope.rawValue))
            }
            html.text(" " + scope.words)
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
                    html.element("p", .class("meta"), text: account(of: token))
                    html.button("Revoke", to: .site("account", "tokens", token.id), about: token.label)
                }
            }
        }
    }

    private func account(of token: StoredToken) -> String {
        let scopes = TokenScope.allCases.filter(token.scopes.contains).map(\.rawValue).joined(separator: ", ")
        let end = token.ends > now ? "Ends \(token.ends.day.inWords)." : "Ended \(token.ends.day.inWords)."
        let use = token.used.map { "Last used \($0.day.inWords)." } ?? "Never used."
        return "\(token.id): \(scopes). \(end) \(use)"
    }
}

extension Role {
    var words: String {
        switch self {
        case .reader: "You may read everything and have texts checked."
        case .editor: "You may read everything, and change topics, sources and stories."
        case .admin: "You may do everything, and keep users and settings."
        }
    }
}

extension TokenScope {
    fileprivate var words: String {
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
    mutating func button(_ label: String, to target: Link, about thing: String? = nil) {
        element("form", .action(target), .method("post"), .class("one")) { html in
            html.formToken()
            if let thing {
                html.element("button", .class("btn quiet"), .label(.verbatim("\(label): \(thing)")), text: label)
            } else {
                html.element("button", .class("btn quiet"), text: label)
            }
        }
    }

    /// A new password, twice.
    mutating func newPassword() {
        field(
            "New password", "new-password", type: "password", .autocomplete("new-password"), .describedBy("password-rule"),
            .minLength(PasswordFault.shortest), .maxLength(PasswordFault.longest), .required)
        element("p", .id("password-rule"), .class("meta"), text: "At least \(PasswordFault.shortest) characters. A few words in a row are good.")
        field("New password again", "again-password", type: "password", .autocomplete("new-password"), .maxLength(PasswordFault.longest), .required)
    }
}
