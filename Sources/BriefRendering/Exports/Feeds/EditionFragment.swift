import BriefModel

/// An edition as plain HTML for programs that take no style and no script from others: feed readers and mail. Each number after a sentence leads to its
/// source, at the passage.
struct EditionFragment {
    let edition: PublishedEdition
    let marking: TrafficLight?
    private let sources: [Int: PublishedEdition.Source]

    init(_ edition: PublishedEdition, marking: TrafficLight?) {
        self.edition = edition
        self.marking = marking
        sources = Dictionary(edition.sources.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter hasTitle: false where the program shows the title itself.
    func write(hasTitle: Bool, to html: inout HTMLWriter) {
        label(to: &html)
        if hasTitle { html.element("h1") { sentences([edition.headline], to: &$0) } }
        if !edition.deck.isEmpty { html.element("p") { html in html.element("strong") { sentences(edition.deck, to: &$0) } } }
        changes(to: &html)
        for section in edition.sections {
            html.element("h2", text: section.title)
            for block in section.blocks { write(block, to: &html) }
        }
        dates(to: &html)
        html.element("h2", text: "Sources")
        html.element("ol") { html in
            for source in edition.sources { html.element("li") { item(source, to: &$0) } }
        }
        html.element("p", text: "A number after a sentence leads to the passage behind it; ≠: someone says otherwise.")
        label(to: &html)
    }

    private func label(to html: inout HTMLWriter) {
        guard let marking else { return }
        html.element("p") { html in
            html.element("strong", text: marking.label)
            html.text(" " + marking.rule)
        }
        html.newline()
    }

    private func changes(to html: inout HTMLWriter) {
        guard let changed = ChangedStatements(edition) else { return }
        html.element("h2", text: "What changed since \(changed.since.inWords)")
        if changed.groups.isEmpty, changed.withdrawn.isEmpty { return html.element("p", text: "Every statement stands as it stood.") }
        for group in changed.groups {
            html.element("h3", text: group.title)
            html.element("ul") { html in
                for (statement, before) in group.statements {
                    html.element("li") { html in
                        sentences([statement], to: &html)
                        if let before { html.text(" Before: “\(before)”") }
                    }
                }
                if group.leftOut > 0 { html.element("li", text: "and \(group.leftOut) more, below.") }
            }
        }
        guard !changed.withdrawn.isEmpty else { return }
        html.element("h3", text: "Withdrawn")
        html.element("ul") { html in
            for item in changed.withdrawn { html.element("li", text: "“\(item.text)”: \(item.reason.inWords.english).") }
        }
        html.newline()
    }

    private func write(_ block: PublishedEdition.Section.Block, to html: inout HTMLWriter) {
        if let heading = block.heading, !heading.isEmpty { html.element("h3", text: heading) }
        switch block.style {
        case .paragraph: html.element("p") { sentences(block.statements, to: &$0) }
        case .bullets:
            html.element("ul") { html in
                for statement in block.statements { html.element("li") { sentences([statement], to: &$0) } }
            }
        }
        html.newline()
    }

    private func dates(to html: inout HTMLWriter) {
        guard !edition.timeline.isEmpty else { return }
        html.element("h2", text: Timeline.title.english)
        html.element("ul") { html in
            for entry in edition.timeline {
                html.element("li") { html in
                    html.text((CalendarDay(iso: entry.day)?.inWords ?? entry.day) + ": ")
                    sentences([entry.statement], to: &html)
                }
            }
        }
        html.newline()
    }

    private func sentences(_ statements: [PublishedEdition.Statement], to html: inout HTMLWriter) {
        for (place, statement) in statements.enumerated() {
            html.text((place > 0 ? " " : "") + statement.text)
            html.element("sup") { marks(statement, to: &$0) }
        }
    }

    /// Each source once, at the first passage of it.
    private func marks(_ statement: PublishedEdition.Statement, to html: inout HTMLWriter) {
        var told: Set<Int> = []
        let inOrder = statement.citations.enumerated().sorted { ($0.element.source, $0.offset) < ($1.element.source, $1.offset) }.map(\.element)
        for citation in inOrder where told.insert(citation.source).inserted {
            html.text(" ")
            mark(citation, words: String(citation.source), to: &html)
        }
        for dissent in statement.dissent {
            html.text(" ")
            mark(dissent.citation, words: "≠\u{A0}\(dissent.citation.source)", to: &html)
        }
    }

    private func mark(_ citation: PublishedEdition.Citation, words: String, to html: inout HTMLWriter) {
        guard let link = sources[citation.source]?.link?.showing(citation.exact) else { return html.text(words) }
        html.element("a", .href(link), text: words)
    }

    private func item(_ source: PublishedEdition.Source, to html: inout HTMLWriter) {
        if let link = source.link {
            html.element("a", .href(link), text: source.title)
        } else {
            html.text(source.title)
        }
        html.text(". \(source.outletName), \(CalendarDay(iso: source.day)?.inWords ?? source.day)")
    }
}
