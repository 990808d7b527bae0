import BriefModel

/// Trends as Markdown: a table a kind, the days behind each story under it.
struct TrendsMarkdown {
    let trends: Trends

    func document() -> [UInt8] {
        var out = MarkdownWriter()
        out.verbatim("# ")
        out.text("\(trends.topic): what rises and what has gone quiet")
        out.verbatim("\n\n")
        out.text("\(trends.asOf.inWords). \(trends.countLine)", startsLine: true)
        out.verbatim("\n")
        for kind in Trends.Kind.allCases {
            let stories = trends.stories(kind)
            guard !stories.isEmpty else { continue }
            out.verbatim("\n## \(kind.rawValue)\n\n")
            for story in stories { write(story, to: &out) }
        }
        out.verbatim("\n")
        out.text(trends.method, startsLine: true)
        out.newline()
        return out.bytes
    }

    private func write(_ story: Coverage, to out: inout MarkdownWriter) {
        out.verbatim("- **")
        out.text(story.title)
        out.verbatim("** ")
        out.text(trends.sentence(story).english)
        for day in story.days {
            out.verbatim("\n  - ")
            out.text("\(day.day.inWords): \(Wording.list(day.outlets.map(trends.name)))", startsLine: true)
        }
        out.newline()
    }
}
