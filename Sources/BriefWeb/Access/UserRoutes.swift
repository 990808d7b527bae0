import Access
import BriefRendering
import Hummingbird
import Storage

/// The users of a library, for its administrators.
struct UserRoutes: Sendable {
    let notice: String?

    func addRoutes(to router: Router<SiteContext>) {
        router.get("users") { request, context in
            if let page = context.nobodySignsIn(notice) { return page }
            let done = FormText.value(of: "done", in: request.uri.query ?? "").flatMap { Self.done[$0] }
            return try await users(context) { $0.done = done }
        }
        router.post("users") { request, context in try await add(request, context) }
        router.get("users/:name") { request, context in
            let done = FormText.value(of: "done", in: request.uri.query ?? "").flatMap { Self.done[$0] }
            return try await user(context) { $0.done = done }
        }
        router.post("users/:name/role") { request, context in try await setRole(request, context) }
        router.post("users/:name/password") { request, context in try await setPassword(request, context) }
        router.post("users/:name/remove") { request, context in try await remove(request, context) }
        router.get("log") { request, context in
            if let page = context.nobodySignsIn(notice) { return page }
            return try await log(request.uri.query ?? "", context)
        }
    }

    static let done: [String: Phrase] = [
        "added": "The user is added.", "removed": "The user is removed.", "role": "The role is changed.", "password": "The password is changed.",
    ]

    private static let unlike: Phrase = "The password was not typed twice in the same way."

    private func users(_ context: SiteContext, status: HTTPResponse.Status = .ok, _ set: (inout UsersPage) -> Void) async throws -> Response {
        let store = try await context.account().doorkeeper.store
        var page = UsersPage(users: try await store.users(), events: try await store.events(before: nil, limit: 10), notice: notice)
        set(&page)
        return .private(page.document(), status: status)
    }

    private func user(_ context: SiteContext, status: HTTPResponse.Status = .ok, _ set: (inout UserPage) -> Void) async throws -> Response {
        let doorkeeper = try await context.account().doorkeeper
        guard let name = UserName(try context.path("name")), let user = try await doorkeeper.store.user(name) else { throw SiteTrouble.noSuchPage }
        var page = UserPage(user: user, tokens: try await doorkeeper.store.tokens(of: name), now: doorkeeper.now, notice: notice)
        set(&page)
        return .private(page.document(), status: status)
    }

    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: SignInRoutes.longestForm))
        let doorkeeper = try await context.account().doorkeeper
        let typed = form["user"] ?? "", role = form["role"].flatMap { Role(rawValue: $0) } ?? .reader
        func again(_ words: Phrase, _ status: HTTPResponse.Status) async throws -> Response {
            try await users(context, status: status) {
                $0.trouble = words
                $0.name = String(typed.prefix(64))
                $0.role = role
            }
        }
        guard let password = form["new-password"], password == form["again-password"] else {
            return try await again(Self.unlike, .unprocessableContent)
        }
        do throws(AccessRefusal) {
            try await doorkeeper.add(typed, role: role, password: password, by: context.asker)
        } catch { return try await again(try error.phrase, error.status) }
        return .elsewhere("/users?done=added")
    }

    private func setRole(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: SignInRoutes.longestForm))
        guard let role = form["role"].flatMap({ Role(rawValue: $0) }) else { throw SiteTrouble.badAddress }
        return try await change(context, done: "role") { (doorkeeper, name) throws(AccessRefusal) in
            try await doorkeeper.setRole(role, of: name, by: context.asker)
        }
    }

    private func setPassword(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: SignInRoutes.longestForm))
        guard let password = form["new-password"], password == form["again-password"] else {
            return try await user(context, status: .unprocessableContent) { $0.trouble = Self.unlike }
        }
        return try await change(context, done: "password") { (doorkeeper, name) throws(AccessRefusal) in
            try await doorkeeper.setPassword(password, of: name, by: context.asker)
        }
    }

    private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: SignInRoutes.longestForm))
        guard form["sure"] == "yes" else { return try await user(context, status: .unprocessableContent) { $0.trouble = "Tick that you are sure." } }
        return try await change(context, done: nil) { (doorkeeper, name) throws(AccessRefusal) in
            try await doorkeeper.remove(name, by: context.asker)
        }
    }

    /// - Parameter done: what the user's page says after; nil where there is none any more.
    private func change(
        _ context: SiteContext, done: String?, _ body: (Doorkeeper, UserName) async throws(AccessRefusal) -> Void
    ) async throws -> Response {
        guard let name = UserName(try context.path("name")) else { throw SiteTrouble.noSuchPage }
        let doorkeeper = try await context.account().doorkeeper
        do throws(AccessRefusal) {
            try await body(doorkeeper, name)
        } catch {
            let words = try error.phrase
            return try await user(context, status: error.status) { $0.trouble = words }
        }
        return .elsewhere(done.map { "/users/\(name)?done=\($0)" } ?? "/users?done=removed")
    }

    private func log(_ query: String, _ context: SiteContext) async throws -> Response {
        let before = FormText.value(of: "before", in: query).flatMap { Int($0) }
        let doorkeeper = try await context.account().doorkeeper
        let events = try await doorkeeper.store.events(before: before, limit: LogPage.atOnce + 1)
        let shown = Array(events.prefix(LogPage.atOnce))
        let page = LogPage(
            events: shown, next: events.count > shown.count ? shown.last?.number : nil, days: doorkeeper.logDays, notice: notice)
        return .private(page.document())
    }
}
