import BriefModel

/// Trends as a page: a small chart a story, all on one scale.
struct TrendsPage {
    let trends: Trends
    let frame: PageFrame
    private let series: TrendSeries

    init(_ trends: Trends, frame: PageFrame) {
        self.trends = trends
        self.frame = frame
        series = trends.series(most: 60)
    }

    func document() -> [UInt8] {
        Page.document(title: "Trends: " + trends.topic, description: "What rises and what has gone quiet", frame: frame) { html in
            html.element("header", .class("mast")) { html in
                html.element("p", .class("kick"), text: "\(trends.topic) · Trends")
                html.element("h1", .class("page"), text: "What rises and what has gone quiet")
                html.element("p", .class("meta"), text: "\(trends.asOf.inWords). \(trends.countLine)")
            }
            for kind in Trends.Kind.allCases { section(kind, to: &html) }
            html.element("p", .class("why"), text: "Bars: reports \(series.unit), one scale for all. " + trends.method)
        }
    }

    private func section(_ kind: Trends.Kind, to html: inout HTMLWriter) {
        let stories = trends.stories(kind)
        guard !stories.isEmpty else { return }
        html.element("section", .labelledBy("h-\(kind)")) { html in
            html.element("h2", .id("h-\(kind)"), text: kind.rawValue)
            html.element("ul", .class("trends")) { html in
                for story in stories {
                    html.element("li") { html in
                        html.element("h3", .directionOfText, text: story.title)
                        chart(story, to: &html)
                        html.element("p", say: trends.sentence(story))
                        html.element("p", .class("meta"), text: Wording.list(trends.names(story)))
                    }
                }
            }
        }
        html.newline()
    }

    private static let width = 300.0, height = 36.0

    /// A bar a step; the days that count as now stand on a darker ground line.
    private func chart(_ story: Coverage, to html: inout HTMLWriter) {
        let counts = series.counts(story)
        let step = Self.width / Double(max(1, counts.count))
        let now = Self.width * (1 - Double(trends.window) / Double(series.steps * series.step))
        html.element(
            "svg", .class("bars"), .svg("viewBox", "0 0 300 40"), .svg("width", "300"), .svg("height", "40"), .role("img"), .label(spoken(story))
        ) { html in
            html.void("path", .class("ax"), .svg("d", "M0 38.5H300"), closed: true)
            html.void("path", .class("now"), .svg("d", "M\(decimal(max(0, now))) 38.5H300"), closed: true)
            for (place, count) in counts.enumerated() where count > 0 {
                let tall = max(2, Self.height * Double(count) / Double(max(1, series.highest)))
                html.void(
                    "rect", .svg("x", decimal(Double(place) * step)), .svg("y", decimal(Self.height + 1 - tall)),
                    .svg("width", decimal(max(1.5, step * 0.8))), .svg("height", decimal(tall)), closed: true)
            }
        }
    }

    /// What the picture shows, day by day: nothing is in the picture that is not here.
    private func spoken(_ story: Coverage) -> String {
        story.days.map { "\($0.day.short): \(Wording.counted($0.outlets.count, "outlet"))" }.joined(separator: ", ") + "."
    }
}
