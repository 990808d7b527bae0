import BriefModel

/// A brief as one HTML document. The sentence is the unit: each leads in one step to the passages behind it, beside or below its paragraph.
struct BriefPage {
    let brief: Brief
    let frame: PageFrame
    let references: References

    init(_ brief: Brief, frame: PageFrame) {
        self.brief = brief
        self.frame = frame
        references = References(brief)
    }

    func document() -> [UInt8] {
        let draft = brief.draft
        return Page.document(
            title: draft.headline.text, description: "A brief whose every sentence carries its source passages", frame: frame, hasScript: true
        ) { html in
            html.element("article", .class("brief")) { html in
                var placed: Set<StatementID> = []
                masthead(&placed, to: &html)
                contents(to: &html)
                ChangedBox(brief, references: references, frame: frame)?.write(to: &html)
                NewsFilter(brief)?.write(to: &html)
                for (place, section) in draft.sections.enumerated() {
                    write(section, place: place, &placed, to: &html)
                }
                StoryLanes(brief, references: references, frame: frame)?.write(to: &html)
                Timeline(brief: brief, page: self).write(&placed, to: &html)
                DisputeList(brief: brief, references: references, frame: frame).write(to: &html)
                ranges.write(to: &html)
                voices.write(to: &html)
                SourceList(brief: brief, references: references, frame: frame).write(to: &html)
                CredibilityKey(found: references.statements.map(references.credibility)).write(to: &html)
            }
        }
    }

    private var ranges: FigureRangesPicture { FigureRangesPicture(ranges: FigureRanges(brief, references: references)) }

    private var voices: VoicesPicture { VoicesPicture(counts: VoiceCounts(brief, references: references)) }

    private func masthead(_ placed: inout Set<StatementID>, to html: inout HTMLWriter) {
        let draft = brief.draft
        html.element("header", .class("mast")) { html in
            html.element("p", .class("kick"), say: brief.kickLine)
            html.element("h1") { statement(draft.headline, isPlaced: !placed.contains(draft.headline.id), to: &$0) }
            html.element("div", .class("blk lead")) { html in
                if !draft.deck.isEmpty {
                    html.element("p", .class("deck")) {
                        sentences(draft.deck, isPlaced: { !placed.contains($0.id) && $0.id != draft.headline.id }, to: &$0)
                    }
                }
                cards([draft.headline] + draft.deck, &placed, to: &html)
            }
            html.element("p", .class("meta"), say: brief.countLine(statements: references.statements.count))
            wordingNote(to: &html)
            key(to: &html)
        }
        html.newline()
    }

    /// What a language model had to do with the words, and what was turned away.
    private func wordingNote(to html: inout HTMLWriter) {
        guard let note = ModelWordingNote(brief, references: references) else { return }
        html.element("p", .class("meta"), say: note.line)
        html.element("details", .class("meta")) { html in
            html.element("summary", say: ModelWordingNote.title)
            html.element("ul") { html in
                for line in note.details { html.element("li", say: line) }
            }
        }
    }

    /// How to read the marks.
    private func key(to html: inout HTMLWriter) {
        html.element("ul", .class("key meta"), .label("How to read the marks")) { html in
            let signs: [(mark: Mark, words: Phrase)] = [
                (Mark(outlets: 1, isJoined: false), "one outlet"), (Mark(outlets: 3, isJoined: false), "three, no shared origin known"),
                (Mark(outlets: 3, isJoined: true), "three, one origin"),
                (Mark(outlets: 0, isJoined: false, isDisputed: true), "someone says otherwise"),
            ]
            for sign in signs {
                html.element("li") { html in
                    sign.mark.write(to: &html)
                    html.say(sign.words)
                }
            }
            html.element("li", .class("hide-p"), say: "Select a mark to see the passages")
            if let since = brief.changes?.since, brief.draft.statements.contains(where: brief.isNew) {
                html.element("li", say: "A line in the margin: something new or changed since {day}", ["day": Words.short(since)])
            }
        }
    }

    private func contents(to html: inout HTMLWriter) {
        var entries = brief.draft.sections.enumerated().map { (id: anchor($0.offset), title: $0.element.heading) }
        if brief.timeline?.lanes.isEmpty == false { entries.append(("stories", StoryLanes.title)) }
        if !brief.draft.timeline.isEmpty { entries.append(("dates", Timeline.title)) }
        if !brief.draft.disputes.isEmpty { entries.append(("disputes", DisputeList.title(brief))) }
        if !ranges.ranges.scales.isEmpty { entries.append(("ranges", FigureRanges.title)) }
        if !voices.counts.sections.isEmpty { entries.append(("voices", VoiceCounts.title)) }
        entries.append(("sources", "Sources"))
        entries.append(("outlets", "Outlets"))
        entries.append(("credibility", "Credibility"))
        if !brief.unread.isEmpty { entries.append(("unread", "Not read")) }
        html.element("nav", .class("toc"), .label("In this brief")) { html in
            html.element("ul") { html in
                for entry in entries {
                    html.element("li") { $0.element("a", .href(.fragment(entry.id)), say: entry.title) }
                }
            }
        }
        html.newline()
    }

