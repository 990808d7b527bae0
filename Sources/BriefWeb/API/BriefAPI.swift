import BriefModel
import BriefRendering
import FoundationEssentials
import Hummingbird
import Storage

/// The library as JSON over HTTP: the values that the pages show and the tools of an assistant give. `openapi.json` describes it.
struct BriefAPI: Sendable {
    let content: SiteContent

    /// Articles of a search and editions of a topic in one answer at most, and where nothing is said.
    static let mostAtOnce = 50, usuallyAtOnce = 10
    /// How far into the findings of a search one can leaf.
    static let farthest = 450
    static let longestCursor = 40
    /// Bytes of a body: the longest text that is checked, with room for escapes.
    static let longestBody = 6 * AuditForm.limit + 1024

    func addRoutes(to router: Router<SiteContext>) {
        for route in APIRoute.allCases {
            router.on(RouterPath("\(APIRoute.root)/\(route.path)"), method: route.method) { request, context in
                let query = try APIQuery(request.uri.query ?? "", of: route)
                return try await answer(route, query, request, context).response(to: request)
            }
        }
    }

    private func answer(_ route: APIRoute, _ query: APIQuery, _ request: Request, _ context: SiteContext) async throws -> APIAnswer {
        switch route {
        case .document: APIAnswer(APIDocument.bytes)
        case .topics: try APIAnswer(Found.topics(try await content.home().topics.map(Found.Topic.init)))
        case .addTopic: try await TopicAPI(content).add(request)
        case .topic: try await TopicAPI(content).topic(context.path("topic"))
        case .putTopic: try await TopicAPI(content).put(request, context.path("topic"))
        case .removeTopic: try await TopicAPI(content).remove(request, context.path("topic"))
        case .brief: try await brief(context.path("topic"))
        case .changes: try await changes(context.path("topic"))
        case .editions: try await editions(context.path("topic"), query)
        case .edition: try await edition(context.path("topic"), at: context.path("moment"))
        case .article: try await article(context.path("id"), query)
        case .stories, .story, .people, .person, .sayings, .figures:
            try await RoomsAPI(content: content).answer(
                route, query, topic: context.path("topic"), id: context.parameters.get("id") == nil ? nil : context.path("id"))
        case .search: try await search(query)
        case .sources: try await sources()
        case .audits: try await audit(request)
        }
    }

    private func brief(_ topic: String) async throws -> APIAnswer {
        guard let brief = try await content.brief(topic) else { throw SiteTrouble.noSuchBrief }
        return APIAnswer(render(brief, as: .json, notice: content.notice))
    }

    /// What is new since the edition before.
    private func changes(_ topic: String) async throws -> APIAnswer {
        guard let changes = try await content.brief(topic)?.changes else { throw SiteTrouble.noSuchBrief }
        return APIAnswer(render(changes, as: .json))
    }

    /// Newest first; the cursor is the moment of the last one seen, so that an edition written meanwhile shifts nothing. Moments sort as their text does.
    private func editions(_ topic: String, _ query: APIQuery) async throws -> APIAnswer {
        let limit = try query.number("limit", in: 1...Self.mostAtOnce) ?? Self.usuallyAtOnce
        let seen = query["cursor"]
        if let seen, seen.unicodeScalars.count > Self.longestCursor { throw APITrouble.badParameter("cursor", "is one that a `Link` field gave") }
        let all = try await content.editions(topic)
        guard !all.isEmpty else { throw SiteTrouble.noSuchBrief }
        let rest = all.filter { edition in seen.map { edition.asOf.description < $0 } ?? true }
        let page = rest.prefix(limit)
        let next = page.last.flatMap { last -> Link? in
            guard rest.count > page.count else { return nil }
            return Link.site("api", "v1", "topics", topic, "editions", query: [("limit", String(limit)), ("cursor", last.asOf.description)])
        }
        return try APIAnswer(["editions": page.map(EditionRecord.init)], next: next)
    }

