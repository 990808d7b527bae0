import BriefModel
import BriefRendering
import Hummingbird
import Storage

/// The rooms in which topics are made and changed.
struct TopicRoutes: Sendable {
    let desk: TopicDesk
    let content: SiteContent

    /// Bytes of a topic file; a byte takes at most three in a form.
    static let limit = 3 * (1 << 20) + 4_096

    func addRoutes(to router: Router<SiteContext>) {
        on(.get, "topics/new", .edit, router) { request, _ in blank(request.uri.query ?? "") }
        on(.post, "topics/new", .edit, router) { request, _ in try await save(request, as: nil) }
        on(.post, "topics/check", .edit, router) { request, _ in try await check(request, of: nil) }
        on(.get, "topics/:name", .read, router) { request, name in try await topic(name, query: request.uri.query ?? "") }
        on(.get, "topics/:name/edit", .edit, router) { request, name in try await edit(name, query: request.uri.query ?? "") }
        on(.post, "topics/:name/edit", .edit, router) { request, name in try await save(request, as: name) }
        on(.post, "topics/:name/check", .edit, router) { request, name in try await check(request, of: name) }
        on(.get, "topics/:name/remove", .edit, router) { _, name in try await removal(name) }
        on(.post, "topics/:name/remove", .edit, router) { request, name in try await remove(request, name) }
    }

    /// A route for those who may; `name` is empty where the path has none.
    private func on(
        _ method: HTTPRequest.Method, _ path: String, _ permission: Permission, _ router: Router<SiteContext>,
        answer: @escaping @Sendable (_ request: Request, _ name: String) async throws -> Response
    ) {
        router.on(RouterPath(path), method: method) { request, context in
            try context.require(permission)
            return try await answer(request, path.contains(":name") ? context.path("name") : "")
        }
    }

    private func blank(_ query: String) -> Response {
        var form = TopicForm()
        form.title = FormText.value(of: "title", in: query) ?? ""
        return .page(TopicPage(name: nil, form: form, notice: content.notice).document())
    }

    private func sheet(_ name: String) async throws -> TopicSheet {
        guard let sheet = try await desk.sheet(name) else { throw SiteTrouble.noSuchTopic }
        return sheet
    }

    private func topic(_ name: String, query: String) async throws -> Response {
        let sheet = try await sheet(name)
        let (states, now) = try await content.sources()
        let run = try await content.home().topics.first { $0.slug == sheet.slug }
        return .page(
            TopicSourcesPage(
                sheet: sheet, summary: run, states: states, now: now, wasKept: FormText.value(of: "kept", in: query) != nil,
                canEdit: Visitor.current.may(.edit), canWork: content.work != nil && Visitor.current.may(.edit),
                work: await content.work?.state(sheet.slug ?? ""), isTold: content.streams != nil,
                notice: content.notice
            ).document())
    }

    private func edit(_ name: String, query: String) async throws -> Response {
        let sheet = try await sheet(name)
        // A file that is no list of keys can only be put right as text.
        let isText = sheet.form == nil || FormText.value(of: "as", in: query) == "text"
        return .page(page(of: sheet, isText: isText).document())
    }

    private func page(of sheet: TopicSheet, isText: Bool) -> TopicPage {
        var form = sheet.form ?? TopicForm()
        form.seen = sheet.seen
        if isText { form.text = sheet.text }
        return TopicPage(name: sheet.name, form: form, others: sheet.others, notice: content.notice)
    }

    private func form(_ request: Request) async throws -> (form: TopicForm, isCheck: Bool) {
        let body = try await request.formBody(upTo: Self.limit)
        return (TopicForm(body), FormText.value(of: "act", in: body) == "check")
    }

    private func save(_ request: Request, as name: String?) async throws -> Response {
        let (form, isCheck) = try await form(request)
        var page = TopicPage(name: name, form: form, notice: content.notice)
        if let name { page.others = try await desk.sheet(name)?.others ?? [] }
        if isCheck {
            page.check = try await desk.check(form, name)
            page.wasChecked = true
            return .page(page.document())
        }
        switch try await desk.save(form, name) {
        case .kept(let name, _): return .seeOther(.site("topics", name, query: [(name: "kept", value: "1")]))
        case .removed, .gone: throw SiteTrouble.noSuchTopic
        case .wrong(let check):
            page.check = check
            page.wasChecked = true
            return .page(page.document(), status: .unprocessableContent)
        case .changedMeanwhile(let sheet):
            var again = form
            again.seen = sheet.seen
            return .page(
                TopicPage(name: sheet.name, form: again, meanwhile: sheet, others: sheet.others, notice: content.notice).document(), status: .conflict
            )
        }
    }

    /// For the script: the same check, as JSON.
    private func check(_ request: Request, of name: String?) async throws -> Response {
        .bytes(
            try APIAnswer.encoded(SaidCheck(try await desk.check(form(request).form, name), in: Reader.current.words)), mediaType: "application/json")
    }

    private func removal(_ name: String) async throws -> Response {
        .page(TopicRemovalPage(sheet: try await sheet(name), wasChanged: false, notice: content.notice).document())
    }

    private func remove(_ request: Request, _ name: String) async throws -> Response {
        let body = try await request.formBody(upTo: 4_096)
        switch try await desk.remove(name, FormText.value(of: "seen", in: body) ?? "") {
        case .changedMeanwhile(let sheet):
            return .page(TopicRemovalPage(sheet: sheet, wasChanged: true, notice: content.notice).document(), status: .conflict)
        case .removed: return .seeOther(.site())
        case .gone, .kept, .wrong: throw SiteTrouble.noSuchTopic
        }
    }
}

extension Response {
    /// Where the browser goes on after a form was taken, so that loading the page again sends nothing twice.
    static func seeOther(_ link: Link) -> Response { Response(status: .seeOther, headers: [.location: link.text]) }
}
