import BriefRendering

extension HTMLWriter {
    /// Goes into every form that is sent by POST, as its first field. It ties the form to the session of whom the page is written for, so that no page
    /// elsewhere can send it in their name (CSRF); `SiteGuard` refuses a form without it. Where nobody signs in it writes nothing.
    ///
    ///     html.element("form", .action(.site("topics")), .method("post")) { html in
    ///         html.formToken()
    ///         …
    ///
    /// It may be used in forms of both encodings, `application/x-www-form-urlencoded` and `multipart/form-data`.
    mutating func formToken() {
        guard let token = Visitor.current.formToken else { return }
        void("input", .type("hidden"), .name(FormToken.field), .value(token))
    }
}

enum FormToken {
    static let field: StaticString = "form-token"
}
