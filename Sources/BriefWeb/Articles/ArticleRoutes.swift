import BriefModel
import BriefRendering
import FoundationEssentials
import Hummingbird

/// The room of an article: its stored text with what it claims, and its versions compared.
struct ArticleRoutes: Sendable {
    let content: SiteContent

    func addRoutes(to router: Router<SiteContext>) {
        router.get("articles/:id") { request, context in try await article(context.path("id"), query: request.uri.query ?? "") }
        router.get("articles/:id/changes") { request, context in try await changes(ArticleID(context.path("id")), query: request.uri.query ?? "") }
    }

    /// `id` or `id.json`. No identifier holds a stop.
    private func article(_ name: String, query: String) async throws -> Response {
        let isJSON = name.hasSuffix(".json")
        let numbers = try Self.numbers(["version", "from", "to"], in: query)
        guard let stored = try await content.article(ArticleID(isJSON ? String(name.dropLast(5)) : name), numbers[0]) else {
            throw SiteTrouble.noSuchArticle
        }
        if isJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return .bytes(Array(try encoder.encode(ArticleRecord(stored))), mediaType: "application/json")
        }
        var passage: Range<Int>?
        if let from = numbers[1], let to = numbers[2] {
            guard from < to, to <= stored.article.text.utf8.count else { throw SiteTrouble.badAddress }
            passage = from..<to
        }
        let claims = try await claims(of: stored, asked: FormText.value(of: "claims", in: query), passage: passage)
        return .page(ArticlePage(stored: stored, passage: passage, claims: claims, notice: content.notice).document())
    }

    /// What it claims, unless only its text is wanted: that is so where a passage is looked up, and of a very long text.
    private func claims(of stored: StoredArticle, asked: String?, passage: Range<Int>?) async throws -> [Claim]? {
        let isWanted = asked.map { $0 == "1" } ?? (passage == nil)
        guard isWanted, stored.article.text.utf8.count <= ArticlePage.longestMarked else { return nil }
        return try await content.rooms?.claims(stored)
    }

    private func changes(_ id: ArticleID, query: String) async throws -> Response {
        let numbers = try Self.numbers(["from", "to"], in: query)
        guard let later = try await content.article(id, numbers[1]) else { throw SiteTrouble.noSuchArticle }
        let before = numbers[0] ?? later.versions.last { $0 < later.article.version } ?? later.article.version
        guard let earlier = try await content.article(id, before) else { throw SiteTrouble.noSuchArticle }
        return .page(VersionsPage(earlier: earlier, later: later, notice: content.notice).document())
    }

    private static func numbers(_ names: [String], in query: String) throws -> [Int?] {
        try names.map { name in
            try FormText.value(of: name, in: query).map { text in
                guard let number = Int(text), number >= 0 else { throw SiteTrouble.badAddress }
                return number
            }
        }
    }
}
