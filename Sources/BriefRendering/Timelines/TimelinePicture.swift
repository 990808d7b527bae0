import BriefModel

/// A timeline as one SVG file: a lane a story, a dot a step, as large as it has independent outlets. Places are shares of the width, so that letters keep
/// their size on a telephone; all that is drawn is also said in words.
struct TimelinePicture {
    private let timeline: TopicTimeline
    private let first: Int
    private let last: Int

    private static let head = 64, line = 18, lane = 58, foot = 34
    /// Shares of the width left free at both ends, so that the largest dot is whole.
    private static let edge = 5.0
    /// Letters of a title's line.
    private static let letters = 46

    init(_ timeline: TopicTimeline) {
        self.timeline = timeline
        let days = timeline.lanes.flatMap(\.steps).map(\.day.daysSince1970)
        first = days.min() ?? timeline.asOf.daysSince1970
        last = max(first + 1, days.max() ?? first)
    }

    func document() -> [UInt8] {
        var svg = HTMLWriter(capacity: 1 << 14)
        let note = timeline.joinedByNames.isEmpty ? nil : "Joined by names only: \(Wording.list(timeline.joinedByNames.map(LanguageNames.name)))."
        let height = Self.head + timeline.lanes.reduce(0) { $0 + Self.height($1) } + Self.foot + (note == nil ? 0 : Self.line)
        svg.element(
            "svg", .svg("xmlns", "http://www.w3.org/2000/svg"), .svg("width", "100%"), .svg("height", String(height)), .labelledBy("title desc")
        ) { svg in
            svg.element("title", .id("title"), text: "\(timeline.topic): what happened when, as of \(timeline.asOf.inWords)")
            svg.element("desc", .id("desc"), text: spoken)
            svg.element("style") { $0.verbatim(Self.look) }
            svg.void("rect", .class("paper"), .svg("width", "100%"), .svg("height", "100%"), closed: true)
            svg.element("text", .class("head"), .svg("x", "2%"), .svg("y", "26"), text: Self.lines(timeline.topic)[0])
            months(to: &svg, height: height)
            var top = Self.head
            for lane in timeline.lanes {
                write(lane, top: top, to: &svg)
                top += Self.height(lane)
            }
            let said = ["A dot is a day, its size and number its outlets.", note].compactMap { $0 }
            for (place, text) in said.reversed().enumerated() {
                svg.element("text", .class("small"), .svg("x", "2%"), .svg("y", String(height - 12 - Self.line * place)), text: text)
            }
        }
        svg.newline()
        return svg.bytes
    }

    // MARK: time

    private func share(_ day: Int) -> String {
        let part = Double(day - first) / Double(last - first)
        return decimal(Self.edge + part * (100 - 2 * Self.edge)) + "%"
    }

    /// A line at each first of a month, or of a year where there would be more than twelve; its name where there is room.
    private func months(to svg: inout HTMLWriter, height: Int) {
        let all = (first...last).map { CalendarDay(daysSince1970: $0) }.filter { $0.day == 1 }
        let years = all.filter { $0.month == 1 }
        let marks = all.count <= 12 ? all : years
        let step = max(1, (marks.count + 5) / 6)
        for (place, day) in marks.enumerated() {
            let x = share(day.daysSince1970)
            svg.void("line", .class("month"), .svg("x1", x), .svg("x2", x), .svg("y1", "50"), .svg("y2", String(height - Self.foot)), closed: true)
            guard place.isMultiple(of: step) else { continue }
            let name = all.count <= 12 ? String(CalendarDay.monthNames[day.month - 1].prefix(3)) : String(day.year)
            svg.element("text", .class("small"), .svg("x", x), .svg("y", "46"), .svg("text-anchor", "middle"), text: name)
        }
    }

    // MARK: stories

