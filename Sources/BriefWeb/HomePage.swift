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
            html.element("h1", .class("page"), text: "Topics")
            if isDesk {
                html.element("p", .class("acts")) { $0.element("a", .class("btn"), .href(.site("topics", "new")), text: "New topic") }
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
            let kept = topic.headline == nil ? "" : " The last edition stays."
            html.element("p", .class("meta"), text: "No new edition since \(Caption.clock(since)): \(failure)\(kept)")
        }
        guard let headline = topic.headline, let asOf = topic.asOf else {
            guard isDesk else {
                return html.element("p", .class("lead"), text: "Nothing written yet. Run “bigpicture brief \(topic.slug) --read”.")
            }
            html.element("p", .class("lead"), text: "Nothing written yet.")
            return html.element("p", .class("meta")) { $0.element("a", .href(.site("topics", topic.slug)), text: "Read its sources and write") }
        }
        html.element("p", .class("lead"), text: headline)
        if !topic.latest.isEmpty {
            html.element("ul", .class("news")) { html in
                for line in topic.latest {
                    html.element("li") { html in
                        html.element("b") { $0.day(line.day) }
                        html.element("span", text: line.text)
                    }
                }
            }
        }
        html.element("p", .class("meta")) { html in
            let disputed = topic.disputed == 0 ? "none of them disputed" : "\(topic.disputed) of them disputed"
            html.text("\(topic.statements == 1 ? "1 statement" : "\(topic.statements) statements"), \(disputed). Edition of \(asOf.day.inWords)")
            if topic.editions.count > 1 {
                html.text("; ")
                html.element("a", .href(.site("briefs", topic.slug, "editions")), text: "\(topic.editions.count) editions so far")
            }
            html.text(". ")
            html.element("a", .href(.site("briefs", topic.slug, "sources")), text: "Sources")
            html.text(", ")
            html.element("a", .href(.site("briefs", topic.slug + ".md")), text: "Markdown")
            html.text(", ")
            html.element("a", .href(.site("briefs", topic.slug + ".json")), text: "JSON")
            html.text(", ")
            html.element("a", .href(.site("briefs", topic.slug + ".atom")), text: "Feed")
            guard isDesk else { return }
            html.text(", ")
            html.element("a", .href(.site("topics", topic.slug)), text: "Manage")
        }
    }

    private func health(to html: inout HTMLWriter) {
        let failures = home.sources.failures.filter { !$0.isRefusal }
        let refusals = home.sources.failures.filter(\.isRefusal)
        html.element("h2", .id("h-health"), text: failures.isEmpty ? "Sources: all reached" : "Sources: \(failures.count) not reached")
        html.element("ul") { html in
            for failure in failures + refusals {
                html.element("li") { html in
                    html.element("b", .class("addr"), text: failure.address.shown())
                    html.text(" " + (failure.reason.hasSuffix(".") ? failure.reason : failure.reason.shown() + "."))
                    html.text(" Since \(failure.since.day.inWords).")
                }
            }
            html.element("li", .class("ok")) { html in
                let fine = max(0, home.sources.addresses - home.sources.failures.count)
                html.text(
                    home.sources.failures.isEmpty
                        ? "\(fine) addresses were read without trouble." : "The other \(fine) addresses were read without trouble.")
                if let last = home.sources.lastRead { html.text(" Last read \(Caption.clock(last)).") }
            }
        }
        html.element("p", .class("meta")) { html in
            html.element("a", .href(.site("sources")), text: "All sources")
            guard hasSettings else { return }
            html.text(", ")
            html.element("a", .href(.site("settings")), text: "Settings")
        }
    }

    private func empty(to html: inout HTMLWriter) {
        html.element("div", .class("empty")) { html in
            html.element("h1", .class("page"), text: "No topics yet")
            html.element(
                "p",
                text:
                    "Name something you want to follow. Big Picture reads the outlets you choose, groups their reports into stories and writes a brief "
                    + "in which every sentence shows the passages behind it.")
            if isDesk { follow(to: &html) } else { commands(to: &html) }
            html.element("p", .class("meta"), text: "Nothing leaves this computer except requests to the outlets themselves.")
            html.element("h2", text: "Or start from what you have")
            if isDesk {
                html.element("p") { html in
                    html.element("a", .href(.site("import")), text: "Add outlets")
                    html.text(" from a list of feeds (OPML).")
                }
            }
            html.element("p") { html in
                html.element("a", .href(Room.audit.link), text: "Check a brief")
                html.text(" that someone else wrote: paste it, and see line by line what your library supports.")
            }
        }
    }

    /// The first step of a new topic: its title.
    private func follow(to html: inout HTMLWriter) {
        html.element("form", .action(.site("topics", "new")), .method("get")) { html in
            html.element("div", .class("find")) { html in
                html.element("label", .class("vh"), .for("title"), text: "What you want to follow")
                html.void("input", .id("title"), .name("title"), .type("text"), .placeholder("For example: chip exports to China"), .required)
                html.element("button", text: "Follow")
            }
        }
    }

    private func commands(to html: inout HTMLWriter) {
        html.element("p") { html in
            html.element("code", text: "bigpicture topic new chip-exports")
            html.text(" writes a topic file to fill in; ")
            html.element("code", text: "bigpicture brief chip-exports --read")
            html.text(" reads its sources and writes the brief.")
        }
    }
}
