import BriefModel
import BriefRendering
import Storage

/// The topics, what happened last in each, and which sources could not be read.
struct HomePage {
    let home: SiteHome
    /// Whether topics are made and changed here.
    let isDesk: Bool
    /// Whether the page hears of new editions.
    let isTold: Bool
    /// Whether the settings are shown to whoever looks at it.
    let hasSettings: Bool
    let notice: String?

    func document() -> [UInt8] {
        var frame = PageFrame.site(current: .topics, notice: notice)
        if isTold {
            frame.live = .init(events: .site("events"), editions: home.topics.compactMap { topic in topic.asOf.map { (topic.slug, $0) } })
        }
        return Page.document(title: "Topics", description: "Topics you follow and what changed", frame: frame) { html in
            guard !home.topics.isEmpty else { return empty(to: &html) }
            html.element("h1", .class("page"), say: "Topics")
            if isDesk {
                html.element("p", .class("acts")) { $0.element("a", .class("btn"), .href(.site("topics", "new")), say: "New topic") }
            }
            html.element("div", .class("cols")) { html in
                html.element("div") { html in
                    for topic in home.topics { html.element("article", .class("topic")) { write(topic, to: &$0) } }
                }
                html.element("aside", .class("health"), .labelledBy("h-health")) { health(to: &$0) }
            }
        }
    }

    private func write(_ topic: TopicSummary, to html: inout HTMLWriter) {
        html.element("h2") { $0.element("a", .href(.site("briefs", topic.slug)), text: topic.title) }
        if let failure = topic.run?.failure, let since = topic.run?.failingSince {
            html.element("p", .class("meta")) { html in
                html.say(Phrase("No new edition since {moment}: {failure}", ["moment": since]), ["failure": { $0.text(failure, in: "en") }])
                guard topic.headline != nil else { return }
                html.text(" ")
                html.say("The last edition stays.")
            }
        }
        guard let headline = topic.headline, let asOf = topic.asOf else {
            guard isDesk else {
                return html.element(
                    "p", .class("lead"), say: "Nothing written yet. Run “{command}”.", ["command": "bigpicture brief \(topic.slug) --read"])
            }
            html.element("p", .class("lead"), say: "Nothing written yet.")
            return html.element("p", .class("meta")) { $0.element("a", .href(.site("topics", topic.slug)), say: "Read its sources and write") }
        }
        html.element("p", .class("lead"), .language("en"), text: headline)
        if !topic.latest.isEmpty {
            html.element("ul", .class("news")) { html in
                for line in topic.latest {
                    html.element("li") { html in
                        html.element("b") { $0.day(line.day) }
                        html.element("span", .language("en"), text: line.text)
                    }
                }
            }
        }
        html.element("p", .class("meta")) { html in
            html.say("{count} statements, {disputed} of them disputed.", ["count": topic.statements, "disputed": topic.disputed])
            html.text(" ")
            if topic.editions.count > 1 {
                html.say(
                    Phrase("Edition of {day}; {all}.", ["day": asOf.day]),
                    [
                        "all": {
                            $0.element(
                                "a", .href(.site("briefs", topic.slug, "editions")), say: "{count} editions so far", ["count": topic.editions.count])
                        }
                    ])
            } else {
                html.say("Edition of {day}.", ["day": asOf.day])
            }
            html.text(" ")
            html.element("a", .href(.site("briefs", topic.slug, "sources")), say: "Sources")
            for (suffix, form) in [(".md", "Markdown"), (".json", "JSON"), (".atom", "Feed")] as [(String, Phrase)] {
                html.comma()
                html.element("a", .href(.site("briefs", topic.slug + suffix)), say: form)
            }
            guard isDesk else { return }
            html.comma()
            html.element("a", .href(.site("topics", topic.slug)), say: "Manage")
        }
    }

    private func health(to html: inout HTMLWriter) {
        let failures = home.sources.failures.filter { !$0.isRefusal }
        let refusals = home.sources.failures.filter(\.isRefusal)
        html.element("h2", .id("h-health"), say: "Sources: {count} not reached", ["count": failures.count])
        html.element("ul") { html in
            for failure in failures + refusals {
                html.element("li") { html in
                    html.element("b", .class("addr"), text: failure.address.shown())
                    html.text(" ")
                    html.text(failure.reason.hasSuffix(".") ? failure.reason : failure.reason.shown() + ".", in: "en")
                    html.text(" ")
                    html.say("Since {day}.", ["day": failure.since.day])
                }
            }
            html.element("li", .class("ok")) { html in
                let fine = max(0, home.sources.addresses - home.sources.failures.count)
                html.say(
                    home.sources.failures.isEmpty
                        ? Phrase("{count} addresses were read without trouble.", ["count": fine])
                        : Phrase("The other {count} addresses were read without trouble.", ["count": fine]))
                guard let last = home.sources.lastRead else { return }
                html.text(" ")
                html.say("Last read {moment}.", ["moment": last])
            }
        }
        html.element("p", .class("meta")) { html in
            html.element("a", .href(.site("sources")), say: "All sources")
            guard hasSettings else { return }
            html.comma()
            html.element("a", .href(.site("settings")), say: "Settings")
        }
    }

    private func empty(to html: inout HTMLWriter) {
        html.element("div", .class("empty")) { html in
            html.element("h1", .class("page"), say: "No topics yet")
            html.element(
                "p",
                say: """
                    Name something you want to follow. Big Picture reads the outlets you choose, groups their reports into stories and writes a brief \
                    in which every sentence shows the passages behind it.
                    """)
            if isDesk { follow(to: &html) } else { commands(to: &html) }
            html.element("p", .class("meta"), say: "Nothing leaves this computer except requests to the outlets themselves.")
            html.element("h2", say: "Or start from what you have")
            if isDesk {
                html.element("p") { html in
                    html.say(
                        "{add} from a list of feeds (OPML).", ["add": { $0.element("a", .href(.site("import")), say: "Add outlets") }])
                }
            }
            html.element("p") { html in
                html.say(
                    "{check} that someone else wrote: paste it, and see line by line what your library supports.",
                    ["check": { $0.element("a", .href(Room.audit.link), say: Phrase("Check a brief", context: "inside a sentence")) }])
            }
        }
    }

    /// The first step of a new topic: its title.
    private func follow(to html: inout HTMLWriter) {
        html.element("form", .action(.site("topics", "new")), .method("get")) { html in
            html.element("div", .class("find")) { html in
                html.element("label", .class("vh"), .for("title"), say: "What you want to follow")
                html.void("input", .id("title"), .name("title"), .type("text"), .placeholder("For example: chip exports to China"), .required)
                html.element("button", say: Phrase("Follow", context: "button"))
            }
        }
    }

    private func commands(to html: inout HTMLWriter) {
        html.element("p") { html in
            html.say(
                "{new} writes a topic file to fill in; {brief} reads its sources and writes the brief.",
                [
                    "new": { $0.element("code", text: "bigpicture topic new chip-exports") },
                    "brief": { $0.element("code", text: "bigpicture brief chip-exports --read") },
                ])
        }
    }
}
