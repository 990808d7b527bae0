import BriefModel

/// Changes as Markdown: a section a kind, an item a change.
struct ChangesMarkdown {
    let changes: Changes

    func document() -> [UInt8] {
        var out = MarkdownWriter()
        let heading = changes.heading.english
        out.verbatim("# ")
        out.text("\(changes.topic): \(heading.prefix(1).lowercased() + heading.dropFirst())")
        out.verbatim("\n\n**")
        out.text(changes.countLine.english)
        out.verbatim("** ")
        out.text("\(changes.sourceLine.english) As of \(changes.asOf.inWords).")
        out.verbatim("\n")
        if !changes.revisions.isEmpty {
            out.verbatim("\n## Corrected or disputed\n\n")
            for revision in changes.revisions { write(revision, to: &out) }
        }
        if !changes.stories.isEmpty {
            out.verbatim("\n## What is new\n")
            for story in changes.stories { write(story, to: &out) }
            if let line = changes.leftOutLine?.english { out.verbatim("\n\(line)\n") }
        }
        if !changes.quiet.isEmpty {
            out.verbatim("\n## Gone quiet\n\n")
            for silence in changes.quiet { write(silence, to: &out) }
        }
        out.verbatim("\n")
        out.text(Changes.method.english, startsLine: true)
        out.newline()
        return out.bytes
    }

    private func write(_ revision: Changes.Revision, to out: inout MarkdownWriter) {
        out.verbatim("- **\(revision.kind.label.english):** ")
        out.text(revision.whatDiffers.closed)
        for (label, citation) in [(revision.kind.sides.now, revision.now), (revision.kind.sides.before, revision.before)] {
            guard let citation else { continue }
            out.verbatim("\n  - \(label.english.capitalizedFirst):")
            quote(citation, to: &out)
        }
        if !revision.why.isEmpty {
            out.verbatim("\n  - ")
            out.text(revision.why, startsLine: true)
        }
        out.newline()
    }

    private func write(_ story: Changes.Development, to out: inout MarkdownWriter) {
        out.verbatim("\n### ")
        out.text(story.title)
        out.verbatim("\n\n")
        let lineage = story.lineageInWords.map { $0.english + "; " } ?? ""
        out.text("\(lineage)\(Wording.counted(story.outlets, "outlet")).", startsLine: true)
        out.verbatim("\n\n")
        for step in story.shown {
            out.verbatim("- **\(step.day.inWords)**" + (step.outlets > 1 ? " (\(step.counted.english))" : ""))
            if let citation = step.citations.first { quote(citation, to: &out) }
            for (place, other) in step.citations.dropFirst().enumerated() {
                out.verbatim(place == 0 ? " Also " : ", ")
                out.link(other.attribution, other.address)
            }
            out.verbatim(step.citations.count > 1 ? ".\n" : "\n")
        }
        let more = story.updates.count - story.shown.count
        if more > 0 { out.verbatim("- and \(Wording.counted(more, "update")) more\n") }
    }

    private func write(_ silence: Changes.Silence, to out: inout MarkdownWriter) {
        out.verbatim("- **")
        out.text(silence.title)
        out.verbatim("** ")
        out.text(silence.sentence.english)
        if let citation = silence.citation { quote(citation, to: &out) }
        out.newline()
    }

    private func quote(_ citation: TopicTimeline.Citation, to out: inout MarkdownWriter) {
        out.verbatim(" “")
        out.text(citation.passage.exact)
        out.verbatim("” — ")
        out.link(citation.attribution, citation.address)
        out.verbatim(", \(citation.day.inWords).")
    }
}
