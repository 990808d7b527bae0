import BriefModel
import BriefRendering
import Hummingbird

/// The rooms of stories: all of them in lanes, and one told whole.
struct StoriesRoutes: Sendable {
    let content: SiteContent

    func addRoutes(to router: Router<SiteContext>) {
        router.get("stories") { request, _ in try await stories(request.uri.query ?? "") }
        router.get("stories/:id") { request, context in
            try await story(StoryID(context.path("id")), topic: FormText.value(of: "topic", in: request.uri.query ?? ""))
        }
    }

    private func stories(_ query: String) async throws -> Response {
        let request = StoriesRequest(query: query)
        let names = try await content.rooms?.topics() ?? []
        let topics = try await content.rooms?.studied(of: request.topic) ?? []
        guard request.topic == nil || !topics.isEmpty else { throw SiteTrouble.noSuchBrief }
        return .page(StoriesPage(request: request, names: names, topics: topics, notice: content.notice).document())
    }

    private func story(_ id: StoryID, topic: String?) async throws -> Response {
        for studied in try await content.rooms?.studied(of: topic) ?? [] {
            guard let account = studied.stories.first(where: { $0.story.id == id }) else { continue }
            let frame = PageFrame.site(current: .stories, notice: content.notice, roomsOf: studied.name.slug)
            let topic = (title: studied.name.title, link: Link.site("stories", query: Link.query(topic: studied.name.slug)))
            return .page(StoryPage(account, trends: studied.trends, topic: topic, frame: frame).document())
        }
        throw SiteTrouble.noSuchStory
    }
}
