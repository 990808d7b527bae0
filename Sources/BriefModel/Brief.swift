/// A dated brief that a reader can check. It can only be made from a draft *and* the report that passes it.
public struct Brief: Hashable, Sendable {
    public let draft: Draft
    public let asOf: Timestamp
    /// Numbered from 1 in this order: by first citation.
    public let sources: [BriefSource]
    public let unread: [SourceFailure]
    public let counts: BriefCounts
    public let findings: [StatementID: Finding]
    /// What is known of the outlets named here, those that only reprint included; by identifier.
    public let outlets: [Outlet]
    /// The stories through time, for the page to draw; nil where nobody looked.
    public let timeline: TopicTimeline?
    /// What rises and what has gone quiet of them.
    public let trends: Trends?
    /// What is new since the edition before; nil where there is none.
    public let changes: Changes?
    /// How each statement stands to the edition before; nil where there is none.
    public let delta: Delta?
    /// What a language model had to do with its words; nil where none was asked.
    public let wording: ModelWording?

    public enum AdmissionError: Error, Hashable, Sendable {
        case noFinding(StatementID)
        case notSupported(StatementID, Verdict)
        case noPassage(StatementID)
        case sourceMissing(ArticleID)
    }

    /// - Throws: the first statement that was not verified, not supported or cites nothing.
    public init(
        admitting draft: Draft, report: VerificationReport, asOf: Timestamp, sources: [BriefSource], unread: [SourceFailure], counts: BriefCounts,
        outlets: [Outlet] = [], timeline: TopicTimeline? = nil, trends: Trends? = nil, changes: Changes? = nil,
        delta: Delta? = nil, wording: ModelWording? = nil
    ) throws(AdmissionError) {
        let known = Set(sources.map(\.article))
        for statement in draft.statements {
            guard let finding = report.findings[statement.id] else { throw .noFinding(statement.id) }
            guard finding.verdict == .supported else { throw .notSupported(statement.id, finding.verdict) }
            guard !statement.citations.isEmpty else { throw .noPassage(statement.id) }
            for citation in statement.citations + statement.dissent.map(\.citation) where !known.contains(citation.passage.article) {
                throw .sourceMissing(citation.passage.article)
            }
        }
        self.draft = draft
        self.asOf = asOf
        self.sources = sources
        self.unread = unread
        self.counts = counts
        self.findings = report.findings
        self.outlets = outlets.sorted { $0.id < $1.id }
        self.timeline = timeline
        self.trends = trends
        self.changes = changes
        self.delta = delta
        self.wording = wording
    }
}

/// Read back, a brief has to be admitted again.
extension Brief: Codable {
    private enum Key: String, CodingKey { case draft, asOf, sources, unread, counts, findings, outlets, timeline, trends, changes, delta, wording }

    public init(from decoder: any Decoder) throws {
        let held = try decoder.container(keyedBy: Key.self)
        try self.init(
            admitting: held.decode(Draft.self, forKey: .draft),
            report: VerificationReport(findings: held.decode([StatementID: Finding].self, forKey: .findings)),
            asOf: held.decode(Timestamp.self, forKey: .asOf), sources: held.decode([BriefSource].self, forKey: .sources),
            unread: held.decode([SourceFailure].self, forKey: .unread), counts: held.decode(BriefCounts.self, forKey: .counts),
            outlets: held.decode([Outlet].self, forKey: .outlets), timeline: held.decodeIfPresent(TopicTimeline.self, forKey: .timeline),
            trends: held.decodeIfPresent(Trends.self, forKey: .trends), changes: held.decodeIfPresent(Changes.self, forKey: .changes),
            delta: held.decodeIfPresent(Delta.self, forKey: .delta), wording: held.decodeIfPresent(ModelWording.self, forKey: .wording))
    }

    public func encode(to encoder: any Encoder) throws {
        var kept = encoder.container(keyedBy: Key.self)
        try kept.encode(draft, forKey: .draft)
        try kept.encode(asOf, forKey: .asOf)
        try kept.encode(sources, forKey: .sources)
        try kept.encode(unread, forKey: .unread)
        try kept.encode(counts, forKey: .counts)
        try kept.encode(findings, forKey: .findings)
        try kept.encode(outlets, forKey: .outlets)
        try kept.encodeIfPresent(timeline, forKey: .timeline)
        try kept.encodeIfPresent(trends, forKey: .trends)
        try kept.encodeIfPresent(changes, forKey: .changes)
        try kept.encodeIfPresent(delta, forKey: .delta)
        try kept.encodeIfPresent(wording, forKey: .wording)
    }
}

/// An article a brief cites.
public struct BriefSource: Hashable, Sendable, Codable {
    public let number: Int
    public let article: ArticleID
    public let outlet: Outlet
    public let title: String
    /// As its byline names them; none where it names nobody.
    public let authors: [String]
    public let address: String
    public let day: CalendarDay
    public let language: String
    public let reprintedBy: [OutletID]
    /// What its publisher asks of those who use it; nil when nothing was found.
    public let wishes: UsageWishes?

    public init(
        number: Int, article: ArticleID, outlet: Outlet, title: String, authors: [String] = [], address: String, day: CalendarDay, language: String,
        reprintedBy: [OutletID], wishes: UsageWishes? = nil
    ) {
        self.number = number
        self.article = article
        self.outlet = outlet
        self.title = title
        self.authors = authors
        self.address = address
        self.day = day
        self.language = language
        self.reprintedBy = reprintedBy
        self.wishes = wishes
    }
}

public struct BriefCounts: Hashable, Sendable, Codable {
    public var articlesRead: Int
    public var articlesOnTopic: Int
    /// Of those, the newest, from which the brief was written.
    public var articlesStudied: Int
    public var reprintsFolded: Int
    public var outlets: Int
    public var stories: Int
    /// Statements the writer proposed that verification turned away.
    public var statementsDropped: Int

    public init(
        articlesRead: Int, articlesOnTopic: Int, articlesStudied: Int? = nil, reprintsFolded: Int, outlets: Int, stories: Int, statementsDropped: Int
    ) {
        self.articlesRead = articlesRead
        self.articlesOnTopic = articlesOnTopic
        self.articlesStudied = articlesStudied ?? articlesOnTopic
        self.reprintsFolded = reprintsFolded
        self.outlets = outlets
        self.stories = stories
        self.statementsDropped = statementsDropped
    }
}

/// A source that could not be read: shown, never silent.
public struct SourceFailure: Hashable, Sendable, Codable {
    public let address: String
    /// A sentence for a person: what happened and what can be done.
    public let reason: String
    /// When it first failed without having succeeded since.
    public let since: Timestamp
    /// The publisher asked not to be read (robots.txt): a refusal we obey, not a fault.
    public let isRefusal: Bool

    public init(address: String, reason: String, since: Timestamp, isRefusal: Bool = false) {
        self.address = address
        self.reason = reason
        self.since = since
        self.isRefusal = isRefusal
    }
}
