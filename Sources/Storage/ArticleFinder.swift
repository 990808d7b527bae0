public import BriefModel

/// Finds the few articles that may speak to a text, in a library of any size, without reading the others.
public protocol ArticleFinder: Sendable {
    /// What is held of latest versions dated up to a moment.
    func holdings(asOf: Timestamp) async throws(StorageError) -> Holdings

    /// For each question, the articles that share its words, those with the rarer words first; latest versions dated up to `asOf`.
    ///
    /// What is read for a question does not grow with the library beyond a bound: of articles that share nothing but common words, some are found.
    func articles(sharing questions: [WordQuestion], limit: Int, asOf: Timestamp) async throws(StorageError) -> [[ArticleID]]

    /// The latest versions of these, by identifier, each once; those that are not held are missing.
    func articles(_ ids: [ArticleID]) async throws(StorageError) -> [Article]

    /// The latest versions at these addresses, which may lack the scheme, `www.` and the slash at the end; by identifier.
    func articles(at addresses: [String]) async throws(StorageError) -> [Article]
}

/// How much there is to look in.
public struct Holdings: Hashable, Sendable {
    public let articles: Int
    public let firstDay: CalendarDay?
    public let lastDay: CalendarDay?

    public init(articles: Int, firstDay: CalendarDay?, lastDay: CalendarDay?) {
        self.articles = articles
        self.firstDay = firstDay
        self.lastDay = lastDay
    }
}

/// A text to find articles for, as its telling words.
public struct WordQuestion: Hashable, Sendable {
    /// Of each word the forms it may have in an article: "signed", "signs", "signing". Lower case.
    public let words: [[String]]

    public init(words: [[String]]) { self.words = words }
}

extension String {
    /// An address as it may have been kept: with a scheme and `www.` or without, with a slash at the end or without.
    public var spellings: [String] {
        guard !contains("://") else { return [self, hasSuffix("/") ? String(dropLast()) : self + "/"] }
        let ends = hasSuffix("/") ? [self, String(dropLast())] : [self, self + "/"]
        return ends.flatMap { end in ["https://", "http://", "https://www.", "http://www."].map { $0 + end } }
    }
}
