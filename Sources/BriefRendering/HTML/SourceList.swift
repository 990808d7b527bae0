import BriefModel

/// The reports a brief cites, the outlets behind them, and what could not be read.
struct SourceList {
    let brief: Brief
    let references: References
    let frame: PageFrame

    func write(to html: inout HTMLWriter) {
        html.element("section", .id("sources"), .class("wide"), .labelledBy("h-sources")) { html in
            html.element("h2", .id("h-sources"), say: "Sources")
            html.element("p", .class("lab"), say: "In order of first use. Reprints are folded into the report they copy.")
            html.element("ol", .class("src")) { html in
                for source in brief.sources { html.element("li", .id("src-\(source.number)")) { item(source, to: &$0) } }
            }
        }
        html.newline()
        outlets(to: &html)
        unread(to: &html)
    }

    private func item(_ source: BriefSource, to html: inout HTMLWriter) {
        html.element("span", .class("n num"), text: String(source.number))
        html.element("span") { html in
            title(source, to: &html)
            html.text(" ")
            html.element("span", .class("o")) { html in
                html.isolated(source.outlet.name.shown())
                for part in source.outlet.kindAndLanguage(source.language, for: html.words.language) {
                    html.comma()
                    html.say(part)
                }
                html.comma()
                html.day(source.day, inFull: true)
                if !source.reprintedBy.isEmpty {
                    html.semicolon()
                    html.say("reprinted by {names}", ["names": Phrase.list(source.reprintedBy.map { references.outlet($0).name.shown() })])
                }
            }
            if let wishes = source.wishes?.phrase { html.element("span", .class("o wish"), say: wishes) }
            html.element("span", .class("addr")) { html in
                html.text(source.address.shown())
                guard let stored = frame.copy?(source.article) else { return }
                html.comma()
                html.element("a", .href(stored), say: "stored text")
            }
        }
    }

    private func title(_ source: BriefSource, to html: inout HTMLWriter) {
        let content = { (html: inout HTMLWriter) in
            if let link = Link(address: source.address) {
                html.element("a", .href(link), .outward, text: source.title.shown())
            } else {
                html.text(source.title.shown())
            }
        }
        html.element("cite", .language(source.language), content: content)
    }

    private func outlets(to html: inout HTMLWriter) {
        let records = OutletRecord.all(in: brief, references)
        let isGraded = records.contains { $0.outlet.reliability != nil }
        html.element("section", .id("outlets"), .class("wide"), .labelledBy("h-outlets")) { html in
            html.element("h2", .id("h-outlets"), say: "Outlets")
            html.element(
                "p", .class("lab"), say: "Counted from this brief alone: what is cited, what is not followed, and what only repeats others.")
            html.element("div", .class("tbl"), .role("group"), .labelledBy("h-outlets"), .reachable) { html in
                html.element("table") { html in
                    html.element("thead") { $0.element("tr") { headings(isGraded: isGraded, to: &$0) } }
                    html.element("tbody") { html in
                        for record in records { html.element("tr") { row(record, isGraded: isGraded, to: &$0) } }
                    }
                }
            }
        }
        html.newline()
    }

    private func headings(isGraded: Bool, to html: inout HTMLWriter) {
        html.element("th", .scope("col"), say: Phrase("Outlet", context: "heading of a column"))
        html.element("th", .scope("col"), .class("hide-s"), say: "Kind")
        for title in ["Reports cited", "Statements", "Not followed", "Reprints"] as [Phrase] {
            html.element("th", .scope("col"), .class("r"), say: title)
        }
        if isGraded { html.element("th", .scope("col"), say: "Your grade") }
    }

    private func row(_ record: OutletRecord, isGraded: Bool, to html: inout HTMLWriter) {
        html.element("th", .scope("row"), text: record.outlet.name.shown())
        let kind = record.outlet.kind == .unknown ? nil : record.outlet.kind.phrase
        html.element("td", .class("hide-s"), say: .series([kind, record.outlet.country.map { Phrase.verbatim($0) }].compactMap { $0 }))
        for number in [record.reports, record.statements, record.notFollowed, record.reprints] {
            html.element("td", .class("r num"), text: String(number))
        }
        if isGraded { html.element("td", text: record.outlet.reliability?.rawValue ?? "") }
    }

    private func unread(to html: inout HTMLWriter) {
        guard !brief.unread.isEmpty else { return }
        html.element("section", .id("unread"), .class("wide"), .labelledBy("h-unread")) { html in
            html.element("h2", .id("h-unread"), say: "What could not be read")
            html.element("ul", .class("unread")) { html in
                for failure in brief.unread {
                    html.element("li") { html in
                        html.element("b", say: failure.isRefusal ? "Closed to readers like this one." : "Failed.")
                        html.text(" ")
                        html.text(failure.reason.closed, in: "en")
                        html.text(" ")
                        html.element("span", .class("o")) { html in
                            html.say("Since {day}.", ["day": { $0.day(failure.since.day, inFull: true) }])
                            html.text(" ")
                            html.element("span", .class("addr"), text: failure.address)
                        }
                    }
                }
            }
        }
        html.newline()
    }
}

/// What a brief itself shows of an outlet.
struct OutletRecord {
    let outlet: Outlet
    /// Articles in the source list.
    let reports: Int
    /// Statements that rest on it.
    let statements: Int
    /// Passages of its that are shown as saying otherwise, or lost a dispute.
    let notFollowed: Int
    /// Reports of others that it reprinted.
    let reprints: Int

    /// The most relied on first, then by name.
    static func all(in brief: Brief, _ references: References) -> [OutletRecord] {
        var reports: [OutletID: Int] = [:], statements: [OutletID: Int] = [:], reprints: [OutletID: Int] = [:]
        var refused: [OutletID: Set<Passage>] = [:]
        for source in brief.sources {
            reports[source.outlet.id, default: 0] += 1
            for outlet in source.reprintedBy { reprints[outlet, default: 0] += 1 }
        }
        for statement in references.statements {
            for outlet in Set(statement.citations.map(\.outlet)) { statements[outlet, default: 0] += 1 }
            for dissent in statement.dissent { refused[dissent.citation.outlet, default: []].insert(dissent.citation.passage) }
        }
        for dispute in brief.draft.disputes {
            guard let source = references.source(dispute.notFollowed.passage.article) else { continue }
            refused[source.outlet.id, default: []].insert(dispute.notFollowed.passage)
        }
        return Set(reports.keys).union(reprints.keys).map { id in
            OutletRecord(
                outlet: references.outlet(id), reports: reports[id, default: 0], statements: statements[id, default: 0],
                notFollowed: refused[id, default: []].count, reprints: reprints[id, default: 0])
        }.sorted { ($1.statements, $0.outlet.name, $0.outlet.id) < ($0.statements, $1.outlet.name, $1.outlet.id) }
    }
}
