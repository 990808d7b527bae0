import BriefModel

/// A timeline for a terminal: each story with its steps, each step with its passages.
struct TimelineText {
    let timeline: TopicTimeline
    let style: TerminalStyle

    func document() -> [UInt8] {
        var out = TerminalWriter(style: style)
        out.paragraph(Run("\(timeline.topic). What happened when, as of \(timeline.asOf.inWords)", .dim))
        out.newline()
        out.paragraph(Run(timeline.countLine.english, .strong))
        for lane in timeline.lanes {
            out.newline()
            out.paragraph(Run(lane.title, .strong))
            for step in lane.steps { write(step, to: &out) }
        }
        out.newline()
        out.paragraph(Run(TopicTimeline.method.english, .dim))
        if let note = timeline.languageNote?.english { out.paragraph(Run(note, .dim)) }
        return out.bytes
    }

    private func write(_ step: TopicTimeline.Step, to out: inout TerminalWriter) {
        let day = step.day.year == timeline.asOf.year ? step.day.short : "\(step.day)"
        let lead = Run(day + String(repeating: " ", count: max(1, 8 - day.utf8.count)), .dim)
        for (place, citation) in step.citations.enumerated() {
            out.paragraph(Run("“\(citation.passage.exact)”"), lead: place == 0 ? lead : Run(String(repeating: " ", count: 8)))
            let page = citation.passage.page.map { ", p. \($0)" } ?? ""
            let counted = place == 0 ? "; \(step.counted.english)" : ""
            out.paragraph(Run("\(citation.outlet), \(citation.day.short)\(page)\(counted). \(citation.address)", .dim), indent: 8)
        }
    }
}
