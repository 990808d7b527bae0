public import BriefModel

/// The stories of a brief through time: a line a story, a dot a day as large as it has independent outlets, and in words what rises, is new or has gone
/// quiet. A list of small pictures and not one large one, so that titles stay text and wrap on a telephone. Each dot leads to its source.
public struct StoryLanes {
    private let timeline: TopicTimeline
    private let trends: Trends?
    private let references: References?
    private let frame: PageFrame
    /// Where a story is told whole; nil where there is no such page.
    private let story: ((StoryID) -> Link)?
    private let first: Int
    private let last: Int

    static let title: Phrase = "Stories in time"

    /// Nil where there is nothing to draw.
    init?(_ brief: Brief, references: References, frame: PageFrame) {
        guard let timeline = brief.timeline else { return nil }
        self.init(timeline, trends: brief.trends, references: references, frame: frame, story: frame.story)
    }

    /// The lanes of stories apart from a brief, in the order given.
    public init?(_ timeline: TopicTimeline, trends: Trends?, frame: PageFrame) {
        self.init(timeline, trends: trends, references: nil, frame: frame, story: frame.story)
    }

    private init?(_ timeline: TopicTimeline, trends: Trends?, references: References?, frame: PageFrame, story: ((StoryID) -> Link)?) {
        guard !timeline.lanes.isEmpty else { return nil }
        self.timeline = timeline
        self.references = references
        self.frame = frame
        self.story = story
        self.trends = trends
        let days = timeline.lanes.flatMap(\.steps).map(\.day.daysSince1970)
        first = days.min() ?? timeline.asOf.daysSince1970
        last = max(first + 1, timeline.asOf.daysSince1970)
    }

    func write(to html: inout HTMLWriter) {
        html.element("section", .id("stories"), .class("wide"), .labelledBy("h-stories")) { html in
            html.element("h2", .id("h-stories"), say: Self.title)
            html.element(
                "p", .class("lab"), say: .sentences([timeline.countLine, "A dot is a day, its size and number its outlets.", TopicTimeline.method]))
            writeLanes(ordered, to: &html)
            if let note = timeline.languageNote { html.element("p", .class("lab"), say: note) }
        }
        html.newline()
    }

    /// The picture alone.
    public func writePicture(to html: inout HTMLWriter) { writeLanes(timeline.lanes, to: &html) }

    private func writeLanes(_ lanes: [TopicTimeline.Lane], to html: inout HTMLWriter) {
        html.element("div", .class("lane months"), .unspoken) { html in
            html.element("p") { _ in }
            html.element("svg", .svg("width", "100%"), .svg("height", "18")) { days(to: &$0) }
        }
        html.element("ul") { html in
            for lane in lanes { html.element("li", .class("lane")) { write(lane, to: &$0) } }
        }
    }

    // MARK: order and words

    /// What rises and what is new first, as the trends have it.
    private var ordered: [TopicTimeline.Lane] {
        var rank: [StoryID: Int] = [:]
        for (place, story) in (trends?.stories ?? []).enumerated() { rank[story.story] = place }
        return timeline.lanes.enumerated().sorted {
            (rank[$0.element.story] ?? .max, $0.offset) < (rank[$1.element.story] ?? .max, $1.offset)
        }.map(\.element)
    }

    /// What the story does, where it does not just go on.
    private func status(of lane: TopicTimeline.Lane) -> (label: Phrase, words: Phrase)? {
        guard let trends, let coverage = trends.stories.first(where: { $0.story == lane.story }) else { return nil }
        let kind = Trends.Kind(coverage.trend)
        return kind == .steady ? nil : (kind.phrase, trends.sentence(coverage))
    }

