import BriefRendering

/// Name and password, and where to go after.
struct SignInPage {
    let next: LocalPath
    /// As it was typed.
    var name = ""
    /// Why it did not work.
    var trouble: Phrase?
    /// Whether anybody can sign in at all.
    var hasUsers = true
    let notice: String?

    static func link(next: LocalPath) -> Link {
        if next == .home { return .site("sign-in") }
        let way: (name: StaticString, value: String) = ("next", next.text)
        return .site("sign-in", query: [way])
    }

    func document() -> [UInt8] {
        Page.document(title: "Sign in", description: "Sign in to this library", frame: .entrance(notice: notice)) { html in
            html.element("div", .class("empty")) { html in
                html.element("h1", .class("page"), say: "Sign in")
                if let trouble { html.trouble(trouble) }
                if hasUsers { form(to: &html) } else { nobody(to: &html) }
            }
        }
    }

    private func form(to html: inout HTMLWriter) {
        html.element("form", .action(.site("sign-in")), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.void("input", .type("hidden"), .name("next"), .value(next.text))
            html.field(Phrase("Name", context: "of a user"), "user", .autocomplete("username"), .value(name), .maxLength(64), .required)
            html.field("Password", "password", type: "password", .autocomplete("current-password"), .maxLength(1_024), .required)
            html.element("p") { $0.element("button", .class("btn"), say: "Sign in") }
        }
        html.element("p", .class("meta"), say: "Forgotten? Whoever keeps this library can give you a new password.")
    }

    private func nobody(to html: inout HTMLWriter) {
        html.element("p") { html in
            html.say(
                "Nobody can sign in yet. On the machine that serves this library, add a user: {command}",
                ["command": { $0.element("code", text: "bigpicture user add NAME --role admin") }])
        }
    }
}

extension PageFrame {
    /// Of pages for who has not come in: nothing leads on from them.
    static func entrance(notice: String?) -> PageFrame {
        var frame = PageFrame.site(current: nil, notice: notice)
        frame.navigation = []
        return frame
    }
}

extension HTMLWriter {
    /// A field of a form under its label.
    mutating func field(_ label: Phrase, _ name: StaticString, type: StaticString = "text", _ attributes: Attribute...) {
        element("label", .for("f-\(name)"), say: label)
        void("input", [.id("f-\(name)"), .name(name), .type(type)] + attributes)
    }

    /// Why something did not work, said at once by what reads pages aloud.
    mutating func trouble(_ words: Phrase) { element("p", .role("alert"), .class("said"), say: words) }

    /// What was done.
    mutating func done(_ words: Phrase) { element("p", .role("status"), .class("said"), say: words) }
}
