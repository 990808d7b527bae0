import Access
import BriefModel
import BriefRendering
import Hummingbird
import Logging
import NIOCore
import Storage

/// Stands behind `SiteGuard` and before every route: lets in whom the rule of the route allows, holds each to what may be asked at once, refuses forms that
/// no page of the visitor's own session sent, and notes what was changed.
struct SiteDoor: RouterMiddleware {
    typealias Context = SiteContext

    let access: SiteAccess
    let notice: String?

    @concurrent func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        if case .owner = context.visitor.pass { return try await next(request, context) }
        try spend(access.requests, context.caller.address)
        // What nothing is kept under is told to those only who may see what there is.
        let rule = context.endpointPath.map { RouteRule.named(request.method, $0) ?? .asks(.administer) } ?? .asks(.read)
        guard case .asks(let permission) = rule else { return try await next(request, context) }
        if case .none = context.visitor.pass { return try await turnedAway(request, context) }
        try context.require(permission)
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        var request = request
        if let secret = context.session, try await !FormToken.isRight(in: &request, secret) {
            return try await unsent(request, status: .forbidden, isSignedIn: true)
        }
        if permission == .audit { try spend(access.audits, context.visitor.name?.rawValue ?? "") }
        let response = try await next(request, context)
        try await note(permission, request, response, context)
        return response
    }

    private func spend(_ allowance: Allowance, _ asker: String) throws(SiteTrouble) {
        if let seconds = allowance.spend(asker, at: access.clock.now()) { throw .tooMany(seconds: seconds) }
    }

    /// Browsers that look at a page are led to the sign-in and back; what somebody typed is given back to them; programs are told.
    private func turnedAway(_ request: Request, _ context: SiteContext) async throws -> Response {
        let isBrowser = request.headers[.accept]?.contains("text/html") == true && !APIRoute.covers(request.uri.path)
        guard isBrowser, request.headers[.authorization] == nil else { throw SiteTrouble.signInNeeded }
        guard request.method == .get || request.method == .head else { return try await unsent(request, status: .unauthorized, isSignedIn: false) }
        let path = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
        return .elsewhere(SignInPage.link(next: .afterSignIn(path)).text)
    }

    /// A page with all that was in the form, to be sent again; nothing of it is lost because a session ended.
    private func unsent(_ request: Request, status: HTTPResponse.Status, isSignedIn: Bool) async throws -> Response {
        var request = request
        let body = (try? await FormToken.wholeForm(&request, upTo: UnsentForm.longest)) ?? nil
        let page = UnsentForm(path: request.uri.path, body: body, isSignedIn: isSignedIn, notice: notice)
        return .page(page.document(), status: status)
    }

    private func note(_ permission: Permission, _ request: Request, _ response: Response, _ context: SiteContext) async throws {
        guard let doorkeeper = context.doorkeeper, response.status.code < 400 else { return }
        let kind: AccessEvent.Kind
        switch permission {
        case .edit: kind = .edited
        case .audit: kind = .audited
        // Changes of users and accounts are noted where they are made.
        case .administer where !request.uri.path.hasPrefix("/users"): kind = .edited
        case .administer, .account, .read: return
        }
        try await doorkeeper.note(kind, by: context.asker, on: "\(request.method.rawValue) \(request.uri.path)")
    }
}

extension Response {
    /// See Other: the next request is a GET.
    static func elsewhere(_ path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}
