public import BriefModel

/// A feed as read, whatever it was written in.
public struct Feed: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case rss090 = "RSS 0.90"
        case rss091Netscape = "RSS 0.91 (Netscape)"
        case rss091 = "RSS 0.91"
        case rss092 = "RSS 0.92"
        case rss093 = "RSS 0.93"
        case rss094 = "RSS 0.94"
        case rss1 = "RSS 1.0"
        case rss2 = "RSS 2.0"
        /// RSS that does not say which.
        case rss = "RSS"
        case atom03 = "Atom 0.3"
        case atom1 = "Atom 1.0"
        /// Atom in a namespace of its own.
        case atom = "Atom"
        case channelDefinition = "CDF"
        case json1 = "JSON Feed 1.0"
        case json11 = "JSON Feed 1.1"
    }

    public var format: Format
    /// The WHATWG name of the encoding it was read in.
    public var encoding: String
    /// What the feed says of itself.
    public var about: FeedRecord
    /// What it announces, as it says it, in its order.
    public var items: [FeedRecord]
    /// The first thing that was wrong with it, when it was not well-formed and had to be read tolerantly.
    public var fault: FeedFault?

    public init(format: Format, encoding: String = "UTF-8", about: FeedRecord = FeedRecord(), items: [FeedRecord] = [], fault: FeedFault? = nil) {
        self.format = format
        self.encoding = encoding
        self.about = about
        self.items = items
        self.fault = fault
    }

    public var wasRepaired: Bool { fault != nil }

    /// Plain text.
    public var title: String? { about.title?.plain }
    /// The site it belongs to, absolute.
    public var homepage: String? { about.link }
    /// As declared, e.g. `en-GB`.
    public var language: String? { about.language }

    /// What the house keeps of the items; texts are read out of their markup as each is asked for.
    public var entries: LazyMapCollection<[FeedRecord], Entry> {
        let authors = about.authors.compactMap(\.label)
        let language = about.language
        return items.lazy.map { $0.entry(feedAuthors: authors, feedLanguage: language) }
    }
}

/// Why a feed is not well-formed, and where.
public struct FeedFault: Hashable, Sendable {
    public let why: String
    public let line: Int
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
