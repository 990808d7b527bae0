import BriefModel

/// A timeline as Markdown: a heading a story, an item a step.
struct TimelineMarkdown {
    let timeline: TopicTimeline

    func document() -> [UInt8] {
        var out = MarkdownWriter()
        out.verbatim("# ")
        out.text("\(timeline.topic): what happened when")
        out.verbatim("\n\n")
        out.text("As of \(timeline.asOf.inWords). \(timeline.countLine.english) \(TopicTimeline.method.english)", startsLine: true)
        out.verbatim("\n")
        for lane in timeline.lanes {
            out.verbatim("\n## ")
            out.text(lane.title)
            out.verbatim("\n\n")
            for step in lane.steps { write(step, to: &out) }
        }
        if let note = timeline.languageNote?.english { out.verbatim("\n\(note)\n") }
        return out.bytes
    }

    private func write(_ step: TopicTimeline.Step, to out: inout MarkdownWriter) {
        out.verbatim("- **\(step.day.inWords)** (\(step.counted.english))")
        for citation in step.citations {
            out.verbatim(" “")
            out.text(citation.passage.exact)
            out.verbatim("” — ")
            out.link(citation.outlet, citation.address)
            out.verbatim(", \(citation.day.inWords).")
        }
        out.newline()
    }
}
