import BriefModel

/// A brief as Markdown: numbered sources after each sentence, its passages in a footnote.
struct BriefMarkdown {
    let brief: Brief
    let references: References
    let notice: String?
    let marking: TrafficLight?

    init(_ brief: Brief, notice: String?, marking: TrafficLight? = nil) {
        self.brief = brief
        references = References(brief)
        self.notice = notice
        self.marking = marking
    }

    func document() -> [UInt8] {
        var out = MarkdownWriter()
        label(to: &out)
        masthead(to: &out)
        for section in brief.draft.sections { write(section, to: &out) }
        timeline(to: &out)
        disputes(to: &out)
        ranges(to: &out)
        voices(to: &out)
        sources(to: &out)
        wordingDetails(to: &out)
        unread(to: &out)
        if let notice {
            out.verbatim("\n*")
            out.text(notice)
            out.verbatim("*\n")
        }
        out.newline()
        for statement in references.statements { footnote(statement, to: &out) }
        label(to: &out)
        return out.bytes
    }

    private func label(to out: inout MarkdownWriter) {
        guard let marking else { return }
        out.verbatim("**\(marking.label)** \(marking.rule)\n\n")
    }

    private func masthead(to out: inout MarkdownWriter) {
        out.text(brief.kickLine.english, startsLine: true)
        out.verbatim("\n\n# ")
        out.text(brief.draft.headline.text)
        marks(brief.draft.headline, to: &out)
        out.verbatim("\n\n")
        if !brief.draft.deck.isEmpty {
            for (place, statement) in brief.draft.deck.enumerated() {
                out.verbatim(place > 0 ? " **" : "**")
                out.text(statement.text)
                out.verbatim("**")
                marks(statement, to: &out)
            }
            out.verbatim("\n\n")
        }
        out.verbatim("*")
        out.text(brief.countLine(statements: references.statements.count).english)
        out.verbatim("*\n")
        wordingNote(to: &out)
        guard let changes = brief.changes else { return }
        out.verbatim("\n")
        out.text(changes.line, startsLine: true)
        out.newline()
        guard let delta = DeltaWording(brief, references: references) else { return }
        for line in [delta.statementLine] + delta.withdrawnLines {
            out.newline()
            out.text(line, startsLine: true)
            out.newline()
        }
    }

    private func wordingNote(to out: inout MarkdownWriter) {
        guard let note = ModelWordingNote(brief, references: references) else { return }
        out.newline()
        out.text(note.line.english, startsLine: true)
        out.newline()
    }

    private func wordingDetails(to out: inout MarkdownWriter) {
        guard let note = ModelWordingNote(brief, references: references) else { return }
        out.verbatim("\n## \(ModelWordingNote.title.english)\n\n")
        for line in note.details {
            out.verbatim("- ")
            out.text(line.english, startsLine: true)
            out.newline()
        }
    }

    private func write(_ section: Section, to out: inout MarkdownWriter) {
        out.verbatim("\n## ")
        out.text(section.title)
        out.newline()
        for block in section.blocks {
            out.newline()
            if let heading = block.heading, !heading.isEmpty {
                out.verbatim("**")
                out.text(heading)
                out.verbatim("**\n\n")
            }
            switch block.style {
            case .paragraph:
                for (place, statement) in block.statements.enumerated() {
                    if place > 0 { out.verbatim(" ") }
                    sentence(statement, startsLine: place == 0, to: &out)
                }
                out.newline()
            case .bullets:
                for statement in block.statements {
                    out.verbatim("- ")
                    sentence(statement, startsLine: true, to: &out)
                    out.newline()
                }
            }
        }
    }

    private func sentence(_ statement: Statement, startsLine: Bool = false, to out: inout MarkdownWriter) {
        out.text(statement.text, startsLine: startsLine)
        marks(statement, to: &out)
    }

    /// " \[1, 2\][^4]": the sources by number, the passages in the footnote; ≠ where someone says otherwise.
    private func marks(_ statement: Statement, to out: inout MarkdownWriter) {
        let numbers = references.sourceNumbers(statement).map(String.init).joined(separator: ", ")
        out.verbatim(" \\[\(numbers)\\]\(statement.dissent.isEmpty ? "" : " ≠")[^\(references.number(of: statement))]")
    }

    private func timeline(to out: inout MarkdownWriter) {
        guard !brief.draft.timeline.isEmpty else { return }
        out.verbatim("\n## What happened when\n\n")
        for entry in brief.draft.timeline {
            out.verbatim("- \(entry.day.inWords): ")
            sentence(entry.statement, to: &out)
            out.newline()
        }
    }

