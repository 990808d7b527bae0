public import BriefModel
public import Storage

/// What search asks of the library.
public struct SearchContent: Sendable {
    /// Articles that answer a question.
    public var matches: @Sendable (_ question: SearchQuestion, _ limit: Int) async throws -> SearchMatches
    /// How these are shown where they answer it.
    public var excerpts: @Sendable (_ articles: [ArticleID], _ question: SearchQuestion) async throws -> [ArticleID: Excerpt]
    /// Articles that begin with what means the like of a text.
    public var nearest: @Sendable (_ text: String, _ limit: Int) async throws -> NearestArticles
    /// The paragraphs of these that mean the like of it most.
    public var paragraphs: @Sendable (_ articles: [ArticleID], _ text: String) async throws -> [ArticleID: Excerpt]
    public var outlets: @Sendable () async throws -> [OutletID: Outlet]

    public init(
        matches: @escaping @Sendable (_ question: SearchQuestion, _ limit: Int) async throws -> SearchMatches,
        excerpts: @escaping @Sendable (_ articles: [ArticleID], _ question: SearchQuestion) async throws -> [ArticleID: Excerpt],
        nearest: @escaping @Sendable (_ text: String, _ limit: Int) async throws -> NearestArticles,
        paragraphs: @escaping @Sendable (_ articles: [ArticleID], _ text: String) async throws -> [ArticleID: Excerpt],
        outlets: @escaping @Sendable () async throws -> [OutletID: Outlet]
    ) {
        self.matches = matches
        self.excerpts = excerpts
        self.nearest = nearest
        self.paragraphs = paragraphs
        self.outlets = outlets
    }
}

/// Articles by what they mean.
public struct NearestArticles: Hashable, Sendable {
    /// The nearest first.
    public let matches: [SearchMatch]
    /// Articles whose meaning is known by now; the others follow while the site runs.
    public let known: Int
    public let isComplete: Bool

    public init(matches: [SearchMatch], known: Int, isComplete: Bool) {
        self.matches = matches
        self.known = known
        self.isComplete = isComplete
    }
}
