public import BriefModel
import BriefVerification
public import BriefWriting

/// What a run knows of a topic before a word is written.
public struct Study: Sendable {
    public let topic: Topic
    public let asOf: Timestamp
    public let articlesRead: Int
    /// Articles on the topic, whether they were looked at here or not.
    public let articlesOnTopic: Int
    /// The newest of those, by date, then identifier.
    public let onTopic: [AnalyzedArticle]
    public let outlets: [OutletID: Outlet]
    public let reprints: [ReprintGroup]
    public let stories: [Story]
    public let themes: [Theme]
    public let claims: [Claim]
    public let disputes: [Dispute]
    public let failures: [SourceFailure]
    /// Languages in which the encoder told what texts mean; articles in others were joined to stories by names, figures and dates only.
    public let languagesRead: [String]
    /// What a user said of the stories and had not taken back by then, in the order in which it was said.
    public let decisions: [StoryDecision]
    let articles: [ArticleID: AnalyzedArticle]
    /// Of each copy, what it copies.
    let originOf: [ArticleID: ArticleID]

    init(
        of grouping: Grouping, on topic: Topic, themes: [Theme], claims: [Claim], disputes: [Dispute], languagesRead: [String],
        decisions: [StoryDecision]
    ) {
        self.topic = topic
        asOf = grouping.asOf
        articlesRead = grouping.articlesRead
        articlesOnTopic = grouping.articlesOnTopic
        onTopic = grouping.onTopic
        outlets = grouping.outlets
        reprints = grouping.reprints
        stories = grouping.stories
        failures = grouping.failures
        self.themes = themes
        self.claims = claims
        self.disputes = disputes
        self.languagesRead = languagesRead
        self.decisions = decisions
        articles = Dictionary(uniqueKeysWithValues: onTopic.map { ($0.article.id, $0) })
        originOf = Dictionary(
            reprints.flatMap { group in group.copies.map { ($0, group.origin) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What is on its topic and belongs together, without what was found on the way.
    var grouping: Grouping {
        Grouping(
            asOf: asOf, articlesRead: articlesRead, articlesOnTopic: articlesOnTopic, onTopic: onTopic, outlets: outlets, failures: failures,
            reprints: reprints, stories: stories, found: Grouping.Found())
    }

    /// The same, as the writer takes it.
    public var material: BriefMaterial {
        BriefMaterial(
            topic: topic, articles: articles, outlets: outlets, reprints: reprints, stories: stories, themes: themes, claims: claims,
            disputes: disputes, asOf: asOf)
    }
}

/// An audit and what is needed to show its passages.
public struct AuditedText: Sendable {
    public let audit: Audit
    public let sources: [ArticleID: BriefSource]
}

extension Engine {
    /// Stories that a brief's page draws, and the days that count as now for what rises in them.
    private static let storiesDrawn = 12, trendDays = 7

    /// Gives a verified draft its numbered sources and counts.
    func publish(_ draft: Draft, report: VerificationReport, dropped: Int, study: Study, news: News?, wording: ModelWording?) throws(EngineError)
        -> Brief
    {
        let counts = BriefCounts(
            articlesRead: study.articlesRead, articlesOnTopic: study.articlesOnTopic, articlesStudied: study.onTopic.count,
            reprintsFolded: study.reprints.reduce(0) { $0 + $1.copies.count }, outlets: Set(study.onTopic.map(\.article.outlet)).count,
            stories: study.stories.count, statementsDropped: dropped)
        let sources = draft.sources(articles: study.articles.mapValues(\.article), outlets: study.outlets, reprints: study.reprints)
        do {
            return try Brief(
                admitting: draft, report: report, asOf: study.asOf, sources: sources, unread: study.failures, counts: counts,
                outlets: Array(study.outlets.values), timeline: study.timeline(limit: Self.storiesDrawn), trends: study.trends(days: Self.trendDays),
                changes: news?.changes, delta: news?.delta, wording: wording)
        } catch {
            throw .notAdmitted(error)
        }
    }
}

extension Topic {
    /// A run without a topic file is named by what it turned out to be about.
    func titled(by themes: [Theme]) -> Topic {
        guard title.isEmpty else { return self }
        var topic = self
        topic.title = themes.isEmpty ? "What the sources say" : themes.prefix(2).map(\.title).joined(separator: "; ")
        return topic
    }
}
