import BriefRendering
import Hummingbird

/// Where somebody asks for a topic to be read and written now.
struct WorkRoutes: Sendable {
    let work: WorkDesk
    let desk: TopicDesk

    func addRoutes(to router: Router<SiteContext>) {
        router.post("topics/:name/work") { request, context in
            try context.require(.edit)
            return try await begin(request, context.path("name"))
        }
    }

    /// Asked for twice, it is done once; either way its page says how far it is.
    private func begin(_ request: Request, _ name: String) async throws -> Response {
        let body = try await request.formBody(upTo: 4_096)
        guard let task = FormText.value(of: "task", in: body).flatMap(WorkDesk.Task.init) else { throw SiteTrouble.badAddress }
        guard let sheet = try await desk.sheet(name), sheet.slug != nil else { throw SiteTrouble.noSuchTopic }
        _ = try await work.begin(task, sheet.name)
        return .seeOther(.site("topics", sheet.name))
    }
}
