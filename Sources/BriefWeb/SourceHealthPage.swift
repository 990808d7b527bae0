import BriefModel
import BriefRendering
import Storage

/// Every source and how it is doing, what to look at first before the rest.
struct SourceHealthPage {
    let states: [SourceState]
    let now: Timestamp
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Sources", description: "How the sources are doing", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Sources")
            guard !states.isEmpty else { return html.element("p", .class("lead"), say: "Nothing was read yet.") }
            let fine = states.count { $0.condition(at: now) == .good }
            html.element("p", .class("lead"), say: "{fine} of {count} are doing well.", ["fine": fine, "count": states.count])
            html.element("section", .class("health")) { html in
                html.element("ul", .class("news")) { html in
                    for state in states { html.element("li") { write(state, to: &$0) } }
                }
            }
            html.element("p", .class("meta")) { html in
                html.element("a", .href(.site("sources.json")), say: "JSON")
            }
        }
    }

    private func write(_ state: SourceState, to html: inout HTMLWriter) {
        let account = SourceAccount(state: state, now: now)
        html.element("b", say: account.condition)
        html.element("span") { html in
            html.element("b", .class("addr"), text: state.address.shown())
            html.text(" ")
            account.write(to: &html)
        }
    }
}
