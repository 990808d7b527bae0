public import BriefModel

/// What the rooms to read in show: stories, people and bodies, quotations and figures, as the latest edition of each topic found them.
public struct RoomsContent: Sendable {
    /// Topics of which something was written, that with the newest edition first.
    public var topics: @Sendable () async throws -> [TopicName]
    /// What was known when the latest edition of a topic was written; nil when there is none.
    public var studied: @Sendable (_ topic: String) async throws -> StudiedTopic?

    /// Whom the articles behind the latest edition of a topic name; nil while that is being found out, for whoever would show it and need not wait.
    public var named: @Sendable (_ topic: String) async throws -> NamedPeople? = { _ in NamedPeople([]) }

    /// What each sentence of an article asserts, and on whose word.
    public var claims: @Sendable (StoredArticle) async throws -> [Claim]

    public init(
        topics: @escaping @Sendable () async throws -> [TopicName],
        studied: @escaping @Sendable (_ topic: String) async throws -> StudiedTopic?,
        claims: @escaping @Sendable (StoredArticle) async throws -> [Claim] = { _ in [] }
    ) {
        self.topics = topics
        self.studied = studied
        self.claims = claims
    }

    /// Topics that are looked through for one page, those with the newest editions.
    static let mostTopics = 12

    /// All topics at once, or the one that is asked for; none where there is no such topic.
    func studied(of topic: String?) async throws -> [StudiedTopic] {
        if let topic { return try await studied(topic).map { [$0] } ?? [] }
        var found: [StudiedTopic] = []
        for name in try await topics().prefix(Self.mostTopics) { if let one = try await studied(name.slug) { found.append(one) } }
        return found
    }
}

public struct TopicName: Hashable, Sendable, Codable {
    public let slug: String
    public let title: String

    public init(slug: String, title: String) {
        self.slug = slug
        self.title = title
    }
}

/// A topic as its latest edition found it.
public struct StudiedTopic: Sendable, Codable {
    public let name: TopicName
    public let asOf: Timestamp
    /// Pinned ones first, then what was last told of.
    public let stories: [StoryAccount]
    public let trends: Trends
    /// Those named in most articles first.
    public let profiles: [Profile]
    /// Newest first.
    public let sayings: [Saying]
    public let figures: [GivenFigure]

    public init(
        name: TopicName, asOf: Timestamp, stories: [StoryAccount], trends: Trends, profiles: [Profile], sayings: [Saying], figures: [GivenFigure]
    ) {
        self.name = name
        self.asOf = asOf
        self.stories = stories
        self.trends = trends
        self.profiles = profiles
        self.sayings = sayings
        self.figures = figures
    }
}
