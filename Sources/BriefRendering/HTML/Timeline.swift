import BriefModel

/// What happened when: dated statements, oldest first, each with its mark.
struct Timeline {
    let brief: Brief
    let page: BriefPage

    static let title: Phrase = "What happened when"

    func write(_ placed: inout Set<StatementID>, to html: inout HTMLWriter) {
        let entries = brief.draft.timeline
        guard !entries.isEmpty else { return }
        html.element("section", .id("dates"), .labelledBy("h-dates")) { html in
            html.element("h2", .id("h-dates"), say: Timeline.title)
            html.element("div", .class("blk")) { html in
                var here = placed
                html.element("ol", .class("dates")) { html in
                    for entry in entries {
                        html.element("li") { html in
                            html.day(entry.day)
                            html.element("span") { page.statement(entry.statement, isPlaced: here.insert(entry.statement.id).inserted, to: &$0) }
                        }
                    }
                }
                page.cards(entries.map(\.statement), &placed, to: &html)
            }
        }
        html.newline()
    }
}
