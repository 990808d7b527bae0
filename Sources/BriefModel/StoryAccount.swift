/// A story told whole: what its page shows.
public struct StoryAccount: Hashable, Sendable, Codable {
    /// An article of the story with its reprints folded in.
    public struct Piece: Hashable, Sendable, Codable {
        public let article: ArticleID
        public let title: String
        public let outlet: Outlet
        public let day: CalendarDay
        public let language: String
        /// Names of the outlets that copied it.
        public let reprintedBy: [String]

        public init(article: ArticleID, title: String, outlet: Outlet, day: CalendarDay, language: String, reprintedBy: [String]) {
            self.article = article
            self.title = title
            self.outlet = outlet
            self.day = day
            self.language = language
            self.reprintedBy = reprintedBy
        }
    }

    /// A dispute and where both sides stand.
    public struct Difference: Hashable, Sendable, Codable {
        public let dispute: Dispute
        public let followed: TopicTimeline.Citation
        public let notFollowed: TopicTimeline.Citation

        public init(dispute: Dispute, followed: TopicTimeline.Citation, notFollowed: TopicTimeline.Citation) {
            self.dispute = dispute
            self.followed = followed
            self.notFollowed = notFollowed
        }
    }

    public let story: Story
    /// The title of the section it belongs to.
    public let theme: String?
    /// Its steps; no lane where none of its articles says anything of its own.
    public let timeline: TopicTimeline
    /// Newest first.
    public let pieces: [Piece]
    public let differences: [Difference]
    /// How much was told of it day by day, and what that shows.
    public let coverage: Coverage?
    /// What a user decided on it that stands.
    public let decisions: [StoryDecision]

    public init(
        story: Story, theme: String?, timeline: TopicTimeline, pieces: [Piece], differences: [Difference], coverage: Coverage?,
        decisions: [StoryDecision]
    ) {
        self.story = story
        self.theme = theme
        self.timeline = timeline
        self.pieces = pieces
        self.differences = differences
        self.coverage = coverage
        self.decisions = decisions
    }

    public var lastDay: CalendarDay? { pieces.map(\.day).max() }
}
