import BriefModel

/// With whom somebody is named: itself in the middle, those around it, a line as thick as there are articles that name both in a sentence; and a table
/// that says the same.
struct CompanyPicture {
    let profile: Profile
    let frame: PageFrame

    private static let width = 360.0, height = 300.0
    private static let letters = 20

    init?(_ profile: Profile, frame: PageFrame) {
        guard !profile.company.isEmpty else { return nil }
        self.profile = profile
        self.frame = frame
    }

    func write(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-with")) { html in
            html.element("h2", .id("h-with"), say: "Named together with")
            html.element("p", .class("lab"), say: "In one sentence. The thicker a line, the more articles.")
            html.element(
                "svg", .class("net"), .svg("viewBox", "0 0 360 300"), .svg("width", "360"), .svg("height", "300"), .role("img"), .label(spoken)
            ) { draw(to: &$0) }
            html.element("div", .class("tbl")) { table(to: &$0) }
        }
        html.newline()
    }

    private var name: String { profile.name.shown(upTo: 80) }

    // MARK: the picture

    /// Eight places around the middle, from the top clockwise.
    private static let around = [
        (0.38, -0.92), (0.92, -0.38), (0.92, 0.38), (0.38, 0.92), (-0.38, 0.92), (-0.92, 0.38), (-0.92, -0.38), (-0.38, -0.92),
    ]

    private var places: [String: (x: Double, y: Double)] {
        var places: [String: (x: Double, y: Double)] = [:]
        for (place, companion) in profile.company.prefix(Self.around.count).enumerated() {
            let (x, y) = Self.around[place * Self.around.count / min(profile.company.count, Self.around.count)]
            places[companion.key] = (Self.width / 2 + 120 * x, Self.height / 2 + 118 * y)
        }
        return places
    }

    private func draw(to svg: inout HTMLWriter) {
        let places = places, middle = (x: Self.width / 2, y: Self.height / 2)
        for tie in profile.ties {
            if let from = places[tie.first], let to = places[tie.second] { line(from, to, tie.articles, "tie", to: &svg) }
        }
        for companion in profile.company { if let to = places[companion.key] { line(middle, to, companion.articles, "link", to: &svg) } }
        node(name, at: middle, isMiddle: true, to: &svg)
        for companion in profile.company {
            guard let place = places[companion.key] else { continue }
            node(companion.name.shown(upTo: 80), at: place, isMiddle: false, to: &svg)
        }
    }

    private func line(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ articles: Int, _ kind: String, to svg: inout HTMLWriter
    ) {
        svg.void(
            "line", .class(kind), .svg("x1", decimal(from.x)), .svg("y1", decimal(from.y)), .svg("x2", decimal(to.x)), .svg("y2", decimal(to.y)),
            .svg("stroke-width", decimal(min(8, Double(articles)))), closed: true)
    }

    private func node(_ name: String, at place: (x: Double, y: Double), isMiddle: Bool, to svg: inout HTMLWriter) {
        svg.void(
            "circle", .class(isMiddle ? "self" : "node"), .svg("cx", decimal(place.x)), .svg("cy", decimal(place.y)), .svg("r", "6"), closed: true)
        let anchor = place.x < Self.width / 3 ? "start" : place.x > Self.width * 2 / 3 ? "end" : "middle"
        let x = anchor == "start" ? max(0, place.x - 40) : anchor == "end" ? min(Self.width, place.x + 40) : place.x
        svg.element(
            "text", .svg("x", decimal(x)), .svg("y", decimal(place.y + (place.y < Self.height / 2 ? -11 : 21))), .svg("text-anchor", anchor),
            text: name.clipped(to: Self.letters))
    }

    // MARK: the same in words

    private var names: [String: String] { profile.company.reduce(into: [:]) { $0[$1.key] = $1.name.shown(upTo: 80) } }

    private var spoken: Phrase {
        func pair(_ one: String, _ other: String, _ articles: Int) -> Phrase {
            Phrase("{one} and {other}: {count} articles.", ["one": one, "other": other, "count": articles])
        }
        let own = profile.company.map { pair(name, $0.name.shown(upTo: 80), $0.articles) }
        return .sentences(own + profile.ties.map { pair(names[$0.first] ?? $0.first, names[$0.second] ?? $0.second, $0.articles) })
    }

    private static let columns: [Phrase] = [
        Phrase("Named", context: "heading of a column"), Phrase("With", context: "heading of a column"), "Articles",
    ]

    private func table(to html: inout HTMLWriter) {
        html.element("table") { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    for title in Self.columns { html.element("th", .scope("col"), say: title) }
                }
            }
            html.element("tbody") { html in
                for companion in profile.company {
                    row(name, nil, companion.name.shown(upTo: 80), companion.key, companion.articles, to: &html)
                }
                for tie in profile.ties {
                    row(names[tie.first] ?? tie.first, tie.first, names[tie.second] ?? tie.second, tie.second, tie.articles, to: &html)
                }
            }
        }
    }

    private func row(_ first: String, _ firstKey: String?, _ second: String, _ secondKey: String, _ articles: Int, to html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("th", .scope("row")) { name(first, firstKey, to: &$0) }
            html.element("td") { name(second, secondKey, to: &$0) }
            html.element("td", .class("num"), text: String(articles))
        }
    }

    private func name(_ name: String, _ key: String?, to html: inout HTMLWriter) {
        if let key, let link = frame.profile?(key) {
            html.element("a", .href(link), text: name.shown())
        } else {
            html.text(name.shown())
        }
    }
}