    private func disputes(to out: inout MarkdownWriter) {
        guard !brief.draft.disputes.isEmpty else { return }
        out.verbatim("\n## \(DisputeList.title(brief).english)\n")
        for dispute in brief.draft.disputes {
            out.verbatim("\n### ")
            out.text(dispute.whatDiffers.capitalizedFirst)
            let told = Wording.explanation(dispute)
            out.verbatim("\n\n" + (told.label.map { "**\($0.english)** " } ?? ""))
            out.text(told.why, startsLine: true)
            out.verbatim("\n\n")
            for (label, claim) in [("Followed", dispute.followed), ("Not followed", dispute.notFollowed)] {
                guard let view = PassageView(claim.passage, marked: nil, in: references) else { continue }
                out.verbatim("> \(label): ")
                view.write(to: &out)
                out.verbatim("\n>\n")
            }
        }
    }

    private func footnote(_ statement: Statement, to out: inout MarkdownWriter) {
        out.verbatim("[^\(references.number(of: statement))]: **")
        out.text(references.corroboration(statement).english)
        out.verbatim("**\n")
        if let delta = brief.delta, let change = delta.change(of: statement.id).sentence(since: delta.since.day)?.english {
            out.verbatim("\n    ")
            out.text(change)
            out.newline()
        }
        for citation in statement.citations { quote(PassageView(citation, in: references), to: &out) }
        for dissent in statement.dissent {
            out.verbatim("\n    **≠ Says otherwise.** ")
            out.text(dissent.notFollowed)
            out.newline()
            quote(PassageView(dissent.citation, in: references), to: &out)
        }
        out.newline()
    }

    private func quote(_ view: PassageView, to out: inout MarkdownWriter) {
        out.verbatim("\n    > ")
        view.write(to: &out)
        out.newline()
    }

    private func ranges(to out: inout MarkdownWriter) {
        let spreads = FigureRanges(brief, references: references).scales.flatMap(\.spreads)
        guard !spreads.isEmpty else { return }
        out.verbatim("\n## \(FigureRanges.title.english)\n\n")
        for spread in spreads {
            out.verbatim("- ")
            out.text(spread.words.english, startsLine: true)
            out.newline()
        }
    }

    private func voices(to out: inout MarkdownWriter) {
        let counts = VoiceCounts(brief, references: references)
        guard !counts.sections.isEmpty else { return }
        out.verbatim("\n## \(VoiceCounts.title.english)\n\n")
        out.text(VoiceCounts.method.english, startsLine: true)
        out.verbatim("\n\n")
        for line in counts.sections.map({ "\($0.title.english): \($0.words.english)." }) + counts.groups.map({ VoiceCounts.line($0).english }) {
            out.verbatim("- ")
            out.text(line, startsLine: true)
            out.newline()
        }
    }

    private func sources(to out: inout MarkdownWriter) {
        out.verbatim("\n## Sources\n\n")
        for source in brief.sources {
            out.verbatim("\(source.number). ")
            out.link(source.title, source.address)
            let kind = Wording.kind(source.outlet, language: source.language)
            out.text(". \(source.outlet.name)\(kind.isEmpty ? "" : ", " + kind), \(source.day.inWords)")
            if !source.reprintedBy.isEmpty { out.text("; reprinted by " + Wording.list(source.reprintedBy.map { references.outlet($0).name })) }
            if let wishes = source.wishes { out.text(". " + wishes.inWords) }
            out.newline()
        }
    }

    private func unread(to out: inout MarkdownWriter) {
        guard !brief.unread.isEmpty else { return }
        out.verbatim("\n## What could not be read\n\n")
        for failure in brief.unread {
            out.verbatim("- ")
            out.text("\(failure.address): \(failure.reason.closed) Since \(failure.since.day.inWords).")
            out.newline()
        }
    }
}

extension PassageView {
    /// “before **marked** after” [5] Outlet, kind, 23 Feb.
    func write(to out: inout MarkdownWriter) {
        let parts = parts
        out.verbatim("“")
        out.text(parts.before)
        if !parts.marked.isEmpty {
            out.verbatim("**")
            out.text(parts.marked)
            out.verbatim("**")
        }
        out.text(parts.after)
        out.verbatim("” ")
        if isNumbered, let source { out.verbatim("\\[\(source.number)\\] ") }
        if let source { out.link(outlet.name, source.address) } else { out.text(outlet.name) }
        let kind = Wording.kind(outlet, language: language)
        out.text("\(kind.isEmpty ? "" : ", " + kind), \(day.short)\(page.map { ", " + $0 } ?? "").")
        if !reprintedBy.isEmpty { out.text(" " + Wording.reprinted(by: reprintedBy).english) }
    }
}
