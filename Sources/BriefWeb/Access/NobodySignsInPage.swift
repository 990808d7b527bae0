import BriefRendering
import Hummingbird

/// Stands in place of accounts and users where the library has none, and says how that changes.
struct NobodySignsInPage {
    let notice: String?

    func document() -> [UInt8] {
        Page.document(
            title: "Nobody signs in here", description: "How to let others in", frame: .site(current: nil, notice: notice)
        ) { html in
            html.element("div", .class("empty")) { html in
                html.element("h1", .class("page"), say: "Nobody signs in here")
                html.element(
                    "p", say: "This library has no users, so it is served on this machine alone, and whoever uses it here may do everything.")
                html.element("p", say: "To let others in, add a user on this machine. From then on everybody signs in.")
                html.element("p") { $0.element("code", text: "bigpicture user add NAME --role admin") }
                html.element("p") { $0.element("a", .href(.site()), say: "All topics") }
            }
        }
    }
}

extension SiteContext {
    /// What is shown in place of accounts and users; nil where people sign in.
    func nobodySignsIn(_ notice: String?) -> Response? {
        guard case .owner = visitor.pass else { return nil }
        return .page(NobodySignsInPage(notice: notice).document())
    }
}