    /// An edition written again from what it was written from, as its page is: one kept by an older program has the shape of today.
    private func edition(_ topic: String, at moment: String) async throws -> APIAnswer {
        guard let moment = Timestamp(iso: moment), let brief = try await content.edition(topic, moment) else { throw SiteTrouble.noSuchBrief }
        return APIAnswer(render(brief, as: .json, notice: content.notice))
    }

    private func article(_ id: String, _ query: APIQuery) async throws -> APIAnswer {
        let version = try query.number("version", in: 1...Int(Int32.max))
        guard let stored = try await content.article(ArticleID(id), version) else { throw SiteTrouble.noSuchArticle }
        return try APIAnswer(ArticleRecord(stored))
    }

    private func search(_ query: APIQuery) async throws -> APIAnswer {
        guard let words = query["q"], (1...SearchRequest.longest).contains(words.unicodeScalars.count) else {
            throw APITrouble.badParameter("q", "has 1 to \(SearchRequest.longest) characters")
        }
        var request = SearchRequest(query: "")
        request.typed = words
        request.way = try query.choice("by", of: SearchRequest.Way.self) ?? .words
        request.order = try query.choice("sort", of: SearchRequest.Order.self) ?? .best
        for facet in Facet.Kind.allCases { if let value = query[facet.rawValue] { request.narrowing[facet] = [value] } }
        let limit = try query.number("limit", in: 1...Self.mostAtOnce) ?? Self.usuallyAtOnce
        let offset = try query.number("offset", in: 0...Self.farthest) ?? 0
        let (results, remark) = try await found(by: request, offset..<offset + limit)
        let end = offset + limit
        let kept = query.pairs("q", "by", "sort", "type", "outlet", "month", "language")
        let next = results.map { end < $0.total } == true && end <= Self.farthest
        return try APIAnswer(
            SearchRecord(results, remark: remark),
            next: next ? .site("api", "v1", "search", query: kept + [("limit", String(limit)), ("offset", String(end))]) : nil)
    }

    /// What is no question is taken for its words alone, and that is said.
    private func found(by request: SearchRequest, _ range: Range<Int>) async throws -> (SearchResults?, remark: String?) {
        guard let search = content.finding, !request.isBlank else { return (nil, nil) }
        do {
            return (try await SearchResults.found(by: request, range, in: search), nil)
        } catch let why as SearchQuestionError {
            var plain = request
            plain.typed = SearchQuestion.quoting(wordsOf: request.typed)
            let results = plain.typed.isEmpty ? nil : try await SearchResults.found(by: plain, range, in: search)
            return (results, "Looked for as words alone. " + why.description)
        }
    }

    private func sources() async throws -> APIAnswer {
        let (states, now) = try await content.sources()
        return try APIAnswer(["sources": states.map { SourceHealthRecord($0, at: now) }])
    }

    private func audit(_ request: Request) async throws -> APIAnswer {
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/json" else { throw APITrouble.notJSON }
        let body = try await request.wholeBody(upTo: Self.longestBody)
        guard let text = (try? JSONDecoder().decode(AuditRequest.self, from: Data(body.readableBytesView)))?.text else {
            throw APITrouble.unreadableBody
        }
        guard text.utf8.count <= AuditForm.limit else { throw SiteTrouble.tooLong }
        guard !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { throw APITrouble.badParameter("text", "holds more than blanks") }
        let (audit, sources) = try await content.audit(text)
        return APIAnswer(render(audit, sources: sources, as: .json, notice: content.notice))
    }
}

private struct AuditRequest: Decodable {
    let text: String
}

/// An edition in the list of a topic's.
private struct EditionRecord: Encodable {
    let asOf: String
    let headline: String?
    /// Where it is to be had; one from before that was kept cannot be written again.
    let address: String?

    init(_ edition: StoredEdition) {
        asOf = edition.asOf.description
        headline = TopicSummary(edition)?.headline
        address = edition.basis == nil ? nil : Link.site("api", "v1", "topics", edition.topic, "editions", asOf).text
    }
}
