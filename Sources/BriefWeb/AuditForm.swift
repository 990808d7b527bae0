import BriefModel
import BriefRendering

/// The form that takes a brief written elsewhere.
struct AuditForm {
    /// What stands in the fields.
    struct Typed {
        var text = ""
        var address = ""
    }

    /// What was wrong with what was sent.
    struct Trouble: Sendable {
        let phrase: Phrase
        /// What fills `{reason}` in it: English in every language.
        let reason: String

        init(_ phrase: Phrase, reason: String = "") {
            self.phrase = phrase
            self.reason = reason
        }
    }

    var typed = Typed()
    var trouble: Trouble?
    /// Whether files and addresses are taken.
    var takesFiles = false
    let notice: String?

    /// Bytes of text that are checked at once.
    static let limit = 1 << 20

    func document() -> [UInt8] {
        Page.document(title: "Check a brief", description: "Paste a brief to check it line by line", frame: .site(current: .audit, notice: notice)) {
            html in
            html.element("h1", .class("page"), say: "Check a brief")
            html.element("p", .class("sub"), say: "Paste a text that someone else wrote. Each line is compared with what your library holds.")
            if let trouble {
                html.element("div", .class("said no"), .role("alert")) {
                    $0.element("p") {
                        $0.element("b") { $0.say(trouble.phrase, ["reason": { $0.text(trouble.reason.shown(upTo: 1_000), in: "en") }]) }
                    }
                }
            }
            let way: [Attribute] = [.action(.site("audit")), .method("post"), .accepts("utf-8"), .class("paste")]
            html.element("form", way + (takesFiles ? [.enctype("multipart/form-data")] : [])) { html in
                html.formToken()
                html.element("label", .for("text"), say: "Text or Markdown")
                let area: [Attribute] = [.id("text"), .name("text"), .rows(takesFiles ? 12 : 18), .maxLength(AuditForm.limit)]
                html.element("textarea", area + (takesFiles ? [] : [.required])) { html in
                    // A textarea drops the first line break in it.
                    if !typed.text.isEmpty { html.text("\n" + typed.text) }
                }
                if takesFiles { otherWays(to: &html) }
                html.element("p") { $0.element("button", .class("btn"), say: "Check it") }
                html.element("p", .class("meta"), say: "The text stays on this computer and is not stored.")
            }
        }
    }

    private func otherWays(to html: inout HTMLWriter) {
        html.element("div", .class("field")) { html in
            html.element("label", .for("file"), say: "Or a file")
            html.element("p", .class("meta"), .id("file-hint"), say: "Text, Markdown, a web page, a Word file or a PDF, up to 8 MiB.")
            html.void(
                "input", .id("file"), .name("file"), .type("file"), .accept(".txt,.md,.markdown,.html,.htm,.docx,.pdf,.eml"),
                .describedBy("file-hint"))
        }
        html.element("div", .class("field")) { html in
            html.element("label", .for("address"), say: "Or an address on the web")
            html.void("input", .id("address"), .name("address"), .type("url"), .value(typed.address), .placeholder(.verbatim("https://")))
        }
    }
}

/// How far the check of a long text is. With the script it goes on to the result by itself; without it the page is loaded again.
struct AuditWaitPage {
    let round: String
    let done: Int
    let total: Int
    let isTold: Bool
    let notice: String?

    func document() -> [UInt8] {
        var frame = PageFrame.site(current: .audit, notice: notice)
        if isTold { frame.live = .init(events: .events(of: EventStreams.own + round), editions: [], waits: true) }
        return Page.document(title: "Checking", description: "How far the check of your text is", frame: frame) { html in
            html.element("h1", .class("page"), say: "Checking your text")
            html.element("p", .id("work"), .class("sub"), .role("status")) { WorkState.checking(done: done, total: total).write(to: &$0) }
            html.element("p") { $0.element("a", .href(.site("audit", round)), say: "Look again") }
            html.element("p", .class("meta"), say: "The result is shown here, and is gone when this site is stopped.")
        }
    }
}

extension DocumentFault {
    var trouble: AuditForm.Trouble {
        switch self {
        case .file(let reason): .init("The file cannot be checked: {reason}", reason: reason)
        case .address(let reason): .init("The address cannot be checked: {reason}", reason: reason)
        case .emptyAddress: .init("The address gave nothing.")
        case .nearAddress: .init("Addresses of this machine and its network are not read from here.")
        case .check(let reason): .init("The check failed: {reason}", reason: reason)
        }
    }
}
