import BriefModel
import BriefRendering
import Hummingbird

/// The rooms to read in, as JSON: what the latest edition of a topic found.
struct RoomsAPI {
    let content: SiteContent

    func answer(_ route: APIRoute, _ query: APIQuery, topic: String, id: String?) async throws -> APIAnswer {
        guard let studied = try await content.rooms?.studied(topic) else { throw SiteTrouble.noSuchBrief }
        let page = try APIPage(query)
        switch route {
        case .stories:
            return try page.answer("stories", studied.stories, at: ["topics", topic, "stories"], as: StoryLine.init)
        case .story:
            guard let account = studied.stories.first(where: { $0.story.id.rawValue == id }) else { throw SiteTrouble.noSuchStory }
            return try APIAnswer(StoryRecord(account))
        case .people:
            return try page.answer("people", studied.profiles, at: ["topics", topic, "people"], as: PersonLine.init)
        case .person:
            guard let profile = studied.profiles.first(where: { $0.key == id }) else { throw SiteTrouble.noSuchPerson }
            return try APIAnswer(PersonRecord(profile))
        case .sayings:
            let found = try said(query, in: studied).sayings
            return try page.answer("sayings", found, at: ["topics", topic, "sayings"], keeping: query.pairs("speaker", "q"), as: SayingRecord.init)
        case .figures:
            let found = try said(query, in: studied).figures
            return try page.answer("figures", found, at: ["topics", topic, "figures"], keeping: query.pairs("unit", "q"), as: FigureRecord.init)
        default: throw SiteTrouble.noSuchPage
        }
    }

    private func said(_ query: APIQuery, in studied: StudiedTopic) throws -> SaidSearch {
        var request = SearchRequest(query: "")
        (request.typed, request.speaker, request.unit) = (query["q"] ?? "", query["speaker"] ?? "", query["unit"] ?? "")
        for name in ["q", "speaker", "unit"] where (query[name]?.unicodeScalars.count ?? 0) > SearchRequest.longest {
            throw APITrouble.badParameter(name, "has at most \(SearchRequest.longest) characters")
        }
        return SaidSearch(request: request, topics: [studied])
    }
}

/// A page of a longer list, by `limit` and `offset`.
struct APIPage {
    let limit: Int
    let offset: Int

    /// How far into a list one can leaf.
    static let farthest = 10_000

    init(_ query: APIQuery) throws(APITrouble) {
        limit = try query.number("limit", in: 1...BriefAPI.mostAtOnce) ?? BriefAPI.usuallyAtOnce
        offset = try query.number("offset", in: 0...Self.farthest) ?? 0
    }

    func answer<Item, Record: Encodable>(
        _ name: String, _ items: [Item], at path: [String], keeping: [(name: StaticString, value: String)] = [], as record: (Item) -> Record
    ) throws -> APIAnswer {
        let end = offset + limit
        let next = end < items.count && end <= Self.farthest
        let query = keeping + [("limit", String(limit)), ("offset", String(end))]
        return try APIAnswer(
            [name: items.dropFirst(offset).prefix(limit).map(record)], next: next ? .site(segments: ["api", "v1"] + path, query: query) : nil)
    }
}
