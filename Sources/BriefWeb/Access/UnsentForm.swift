import BriefRendering

/// A form that could not be taken because the session of its sender ended, with all that was in it, to be sent again.
struct UnsentForm {
    private let path: String
    private let fields: [(name: String, value: String)]?
    private let isSignedIn: Bool
    private let notice: String?

    /// Bytes of a form that are given back; who typed more has it still in the page before.
    static let longest = 256 << 10

    /// - Parameter body: nil for what is not given back.
    init(path: String, body: String?, isSignedIn: Bool, notice: String?) {
        self.path = path
        self.isSignedIn = isSignedIn
        self.notice = notice
        // Passwords are never written into a page.
        fields = body.map(FormText.fields(of:))?.filter { $0.name != FormToken.field && !$0.name.contains("password") }
    }

    func document() -> [UInt8] {
        let frame = isSignedIn ? PageFrame.site(current: nil, notice: notice) : .entrance(notice: notice)
        return Page.document(title: "Not sent yet", description: "A form to be sent again", frame: frame) { html in
            html.element("div", .class("empty")) { html in
                html.element("h1", .class("page"), text: "Not sent yet")
                html.element("p", text: reason)
                if !isSignedIn {
                    html.element("p") { html in
                        html.element("a", .href(SignInPage.link(next: .home)), .newPage, text: "Sign in on a new page")
                        html.text(", then come back to this one.")
                    }
                }
                if let fields { form(fields, in: &html) } else { goBack(in: &html) }
            }
        }
    }

    private var reason: String {
        isSignedIn
            ? "This form was opened before you last signed in. Nothing was changed. Look at it once more, and send it."
            : "Your session has ended, so nothing was changed. What you wrote is kept in this page."
    }

    private func form(_ fields: [(name: String, value: String)], in html: inout HTMLWriter) {
        let target = Link.site(segments: path.split(separator: "/").compactMap { FormText.decoded($0.utf8) })
        html.element("form", .action(target), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            for (place, field) in fields.enumerated() {
                html.element("label", .for("k\(place)"), text: field.name.shown())
                html.element("textarea", .id("k\(place)"), .fieldName(field.name), .rows(field.value.count > 80 ? 8 : 1)) { html in
                    // The first line break of a text area is no part of its text.
                    html.newline()
                    html.text(field.value)
                }
            }
            html.element("p") { $0.element("button", .class("btn"), text: "Send it again") }
        }
    }

    private func goBack(in html: inout HTMLWriter) {
        html.element("p", text: "Go back in your browser to have what you wrote, and send it again when you have signed in.")
    }
}
