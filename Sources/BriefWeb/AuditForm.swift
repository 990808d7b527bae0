import BriefRendering

/// The form that takes a brief written elsewhere.
struct AuditForm {
    let notice: String?

    /// Bytes of text that are checked at once.
    static let limit = 1 << 20

    func document() -> [UInt8] {
        Page.document(title: "Check a brief", description: "Paste a brief to check it line by line", frame: .site(current: .audit, notice: notice)) {
            html in
            html.element("h1", .class("page"), text: "Check a brief")
            html.element("p", .class("sub"), text: "Paste a text that someone else wrote. Each line is compared with what your library holds.")
            html.element("form", .action(.site("audit")), .method("post"), .accepts("utf-8"), .class("paste")) { html in
                html.formToken()
                html.element("label", .for("text"), text: "Text or Markdown")
                html.element("textarea", .id("text"), .name("text"), .rows(18), .maxLength(AuditForm.limit), .required) { _ in }
                html.element("p") { $0.element("button", .class("btn"), text: "Check it") }
                html.element("p", .class("meta"), text: "The text stays on this computer and is not stored.")
            }
        }
    }
}
