import BriefModel
import BriefRendering

/// Which stories are shown, as an address says it.
struct StoriesRequest: Hashable {
    var topic: String?
    var theme = ""
    var outlet = ""
    var language = ""
    /// From 1.
    var page = 1

    static let perPage = 20
    private static let mostPages = 1_000

    init(query: String) {
        func value(_ name: String) -> String { FormText.value(of: name, in: query) ?? "" }
        topic = value("topic").isEmpty ? nil : value("topic")
        (theme, outlet, language) = (value("theme"), value("outlet"), value("language"))
        page = Int(value("page")).map { min(max($0, 1), Self.mostPages) } ?? 1
    }

    func link(page: Int) -> Link {
        var query: [(name: StaticString, value: String)] = Link.query(topic: topic)
        for (name, value) in [("theme", theme), ("outlet", outlet), ("language", language)] as [(StaticString, String)] where !value.isEmpty {
            query.append((name, value))
        }
        if page > 1 { query.append(("page", String(page))) }
        return .site("stories", query: query)
    }

    func admits(_ account: StoryAccount) -> Bool {
        (theme.isEmpty || account.theme == theme) && (outlet.isEmpty || account.pieces.contains { $0.outlet.id.rawValue == outlet })
            && (language.isEmpty || account.pieces.contains { $0.language == language })
    }
}

/// Stories through time, what was last told of first.
struct StoriesPage {
    let request: StoriesRequest
    /// Topics of which something was written.
    let names: [TopicName]
    /// Those shown.
    let topics: [StudiedTopic]
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: title, description: "Stories in time", frame: .site(current: .stories, notice: notice)) { html in
            html.element("h1", .class("page"), say: title)
            guard !topics.isEmpty else { return empty(to: &html) }
            html.element("p", .class("sub"), say: "A dot is a day, its size and number the outlets that told of it. Reprints are left out.")
            html.element("form", .action(.site("stories")), .method("get"), .class("cols flip")) { html in
                html.element("div", .class("facets"), .id("narrow")) { filters(to: &$0) }
                html.element("div", .class("stories")) { html in
                    html.element("a", .class("to-facets"), .href(.fragment("narrow")), say: "Narrow the list")
                    list(to: &html)
                }
            }
        }
    }

    private var title: Phrase {
        guard let slug = request.topic, let topic = topics.first(where: { $0.name.slug == slug }) else { return "Stories" }
        return Phrase("Stories: {title}", ["title": topic.name.title])
    }

    // MARK: the list

    private func list(to html: inout HTMLWriter) {
        let all = topics.flatMap { topic in topic.stories.filter(request.admits).map { (topic: topic, account: $0) } }
        let start = (request.page - 1) * StoriesRequest.perPage
        let shown = all.dropFirst(start).prefix(StoriesRequest.perPage)
        guard !shown.isEmpty else {
            html.element("p", .class("lead"), say: "No story is left. Take away a part of what the list is narrowed by.")
            return
        }
        for topic in topics {
            let here = shown.filter { $0.topic.name == topic.name }.map(\.account)
            guard !here.isEmpty else { continue }
            section(of: topic, here, to: &html)
        }
        Leafing(page: request.page, perPage: StoriesRequest.perPage, total: all.count) { request.link(page: $0) }.write(to: &html)
    }

    private func section(of topic: StudiedTopic, _ accounts: [StoryAccount], to html: inout HTMLWriter) {
        let frame = PageFrame.site(current: .stories, notice: notice, roomsOf: topic.name.slug)
        let timeline = TopicTimeline(
            topic: topic.name.title, asOf: topic.asOf.day, lanes: accounts.flatMap(\.timeline.lanes), leftOut: 0)
        html.element("section", .labelledBy("h-\(topic.name.slug)")) { html in
            html.element("h2", .id("h-\(topic.name.slug)")) { html in
                html.element("a", .href(.site("briefs", topic.name.slug)), text: topic.name.title)
            }
            html.element("p", .class("lab"), say: "As of {day}. What was last told of comes first.", ["day": topic.asOf.day])
            StoryLanes(timeline, trends: topic.trends, frame: frame)?.writePicture(to: &html)
            let silent = accounts.filter { $0.timeline.lanes.isEmpty }
            if !silent.isEmpty {
                html.element("ul", .class("news")) { html in
                    for account in silent {
                        html.element("li") { html in
                            html.element("b") { html in if let day = account.lastDay { html.day(day) } }
                            html.element("span") { html in
                                html.element("a", .href(.story(account.story.id, topic: topic.name.slug)), text: account.story.title.shown())
                            }
                        }
                    }
                }
            }
        }
        html.newline()
    }

    // MARK: filters

    private func filters(to html: inout HTMLWriter) {
        html.element("h2", say: "Narrow the list")
        if names.count > 1 {
            choice("topic", "Topic", names.map { ($0.slug, .verbatim($0.title.shown(upTo: 80))) }, chosen: request.topic ?? "", to: &html)
        } else if let topic = request.topic {
            html.void("input", .type("hidden"), .name("topic"), .value(topic))
        }
        let accounts = topics.flatMap(\.stories)
        choice(
            "theme", "Theme", distinct(accounts.compactMap { account in account.theme.map { ($0, .verbatim($0.shown(upTo: 80))) } }),
            chosen: request.theme, to: &html)
        let pieces = accounts.flatMap(\.pieces)
        choice(
            "outlet", Phrase("Outlet", context: "heading of a column"),
            distinct(pieces.map { ($0.outlet.id.rawValue, .verbatim($0.outlet.name.shown(upTo: 80))) }), chosen: request.outlet, to: &html)
        choice("language", "Language", distinct(pieces.map { ($0.language, LanguageNames.phrase($0.language)) }), chosen: request.language, to: &html)
        html.element("p", .class("follow")) { $0.element("button", .class("btn"), say: Phrase("Apply", context: "button")) }
    }

    private static let mostChoices = 40

    /// Each once, those met most often, by name.
    private func distinct(_ values: [(String, Phrase)]) -> [(String, Phrase)] {
        var counts: [String: Int] = [:]
        for (value, _) in values { counts[value, default: 0] += 1 }
        let told = Reader.current.words
        let names = Dictionary(values, uniquingKeysWith: { first, _ in first })
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostChoices).map(\.key)
        return most.map { ($0, names[$0] ?? .verbatim($0)) }.sorted { told($0.1) < told($1.1) }
    }

    /// All of them, or one; nothing where there is only one to choose.
    private func choice(_ name: StaticString, _ title: Phrase, _ values: [(String, Phrase)], chosen: String, to html: inout HTMLWriter) {
        guard values.count > 1 || !chosen.isEmpty else { return }
        html.choice(name, title, [("", Phrase("All", context: "choices"))] + values, chosen: chosen)
    }

    private func empty(to html: inout HTMLWriter) {
        html.element("div", .class("empty")) { html in
            html.element("p", say: "Stories are found when a brief on a topic is written. Nothing was written yet.")
            html.element("p") { $0.element("a", .href(.site()), say: "All topics") }
        }
    }
}
