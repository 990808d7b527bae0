import BriefRendering

/// Takes a list of feeds, and shows what would be added.
struct ImportPage {
    /// The topic they are for; empty for a new one.
    var topic: String
    var topics: [(name: String, title: String)] = []
    var text = ""
    var trouble: Phrase?
    /// What the list has; empty before one was sent.
    var feeds: [TopicOutline.Feed] = []
    /// Feeds of it that are too many to be shown.
    var left = 0
    /// Addresses that the topic has.
    var held: Set<String> = []
    var notice: String?

    init(topic: String) { self.topic = topic }

    func document() -> [UInt8] {
        Page.document(
            title: "Add feeds from a list", description: "Adds the feeds of an OPML file to a topic", frame: .site(current: .topics, notice: notice)
        ) { html in
            html.element("h1", .class("page"), say: "Add feeds from a list")
            if feeds.isEmpty { ask(to: &html) } else { offer(to: &html) }
        }
    }

    private func ask(to html: inout HTMLWriter) {
        html.element("p", .class("sub"), say: "Feed readers give such a list as an OPML file. What is in it is shown first; nothing is added yet.")
        if let trouble { html.element("div", .class("said no"), .role("alert")) { $0.element("p") { $0.element("b", say: trouble) } } }
        html.element("form", .class("paste"), .action(.site("import")), .method("post"), .enctype("multipart/form-data")) { html in
            html.formToken()
            choice(to: &html)
            html.element("div", .class("field")) { html in
                html.element("label", .for("file"), say: "The file")
                html.void("input", .id("file"), .name("file"), .type("file"), .accept(".opml,.xml"))
            }
            html.element("div", .class("field")) { html in
                html.element("label", .for("text"), say: "Or its text")
                html.element("textarea", .id("text"), .name("text"), .class("code"), .rows(8)) { html in if !text.isEmpty { html.text("\n" + text) } }
            }
            html.element("p") { $0.element("button", .class("btn"), say: "Show what is in it") }
        }
    }

    private func choice(to html: inout HTMLWriter) {
        html.element("div", .class("field")) { html in
            html.element("label", .for("topic"), say: "For which topic")
            html.element("select", .id("topic"), .name("topic")) { html in
                html.element("option", .value(""), say: "A new topic")
                for one in topics {
                    html.element("option", [.value(one.name)] + (one.name == topic ? [.selected] : [])) { $0.text(one.title.shown()) }
                }
            }
        }
    }

    private func offer(to html: inout HTMLWriter) {
        let fresh = feeds.count { !held.contains($0.address) }
        html.element("p", .class("sub"), say: "{count} feeds are in the list.", ["count": feeds.count])
        if fresh < feeds.count { html.element("p", .class("meta"), say: "Those that the topic has already are not chosen.") }
        if left > 0 {
            html.element("p", .class("meta"), say: "{count} more are too many to be shown; cut the list into parts.", ["count": left])
        }
        html.element("form", .class("paste"), .action(.site("import", "add")), .method("post"), .accepts("utf-8")) { html in
            html.formToken()
            choice(to: &html)
            html.element("fieldset", .class("feeds")) { html in
                html.element("legend", say: "Feeds to add")
                for (place, feed) in feeds.enumerated() {
                    let isHeld = held.contains(feed.address)
                    html.element("p") { html in
                        html.void(
                            "input", [.id("f-\(place)"), .type("checkbox"), .name("feed"), .value(feed.address)] + (isHeld ? [] : [.checked]))
                        html.element("label", .for("f-\(place)")) { html in
                            html.element("b", text: (feed.title ?? feed.address).shown())
                            if let category = feed.category {
                                html.text(" ")
                                html.say("({category})", ["category": category.shown()])
                            }
                            if isHeld {
                                html.text(" ")
                                html.say("is there already")
                            }
                            html.element("span", .class("addr"), text: feed.address.shown(upTo: 500))
                        }
                    }
                }
            }
            html.element("p", .class("acts")) { html in
                html.element("button", .class("btn"), say: "Add them")
                html.element("a", .href(.site("import")), say: "Another list")
            }
        }
    }
}
