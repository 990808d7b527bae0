public import BriefModel

/// What is kept of a stream of articles on their way to stories, so that it can stop at any moment and go on as if it had not.
///
/// Articles come in steps. A checkpoint holds all that the stream knew after a step; the articles of the steps after it are kept until the next
/// checkpoint and placed again when the stream goes on. What a step stores, it stores whole or not at all.
public protocol StreamStore: Sendable {
    func save(_ step: StreamStep) async throws(StorageError)

    /// From where to go on.
    func resumption() async throws(StorageError) -> StreamResumption

    /// The stories of those of the articles that were placed, as far as is known now.
    func stories(of articles: [ArticleID]) async throws(StorageError) -> [ArticleID: StoryID]

    /// Every placed article with its story as far as is known now, in the order they came, after a place in that order.
    func placements(after place: Int, limit: Int) async throws(StorageError) -> [StreamPlacement]

    /// Strands that had left memory before a step began, for each list of terms those that have most of them, at least two: each once, by number.
    func strands(sharing terms: [[Int32]], before step: Int, most: Int) async throws(StorageError) -> [StoredStrand]
}

/// What a step adds to what is kept.
public struct StreamStep: Hashable, Sendable {
    /// 1 for the first.
    public let number: Int
    public let articles: [Article]
    /// Where each was put, in the same order.
    public let stories: [StoryID]
    /// Stories found to be one: the first is part of the second.
    public let joined: [StreamJoining]
    /// Strands that left memory.
    public let retired: [StoredStrand]
    /// Numbers of strands that came back.
    public let reopened: [Int]
    /// All that the stream knows after this step; nil where the articles are to be placed again.
    public let checkpoint: [UInt8]?

    public init(
        number: Int, articles: [Article], stories: [StoryID], joined: [StreamJoining], retired: [StoredStrand], reopened: [Int], checkpoint: [UInt8]?
    ) {
        self.number = number
        self.articles = articles
        self.stories = stories
        self.joined = joined
        self.retired = retired
        self.reopened = reopened
        self.checkpoint = checkpoint
    }
}

public struct StreamJoining: Hashable, Sendable {
    public let story: StoryID
    /// What it is part of.
    public let whole: StoryID

    public init(story: StoryID, whole: StoryID) {
        self.story = story
        self.whole = whole
    }
}

/// A strand as bytes, and by what it is found.
public struct StoredStrand: Hashable, Sendable {
    public let number: Int
    /// Its story when it left; when it is found, the one that story is part of by then.
    public let story: StoryID
    public let terms: [Int32]
    public let bytes: [UInt8]

    public init(number: Int, story: StoryID, terms: [Int32], bytes: [UInt8]) {
        self.number = number
        self.story = story
        self.terms = terms
        self.bytes = bytes
    }
}

public struct StreamPlacement: Hashable, Sendable {
    /// 1 for the article that came first.
    public let place: Int
    public let article: ArticleID
    public let story: StoryID

    public init(place: Int, article: ArticleID, story: StoryID) {
        self.place = place
        self.article = article
        self.story = story
    }
}

public struct StreamResumption: Hashable, Sendable {
    /// Nil before the first.
    public let checkpoint: [UInt8]?
    /// The step it was made after; 0 before the first.
    public let step: Int
    /// The articles of each step since.
    public let later: [[Article]]

    public init(checkpoint: [UInt8]?, step: Int, later: [[Article]]) {
        self.checkpoint = checkpoint
        self.step = step
        self.later = later
    }
}
