/// Articles about one development.
public struct Story: Hashable, Sendable, Codable {
    public let id: StoryID
    /// A headline from the story itself, or a label a person would write.
    public var title: String
    /// By date, then identifier; never empty.
    public var articles: [ArticleID]
    /// By date. Reprints and repeats make no update.
    public var updates: [Update]
    /// The stems that set this story apart, strongest first.
    public var keyTerms: [String]
    /// A user wants it first, however small or quiet it is.
    public var isPinned: Bool

    public init(id: StoryID, title: String, articles: [ArticleID], updates: [Update], keyTerms: [String], isPinned: Bool = false) {
        self.id = id
        self.title = title
        self.articles = articles
        self.updates = updates
        self.keyTerms = keyTerms
        self.isPinned = isPinned
    }
}

/// A dated step of a story.
public struct Update: Hashable, Sendable, Codable {
    public let day: CalendarDay
    public let article: ArticleID
    /// The sentence that says what happened.
    public let passage: Passage

    public init(day: CalendarDay, article: ArticleID, passage: Passage) {
        self.day = day
        self.article = article
        self.passage = passage
    }
}

/// Stories that belong together: a section of a brief.
public struct Theme: Hashable, Sendable, Codable {
    public var title: String
    public var stories: [StoryID]

    public init(title: String, stories: [StoryID]) {
        self.title = title
        self.stories = stories
    }
}
