import BriefModel
import BriefRendering
import Storage

/// Every edition of a topic, the newest first.
struct EditionsPage {
    let title: String
    let editions: [StoredEdition]
    let notice: String?

    func document() -> [UInt8] {
        let name = Phrase("Editions: {title}", ["title": title])
        return Page.document(
            title: name, description: Phrase("What was written on {title}, and when", ["title": title]),
            frame: .site(current: .topics, notice: notice)
        ) {
            html in
            html.element("h1", .class("page"), say: name)
            html.element("ul", .class("news")) { html in
                for edition in editions { html.element("li") { write(edition, to: &$0) } }
            }
        }
    }

    private func write(_ edition: StoredEdition, to html: inout HTMLWriter) {
        html.element("b") { html in
            // One from before that was kept cannot be written again.
            guard edition.basis != nil else { return html.moment(edition.asOf) }
            html.element("a", .href(.edition(of: edition.topic, at: edition.asOf))) { $0.moment(edition.asOf) }
        }
        html.element("span", .language("en"), text: TopicSummary(edition)?.headline ?? "")
    }
}

extension Link {
    static func edition(of topic: String, at moment: Timestamp) -> Link { .site("briefs", topic, "editions", moment.description) }
}
