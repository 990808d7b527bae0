import Access
import BriefRendering
import Hummingbird
import Storage

/// Signing in and out, and one's own account.
struct SignInRoutes: Sendable {
    let notice: String?

    func addRoutes(to router: Router<SiteContext>) {
        router.get("sign-in") { request, context in try await show(request, context) }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, context in try await signOut(context) }
        router.get("account") { request, context in
            if let page = context.nobodySignsIn(notice) { return page }
            let done = FormText.value(of: "done", in: request.uri.query ?? "").flatMap { Self.done[$0] }
            return try await account(context) { $0.done = done }
        }
        router.post("account/password") { request, context in try await changePassword(request, context) }
        router.post("account/sessions") { _, context in try await endOthers(context) }
        router.post("account/tokens") { request, context in try await addToken(request, context) }
        router.post("account/tokens/:id") { _, context in try await revoke(context.path("id"), context) }
    }

    static let done: [String: Phrase] = [
        "password": "The password is changed.", "sessions": "All other sessions have ended.", "revoked": "The token is revoked.",
    ]

    /// Bytes of a form of a few short fields.
    static let longestForm = 16 << 10

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let next = LocalPath.afterSignIn(FormText.value(of: "next", in: request.uri.query ?? ""))
        if case .session = context.visitor.pass { return .elsewhere(next.text) }
        if case .owner = context.visitor.pass { return .elsewhere(LocalPath.home.text) }
        let hasUsers = try await context.doorkeeper?.store.hasUsers() ?? false
        return .private(SignInPage(next: next, hasUsers: hasUsers, notice: notice).document())
    }

    private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        try request.requireSender()
        let form = Form(try await request.formBody(upTo: Self.longestForm))
        let next = LocalPath.afterSignIn(form["next"]), name = form["user"] ?? ""
        guard let doorkeeper = context.doorkeeper else { return try await show(request, context) }
        do throws(AccessRefusal) {
            let old = SessionCookie.secret(in: request, isSecure: context.caller.isSecure)
            let secret = try await doorkeeper.signIn(name, password: form["password"] ?? "", from: context.caller.address, replacing: old)
            return .elsewhere(next.text).with(secret, context)
        } catch {
            let page = SignInPage(next: next, name: String(name.prefix(64)), trouble: try error.phrase, notice: notice)
            var response = Response.private(page.document(), status: error.status)
            if case .wait(let seconds) = error { response.headers[.retryAfter] = String(seconds) }
            return response
        }
    }

    private func signOut(_ context: SiteContext) async throws -> Response {
        if let secret = context.session { try await context.doorkeeper?.signOut(secret, from: context.caller.address) }
        return .elsewhere("/sign-in").with(nil, context)
    }

    private func account(_ context: SiteContext, status: HTTPResponse.Status = .ok, _ set: (inout AccountPage) -> Void) async throws -> Response {
        let (doorkeeper, user) = try await context.account()
        var page = AccountPage(
            user: user, tokens: try await doorkeeper.store.tokens(of: user.name), now: doorkeeper.now, notice: notice)
        set(&page)
        return .private(page.document(), status: status)
    }

    private func changePassword(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: Self.longestForm))
        let (doorkeeper, user) = try await context.account()
        guard let new = form["new-password"], new == form["again-password"] else {
            return try await account(context, status: .unprocessableContent) { $0.trouble = "The new password was not typed twice in the same way." }
        }
        do throws(AccessRefusal) {
            let secret = try await doorkeeper.changePassword(form["old-password"] ?? "", to: new, of: user.name, from: context.caller.address)
            return .elsewhere("/account?done=password").with(secret, context)
        } catch {
            let words = error == .wrong ? "The password now is not right." : try error.phrase
            return try await account(context, status: error.status) { $0.trouble = words }
        }
    }

    private func endOthers(_ context: SiteContext) async throws -> Response {
        let (doorkeeper, user) = try await context.account()
        if let secret = context.session { try await doorkeeper.endOtherSessions(than: secret, of: user.name, from: context.caller.address) }
        return .elsewhere("/account?done=sessions")
    }

    private func addToken(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = Form(try await request.formBody(upTo: Self.longestForm))
        let (doorkeeper, user) = try await context.account()
        let label = form["label"] ?? ""
        let secret: Secret
        do throws(AccessRefusal) {
            secret = try await doorkeeper.addToken(
                label, scopes: Set(form.all("scope").compactMap { TokenScope(rawValue: $0) }), days: Int(form["days"] ?? "") ?? 0, for: user.name,
                by: context.asker)
        } catch {
            let words = try error.phrase
            return try await account(context, status: error.status) {
                $0.trouble = words
                $0.label = String(label.prefix(80))
            }
        }
        return try await account(context) { $0.secret = secret.text }
    }

    private func revoke(_ id: String, _ context: SiteContext) async throws -> Response {
        let (doorkeeper, user) = try await context.account()
        do throws(AccessRefusal) {
            // Administrators look after everybody's.
            try await doorkeeper.revokeToken(id, of: user.role == .admin ? nil : user.name, by: context.asker)
            return .elsewhere("/account?done=revoked")
        } catch {
            let words = try error.phrase
            return try await account(context, status: error.status) { $0.trouble = words }
        }
    }
}

extension SiteContext {
    /// Who knows the users, and the user who asks.
    /// - Throws: `SiteTrouble` where nobody signs in.
    func account() async throws -> (doorkeeper: Doorkeeper, user: UserAccount) {
        guard let doorkeeper, session != nil, let name = visitor.name else { throw SiteTrouble.noSuchPage }
        guard let user = try await doorkeeper.store.user(name) else { throw SiteTrouble.signInNeeded }
        return (doorkeeper, user)
    }

    var asker: Asker { Asker(user: visitor.name, address: caller.address) }
}

extension Response {
    /// A page that stays in no cache.
    static func `private`(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        var response = page(bytes, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// With a session begun or, for nil, ended in the browser.
    fileprivate func with(_ secret: Secret?, _ context: SiteContext) -> Response {
        var response = self
        response.headers[.setCookie] = SessionCookie.field(secret, isSecure: context.caller.isSecure)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
