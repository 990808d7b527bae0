import BriefModel
import BriefRendering

/// Which people and bodies are shown, as an address says it.
struct PeopleRequest: Hashable {
    enum Kind: String, CaseIterable { case all, people, bodies }

    var topic: String?
    var kind = Kind.all
    var name = ""
    /// From 1.
    var page = 1

    static let perPage = 50
    private static let mostPages = 1_000

    init(query: String) {
        func value(_ name: String) -> String { FormText.value(of: name, in: query) ?? "" }
        topic = value("topic").isEmpty ? nil : value("topic")
        kind = Kind(rawValue: value("kind")) ?? .all
        name = String(value("name").unicodeScalars.prefix(SearchRequest.longest))
        page = Int(value("page")).map { min(max($0, 1), Self.mostPages) } ?? 1
    }

    func link(page: Int) -> Link {
        var query: [(name: StaticString, value: String)] = Link.query(topic: topic)
        if kind != .all { query.append(("kind", kind.rawValue)) }
        if !name.isEmpty { query.append(("name", name)) }
        if page > 1 { query.append(("page", String(page))) }
        return .site("people", query: query)
    }

    func admits(_ profile: Profile) -> Bool {
        let isKind =
            switch kind {
            case .all: true
            case .people: profile.kind == .person
            case .bodies: profile.kind != .person
            }
        let words = FoldedWords(name)
        return isKind && (words.isEmpty || ([profile.name] + profile.aliases).contains { words.areIn($0) })
    }
}

/// Who is named in the articles on the topics, and how often.
struct PeoplePage {
    let request: PeopleRequest
    let names: [TopicName]
    let topics: [StudiedTopic]
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "People and bodies", description: "Who is named, and who says what", frame: .site(current: .people, notice: notice)) {
            html in
            html.element("h1", .class("page"), say: "People and bodies")
            guard !topics.isEmpty else { return empty(to: &html) }
            html.element(
                "p", .class("sub"),
                say:
                    "Who is named in the articles behind the latest edition of each topic. Reprints are left out. A surname alone is taken for the one person of that name whom the articles name in full."
            )
            html.element("form", .action(.site("people")), .method("get"), .class("cols flip")) { html in
                html.element("div", .class("facets"), .id("narrow")) { filters(to: &$0) }
                html.element("div") { list(to: &$0) }
            }
        }
    }

    private func filters(to html: inout HTMLWriter) {
        html.element("h2", say: "Narrow the list")
        html.element("div", .class("ask")) { html in
            html.element("label", .for("name"), say: "Name")
            html.void("input", .id("name"), .name("name"), .type("search"), .value(request.name), .maxLength(SearchRequest.longest))
        }
        html.choice(
            "kind", "Kind", [("all", Phrase("All", context: "choices")), ("people", "People"), ("bodies", "Bodies")], chosen: request.kind.rawValue)
        if names.count > 1 {
            html.choice(
                "topic", "Topic", [("", Phrase("All", context: "choices"))] + names.map { ($0.slug, .verbatim($0.title.shown(upTo: 80))) },
                chosen: request.topic ?? "")
        } else if let topic = request.topic {
            html.void("input", .type("hidden"), .name("topic"), .value(topic))
        }
        html.element("p", .class("follow")) { $0.element("button", .class("btn"), say: Phrase("Apply", context: "button")) }
    }

    private func list(to html: inout HTMLWriter) {
        let all = topics.flatMap { topic in topic.profiles.filter(request.admits).map { (topic: topic.name, profile: $0) } }
            .sorted { ($1.profile.articles, $0.profile.name) < ($0.profile.articles, $1.profile.name) }
        guard !all.isEmpty else {
            html.element("p", .class("lead"), say: "Nobody of this kind or name. Take away a part of what the list is narrowed by.")
            return
        }
        html.element("a", .class("to-facets"), .href(.fragment("narrow")), say: "Narrow the list")
        html.element("div", .class("tbl")) { html in
            html.element("table") { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.element("th", .scope("col"), say: "Name")
                        html.element("th", .scope("col"), .class("r"), say: "Articles")
                        html.element("th", .scope("col"), .class("r"), say: Phrase("Said", context: "heading of a column"))
                        html.element("th", .scope("col"), say: "Last named")
                        if topics.count > 1 { html.element("th", .scope("col"), say: "Topic") }
                    }
                }
                html.element("tbody") { html in
                    for one in all.dropFirst((request.page - 1) * PeopleRequest.perPage).prefix(PeopleRequest.perPage) {
                        html.element("tr") { row(one.profile, of: one.topic, to: &$0) }
                    }
                }
            }
        }
        Leafing(page: request.page, perPage: PeopleRequest.perPage, total: all.count) { request.link(page: $0) }.write(to: &html)
    }

    private func row(_ profile: Profile, of topic: TopicName, to html: inout HTMLWriter) {
        html.element("th", .scope("row")) { html in
            html.element("a", .href(.person(profile.key, topic: topic.slug)), text: profile.name.shown(upTo: 80))
            if let role = profile.roles.first { html.element("span", .class("meta"), text: " " + role.shown(upTo: 80)) }
        }
        html.element("td", .class("num r"), text: String(profile.articles))
        html.element("td", .class("num r"), text: String(profile.sayingCount))
        html.element("td") { html in if let day = profile.days.last?.day { html.day(day) } }
        if topics.count > 1 { html.element("td", text: topic.title.shown(upTo: 60)) }
    }

    private func empty(to html: inout HTMLWriter) {
        html.element("div", .class("empty")) { html in
            html.element("p", say: "Who is named is read out of the articles on a topic when its brief is written. Nothing was written yet.")
            html.element("p") { $0.element("a", .href(.site()), say: "All topics") }
        }
    }
}
