import BriefModel

/// In how many articles somebody is named, step by step, with a table that says the same.
struct MentionChart {
    struct Step {
        let first: CalendarDay
        let last: CalendarDay
        let articles: Int

        var name: Phrase {
            first == last ? Words.short(first) : Phrase("{first} to {last}", ["first": Words.short(first), "last": Words.short(last)])
        }
    }

    /// Without gaps.
    let steps: [Step]

    private static let mostSteps = 60
    private static let width = 300.0, height = 60.0

    /// Nil for what is never named.
    init?(_ profile: Profile) {
        guard let first = profile.days.first?.day.daysSince1970, let last = profile.days.last?.day.daysSince1970 else { return nil }
        let length = max(1, (last - first + Self.mostSteps) / Self.mostSteps)
        var counts = [Int](repeating: 0, count: (last - first) / length + 1)
        for day in profile.days { counts[(day.day.daysSince1970 - first) / length] += day.articles }
        steps = counts.enumerated().map { place, count in
            let start = first + place * length
            return Step(
                first: CalendarDay(daysSince1970: start), last: CalendarDay(daysSince1970: min(last, start + length - 1)), articles: count)
        }
    }

    func write(to html: inout HTMLWriter) {
        let named = steps.filter { $0.articles > 0 }
        html.element("section", .labelledBy("h-when")) { html in
            html.element("h2", .id("h-when"), say: "When named")
            html.element(
                "svg", .class("bars"), .svg("viewBox", "0 0 300 84"), .svg("width", "300"), .svg("height", "84"), .role("img"),
                .label(spoken(named))
            ) { draw(to: &$0) }
            html.element("details") { html in
                html.element("summary", say: "The same as a table")
                html.element("div", .class("tbl")) { html in
                    html.element("table") { html in
                        html.element("thead") { html in
                            html.element("tr") { html in
                                html.element("th", .scope("col"), say: "Days")
                                html.element("th", .scope("col"), say: "Articles")
                            }
                        }
                        html.element("tbody") { html in
                            for step in named {
                                html.element("tr") { html in
                                    html.element("th", .scope("row"), say: step.name)
                                    html.element("td", .class("num"), text: String(step.articles))
                                }
                            }
                        }
                    }
                }
            }
        }
        html.newline()
    }

    private func spoken(_ steps: [Step]) -> Phrase {
        let told = steps.map { Phrase("{days}: {count} articles", ["days": $0.name, "count": $0.articles]) }
        return Phrase("{sentence}.", ["sentence": Phrase.series(told)])
    }

    private func draw(to svg: inout HTMLWriter) {
        let most = Double(steps.map(\.articles).max() ?? 1)
        let step = Self.width / Double(max(steps.count, 12))
        svg.void("path", .class("ax"), .svg("d", "M0 62.5H300"), closed: true)
        for (place, one) in steps.enumerated() where one.articles > 0 {
            let tall = max(2, Self.height * Double(one.articles) / most)
            svg.void(
                "rect", .svg("x", decimal(Double(place) * step)), .svg("y", decimal(Self.height + 2 - tall)),
                .svg("width", decimal(max(1.5, step * 0.8))), .svg("height", decimal(tall)), closed: true)
        }
        guard let first = steps.first, let last = steps.last else { return }
        svg.element("text", .svg("x", "0"), .svg("y", "79"), say: Words.short(first.first))
        if steps.count > 20 { svg.element("text", .svg("x", "300"), .svg("y", "79"), .svg("text-anchor", "end"), say: Words.short(last.last)) }
    }
}
