import BriefRendering
import Hummingbird

/// Lists of feeds (OPML), pasted or as a file: what is in one is shown first, and what is chosen of it is added to a topic, new or not.
struct ImportRoutes: Sendable {
    let desk: TopicDesk
    let content: SiteContent

    /// Bytes of a list: some ten thousand feeds.
    static let limit = 2 << 20
    /// Feeds that are shown to choose from.
    static let mostFeeds = 2_000

    func addRoutes(to router: Router<SiteContext>) {
        router.get("import") { request, context in
            try context.require(.edit)
            return try await page(ImportPage(topic: FormText.value(of: "topic", in: request.uri.query ?? "") ?? ""))
        }
        router.post("import") { request, context in
            try context.require(.edit)
            return try await show(request)
        }
        router.post("import/add") { request, context in
            try context.require(.edit)
            return try await add(request)
        }
    }

    private func page(_ page: ImportPage, status: HTTPResponse.Status = .ok) async throws -> Response {
        var page = page
        page.topics = try await desk.names()
        page.notice = content.notice
        return .page(page.document(), status: status)
    }

    private func show(_ request: Request) async throws -> Response {
        let type = request.headers[.contentType] ?? ""
        let body = Array(try await request.wholeBody(upTo: Self.limit).readableBytesView)
        guard let form = MultipartForm(body, contentType: type) else { throw SiteTrouble.notAForm }
        var answer = ImportPage(topic: form.text("topic") ?? "")
        answer.text = form.text("text") ?? ""
        let bytes = form.file("file").map { Array($0.bytes) } ?? Array(answer.text.utf8)
        guard bytes.contains(where: { $0 > 0x20 }) else {
            answer.trouble = "Paste a list of feeds, or choose a file that holds one."
            return try await page(answer, status: .unprocessableContent)
        }
        let outline = try await desk.outline(bytes)
        if let fault = outline.fault {
            answer.trouble = "This is no list of feeds: \(fault)."
            return try await page(answer, status: .unprocessableContent)
        }
        answer.feeds = Array(outline.feeds.prefix(Self.mostFeeds))
        answer.left = outline.feeds.count - answer.feeds.count
        if let sheet = try await desk.sheet(answer.topic) { answer.held = Set(sheet.addresses) }
        return try await page(answer)
    }

    /// Adds the feeds chosen behind those the topic has; each once.
    private func add(_ request: Request) async throws -> Response {
        let body = try await request.formBody(upTo: 3 * Self.limit)
        let name = FormText.value(of: "topic", in: body) ?? ""
        let chosen = FormText.values(of: "feed", in: body)
        guard !name.isEmpty else { return blank(with: chosen) }
        guard let sheet = try await desk.sheet(name) else { throw SiteTrouble.noSuchTopic }
        guard var form = sheet.form else { return .seeOther(.site("topics", sheet.name, "edit", query: [(name: "as", value: "text")])) }
        let fresh = chosen.filter { !sheet.addresses.contains($0) }
        form.sources = (TopicForm.items(form.sources) + fresh.map { "feed: " + $0 }).joined(separator: "\n")
        switch try await desk.save(form, sheet.name) {
        case .kept(let name, _): return .seeOther(.site("topics", name, query: [(name: "kept", value: "1")]))
        case .wrong(let check):
            return .page(
                TopicPage(name: sheet.name, form: form, check: check, wasChecked: true, others: sheet.others, notice: content.notice).document(),
                status: .unprocessableContent)
        case .changedMeanwhile(let now):
            form.seen = now.seen
            return .page(
                TopicPage(name: now.name, form: form, meanwhile: now, others: now.others, notice: content.notice).document(), status: .conflict)
        case .gone, .removed: throw SiteTrouble.noSuchTopic
        }
    }

    /// The form on a new topic with these sources.
    private func blank(with feeds: [String]) -> Response {
        var form = TopicForm()
        form.sources = feeds.map { "feed: " + $0 }.joined(separator: "\n")
        return .page(TopicPage(name: nil, form: form, notice: content.notice).document())
    }
}

/// Takes a list of feeds, and shows what would be added.
struct ImportPage {
    /// The topic they are for; empty for a new one.
    var topic: String
    var topics: [(name: String, title: String)] = []
    var text = ""
    var trouble: String?
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
            html.element("h1", .class("page"), text: "Add feeds from a list")
            if feeds.isEmpty { ask(to: &html) } else { offer(to: &html) }
        }
    }

    private func ask(to html: inout HTMLWriter) {
        html.element("p", .class("sub"), text: "Feed readers give such a list as an OPML file. What is in it is shown first; nothing is added yet.")
        if let trouble { html.element("div", .class("said no"), .role("alert")) { $0.element("p") { $0.element("b", text: trouble) } } }
        html.element("form", .class("paste"), .action(.site("import")), .method("post"), .enctype("multipart/form-data")) { html in
            html.formToken()
            choice(to: &html)
            html.element("div", .class("field")) { html in
                html.element("label", .for("file"), text: "The file")
                html.void("input", .id("file"), .name("file"), .type("file"), .accept(".opml,.xml"))
            }
            html.element("div", .class("field")) { html in
                html.element("label", .for("text"), text: "Or its text")
                html.element("textarea", .id("text"), .name("text"), .class("code"), .rows(8)) { html in if !text.isEmpty { html.text("\n" + text) } }
            }
            html.element("p") { $0.element("button", .class("btn"), text: "Show what is in it") }
        }
    }

    private func choice(to html: inout HTMLWriter) {
        html.element("div", .class("field")) { html in
            html.element("label", .for("topic"), text: "For which topic")
            html.element("select", .id("topic"), .name("topic")) { html in
                html.element("option", .value(""), text: "A new topic")
                for one in topics {
                    html.element("option", [.value(one.name)] + (one.name == topic ? [.selected] : [])) { $0.text(one.title.shown()) }
                }
            }
        }
    }

    private func offer(to html: inout HTMLWriter) {
        let fresh = feeds.count { !held.contains($0.address) }
        html.element("p", .class("sub"), text: feeds.count == 1 ? "One feed is in the list." : "\(feeds.count) feeds are in the list.")
        if fresh < feeds.count { html.element("p", .class("meta"), text: "Those that the topic has already are not chosen.") }
        if left > 0 { html.element("p", .class("meta"), text: "\(left) more are too many to be shown; cut the list into parts.") }
        html.element("form", .class("paste"), .action(.site("import", "add")), .method("post"), .accepts("utf-8")) { html in
            html.formToken()
            choice(to: &html)
            html.element("fieldset", .class("feeds")) { html in
                html.element("legend", text: "Feeds to add")
                for (place, feed) in feeds.enumerated() {
                    let isHeld = held.contains(feed.address)
                    html.element("p") { html in
                        html.void(
                            "input", [.id("f-\(place)"), .type("checkbox"), .name("feed"), .value(feed.address)] + (isHeld ? [] : [.checked]))
                        html.element("label", .for("f-\(place)")) { html in
                            html.element("b", text: (feed.title ?? feed.address).shown())
                            html.text([feed.category.map { " (\($0.shown()))" }, isHeld ? " is there already" : nil].compactMap { $0 }.joined())
                            html.element("span", .class("addr"), text: feed.address.shown(upTo: 500))
                        }
                    }
                }
            }
            html.element("p", .class("acts")) { html in
                html.element("button", .class("btn"), text: "Add them")
                html.element("a", .href(.site("import")), text: "Another list")
            }
        }
    }
}
