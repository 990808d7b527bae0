/// What is followed.
public struct Topic: Hashable, Sendable, Codable {
    public var title: String
    public var series: String?
    /// The question that guides what belongs.
    public var question: String?
    /// Words and phrases that speak for an article; empty means the sources themselves say what the topic is.
    public var include: [String]
    /// Words and phrases that rule an article out.
    public var exclude: [String]
    /// Sections of the brief that the user names, in their order. What belongs to none of them is put into others.
    public var sections: [TopicSection]
    public var sources: [SourceLocation]
    public var schedule: Schedule
    /// About how many words its briefs may have, from the headline to the takeaways; nil: the writer's usual length.
    public var words: Int?
    /// Nil in editions from before there was a choice.
    private var strict: Bool?
    /// How much of one article's wording its briefs may carry; nil: `QuoteLimit.standard`.
    public var quoteLimit: QuoteLimit?
    /// What the user knows of outlets; feeds and OPML files add the rest.
    public var outlets: [Outlet]
    /// Private and loopback addresses are refused unless the topic says otherwise.
    public var allowsLocalAddresses: Bool

    public init(
        title: String, series: String? = nil, question: String? = nil, include: [String] = [], exclude: [String] = [],
        sections: [TopicSection] = [], sources: [SourceLocation], schedule: Schedule = .manual, words: Int? = nil, isStrict: Bool = false,
        quoteLimit: QuoteLimit? = nil,
        outlets: [Outlet] = [], allowsLocalAddresses: Bool = false
    ) {
        self.title = title
        self.series = series
        self.question = question
        self.include = include
        self.exclude = exclude
        self.sections = sections
        self.sources = sources
        self.schedule = schedule
        self.words = words
        strict = isStrict ? true : nil
        self.quoteLimit = quoteLimit
        self.outlets = outlets
        self.allowsLocalAddresses = allowsLocalAddresses
    }
}

extension Topic {
    /// Its briefs hold only what the whole library bears out as well, not the passages cited alone.
    public var isStrict: Bool {
        get { strict == true }
        set { strict = newValue ? true : nil }
    }

    /// In words: how short or long a brief may be asked for.
    public static let lengths = 200...10_000

    /// What editions and decisions on it are kept under.
    public var slug: String { Self.slug(ofTitle: title) }

    /// The name a title goes by in a file name or an address: lower-case words of letters and digits joined by hyphens. "Chips & export rules" is
    /// `chips-export-rules`.
    public static func slug(ofTitle title: String) -> String {
        var slug = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? "topic" : slug
    }
}

/// A section of the brief that a user names.
public struct TopicSection: Hashable, Sendable, Codable {
    public var title: String
    /// Words and phrases that speak for it; empty means those of the title.
    public var words: [String]

    public init(title: String, words: [String] = []) {
        self.title = title
        self.words = words
    }
}

/// Where to look.
public enum SourceLocation: Hashable, Sendable, Codable {
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

public enum Schedule: String, Hashable, Sendable, Codable, CaseIterable {
    case manual, hourly, daily, weekly
}
