import BriefRendering
import Hummingbird
import Logging
import NIOHTTP1
import Storage

/// Stands before every page: refuses what another site sends, finds out who asks, turns troubles into pages (of the API: into problems), and sets the
/// headers that keep pages to themselves.
struct SiteGuard: RouterMiddleware {
    typealias Context = SiteContext
    typealias FieldName = HTTPFields.Element.Name

    let hosts: Set<String>?
    /// A further name, under which hubs reach their door and nobody anything else.
    let hubHost: String?
    /// Nil where whoever reaches the site may do everything.
    let access: SiteAccess?
    let notice: String?

    @concurrent func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            try admit(request)
            let context = try await access?.meeting(request, context) ?? context
            response = try await Visitor.$current.withValue(context.visitor) {
                do { return try await next(request, context) } catch { return try answer(to: error, request, context) }
            }
            if context.visitor.name != nil, response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "private, no-cache" }
        } catch {
            response = try answer(to: error, request, context)
        }
        for (name, value) in SiteGuard.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    /// - Throws: What is no request: it gets no page.
    private func answer(to error: any Error, _ request: Request, _ context: SiteContext) throws -> Response {
        if let error = error as? HTTPParserError { throw error }
        if APIRoute.covers(request.uri.path) { return APIProblem.response(to: error, request, context) }
        switch error {
        case let trouble as SiteTrouble:
            var response = page(trouble.status, trouble.title, trouble.advice)
            response.headers.append(contentsOf: trouble.fields)
            return response
        case let error as HTTPError: return page(for: error)
        case let error as StorageError:
            context.logger.error("The library could not be read", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return page(.internalServerError, "The library could not be read", error.advice)
        default:
            context.logger.error("A page could not be made", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return page(.internalServerError, "This page could not be made", "The log of “bigpicture serve” says why. Nothing was changed.")
        }
    }

    /// - Throws: `SiteTrouble` for a foreign host name, and for anything sent from another site.
    private func admit(_ request: Request) throws {
        let authority = request.head.authority ?? ""
        guard admits(authority: authority, path: request.uri.path) else { throw SiteTrouble.otherHost }
        guard request.method != .get, request.method != .head else { return }
        // RFC 6454: a browser names where a form was sent from. Programs that name nothing carry nobody's rights.
        if let origin = request.headers[.origin], origin != "http://\(authority)", origin != "https://\(authority)" { throw SiteTrouble.otherOrigin }
        if let site = Self.fetchSite.flatMap({ request.headers[$0] }), site != "same-origin", site != "none" { throw SiteTrouble.otherOrigin }
    }

    /// Whether a path may be asked for under this name.
    func admits(authority: String, path: String) -> Bool {
        let name = Self.name(ofAuthority: authority)
        if hosts?.contains(name) ?? (name != hubHost) { return true }
        return name == hubHost && path.hasPrefix("/hub/")
    }

    /// `localhost` of `localhost:8080`; an IPv6 address keeps its brackets.
    static func name(ofAuthority authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return authority[...end].lowercased() }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    private func page(for error: HTTPError) -> Response {
        switch error.status {
        case .notFound: page(.notFound, SiteTrouble.noSuchPage.title, SiteTrouble.noSuchPage.advice)
        case .methodNotAllowed: page(.methodNotAllowed, SiteTrouble.methodNotAllowed.title, SiteTrouble.methodNotAllowed.advice)
        case .contentTooLarge: page(.contentTooLarge, SiteTrouble.tooLong.title, SiteTrouble.tooLong.advice)
        default: page(error.status, "This did not work", SiteTrouble.badAddress.advice)
        }
    }

    private func page(_ status: HTTPResponse.Status, _ title: Phrase, _ advice: Phrase) -> Response {
        .page(TroublePage(status: status.code, title: title, advice: advice, notice: notice).document(), status: status)
    }

    private static let fetchSite = FieldName("Sec-Fetch-Site")

    private static let headers: [(FieldName, String)] = [
        ("Content-Security-Policy", Page.contentSecurityPolicy(allowsForms: true) + "; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-cache"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ].compactMap { name, value in FieldName(name).map { ($0, value) } }
}
