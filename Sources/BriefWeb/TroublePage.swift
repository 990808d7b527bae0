import BriefRendering

/// A page that says what went wrong and what can be done.
struct TroublePage {
    let status: Int
    let title: Phrase
    let advice: Phrase
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: title, description: Phrase("Error {number}", ["number": status]), frame: .site(current: nil, notice: notice)) { html in
            html.element("div", .class("empty")) { html in
                html.element("p", .class("kick"), say: "Error {number}", ["number": status])
                html.element("h1", .class("page"), say: title)
                html.element("p", say: advice)
                html.element("p") { $0.element("a", .href(.site()), say: "All topics") }
            }
        }
    }
}
