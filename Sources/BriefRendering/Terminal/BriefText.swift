import BriefModel

/// A brief for a terminal: the text first, each sentence with its number; under "Evidence" the passages by that number; then the sources.
struct BriefText {
    let brief: Brief
    let references: References
    let style: TerminalStyle
    let notice: String?
    let marking: TrafficLight?

    init(_ brief: Brief, style: TerminalStyle, notice: String?, marking: TrafficLight? = nil) {
        self.brief = brief
        references = References(brief)
        self.style = style
        self.notice = notice
        self.marking = marking
    }

    func document() -> [UInt8] {
        var out = TerminalWriter(style: style)
        if let marking {
            label(marking, to: &out)
            out.newline()
        }
        masthead(to: &out)
        for section in brief.draft.sections { write(section, to: &out) }
        timeline(to: &out)
        disputes(to: &out)
        heading("Evidence", to: &out)
        for statement in references.statements { evidence(statement, to: &out) }
        sources(to: &out)
        wordingDetails(to: &out)
        unread(to: &out)
        if let notice {
            out.newline()
            out.paragraph(Run(notice, .dim))
        }
        if let marking {
            out.newline()
            label(marking, to: &out)
        }
        return out.bytes
    }

    private func label(_ marking: TrafficLight, to out: inout TerminalWriter) {
        out.paragraph([Run(marking.label, .strong), Run(" " + marking.rule)])
    }

    private func masthead(to out: inout TerminalWriter) {
        out.paragraph(Run(brief.kickLine.english, .dim))
        out.newline()
        out.paragraph([Run(brief.draft.headline.text, .strong)] + marks(brief.draft.headline))
        if !brief.draft.deck.isEmpty {
            out.newline()
            out.paragraph(sentences(brief.draft.deck))
        }
        out.newline()
        out.paragraph(Run(brief.countLine(statements: references.statements.count).english, .dim))
        if let changes = brief.changes { out.paragraph(Run(changes.line, .dim)) }
        if let delta = DeltaWording(brief, references: references) {
            for line in [delta.statementLine] + delta.withdrawnLines { out.paragraph(Run(line, .dim)) }
        }
        if let note = ModelWordingNote(brief, references: references) { out.paragraph(Run(note.line.english, .dim)) }
        out.paragraph(Run("A number after a sentence leads to its passages under Evidence; ≠ means that someone says otherwise.", .dim))
    }

    private func heading(_ title: String, to out: inout TerminalWriter) {
        out.newline()
        out.paragraph(Run(title, .strong))
        out.paragraph(Run(String(repeating: "─", count: min(style.width, DisplayWidth.of(title))), .dim))
    }

    private func write(_ section: Section, to out: inout TerminalWriter) {
        heading(section.title, to: &out)
        for (place, block) in section.blocks.enumerated() {
            if place > 0 { out.newline() }
            if let heading = block.heading, !heading.isEmpty { out.paragraph(Run(heading, .dim)) }
            switch block.style {
            case .paragraph: out.paragraph(sentences(block.statements))
            case .bullets: for statement in block.statements { out.paragraph([Run(statement.text)] + marks(statement), lead: Run("– ", .dim)) }
            }
        }
    }

    private func sentences(_ statements: [Statement]) -> [Run] {
        statements.enumerated().flatMap { place, statement in [Run((place > 0 ? " " : "") + statement.text)] + marks(statement) }
    }

    /// Kept on the line of the last word.
    private func marks(_ statement: Statement) -> [Run] {
        let number = Run("\u{A0}[\(references.number(of: statement))]", .dim)
        return statement.dissent.isEmpty ? [number] : [number, Run("\u{A0}≠", .bad)]
    }

    private func timeline(to out: inout TerminalWriter) {
        guard !brief.draft.timeline.isEmpty else { return }
        heading("What happened when", to: &out)
        for entry in brief.draft.timeline {
            let day = entry.day.short
            let lead = day + String(repeating: " ", count: max(1, 8 - day.utf8.count))
            out.paragraph([Run(entry.statement.text)] + marks(entry.statement), lead: Run(lead, .dim))
        }
    }

