import BriefModel
import BriefRendering
import FoundationEssentials
public import Hummingbird
import Storage

/// The site: topics, briefs, their sources, articles, search and the check of a brief. Pages load nothing and need no script.
public struct BriefSite: Sendable {
    let content: SiteContent
    private let pages = KeptPages()
    /// Names this site answers to; a page elsewhere that points its own name at this machine (DNS rebinding) is refused. Nil: any.
    let hosts: Set<String>?

    /// Who is let in; nil: whoever reaches the site, to everything.
    let access: SiteAccess?

    public static let loopbackHosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    public init(_ content: SiteContent, hosts: Set<String>? = loopbackHosts, access: SiteAccess? = nil) {
        self.content = content
        self.hosts = hosts
        self.access = access
    }

    public func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: PackedAnswer())
        router.add(middleware: ReadersLanguage())
        router.add(middleware: SiteGuard(hosts: hosts, hubHost: content.hub?.host, access: access, notice: content.notice))
        if let access { router.add(middleware: SiteDoor(access: access, notice: content.notice)) }
        router.get("/") { _, _ in
            try await Response.page(
                HomePage(
                    home: content.home(), isDesk: content.topics != nil && Visitor.current.may(.edit), isTold: content.streams != nil,
                    hasSettings: content.settings != nil && Visitor.current.may(.administer), notice: content.notice
                ).document())
        }
        router.get("briefs/:topic") { request, context in try await brief(context.path("topic"), at: context.origin(of: request)) }
        router.get("briefs/:topic/editions") { _, context in try await editions(context.path("topic")) }
        router.get("briefs/:topic/editions/:moment") { _, context in
            try await edition(context.path("topic"), at: context.path("moment"))
        }
        router.get("briefs/:topic/sources") { _, context in try await sources(context.path("topic")) }
        router.get("briefs/:topic/statements/:number") { _, context in
            try await history(of: context.path("number"), in: context.path("topic"))
        }
        router.get("briefs/:topic/changes") { _, context in try await changes(context.path("topic")) }
        router.get("sources") { _, _ in
            let (states, now) = try await content.sources()
            return Response.page(SourceHealthPage(states: states, now: now, notice: content.notice).document())
        }
        router.get("sources.json") { _, _ in
            let (states, now) = try await content.sources()
            return Response.bytes(Array(try JSONEncoder().encode(states.map { SourceHealthRecord($0, at: now) })), mediaType: "application/json")
        }
        ArticleRoutes(content: content).addRoutes(to: router)
        SearchRoutes(content: content).addRoutes(to: router)
        StoriesRoutes(content: content).addRoutes(to: router)
        PeopleRoutes(content: content).addRoutes(to: router)
        AuditRoutes(content).addRoutes(to: router)
        if let desk = content.topics { TopicRoutes(desk: desk, content: content).addRoutes(to: router) }
        if let desk = content.topics { ImportRoutes(desk: desk, content: content).addRoutes(to: router) }
        if let work = content.work, let desk = content.topics { WorkRoutes(work: work, desk: desk).addRoutes(to: router) }
        if let settings = content.settings { SettingsRoutes(desk: settings, content: content).addRoutes(to: router) }
        if let streams = content.streams { EventRoutes(streams: streams, access: access).addRoutes(to: router) }
        BriefAPI(content: content).addRoutes(to: router)
        content.hub?.addRoutes(to: router)
        LanguageRoutes().addRoutes(to: router)
        SignInRoutes(notice: content.notice).addRoutes(to: router)
        UserRoutes(notice: content.notice).addRoutes(to: router)
        return router
    }

    /// `topic`, `topic.json` or `topic.md`; its editions as a feed under `topic.atom` and `topic.feed.json`.
    /// - Parameter site: what it was asked under (`http://localhost:8738`), for a feed to say where it is to be had.
    private func brief(_ name: String, at site: String?) async throws -> Response {
        for (suffix, format, mediaType) in [(".atom", FeedFormat.atom, "application/atom+xml"), (".feed.json", .json, "application/feed+json")]
        where name.hasSuffix(suffix) {
            let feed = try await feed(of: String(name.dropLast(suffix.count)), suffix: suffix, at: site)
            return .bytes(feed.document(as: format), mediaType: mediaType)
        }
        for (suffix, format, mediaType) in [(".json", BriefFormat.json, "application/json"), (".md", .markdown, "text/markdown; charset=utf-8")]
        where name.hasSuffix(suffix) {
            guard let brief = try await content.brief(String(name.dropLast(suffix.count))) else { throw SiteTrouble.noSuchBrief }
            return .bytes(render(brief, as: format, notice: content.notice), mediaType: mediaType)
        }
        guard let brief = try await content.brief(name) else { throw SiteTrouble.noSuchBrief }
        // A page with somebody's own token in it is theirs alone.
        guard Visitor.current.formToken == nil, !Reader.current.place.contains("?") else { return .page(try await written(brief, on: name).bytes) }
        return .page(try await pages.page(of: name, brief: brief, for: .current) { try await written(brief, on: name) })
    }

    /// - Returns: The page, and whether all is in it: whom the articles name may still be being found out.
    private func written(_ brief: Brief, on topic: String) async throws -> (bytes: [UInt8], isWhole: Bool) {
        var frame = PageFrame.site(current: .topics, notice: content.notice, changesOf: brief.changes == nil ? nil : topic, roomsOf: topic)
        if content.streams != nil { frame.live = .init(events: .events(of: topic), editions: [(topic, brief.asOf)]) }
        if try await content.editions(topic).count > 1 { frame.history = { .site("briefs", topic, "statements", String($0)) } }
        guard let rooms = content.rooms else { return (page(brief, in: frame), true) }
        let people = try await rooms.named(topic)
        if let people { frame.people = { people.named(in: $0).map { ($0.name, Link.person($0.key, topic: topic)) } } }
        return (page(brief, in: frame), people != nil)
    }

    private func feed(of topic: String, suffix: String, at site: String?) async throws -> EditionFeed {
        let editions = try await content.editions(topic)
        guard let newest = editions.first else { throw SiteTrouble.noSuchBrief }
        return EditionFeed(
            title: newest.title, slug: topic, editions: editions.map { .init(asOf: $0.asOf, json: $0.json) }, marking: nil,
            address: site.map { $0 + Link.site("briefs", topic + suffix).text },
            page: site.map { site in { site + Link.edition(of: topic, at: $0).text } })
    }

    private func editions(_ topic: String) async throws -> Response {
        let editions = try await content.editions(topic)
        guard let newest = editions.first else { throw SiteTrouble.noSuchBrief }
        return .page(EditionsPage(title: newest.title, editions: editions, notice: content.notice).document())
    }

    /// An edition as it was read then, written again from what it was written from.
    private func edition(_ topic: String, at moment: String) async throws -> Response {
        guard let moment = Timestamp(iso: moment) else { throw SiteTrouble.badAddress }
        guard let brief = try await content.edition(topic, moment) else { throw SiteTrouble.noSuchBrief }
        return .page(page(brief, in: .site(current: .topics, notice: content.notice)))
    }

    private func history(of number: String, in topic: String) async throws -> Response {
        guard let number = Int(number), let history = StatementHistory(of: number, in: try await content.editions(topic)) else {
            throw SiteTrouble.noSuchBrief
        }
        return .page(StatementHistoryPage(history: history, topic: topic, number: number, notice: content.notice).document())
    }

    /// What is new since the edition before.
    private func changes(_ name: String) async throws -> Response {
        guard let changes = try await content.brief(name)?.changes else { throw SiteTrouble.noSuchBrief }
        return .page(page(changes, in: .site(current: .topics, notice: content.notice)))
    }

    private func sources(_ name: String) async throws -> Response {
        guard let brief = try await content.brief(name) else { throw SiteTrouble.noSuchBrief }
        return .page(sourcesPage(brief, in: .site(current: .topics, notice: content.notice)))
    }
}

extension SiteContext {
    /// A part of the path, decoded.
    func path(_ name: String) throws -> String {
        guard let part = parameters.get(name), let decoded = FormText.decoded(part.utf8), !decoded.isEmpty,
            !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { throw SiteTrouble.badAddress }
        return decoded
    }
}

extension Response {
    /// A page is another for another reader.
    static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        var response = self.bytes(bytes, mediaType: "text/html; charset=utf-8", status: status)
        response.headers[.vary] = "Accept-Language, Cookie"
        return response
    }

    static func bytes(_ bytes: [UInt8], mediaType: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
