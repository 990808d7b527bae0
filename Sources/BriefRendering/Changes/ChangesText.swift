import BriefModel

/// Changes for a terminal: what no longer stands, then each story with what is new in it.
struct ChangesText {
    let changes: Changes
    let style: TerminalStyle

    func document() -> [UInt8] {
        var out = TerminalWriter(style: style)
        out.paragraph(Run("\(changes.topic). \(changes.heading.english), as of \(changes.asOf.inWords)", .dim))
        out.newline()
        out.paragraph(Run(changes.countLine.english, .strong))
        out.paragraph(Run(changes.sourceLine.english, .dim))
        if !changes.revisions.isEmpty {
            heading("Corrected or disputed", to: &out)
            for revision in changes.revisions { write(revision, to: &out) }
        }
        if !changes.stories.isEmpty {
            heading("What is new", to: &out)
            for story in changes.stories { write(story, to: &out) }
            if let line = changes.leftOutLine?.english {
                out.newline()
                out.paragraph(Run(line, .dim), indent: 2)
            }
        }
        if !changes.quiet.isEmpty {
            heading("Gone quiet", to: &out)
            for silence in changes.quiet { write(silence, to: &out) }
        }
        out.newline()
        out.paragraph(Run(Changes.method.english, .dim))
        return out.bytes
    }

    private func heading(_ text: String, to out: inout TerminalWriter) {
        out.newline()
        out.paragraph(Run(text, .strong))
    }

    private func write(_ revision: Changes.Revision, to out: inout TerminalWriter) {
        out.newline()
        out.paragraph(Run(revision.kind.label.english + ": ", .bad), Run(revision.whatDiffers), indent: 2)
        let sides = revision.kind.sides
        for (label, citation) in [(sides.now, revision.now), (sides.before, revision.before)] {
            guard let citation else { continue }
            quote(citation, lead: label.english, indent: 4, to: &out)
        }
        if !revision.why.isEmpty { out.paragraph(Run(revision.why, .dim), indent: 12) }
    }

    private func write(_ story: Changes.Development, to out: inout TerminalWriter) {
        out.newline()
        out.paragraph(Run(story.title, .strong), Run(" (\(Wording.counted(story.outlets, "outlet")))", .dim), indent: 2)
        if let lineage = story.lineageInWords?.english { out.paragraph(Run(lineage + ".", .good), indent: 2) }
        for step in story.shown {
            if let citation = step.citations.first { quote(citation, lead: step.day.short, others: step.others, indent: 4, to: &out) }
        }
        let more = story.updates.count - story.shown.count
        if more > 0 { out.paragraph(Run("and \(Wording.counted(more, "update")) more; bigpicture timeline shows them all", .dim), indent: 12) }
    }

    private func write(_ silence: Changes.Silence, to out: inout TerminalWriter) {
        out.newline()
        out.paragraph(Run(silence.title, .strong), indent: 2)
        out.paragraph(Run(silence.sentence.english), indent: 4)
        if let citation = silence.citation { quote(citation, lead: "last", indent: 4, to: &out) }
    }

    private static let margin = 8

    private func quote(_ citation: TopicTimeline.Citation, lead: String, others: String? = nil, indent: Int, to out: inout TerminalWriter) {
        let page = citation.passage.page.map { ", p. \($0)" } ?? ""
        let others = others.map { "; " + $0 } ?? ""
        let padding = String(repeating: " ", count: max(1, Self.margin - lead.utf8.count))
        out.paragraph(Run("“\(citation.passage.exact)”"), lead: Run(lead + padding, .dim), indent: indent)
        out.paragraph(
            Run("\(citation.attribution), \(citation.day.short)\(page)\(others). \(citation.address)", .dim), indent: indent + Self.margin)
    }
}
