import BriefModel

/// A brief as a document for a word processor: headings, statements with notes that carry their passages, sources with links.
struct WordBrief {
    let brief: Brief
    let references: References
    let marking: TrafficLight?
    let notice: String?

    init(_ brief: Brief, marking: TrafficLight?, notice: String?) {
        self.brief = brief
        references = References(brief)
        self.marking = marking
        self.notice = notice
    }

    func document() -> [UInt8] {
        var body = WordText()
        write(to: &body)
        var notes = WordText()
        for statement in references.statements { WordNote(statement: statement, references: references).write(to: &notes) }
        return WordPackage(
            title: brief.draft.headline.text, subject: brief.draft.topic, summary: brief.countLine(statements: references.statements.count).english,
            asOf: brief.asOf, marking: marking, body: body, notes: notes
        ).archive()
    }

    private func write(to text: inout WordText) {
        var placed: Set<StatementID> = []
        masthead(&placed, to: &text)
        for section in brief.draft.sections { write(section, &placed, to: &text) }
        timeline(&placed, to: &text)
        disputes(to: &text)
        ranges(to: &text)
        voices(to: &text)
        sources(to: &text)
        unread(to: &text)
        if let notice { text.paragraph("Label", text: notice) }
        if let marking { text.paragraph("Label", text: "\(marking.label): \(marking.rule)") }
    }

    private func masthead(_ placed: inout Set<StatementID>, to text: inout WordText) {
        text.paragraph("Label", text: brief.kickLine.english)
        text.paragraph("Title") { sentences([brief.draft.headline], &placed, to: &$0) }
        if !brief.draft.deck.isEmpty { text.paragraph("Subtitle") { sentences(brief.draft.deck, &placed, to: &$0) } }
        text.paragraph(
            "Label", text: brief.countLine(statements: references.statements.count).english + " Notes carry the passages; ≠: someone says otherwise.")
        if let changes = brief.changes { text.paragraph("Label", text: changes.line) }
        guard let delta = DeltaWording(brief, references: references) else { return }
        for line in [delta.statementLine] + delta.withdrawnLines { text.paragraph("Label", text: line) }
    }

    private func write(_ section: Section, _ placed: inout Set<StatementID>, to text: inout WordText) {
        text.paragraph("Heading1", text: section.title)
        for block in section.blocks {
            if let heading = block.heading, !heading.isEmpty { text.paragraph("Heading2", text: heading) }
            switch block.style {
            case .paragraph: text.paragraph { sentences(block.statements, &placed, to: &$0) }
            case .bullets:
                for statement in block.statements {
                    text.paragraph("ListBullet", list: WordPackage.bullets) { sentences([statement], &placed, to: &$0) }
                }
            }
        }
    }

    /// Each with its mark; a statement that stood before refers to the note it has.
    private func sentences(_ statements: [Statement], _ placed: inout Set<StatementID>, to text: inout WordText) {
        for (place, statement) in statements.enumerated() {
            let number = references.number(of: statement)
            text.run((place > 0 ? " " : "") + statement.text + (statement.dissent.isEmpty ? "" : " ≠"))
            if placed.insert(statement.id).inserted {
                text.bookmark("statement\(number)", number: number) { $0.note(WordNote.identifier(number)) }
            } else {
                text.noteAgain(number, bookmark: "statement\(number)")
            }
        }
    }

    private func timeline(_ placed: inout Set<StatementID>, to text: inout WordText) {
        guard !brief.draft.timeline.isEmpty else { return }
        text.paragraph("Heading1", text: Timeline.title.english)
        for entry in brief.draft.timeline {
            text.paragraph("ListBullet", list: WordPackage.bullets) { text in
                text.run("\(entry.day.inWords): ", .bold)
                sentences([entry.statement], &placed, to: &text)
            }
        }
    }

    private func disputes(to text: inout WordText) {
        guard !brief.draft.disputes.isEmpty else { return }
        text.paragraph("Heading1", text: DisputeList.title(brief).english)
        for dispute in brief.draft.disputes {
            text.paragraph("Heading2", text: dispute.whatDiffers.capitalizedFirst)
            let told = Wording.explanation(dispute)
            text.paragraph { text in
                if let label = told.label?.english { text.run(label + " ", .bold) }
                text.run(told.why)
            }
            for (label, claim) in [("Followed: ", dispute.followed), ("Not followed: ", dispute.notFollowed)] {
                guard let view = PassageView(claim.passage, marked: nil, in: references) else { continue }
                text.paragraph("Quote") { text in
                    text.run(label, .bold)
                    view.write(to: &text)
                }
            }
        }
    }

