import BriefRendering

/// A page that says what went wrong and what can be done.
struct TroublePage {
    let status: Int
    let title: String
    let advice: String
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: title, description: "Error \(status)", frame: .site(current: nil, notice: notice)) { html in
            html.element("div", .class("empty")) { html in
                html.element("p", .class("kick"), text: "Error \(status)")
                html.element("h1", .class("page"), text: title)
                html.element("p", text: advice)
                html.element("p") { $0.element("a", .href(.site()), text: "All topics") }
            }
        }
    }
}
