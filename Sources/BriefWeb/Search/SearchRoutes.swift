import BriefRendering
import Hummingbird
import Storage

/// The room to search in.
struct SearchRoutes: Sendable {
    let content: SiteContent

    func addRoutes(to router: Router<SiteContext>) {
        router.get("search") { request, _ in try await search(SearchRequest(query: request.uri.query ?? "")) }
    }

    private func search(_ request: SearchRequest) async throws -> Response {
        guard request.kind == .articles else {
            let topics = try await content.rooms?.studied(of: nil) ?? []
            return .page(SaidPage(search: SaidSearch(request: request, topics: topics), notice: content.notice).document())
        }
        return .page(SearchPage(request: request, outcome: try await outcome(of: request), notice: content.notice).document())
    }

    private func outcome(of request: SearchRequest) async throws -> SearchPage.Outcome {
        guard let search = content.finding, !request.isBlank else { return .none }
        do {
            return .found(try await SearchResults.found(by: request, in: search))
        } catch let why as SearchQuestionError {
            return .refused(why)
        }
    }
}