    private func write(_ lane: TopicTimeline.Lane, top: Int, to svg: inout HTMLWriter) {
        let lines = Self.lines(lane.title)
        let y = String(top + 30 + Self.line * lines.count)
        svg.element("g", .role("group"), .label(lane.title)) { svg in
            for (place, line) in lines.enumerated() {
                svg.element("text", .class("story"), .svg("x", "2%"), .svg("y", String(top + Self.line * (place + 1))), text: line)
            }
            if let first = lane.steps.first, let last = lane.steps.last {
                svg.void(
                    "line", .class("lane"), .svg("x1", share(first.day.daysSince1970)), .svg("x2", share(last.day.daysSince1970)), .svg("y1", y),
                    .svg("y2", y), closed: true)
            }
            for step in lane.steps {
                guard let link = step.citations.first.flatMap({ Link(address: $0.address) }) else {
                    dot(step, y, to: &svg)
                    continue
                }
                svg.element("a", .href(link), .label(Self.spoken(step))) { dot(step, y, to: &$0) }
            }
        }
        svg.newline()
    }

    private func dot(_ step: TopicTimeline.Step, _ y: String, to svg: inout HTMLWriter) {
        let x = share(step.day.daysSince1970)
        // Areas are in proportion: four outlets look twice as wide as one.
        let radius = min(18, 6 * Double(max(1, step.outlets)).squareRoot())
        svg.element("circle", .class(step.kind == .told ? "told" : "dot"), .svg("cx", x), .svg("cy", y), .svg("r", decimal(radius))) { svg in
            svg.element("title", text: Self.spoken(step))
        }
        if step.outlets > 1, step.kind == .reported {
            svg.element(
                "text", .class("count"), .svg("x", x), .svg("y", y), .svg("dy", "4"), .svg("text-anchor", "middle"), .unspoken,
                text: String(step.outlets))
        }
    }

    // MARK: words

    private var spoken: String {
        let lanes = timeline.lanes.map { lane in "\(lane.title.closed) " + lane.steps.map(Self.spoken).joined(separator: " ") }
        return ([timeline.countLine.english] + lanes + [TopicTimeline.method.english, timeline.languageNote?.english].compactMap { $0 }).joined(
            separator: "\n")
    }

    private static func spoken(_ step: TopicTimeline.Step) -> String {
        let quoted = step.citations.map { "“\($0.passage.exact)” (\($0.outlet), \($0.day.inWords))" }
        return "\(step.day.inWords), \(step.counted.english): \(quoted.joined(separator: " "))"
    }

    private static func height(_ lane: TopicTimeline.Lane) -> Int { Self.lane + line * lines(lane.title).count }

    /// One line or two; what goes on ends at a word, with a sign.
    private static func lines(_ text: String) -> [String] {
        guard text.count > letters else { return [text] }
        let head = upToWord(text)
        let rest = text.dropFirst(head.count).drop { $0 == " " }
        return [head, rest.count > letters ? upToWord(rest) + "…" : String(rest)]
    }

    private static func upToWord(_ text: some StringProtocol) -> String {
        let head = text.prefix(letters + 1)
        return String(head.lastIndex(of: " ").map { head[..<$0] } ?? head.dropLast())
    }

    private static let look: StaticString = """
        :root { color-scheme: light dark; }
        text { font: 13px system-ui, "Noto Sans", Roboto, Arial, sans-serif; fill: #1a1d21; }
        .paper { fill: #fcfcfa; } .head { font-size: 17px; font-weight: 600; } .story { font-size: 14px; }
        .small { fill: #565c64; font-size: 12px; } .month { stroke: #d8d8d0; } .lane { stroke: #85898f; stroke-width: 2; }
        .dot { fill: #17507f; stroke: #fcfcfa; stroke-width: 1.5; } .told { fill: #fcfcfa; stroke: #17507f; stroke-width: 2; } .count { fill: #fff; font-size: 12px; font-weight: 600; }
        a:focus-visible circle, a:hover circle { stroke: #a1262d; stroke-width: 3; }
        .count { pointer-events: none; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e4e3de; } .paper { fill: #15181b; } .small { fill: #a3a8ae; } .month { stroke: #33383d; } .lane { stroke: #7b828a; }
          .dot { fill: #8fbde6; stroke: #15181b; } .told { fill: #15181b; stroke: #8fbde6; } .count { fill: #15181b; }
        }
        """
}