    private func disputes(to out: inout TerminalWriter) {
        guard !brief.draft.disputes.isEmpty else { return }
        heading(DisputeList.title(brief).english, to: &out)
        for (place, dispute) in brief.draft.disputes.enumerated() {
            if place > 0 { out.newline() }
            out.paragraph(Run(dispute.whatDiffers.capitalizedFirst, .strong))
            let told = Wording.explanation(dispute)
            out.paragraph(Run(told.label.map { $0.english + " " } ?? "", .doubtful), Run(told.why))
            for (label, claim) in [("Followed: ", dispute.followed), ("Not followed: ", dispute.notFollowed)] {
                guard let view = PassageView(claim.passage, marked: nil, in: references) else { continue }
                out.paragraph([Run(label, .dim)] + quotation(view) + [Run(" " + caption(view), .dim)], indent: 2)
            }
        }
    }

    private func evidence(_ statement: Statement, to out: inout TerminalWriter) {
        let number = "[\(references.number(of: statement))] "
        out.newline()
        out.paragraph(Run(references.corroboration(statement).english, .strong), lead: Run(number, .dim))
        if let delta = brief.delta, let change = delta.change(of: statement.id).sentence(since: delta.since.day)?.english {
            out.paragraph(Run(change, .good), indent: number.utf8.count)
        }
        for citation in statement.citations { write(PassageView(citation, in: references), indent: number.utf8.count, to: &out) }
        for dissent in statement.dissent {
            out.paragraph(Run("≠ Says otherwise. ", .bad), Run(dissent.notFollowed), indent: number.utf8.count)
            write(PassageView(dissent.citation, in: references), indent: number.utf8.count + 2, to: &out)
        }
    }

    private func write(_ view: PassageView, indent: Int, to out: inout TerminalWriter) {
        out.paragraph(quotation(view), indent: indent)
        out.paragraph(Run(caption(view), .dim), indent: indent + 2)
    }

    private func quotation(_ view: PassageView) -> [Run] {
        let parts = view.parts
        return [Run("“"), Run(parts.before), Run(parts.marked, .marked), Run(parts.after), Run("”")]
    }

    private func caption(_ view: PassageView) -> String {
        let kind = Wording.kind(view.outlet, language: view.language)
        let page = view.page.map { ", " + $0 } ?? ""
        let number = view.source.map { ", source \($0.number)" } ?? ""
        let reprints = view.reprintedBy.isEmpty ? "" : " " + Wording.reprinted(by: view.reprintedBy).english
        return "\(view.outlet.name)\(kind.isEmpty ? "" : ", " + kind), \(view.day.short)\(page)\(number)." + reprints
    }

    private func sources(to out: inout TerminalWriter) {
        heading("Sources", to: &out)
        let digits = String(brief.sources.count).utf8.count
        for source in brief.sources {
            let number = String(source.number)
            let lead = String(repeating: " ", count: digits - number.utf8.count) + number + "  "
            let kind = Wording.kind(source.outlet, language: source.language)
            out.paragraph(
                Run(source.title), Run(" · \(source.outlet.name)\(kind.isEmpty ? "" : ", " + kind), \(source.day.inWords)", .dim),
                lead: Run(lead, .dim))
            out.paragraph(Run(source.address, .dim), indent: digits + 2)
        }
    }

    private func wordingDetails(to out: inout TerminalWriter) {
        guard let note = ModelWordingNote(brief, references: references) else { return }
        heading(ModelWordingNote.title.english, to: &out)
        for line in note.details { out.paragraph(Run(line.english), lead: Run("– ", .dim)) }
    }

    private func unread(to out: inout TerminalWriter) {
        guard !brief.unread.isEmpty else { return }
        heading("What could not be read", to: &out)
        for failure in brief.unread {
            out.paragraph(
                Run(failure.reason.closed), Run(" Since \(failure.since.day.inWords).", .dim), lead: Run(failure.isRefusal ? "– " : "! ", .doubtful))
            out.paragraph(Run(failure.address, .dim), indent: 2)
        }
    }
}
