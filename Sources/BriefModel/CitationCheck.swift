/// A source that a brief by anyone names for a line, followed to what it says.
public struct CitationCheck: Hashable, Sendable, Codable {
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// What is cited bears the line out.
        case supports = "cited-supports"
        /// What is cited bears out a part of it.
        case supportsPartly = "cited-supports-partly"
        /// What is cited says otherwise.
        case contradicts = "cited-contradicts"
        /// What is cited does not say so, another source does.
        case anotherSupports = "another-supports"
        /// What is cited does not say so, and no other source does.
        case noneSupports = "none-supports"
        /// What is cited is not among the articles at hand, so nothing can be said of it.
        case notHeld = "cited-not-held"
        /// The mark leads nowhere: no entry of the brief's list of sources has its number.
        case leadsNowhere = "leads-nowhere"
        /// The line is none that can be checked.
        case notChecked = "not-checked"

        /// An editor should look at it.
        public var isFault: Bool { [.contradicts, .anotherSupports, .noneSupports, .leadsNowhere].contains(self) }
    }

    /// As it stands in the line: "[1]", the words of a link, "Source: …".
    public let mark: String
    /// Where it leads: an address, or the words of the entry; nil when nowhere.
    public let target: String?
    /// The articles at hand that it can mean: one, or all of an outlet where only that is named.
    public let articles: [ArticleID]
    public let outcome: Outcome

    public init(mark: String, target: String?, articles: [ArticleID], outcome: Outcome) {
        self.mark = mark
        self.target = target
        self.articles = articles
        self.outcome = outcome
    }
}
