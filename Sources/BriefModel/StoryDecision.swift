/// A user's word on the stories of a topic. It speaks of articles, since a story is named after its first article, and an older one may still come.
public struct StoryDecision: Hashable, Sendable, Codable {
    /// From 1, in the order in which decisions were made, over all topics.
    public let number: Int
    /// Slug of the topic's title.
    public let topic: String
    public let made: Timestamp
    public let ruling: StoryRuling
    /// When it was taken back; nil while it stands.
    public let withdrawn: Timestamp?

    public init(number: Int, topic: String, made: Timestamp, ruling: StoryRuling, withdrawn: Timestamp? = nil) {
        self.number = number
        self.topic = topic
        self.made = made
        self.ruling = ruling
        self.withdrawn = withdrawn
    }

    /// Whether it counts for what is told as of a moment: made by then, and not taken back by then.
    public func stands(asOf moment: Timestamp) -> Bool { made <= moment && withdrawn.map { moment < $0 } ?? true }
}

/// What was decided. Of two that cannot both be obeyed the later counts.
public enum StoryRuling: Hashable, Sendable, Codable {
    /// All of them tell one story.
    case together([ArticleID])
    /// None of the first tells a story that any of the others tells.
    case apart([ArticleID], from: [ArticleID])
    /// The story that the article tells is called so.
    case titled(ArticleID, String)
    /// The story that the article tells stays first, however small or quiet it is.
    case pinned(ArticleID)

    /// Every article it speaks of.
    public var articles: [ArticleID] {
        switch self {
        case .together(let articles): articles
        case .apart(let articles, let others): articles + others
        case .titled(let article, _), .pinned(let article): [article]
        }
    }
}
