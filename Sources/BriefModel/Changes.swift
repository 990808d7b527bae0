/// What is new in a topic between two days: what somebody who read it on the first must know on the second.
public struct Changes: Hashable, Sendable, Codable {
    public let topic: String
    /// What was published up to the end of this day was known.
    public let since: CalendarDay
    public let asOf: CalendarDay
    public let counts: Counts
    /// What no longer stands as it did, corrections first.
    public let revisions: [Revision]
    /// New stories and new steps of known ones, those that most independent outlets told of first.
    public let stories: [Development]
    /// Stories with news that are not among `stories`, being told of by fewer outlets.
    public let leftOut: Int
    /// Stories told of before `since` and, going by their pace, silent now.
    public let quiet: [Silence]

    /// What lies behind the changes, between the two days.
    public struct Counts: Hashable, Sendable, Codable {
        /// Articles published, reprints left out.
        public let reports: Int
        public let reprints: Int
        /// Independent outlets of those reports: outlets of one owner count once.
        public let outlets: Int
        /// Stories in which nothing changed, quiet ones left out.
        public let unchanged: Int

        public init(reports: Int, reprints: Int, outlets: Int, unchanged: Int) {
            self.reports = reports
            self.reprints = reprints
            self.outlets = outlets
            self.unchanged = unchanged
        }
    }

    /// A story in which something happened.
    public struct Development: Hashable, Sendable, Codable {
        public let story: StoryID
        public let title: String
        public let lineage: StoryLineage
        /// By day, each with the passage of every independent outlet that told it; never what is told as a revision.
        public let updates: [TopicTimeline.Step]
        /// Independent outlets that told of the story since.
        public let outlets: Int

        public init(story: StoryID, title: String, lineage: StoryLineage, updates: [TopicTimeline.Step], outlets: Int) {
            self.story = story
            self.title = title
            self.lineage = lineage
            self.updates = updates
            self.outlets = outlets
        }
    }

    /// One thing told otherwise than before, with both passages.
    public struct Revision: Hashable, Sendable, Codable {
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// Its publisher, or the origin it copied, corrected it.
            case corrected
            /// The publisher changed the text of an article.
            case reworded
            /// A later report of the same thing gives another figure, day or answer than the earlier, and is followed.
            case replaced
            /// Sources newly say different things.
            case disputed
        }

        public let kind: Kind
        public let story: StoryID?
        /// A short label: "number of signatories: 34 / 35".
        public let whatDiffers: String
        /// Why the one is followed; empty where nothing is to be said.
        public let why: String
        /// Nil for words that were taken out.
        public let now: TopicTimeline.Citation?
        /// Nil for words that were added, and where a correction does not say what was wrong.
        public let before: TopicTimeline.Citation?
        /// Independent outlets behind what is followed.
        public let outlets: Int

        public init(
            kind: Kind, story: StoryID?, whatDiffers: String, why: String, now: TopicTimeline.Citation?, before: TopicTimeline.Citation?,
            outlets: Int
        ) {
            self.kind = kind
            self.story = story
            self.whatDiffers = whatDiffers
            self.why = why
            self.now = now
            self.before = before
            self.outlets = outlets
        }
    }

    /// A story that nobody tells of any more.
    public struct Silence: Hashable, Sendable, Codable {
        public let story: StoryID
        public let title: String
        public let last: CalendarDay
        /// Reports to be expected since, by its pace before.
        public let expected: Double
        /// The last step told; nil where its article says nothing of its own.
        public let citation: TopicTimeline.Citation?

        public init(story: StoryID, title: String, last: CalendarDay, expected: Double, citation: TopicTimeline.Citation?) {
            self.story = story
            self.title = title
            self.last = last
            self.expected = expected
            self.citation = citation
        }
    }

    public init(
        topic: String, since: CalendarDay, asOf: CalendarDay, counts: Counts, revisions: [Revision], stories: [Development], leftOut: Int = 0,
        quiet: [Silence]
    ) {
        self.topic = topic
        self.since = since
        self.asOf = asOf
        self.counts = counts
        self.revisions = revisions
        self.stories = stories
        self.leftOut = leftOut
        self.quiet = quiet
    }

    /// With so many stories at most, those of most outlets.
    public func limited(to most: Int) -> Changes {
        Changes(
            topic: topic, since: since, asOf: asOf, counts: counts, revisions: revisions, stories: Array(stories.prefix(max(0, most))),
            leftOut: leftOut + max(0, stories.count - max(0, most)), quiet: quiet)
    }
}

/// What a story was before.
public enum StoryLineage: Hashable, Sendable, Codable {
    /// None of its articles was known.
    case new
    case known
    /// Stories that were told apart, by their titles then; the one with most articles first.
    case merged([String])
    /// It belonged to a story, by its title then, the greater part of which goes on elsewhere.
    case split(from: String)
}
