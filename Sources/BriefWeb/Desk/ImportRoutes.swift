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
            answer.trouble = fault.phrase
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