    private func write(_ lane: TopicTimeline.Lane, to html: inout HTMLWriter) {
        html.element("p", .directionOfText) { html in
            if let story {
                html.element("a", .href(story(lane.story)), text: lane.title.shown())
            } else {
                html.text(lane.title)
            }
            if let status = status(of: lane) {
                html.element("span", .class("meta")) { html in
                    html.element("b") { html in
                        html.say("{sentence}.", ["sentence": status.label])
                        html.text(" ")
                    }
                    html.say(status.words)
                }
            }
        }
        html.element("svg", .svg("width", "100%"), .svg("height", "36"), .role("group"), .label("Days of this story")) { html in
            lines(to: &html)
            if let first = lane.steps.first, let last = lane.steps.last {
                html.void(
                    "line", .class("run"), .svg("x1", share(first.day.daysSince1970)), .svg("x2", share(last.day.daysSince1970)), .svg("y1", "18"),
                    .svg("y2", "18"), closed: true)
            }
            for step in lane.steps { dot(step, to: &html) }
        }
    }

    // MARK: drawing

    /// Shares of the width left free at both ends, so that the largest dot is whole on a telephone.
    private static let edge = 4.0

    private func share(_ day: Int) -> String {
        decimal(Self.edge + Double(day - first) / Double(last - first) * (100 - 2 * Self.edge)) + "%"
    }

    private func dot(_ step: TopicTimeline.Step, to html: inout HTMLWriter) {
        guard let citation = step.citations.first else { return }
        let link =
            references?.source(citation.passage.article).map { Link.fragment("src-\($0.number)") } ?? frame.article.map { $0(citation.passage) }
            ?? Link(address: citation.address)?.showing(citation.passage.exact)
        let spoken = html.words(
            "{day}, {outlets}: “{words}” ({outlet})",
            [
                "day": step.day, "outlets": step.counted, "words": citation.passage.withoutDateline.exact,
                "outlet": citation.attribution(for: html.words.language),
            ])
        guard let link else { return circle(step, spoken: spoken, to: &html) }
        html.element("a", .href(link), .label(spoken)) { circle(step, spoken: spoken, to: &$0) }
    }

    private func circle(_ step: TopicTimeline.Step, spoken: String, to html: inout HTMLWriter) {
        let x = share(step.day.daysSince1970)
        // Areas are in proportion: four outlets look twice as wide as one.
        let radius = min(16, 5 * Double(max(1, step.outlets)).squareRoot())
        html.element("circle", .svg("cx", x), .svg("cy", "18"), .svg("r", decimal(radius))) { $0.element("title", text: spoken) }
        guard step.outlets > 1 else { return }
        html.element("text", .svg("x", x), .svg("y", "18"), .svg("dy", "4"), .svg("text-anchor", "middle"), .unspoken, text: String(step.outlets))
    }

    /// A line at each first of a month, or of a year where there would be more than twelve.
    private var marks: [CalendarDay] {
        let all = (first...last).map { CalendarDay(daysSince1970: $0) }.filter { $0.day == 1 }
        return all.count <= 12 ? all : all.filter { $0.month == 1 }
    }

    private func lines(to html: inout HTMLWriter) {
        for day in marks {
            let x = share(day.daysSince1970)
            html.void("line", .class("month"), .svg("x1", x), .svg("x2", x), .svg("y1", "0"), .svg("y2", "36"), closed: true)
        }
    }

    /// The first and the last day, and between them the months or years that have room.
    private func days(to html: inout HTMLWriter) {
        func label(_ text: String, _ day: Int, anchor: String) {
            html.element("text", .svg("x", share(day)), .svg("y", "13"), .svg("text-anchor", anchor), text: text)
        }
        let start = CalendarDay(daysSince1970: first), end = CalendarDay(daysSince1970: last)
        label(html.words(start.year == end.year ? Words.short(start) : Words.phrase(start)), first, anchor: "start")
        label(html.words(Words.short(end)), last, anchor: "end")
        let room = (last - first) / 5
        // A day with its year takes twice the room.
        let before = start.year == end.year ? room : 2 * room
        let inside = marks.filter { $0.daysSince1970 - first > before && last - $0.daysSince1970 > room }
        let step = max(1, (inside.count + 3) / 4)
        for (place, day) in inside.enumerated() where place.isMultiple(of: step) {
            let isYear = day.month == 1 && last - first > 366
            label(isYear ? String(day.year) : html.words(Words.shortMonths[day.month - 1]), day.daysSince1970, anchor: "middle")
        }
    }
}
