public import BriefModel

/// A feed as read, whatever it was written in.
public struct Feed: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable {
        case rss09 = "RSS 0.9"
        case rss1 = "RSS 1.0"
        case rss2 = "RSS 2.0"
        case atom = "Atom"
        case json = "JSON Feed"
    }

    public var title: String?
    /// The site it belongs to, absolute.
    public var homepage: String?
    /// As declared, e.g. `en-GB`.
    public var language: String?
    public var format: Format
    public var entries: [Entry]
    /// It was not well-formed and had to be read tolerantly.
    public var wasRepaired: Bool

    public init(
        title: String? = nil, homepage: String? = nil, language: String? = nil, format: Format, entries: [Entry] = [], wasRepaired: Bool = false
    ) {
        self.title = title
        self.homepage = homepage
        self.language = language
        self.format = format
        self.entries = entries
        self.wasRepaired = wasRepaired
    }
}

/// A feed that a list of feeds names.
public struct Subscription: Hashable, Sendable {
    public var title: String?
    /// Absolute.
    public var feedAddress: String
    public var homepage: String?
    public var language: String?
    /// Its own category, or else the name of the group it stands in.
    public var category: String?

    public init(title: String? = nil, feedAddress: String, homepage: String? = nil, language: String? = nil, category: String? = nil) {
        self.title = title
        self.feedAddress = feedAddress
        self.homepage = homepage
        self.language = language
        self.category = category
    }
}
