import BriefRendering
import Hummingbird

/// Keeps what a reader chose in cookies, and sends them back to where they were.
struct LanguageRoutes {
    /// A year, in seconds.
    private static let kept = 365 * 86_400

    func addRoutes(to router: Router<SiteContext>) {
        router.post("language") { request, _ in try await choose(request) }
    }

    private func choose(_ request: Request) async throws -> Response {
        try request.requireSender()
        let form = try await request.formBody(upTo: 8 << 10)
        guard let language = FormText.value(of: "language", in: form).flatMap(Language.init), let name = FormText.value(of: "zone", in: form),
            let zone = Zone(named: name)
        else { throw SiteTrouble.badAddress }
        var response = Response.elsewhere(LocalPath(FormText.value(of: "from", in: form)).text)
        for (name, value) in [(Reader.languageCookie, language.rawValue), (Reader.zoneCookie, zone.name)] {
            // Not for the server alone: the page's script looks whether a zone is chosen.
            response.setCookie(Cookie(name: name, value: value, maxAge: Self.kept, path: "/", httpOnly: false, sameSite: .lax))
        }
        return response
    }
}
