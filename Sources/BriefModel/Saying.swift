/// What somebody is quoted with, or is said to have said.
public struct Saying: Hashable, Sendable, Codable {
    /// As the text names the speaker.
    public let speaker: String
    /// The profile of the speaker; nil where the text names a source but nobody ("two officials").
    public let profile: String?
    /// The words in quotation marks; nil where they are only reported.
    public let quotation: String?
    public let modality: Claim.Modality
    /// Of the sentence.
    public let citation: TopicTimeline.Citation

    public init(speaker: String, profile: String?, quotation: String?, modality: Claim.Modality, citation: TopicTimeline.Citation) {
        self.speaker = speaker
        self.profile = profile
        self.quotation = quotation
        self.modality = modality
        self.citation = citation
    }
}

/// A figure that an article gives, and on whose word.
public struct GivenFigure: Hashable, Sendable, Codable {
    public let quantity: Quantity
    /// Whose word it is; the outlet itself where nobody is named.
    public let claimant: String
    public let modality: Claim.Modality
    /// Of the sentence.
    public let citation: TopicTimeline.Citation

    public init(quantity: Quantity, claimant: String, modality: Claim.Modality, citation: TopicTimeline.Citation) {
        self.quantity = quantity
        self.claimant = claimant
        self.modality = modality
        self.citation = citation
    }
}

/// A person or body that articles on a topic name. Reprints count for nothing here.
public struct Profile: Hashable, Sendable, Codable {
    public struct Day: Hashable, Sendable, Codable {
        public let day: CalendarDay
        /// That name it.
        public let articles: Int

        public init(day: CalendarDay, articles: Int) {
            self.day = day
            self.articles = articles
        }
    }

    /// Somebody named in the same sentences.
    public struct Companion: Hashable, Sendable, Codable {
        public let key: String
        public let name: String
        /// Articles in which both stand in one sentence.
        public let articles: Int

        public init(key: String, name: String, articles: Int) {
            self.key = key
            self.name = name
            self.articles = articles
        }
    }

    /// Two companions that are named together as well.
    public struct Tie: Hashable, Sendable, Codable {
        public let first: String
        public let second: String
        public let articles: Int

        public init(first: String, second: String, articles: Int) {
            self.first = first
            self.second = second
            self.articles = articles
        }
    }

    public let key: String
    public let name: String
    public let kind: Name.Kind
    public let aliases: [String]
    /// What articles call it: "chief executive of Nvidia".
    public let roles: [String]
    /// Oldest first; days on which nobody names it are left out.
    public let days: [Day]
    /// Independent ones.
    public let outlets: Int
    /// Newest first, a bounded number.
    public let sayings: [Saying]
    /// All there are.
    public let sayingCount: Int
    /// Passages that name it, the newest first, one an article.
    public let mentions: [TopicTimeline.Citation]
    /// Those named with it most.
    public let company: [Companion]
    public let ties: [Tie]

    public init(
        key: String, name: String, kind: Name.Kind, aliases: [String], roles: [String], days: [Day], outlets: Int, sayings: [Saying],
        sayingCount: Int,
        mentions: [TopicTimeline.Citation], company: [Companion], ties: [Tie]
    ) {
        self.key = key
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.roles = roles
        self.days = days
        self.outlets = outlets
        self.sayings = sayings
        self.sayingCount = sayingCount
        self.mentions = mentions
        self.company = company
        self.ties = ties
    }

    public var articles: Int { days.reduce(0) { $0 + $1.articles } }
}
