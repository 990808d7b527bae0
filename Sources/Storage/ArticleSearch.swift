public import BriefModel

/// Finds articles by what a reader types, in a library of any size: what is read for a question is bounded.
public protocol ArticleSearch: Sendable {
    /// The latest versions that answer a question, best first. Of more than `limit` those that were recorded last.
    func matches(_ question: SearchQuestion, limit: Int) async throws(StorageError) -> SearchMatches

    /// How these articles are shown where they answer a question; those that are not held are missing.
    func excerpts(of articles: [ArticleID], answering question: SearchQuestion) async throws(StorageError) -> [ArticleID: Excerpt]

    /// How latest versions begin that were recorded after a mark, in the order of their recording.
    func openings(after mark: Int64, limit: Int) async throws(StorageError) -> [Opening]
}

/// What answers a question.
public struct SearchMatches: Hashable, Sendable {
    public let matches: [SearchMatch]
    /// There is more, recorded earlier.
    public let isCut: Bool
    /// They stand by how well they answer; else by date, the newest first.
    public let isRanked: Bool

    public init(matches: [SearchMatch], isCut: Bool, isRanked: Bool) {
        self.matches = matches
        self.isCut = isCut
        self.isRanked = isRanked
    }
}

/// An article that answers a question, with what a list of answers is narrowed by.
public struct SearchMatch: Hashable, Sendable {
    public let article: ArticleID
    public let outlet: OutletID
    public let language: String
    /// Published, else fetched.
    public let dated: Timestamp

    public init(article: ArticleID, outlet: OutletID, language: String, dated: Timestamp) {
        self.article = article
        self.outlet = outlet
        self.language = language
        self.dated = dated
    }
}

/// An article in a list of answers.
public struct Excerpt: Hashable, Sendable {
    /// Words, and whether they are what was looked for.
    public struct Part: Hashable, Sendable {
        public let text: String
        public let isMarked: Bool

        public init(_ text: String, isMarked: Bool = false) {
            self.text = text
            self.isMarked = isMarked
        }
    }

    public let title: String
    public let parts: [Part]

    public init(title: String, parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    public var text: String { parts.map(\.text).joined() }
}

/// How an article begins: its title and the first words of its text.
public struct Opening: Hashable, Sendable {
    /// Where it stands in the order of recording.
    public let mark: Int64
    public let match: SearchMatch
    public let text: String

    public init(mark: Int64, match: SearchMatch, text: String) {
        self.mark = mark
        self.match = match
        self.text = text
    }

    /// Letters of it that are kept.
    public static let length = 400
}
