import BriefModel

/// Shows all of a brief, or only what a reader of the edition before has not read: radio buttons and sibling selectors, so that no script is needed.
struct NewsFilter {
    private let since: CalendarDay

    /// Nil where nothing is new, or nothing is not.
    init?(_ brief: Brief) {
        let statements = brief.draft.statements
        guard let since = brief.delta?.since.day ?? brief.changes?.since, statements.contains(where: brief.isNew),
            !statements.allSatisfy(brief.isNew)
        else { return nil }
        self.since = since
    }

    private var news: Phrase { Phrase("Only what is new since {day}", ["day": Words.short(since)]) }

    func write(to html: inout HTMLWriter) {
        html.void("input", .class("pick"), .type("radio"), .name("news"), .id("n0"), .checked, .label("All of the brief"))
        html.void("input", .class("pick"), .type("radio"), .name("news"), .id("n1"), .label(news))
        html.element("div", .class("picks"), .role("group"), .label("Show")) { html in
            html.element("label", .for("n0"), say: "All of the brief")
            html.element("label", .for("n1"), say: news)
        }
        html.newline()
    }
}