    private func ranges(to text: inout WordText) {
        let spreads = FigureRanges(brief, references: references).scales.flatMap(\.spreads)
        guard !spreads.isEmpty else { return }
        text.paragraph("Heading1", text: FigureRanges.title.english)
        for spread in spreads {
            text.paragraph("ListBullet", list: WordPackage.bullets) { text in
                text.run(spread.title + ": ", .bold)
                text.run(Phrase.clauses(spread.voices.map(\.words)).english + ".")
            }
        }
    }

    private func voices(to text: inout WordText) {
        let counts = VoiceCounts(brief, references: references)
        guard !counts.sections.isEmpty else { return }
        text.paragraph("Heading1", text: VoiceCounts.title.english)
        text.paragraph("Label", text: VoiceCounts.method.english)
        for row in counts.sections {
            text.paragraph("ListBullet", list: WordPackage.bullets) { text in
                text.run(row.title.english + ": ", .bold)
                text.run(row.words.english + ".")
            }
        }
        for group in counts.groups { text.paragraph(text: VoiceCounts.line(group).english) }
    }

    private func sources(to text: inout WordText) {
        text.paragraph("Heading1", text: "Sources")
        for source in brief.sources {
            let bookmark = (name: "source\(source.number)", number: references.statements.count + source.number)
            text.paragraph("ListNumber", list: WordPackage.numbers, bookmark: bookmark) { text in
                text.link(source.title, to: Link(address: source.address))
                let kind = Wording.kind(source.outlet, language: source.language)
                text.run(". \(source.outlet.name)\(kind.isEmpty ? "" : ", " + kind), \(source.day.inWords)")
                if !source.reprintedBy.isEmpty { text.run("; reprinted by " + Wording.list(source.reprintedBy.map { references.outlet($0).name })) }
                if let wishes = source.wishes { text.run(". " + wishes.inWords) }
            }
        }
    }

    private func unread(to text: inout WordText) {
        guard !brief.unread.isEmpty else { return }
        text.paragraph("Heading1", text: "What could not be read")
        for failure in brief.unread {
            text.paragraph("ListBullet", list: WordPackage.bullets) {
                $0.run("\(failure.address): \(failure.reason.closed) Since \(failure.since.day.inWords).")
            }
        }
    }
}

/// The note of a statement: who is behind it, each passage with its source, and who says otherwise.
struct WordNote {
    let statement: Statement
    let references: References

    /// The format keeps 0 and 1 for the lines above notes.
    static func identifier(_ number: Int) -> Int { number + 1 }

    func write(to text: inout WordText) {
        text.nested("w:footnote", ["w:id": String(Self.identifier(references.number(of: statement)))]) { text in
            text.paragraph("FootnoteText") { text in
                text.noteNumber()
                text.run(references.corroboration(statement).english.closed, .bold)
            }
            for citation in statement.citations { quote(PassageView(citation, in: references), to: &text) }
            for dissent in statement.dissent {
                text.paragraph("FootnoteText") { text in
                    text.run("≠ Says otherwise. ", .bold)
                    text.run(dissent.notFollowed)
                }
                quote(PassageView(dissent.citation, in: references), to: &text)
            }
        }
    }

    private func quote(_ view: PassageView, to text: inout WordText) { text.paragraph("FootnoteText") { view.write(to: &$0) } }
}

extension PassageView {
    /// “before marked after” [5] Outlet, kind, 23 Feb; the outlet leads to its page, at the passage.
    func write(to text: inout WordText) {
        let parts = parts
        let foreign = LanguageNames.isForeign(language) ? language : nil
        text.run("“")
        text.run(parts.before, language: foreign)
        text.run(parts.marked, .marked, language: foreign)
        text.run(parts.after, language: foreign)
        text.run("” ")
        if isNumbered, let source {
            text.jump("[\(source.number)]", to: "source\(source.number)")
            text.run(" ")
        }
        text.link(outlet.name, to: source.flatMap { Link(address: $0.address) }?.showing(passage.exact))
        let kind = Wording.kind(outlet, language: language)
        text.run("\(kind.isEmpty ? "" : ", " + kind), \(day.short)\(page.map { ", " + $0 } ?? "").")
        if !reprintedBy.isEmpty { text.run(" " + Wording.reprinted(by: reprintedBy).english) }
    }
}