    private func anchor(_ place: Int) -> String { "part-\(place + 1)" }

    private func write(_ section: Section, place: Int, _ placed: inout Set<StatementID>, to html: inout HTMLWriter) {
        let id = anchor(place)
        html.element("section", .id(id), .class(place == 0 ? "first \(section.kind.rawValue)" : section.kind.rawValue), .labelledBy("h-\(id)")) {
            html in
            html.element("h2", .id("h-\(id)"), say: section.heading)
            for block in section.blocks { write(block, &placed, to: &html) }
        }
        html.newline()
    }

    private func write(_ block: Block, _ placed: inout Set<StatementID>, to html: inout HTMLWriter) {
        html.element("div", .class(block.statements.contains(where: brief.isNew) ? "blk new" : "blk")) { html in
            if let heading = block.heading, !heading.isEmpty { html.element("h3", say: Self.heading(heading)) }
            var inBlock: Set<StatementID> = placed
            switch block.style {
            case .paragraph:
                html.element("p") { sentences(block.statements, isPlaced: { inBlock.insert($0.id).inserted }, to: &$0) }
            case .bullets:
                html.element("ul") { html in
                    for item in block.statements {
                        html.element("li") { statement(item, isPlaced: inBlock.insert(item.id).inserted, to: &$0) }
                    }
                }
            }
            cards(block.statements, &placed, to: &html)
        }
    }

    /// The parts of a section that every brief has; any other heading as it is.
    private static func heading(_ title: String) -> Phrase {
        switch title {
        case "Before that": "Before that"
        case "Latest": "Latest"
        case "In figures": "In figures"
        case "The other side": "The other side"
        case "What follows, and who says so": "What follows, and who says so"
        case "In their words": "In their words"
        case "Not known": "Not known"
        case "Corrected": "Corrected"
        default: .verbatim(title)
        }
    }

    private func sentences(_ statements: [Statement], isPlaced: (Statement) -> Bool, to html: inout HTMLWriter) {
        for (place, item) in statements.enumerated() {
            if place > 0 { html.text(" ") }
            statement(item, isPlaced: isPlaced(item), to: &html)
        }
    }

    /// A sentence with its mark. `isPlaced`: it stands here first, and its card below; elsewhere the mark leads to that card.
    func statement(_ statement: Statement, isPlaced: Bool, to html: inout HTMLWriter) {
        let number = references.number(of: statement)
        let content = { (html: inout HTMLWriter) in
            let (body, end) = statement.text.splitBeforeLastWord
            html.text(body)
            html.element("span", .class("nb")) { html in
                html.text(end)
                mark(statement, number: number, to: &html)
            }
            html.element("sup", .class("print"), text: references.sourceNumbers(statement).map(String.init).joined(separator: ", "))
        }
        if isPlaced {
            html.element("span", .class("s"), .id("s\(number)"), .language("en"), content: content)
        } else {
            html.element("span", .class("s"), .language("en"), content: content)
        }
    }

    private func mark(_ statement: Statement, number: Int, to html: inout HTMLWriter) {
        let known = references.corroboration(statement, names: false)
        let spoken =
            statement.dissent.isEmpty
            ? Phrase("Evidence {number}: {outlets}", ["number": number, "outlets": known])
            : Phrase("Evidence {number}: {outlets}; disputed", ["number": number, "outlets": known])
        html.element("a", .class("c"), .href(.fragment("e\(number)")), .label(spoken)) { Mark(statement).write(to: &$0) }
    }

    /// The cards of the statements that stand here first.
    func cards(_ statements: [Statement], _ placed: inout Set<StatementID>, to html: inout HTMLWriter) {
        let new = statements.filter { placed.insert($0.id).inserted }
        guard !new.isEmpty else { return }
        html.newline()
        html.element("div", .class("evs")) { html in
            for statement in new {
                EvidenceCard(
                    statement: statement, number: references.number(of: statement), total: references.statements.count, references: references,
                    frame: frame, delta: brief.delta
                ).write(to: &html)
            }
        }
    }
}

extension Section {
    /// What its kind is called, where it has no title of its own.
    var heading: Phrase {
        switch (kind, title) {
        case (.overview, "Overview"): "Overview"
        case (.conclusion, "Conclusion"): "Conclusion"
        case (.takeaways, "Takeaways"): "Takeaways"
        default: .verbatim(title)
        }
    }
}

extension String {
    /// Cut so that the mark can be kept on one line with the last word. Text without spaces stays whole, to be broken as its script allows.
    var splitBeforeLastWord: (body: Substring, end: Substring) {
        guard let space = utf8.lastIndex(of: 0x20) else { return utf8.count <= 24 ? ("", self[...]) : (self[...], "") }
        let start = utf8.index(after: space)
        return utf8.distance(from: start, to: endIndex) <= 36 ? (self[..<start], self[start...]) : (self[...], "")
    }
}
