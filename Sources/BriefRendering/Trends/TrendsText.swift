import BriefModel

/// Trends for a terminal: a line of bars a story.
struct TrendsText {
    let trends: Trends
    let style: TerminalStyle

    private static let bars = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    func document() -> [UInt8] {
        var out = TerminalWriter(style: style)
        let series = trends.series(most: min(60, style.width - 4))
        out.paragraph(Run("\(trends.topic). What rises and what has gone quiet, \(trends.asOf.inWords)", .dim))
        out.newline()
        out.paragraph(Run(trends.countLine, .strong))
        for kind in Trends.Kind.allCases {
            let stories = trends.stories(kind)
            guard !stories.isEmpty else { continue }
            out.newline()
            out.paragraph(Run(kind.rawValue, .strong))
            for story in stories {
                out.paragraph(Run(story.title), indent: 2)
                let bars = series.counts(story).map { Self.bar($0, of: series.highest) }.joined()
                // Blanks carry meaning here: they are days.
                out.paragraph(Run(bars.replacing(" ", with: "\u{A0}"), .good), indent: 4)
                out.paragraph(Run(trends.sentence(story).english), indent: 4)
                out.paragraph(Run(Wording.list(trends.names(story)), .dim), indent: 4)
            }
        }
        out.newline()
        out.paragraph(
            Run(
                "Bars: reports \(series.unit), \(series.first.inWords) to \(trends.asOf.inWords), the highest \(series.highest). " + trends.method,
                .dim))
        return out.bytes
    }

    private static func bar(_ count: Int, of highest: Int) -> String {
        guard count > 0, highest > 0 else { return bars[0] }
        return bars[max(1, (count * (bars.count - 1) + highest / 2) / highest)]
    }
}
