import BriefModel
import BriefRendering
import Hummingbird

/// The rooms of people and bodies: who is named, and one of them told of.
struct PeopleRoutes: Sendable {
    let content: SiteContent

    func addRoutes(to router: Router<SiteContext>) {
        router.get("people") { request, _ in try await people(request.uri.query ?? "") }
        router.get("people/:id") { request, context in
            try await profile(context.path("id"), topic: FormText.value(of: "topic", in: request.uri.query ?? ""))
        }
    }

    private func people(_ query: String) async throws -> Response {
        let request = PeopleRequest(query: query)
        let names = try await content.rooms?.topics() ?? []
        let topics = try await content.rooms?.studied(of: request.topic) ?? []
        guard request.topic == nil || !topics.isEmpty else { throw SiteTrouble.noSuchBrief }
        return .page(PeoplePage(request: request, names: names, topics: topics, notice: content.notice).document())
    }

    /// In the topic that is asked for, or in that whose articles name it most.
    private func profile(_ key: String, topic: String?) async throws -> Response {
        let found = try await content.rooms?.studied(of: nil).compactMap { studied in
            studied.profiles.first { $0.key == key }.map { (topic: studied.name, profile: $0) }
        }
        let ranked = (found ?? []).sorted { $0.profile.articles > $1.profile.articles }
        guard let first = topic.flatMap({ slug in ranked.first { $0.topic.slug == slug } }) ?? (topic == nil ? ranked.first : nil) else {
            throw SiteTrouble.noSuchPerson
        }
        let others = ranked.filter { $0.topic != first.topic }.map { (title: $0.topic.title, link: Link.person(key, topic: $0.topic.slug)) }
        let page = ProfilePage(
            first.profile, topic: (first.topic.title, Link.site("people", query: Link.query(topic: first.topic.slug))), others: others,
            frame: .site(current: .people, notice: content.notice, roomsOf: first.topic.slug))
        return .page(page.document())
    }
}
