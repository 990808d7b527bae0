import BriefModel

/// Disputed figures drawn: a picture a unit, a line a voice, a band as wide as they are apart. Places are shares of the width, so that letters keep their
/// size on a telephone; all that is drawn is also said in words and stands in a table.
struct FigureRangesPicture {
    let ranges: FigureRanges

    private static let heading = 24, voice = 40, gap = 12, foot = 24
    /// Left free at both ends, in hundredths of the width, so that the first and last dot are whole.
    private static let edge = 3.0
    /// Letters of a line that surely find room.
    private static let letters = 44

    func write(to html: inout HTMLWriter) {
        guard !ranges.scales.isEmpty else { return }
        html.element("section", .id("ranges"), .class("wide ranges"), .labelledBy("h-ranges")) { html in
            html.element("h2", .id("h-ranges"), say: FigureRanges.title)
            html.element("p", .class("lab"), say: FigureRanges.method)
            html.element("ul") { html in
                for (place, scale) in ranges.scales.enumerated() {
                    html.element("li") { draw(scale, id: "range-\(place + 1)", to: &$0) }
                }
            }
            table(to: &html)
        }
        html.newline()
    }

    private func draw(_ scale: FigureRanges.Scale, id: String, to html: inout HTMLWriter) {
        let height = scale.spreads.reduce(Self.foot) { $0 + Self.height($1) }
        html.element("h3", say: scale.unit)
        html.element("svg", .svg("width", "100%"), .svg("height", String(height)), .role("img"), .labelledBy("\(id)-title \(id)-desc")) { svg in
            svg.element("title", .id("\(id)-title"), say: "{unit}: who says what", ["unit": scale.unit])
            svg.element("desc", .id("\(id)-desc"), say: .sentences(scale.spreads.map(\.words)))
            var top = 0
            for spread in scale.spreads {
                draw(spread, on: scale, top: top, to: &svg)
                top += Self.height(spread)
            }
            axis(of: scale, at: height - Self.foot + 4, to: &svg)
        }
    }

    private func draw(_ spread: FigureRanges.Spread, on scale: FigureRanges.Scale, top: Int, to svg: inout HTMLWriter) {
        let first = share(spread.voices.first?.value ?? 0, of: scale), last = share(spread.voices.last?.value ?? 0, of: scale)
        svg.element("text", .class("what"), .svg("x", "0"), .svg("y", String(top + 16)), text: spread.title.clipped(to: Self.letters))
        svg.void(
            "rect", .class("band"), .svg("x", decimal(first) + "%"), .svg("width", decimal(last - first) + "%"),
            .svg("y", String(top + Self.heading)), .svg("height", String(Self.voice * spread.voices.count)), closed: true)
        for (place, voice) in spread.voices.enumerated() {
            let y = top + Self.heading + Self.voice * place
            svg.element("text", .svg("x", "0"), .svg("y", String(y + 14)), text: svg.words(voice.line).clipped(to: Self.letters))
            svg.void(
                "line", .class("track"), .svg("x1", "0"), .svg("x2", "100%"), .svg("y1", String(y + 28)), .svg("y2", String(y + 28)), closed: true)
            dot(voice, x: share(voice.value, of: scale), y: y + 28, to: &svg)
        }
    }

    private func dot(_ voice: FigureRanges.Voice, x: Double, y: Int, to svg: inout HTMLWriter) {
        svg.element("svg", .svg("x", decimal(x) + "%"), .svg("y", String(y))) { svg in
            svg.void("circle", .class(voice.standing == .followed ? "use" : "oth"), .svg("r", "6"), closed: true)
            if voice.standing == .corrected { svg.void("path", .class("x"), .svg("d", "M-9 9L9-9"), closed: true) }
        }
    }

    /// Both ends by their figures.
    private func axis(of scale: FigureRanges.Scale, at y: Int, to svg: inout HTMLWriter) {
        for (value, anchor) in [(scale.least, "start"), (scale.greatest, "end")] {
            let x = anchor == "start" ? "0" : "100%"
            svg.element("text", .class("end"), .svg("x", x), .svg("y", String(y + 12)), .svg("text-anchor", anchor), text: Figure.words(value))
        }
    }

    /// In hundredths of the width.
    private func share(_ value: Double, of scale: FigureRanges.Scale) -> Double {
        Self.edge + (value - scale.least) / (scale.greatest - scale.least) * (100 - 2 * Self.edge)
    }

    private static func height(_ spread: FigureRanges.Spread) -> Int { heading + voice * spread.voices.count + gap }

    // MARK: the same in a table

    private static let columns: [Phrase] = [
        Phrase("What", context: "heading of a column"), Phrase("Figure", context: "heading of a column"), "Who says it",
        Phrase("Day", context: "heading of a column"), "In this brief",
    ]

    private func table(to html: inout HTMLWriter) {
        html.element("details") { html in
            html.element("summary", say: "The same as a table")
            html.element("div", .class("tbl"), .role("group"), .labelledBy("h-ranges"), .reachable) { html in
                html.element("table") { html in
                    html.element("thead") { html in
                        html.element("tr") { html in
                            for title in Self.columns {
                                html.element("th", .scope("col"), say: title)
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for spread in ranges.scales.flatMap(\.spreads) {
                            for voice in spread.voices { html.element("tr") { row(voice, of: spread, to: &$0) } }
                        }
                    }
                }
            }
        }
    }

    private func row(_ voice: FigureRanges.Voice, of spread: FigureRanges.Spread, to html: inout HTMLWriter) {
        html.element("th", .scope("row"), text: spread.title)
        html.element("td", .class("num"), text: voice.figure)
        html.element("td") { html in
            if let source = voice.source {
                html.element("a", .href(.fragment("src-\(source.number)")), say: voice.outlet)
            } else {
                html.say(voice.outlet)
            }
            if let claimant = voice.claimant {
                html.comma()
                html.say("citing {claimant}", ["claimant": claimant])
            }
        }
        html.element("td") { html in if let day = voice.source?.day { html.day(day) } }
        html.element("td", say: voice.standing.phrase.capitalized)
    }
}
