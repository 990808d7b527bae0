/// What is followed.
public struct Topic: Hashable, Sendable {
    public var title: String
    public var series: String?
    /// The question that guides what belongs.
    public var question: String?
    /// Words and phrases that speak for an article; empty means the sources themselves say what the topic is.
    public var include: [String]
    /// Words and phrases that rule an article out.
    public var exclude: [String]
    public var sources: [SourceLocation]
    public var schedule: Schedule
    /// What the user knows of outlets; feeds and OPML files add the rest.
    public var outlets: [Outlet]
    /// Private and loopback addresses are refused unless the topic says otherwise.
    public var allowsLocalAddresses: Bool

    public init(
        title: String, series: String? = nil, question: String? = nil, include: [String] = [], exclude: [String] = [],
        sources: [SourceLocation], schedule: Schedule = .manual, outlets: [Outlet] = [], allowsLocalAddresses: Bool = false
    ) {
        self.title = title
        self.series = series
        self.question = question
        self.include = include
        self.exclude = exclude
        self.sources = sources
        self.schedule = schedule
        self.outlets = outlets
        self.allowsLocalAddresses = allowsLocalAddresses
    }
}

/// Where to look.
public enum SourceLocation: Hashable, Sendable {
    /// An OPML file or a feed, page or PDF on the web; what it is shows when it is read.
    case address(String)
    case feed(String)
    case page(String)
    case opmlAddress(String)
    /// A sitemap, or a site whose sitemaps are to be found; only what is fresh is read.
    case sitemap(String)
    case opmlFile(String)
    case folder(String)
    case file(String)
}

public enum Schedule: String, Hashable, Sendable, CaseIterable {
    case manual, hourly, daily, weekly
}
