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
                html.element("h1", .class("page"), say: "Not sent yet")
                html.element("p", say: reason)
                if !isSignedIn {
                    html.element("p") { html in
                        html.say(
                            "{sign-in}, then come back to this one.",
                            ["sign-in": { $0.element("a", .href(SignInPage.link(next: .home)), .newPage, say: "Sign in on a new page") }])
                    }
                }
                if let fields { form(fields, in: &html) } else { goBack(in: &html) }
            }
        }
    }

    private var reason: Phrase {
        isSignedIn
            ? "This form was opened before you last signed in. Nothing was changed. Look at it once more, and send it."
            : "Your session has ended, so nothing was changed. What you wrote is kept in this page."
    }

    private func form(_ fields: [(name: String, value: String)], in html: inout HTMLWriter) {
        let target = Link.site(segments: path.split(separator: "/").compactMap { FormText.decoded($0.utf8) })
        html.element("form", .action(target), .method("post"), .accepts("utf-8"), .class("fields")) { html in
            html.formToken()
            for (place, field) in fields.enumerated() {
                label(of: field.name, for: "k\(place)", to: &html)
                html.element("textarea", .id("k\(place)"), .fieldName(field.name), .rows(field.value.count > 80 ? 8 : 1)) { html in
                    // The first line break of a text area is no part of its text.
                    html.newline()
                    html.text(field.value)
                }
            }
            html.element("p") { $0.element("button", .class("btn"), say: "Send it again") }
        }
    }

    /// As the form that it was typed into has it, where that is known.
    private func label(of field: String, for id: String, to html: inout HTMLWriter) {
        if let label = Self.labels[field] {
            html.element("label", .for(id), say: label)
        } else {
            html.element("label", .for(id), .language("en"), text: field.shown())
        }
    }

    private static let labels: [String: Phrase] = [
        "title": "Title", "question": "Guiding question", "sources": "Sources", "include": "Words that speak for an article",
        "exclude": "Words that rule an article out", "series": "Series", "words": "Length in words", "schedule": "New editions",
        "text": "Text or Markdown", "address": "Or an address on the web", "user": Phrase("Name", context: "of a user"), "label": "What it is for",
    ]

    private func goBack(in html: inout HTMLWriter) {
        html.element("p", say: "Go back in your browser to have what you wrote, and send it again when you have signed in.")
    }
}
