import BriefModel
import BriefRendering
import Storage

/// A topic at work: how its sources do and what failed, and what can be done with it.
struct TopicSourcesPage {
    let sheet: TopicSheet
    let summary: TopicSummary?
    let states: [SourceState]
    let now: Timestamp
    let wasKept: Bool
    var canEdit = false
    /// Whether reading and writing can be asked for here.
    var canWork = false
    /// How that stands, or how the last ended.
    var work: WorkState?
    /// Whether the page hears of it.
    var isTold = false
    let notice: String?

    func document() -> [UInt8] {
        let title = sheet.form?.title ?? sheet.name
        var frame = PageFrame.site(current: .topics, notice: notice)
        if isTold, let slug = sheet.slug {
            frame.live = .init(events: .events(of: slug), editions: summary?.asOf.map { [(slug, $0)] } ?? [])
        }
        return Page.document(title: title, description: "How the sources of this topic do", frame: frame) { html in
            html.element("h1", .class("page"), text: title)
            if let question = sheet.form?.question, !question.isEmpty { html.element("p", .class("sub"), text: question) }
            if wasKept { html.element("div", .class("said ok"), .role("status")) { $0.element("p") { $0.element("b", say: "The topic is kept.") } } }
            ways(to: &html)
            if sheet.slug == nil {
                html.element("div", .class("said no")) { html in
                    html.element("p") { $0.element("b", say: "Its file cannot be read as it is, so nothing is written on it.") }
                    html.element("p") {
                        $0.element("a", .href(.site("topics", sheet.name, "edit", query: [(name: "as", value: "text")])), say: "Put it right")
                    }
                }
            }
            if canWork, sheet.slug != nil { editions(to: &html) }
            html.element("section", .class("health"), .labelledBy("h-sources")) { html in
                html.element("h2", .id("h-sources"), .class("after"), say: "Sources")
                sources(to: &html)
            }
        }
    }

    private func ways(to html: inout HTMLWriter) {
        html.element("ul", .class("meta ways")) { html in
            if summary?.headline != nil, let slug = sheet.slug {
                html.element("li") { $0.element("a", .href(.site("briefs", slug)), say: "Its brief") }
            }
            guard canEdit else { return }
            html.element("li") { $0.element("a", .href(.site("topics", sheet.name, "edit")), say: "Edit") }
            html.element("li") { $0.element("a", .href(.importing(to: sheet.name)), say: "Add feeds from a list (OPML)") }
        }
        if let run = summary?.run, let failure = run.failure {
            html.element("p", .class("meta")) {
                $0.say("The last edition failed: {reason}", ["reason": { $0.text(failure.shown(upTo: 1_000), in: "en") }])
            }
        }
    }

    private func editions(to html: inout HTMLWriter) {
        html.element("section", .class("health"), .labelledBy("h-editions")) { html in
            html.element("h2", .id("h-editions"), .class("after"), say: "Editions")
            if let asOf = summary?.asOf {
                html.element("p", .class("meta"), say: "The last edition is of {moment}.", ["moment": asOf])
            } else {
                html.element("p", .class("meta"), say: "Nothing was written yet.")
            }
            html.element("form", .action(.site("topics", sheet.name, "work")), .method("post")) { html in
                html.formToken()
                html.element("p", .class("acts")) { html in
                    html.element("button", .class("btn"), .name("task"), .value("write"), say: "Read and write now")
                    html.element("button", .class("btn quiet"), .name("task"), .value("read"), say: "Only read")
                }
            }
            html.element("p", .id("work"), .class("meta"), .role("status")) { work?.write(to: &$0) }
        }
    }

    private func sources(to html: inout HTMLWriter) {
        let known = Dictionary(states.map { ($0.address, $0) }) { first, _ in first }
        let listed = TopicForm.items(sheet.form?.sources ?? "")
        html.element("ul") { html in
            for source in listed {
                let address = sheet.addresses.first { source.hasSuffix($0) }
                html.element("li") { html in
                    html.element("b", .class("addr"), text: (address ?? source).shown(upTo: 500))
                    html.text(" ")
                    guard let address else { return html.say("On the machine that keeps the library.") }
                    guard let state = known[address] else { return html.say("Not read yet.") }
                    SourceAccount(state: state, now: now).write(to: &html)
                }
            }
        }
        html.element("p", .class("meta")) { html in
            html.element("a", .href(.site("sources")), say: "All sources, with the feeds and pages they lead to")
        }
    }
}

/// Asks whether a topic is to go.
struct TopicRemovalPage {
    let sheet: TopicSheet
    let wasChanged: Bool
    let notice: String?

    func document() -> [UInt8] {
        Page.document(title: "Remove topic", description: "Asks whether a topic is to go", frame: .site(current: .topics, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Remove “{title}”?", ["title": sheet.form?.title ?? sheet.name])
            if wasChanged {
                html.element("div", .class("said no"), .role("alert")) { html in
                    html.element("p", say: "It was changed since you asked. Nothing was removed; look at it again first.")
                }
            }
            html.element(
                "p", .class("sub"),
                say: "No new edition is written on it. Its file is moved aside, and its editions and articles stay in the library.")
            html.element("form", .class("paste"), .action(.site("topics", sheet.name, "remove")), .method("post")) { html in
                html.formToken()
                html.void("input", .type("hidden"), .name("seen"), .value(sheet.seen))
                html.element("p", .class("acts")) { html in
                    html.element("button", .class("btn"), say: "Remove it")
                    html.element("a", .href(.site("topics", sheet.name)), say: "Keep it")
                }
            }
        }
    }
}
