public import BriefModel
public import Storage

/// What the site shows. It knows no engine and no database: whoever starts it fills these in.
public struct SiteContent: Sendable {
    /// The topics followed and the state of their sources.
    public var home: @Sendable () async throws -> SiteHome
    /// The latest brief on a topic, by slug; nil when there is no such topic or nothing was written yet.
    public var brief: @Sendable (_ topic: String) async throws -> Brief?
    /// The editions kept of a topic, by slug; none where nothing was written yet.
    public var editions: @Sendable (_ topic: String) async throws -> [StoredEdition]
    /// A kept edition of a topic written again; nil when there is none of that moment, or it is from before what editions are written from was kept.
    public var edition: @Sendable (_ topic: String, _ moment: Timestamp) async throws -> Brief?
    /// Articles with these words, best first.
    public var search: @Sendable (_ words: String, _ limit: Int) async throws -> [FoundArticle]
    /// One version of an article, the latest when `version` is nil; nil when there is none.
    public var article: @Sendable (_ id: ArticleID, _ version: Int?) async throws -> StoredArticle?
    /// A text checked line by line, with the articles its evidence comes from.
    public var audit: @Sendable (_ text: String) async throws -> (audit: Audit, sources: [ArticleID: BriefSource])
    /// Every source by urgency, and the moment it is judged from.
    public var sources: @Sendable () async throws -> (states: [SourceState], now: Timestamp)
    /// Where topics are made and changed; nil where they are only shown.
    public var topics: TopicDesk?
    /// What is set for the whole library; nil where nothing is changed.
    public var settings: SettingsDesk?
    /// What the check of a text takes beside pasted words; nil where it takes none.
    public var auditDesk: AuditDesk?
    /// Tells those who watch what is new; nil where nobody is told.
    public var streams: EventStreams?
    /// Starts the reading and writing of topics; nil where it is not done here.
    public var work: WorkDesk?
    /// What the rooms to read in show; nil where nothing was found out.
    public var rooms: RoomsContent?
    /// What search asks of the library.
    public var finding: SearchContent?
    /// Where hubs tell of changes; nil when none can reach us.
    public var hub: HubDoor?
    /// Said at the foot of every page.
    public var notice: String?

    public init(
        home: @escaping @Sendable () async throws -> SiteHome,
        brief: @escaping @Sendable (_ topic: String) async throws -> Brief?,
        search: @escaping @Sendable (_ words: String, _ limit: Int) async throws -> [FoundArticle],
        article: @escaping @Sendable (_ id: ArticleID, _ version: Int?) async throws -> StoredArticle?,
        audit: @escaping @Sendable (_ text: String) async throws -> (audit: Audit, sources: [ArticleID: BriefSource]),
        sources: @escaping @Sendable () async throws -> (states: [SourceState], now: Timestamp) = { ([], Timestamp(secondsSince1970: 0)) },
        editions: @escaping @Sendable (_ topic: String) async throws -> [StoredEdition] = { _ in [] },
        edition: @escaping @Sendable (_ topic: String, _ moment: Timestamp) async throws -> Brief? = { _, _ in nil },
        hub: HubDoor? = nil, notice: String? = nil
    ) {
        self.home = home
        self.brief = brief
        self.editions = editions
        self.edition = edition
        self.search = search
        self.article = article
        self.audit = audit
        self.sources = sources
        self.hub = hub
        self.notice = notice
    }
}

public struct SiteHome: Sendable {
    /// In the order shown.
    public var topics: [TopicSummary]
    public var sources: SourceHealth

    public init(topics: [TopicSummary], sources: SourceHealth) {
        self.topics = topics
        self.sources = sources
    }
}

/// A topic on the home page.
public struct TopicSummary: Sendable, Hashable {
    /// As in its address.
    public let slug: String
    public let title: String
    /// The headline of its latest brief; nil when none was written.
    public let headline: String?
    public let asOf: Timestamp?
    public let statements: Int
    public let disputed: Int
    /// What happened last: a few dated lines, newest first.
    public let latest: [DatedLine]
    /// When briefs were written, newest first.
    public let editions: [Timestamp]
    /// How its scheduled runs go; nil where it has none.
    public var run: TopicRun?

    public struct DatedLine: Sendable, Hashable {
        public let day: CalendarDay
        public let text: String

        public init(day: CalendarDay, text: String) {
            self.day = day
            self.text = text
        }
    }

    public init(
        slug: String, title: String, headline: String? = nil, asOf: Timestamp? = nil, statements: Int = 0, disputed: Int = 0,
        latest: [DatedLine] = [], editions: [Timestamp] = []
    ) {
        self.slug = slug
        self.title = title
        self.headline = headline
        self.asOf = asOf
        self.statements = statements
        self.disputed = disputed
        self.latest = latest
        self.editions = editions
    }

    /// A topic and the brief just written on it.
    public init(slug: String, title: String, brief: Brief, editions: [Timestamp] = []) {
        let statements = brief.draft.statements
        var seen: Set<StatementID> = []
        let distinct = statements.filter { seen.insert($0.id).inserted }
        self.init(
            slug: slug, title: title, headline: brief.draft.headline.text, asOf: brief.asOf, statements: distinct.count,
            disputed: distinct.count { !$0.dissent.isEmpty },
            latest: brief.draft.timeline.sorted { $0.day > $1.day }.prefix(3).map { DatedLine(day: $0.day, text: $0.statement.text) },
            editions: editions)
    }
}

/// How reading went.
public struct SourceHealth: Sendable, Hashable {
    /// Addresses asked so far.
    public var addresses: Int
    public var failures: [SourceFailure]
    public var lastRead: Timestamp?

    public init(addresses: Int, failures: [SourceFailure], lastRead: Timestamp?) {
        self.addresses = addresses
        self.failures = failures
        self.lastRead = lastRead
    }
}

/// An article as held, with its outlet and the versions there are.
public struct StoredArticle: Sendable {
    public let article: Article
    public let outlet: Outlet
    /// Ascending.
    public let versions: [Int]

    public init(article: Article, outlet: Outlet, versions: [Int]) {
        self.article = article
        self.outlet = outlet
        self.versions = versions.sorted()
    }
}

/// An article that a search found.
public struct FoundArticle: Sendable, Hashable {
    public let id: ArticleID
    public let title: String
    public let outlet: Outlet
    public let day: CalendarDay
    public let language: String
    /// Text around the match.
    public let snippet: String

    public init(id: ArticleID, title: String, outlet: Outlet, day: CalendarDay, language: String, snippet: String) {
        self.id = id
        self.title = title
        self.outlet = outlet
        self.day = day
        self.language = language
        self.snippet = snippet
    }
}

extension SiteContent {
    /// Has the latest brief of every topic at hand, then its stories and people, one after another, before anybody asks for them. What fails is told to
    /// whoever opens the page.
    public func openTopics() async {
        guard let topics = try? await home().topics.filter({ $0.headline != nil }) else { return }
        for topic in topics where !Task.isCancelled { _ = try? await brief(topic.slug) }
        for topic in topics where !Task.isCancelled { _ = try? await rooms?.studied(topic.slug) }
    }
}
