/// The stories of a topic through time, each step with the passage that says what happened.
public struct TopicTimeline: Hashable, Sendable, Codable {
    public let topic: String
    public let asOf: CalendarDay
    /// By their first step, then title.
    public let lanes: [Lane]
    /// Stories that were left out because the picture shows only so many.
    public let leftOut: Int
    /// Languages of articles that were joined to stories told in others by names, figures and dates only, because the encoder does not read them; BCP 47
    /// primary tags, sorted.
    public let joinedByNames: [String]

    /// One story.
    public struct Lane: Hashable, Sendable, Codable {
        public let story: StoryID
        public let title: String
        /// By day; never empty.
        public let steps: [Step]

        public init(story: StoryID, title: String, steps: [Step]) {
            self.story = story
            self.title = title
            self.steps = steps
        }
    }

    /// One day of a story.
    public struct Step: Hashable, Sendable, Codable {
        public enum Kind: String, Hashable, Sendable, Codable {
            /// Published on that day.
            case reported
            /// Named as the day by articles that were published later.
            case told
        }

        public let day: CalendarDay
        public let kind: Kind
        /// One or two, the one that says most first.
        public let citations: [Citation]
        /// Independent outlets behind it: reprints are left out and outlets of one owner count once.
        public let outlets: Int

        public init(day: CalendarDay, kind: Kind, citations: [Citation], outlets: Int) {
            self.day = day
            self.kind = kind
            self.citations = citations
            self.outlets = outlets
        }
    }

    /// A passage and where it stands.
    public struct Citation: Hashable, Sendable, Codable {
        public let passage: Passage
        public let outlet: String
        public let title: String
        public let address: String
        /// Of publication.
        public let day: CalendarDay
        public let kind: OutletKind
        /// BCP 47 tag of the passage.
        public let language: String

        public init(
            passage: Passage, outlet: String, title: String, address: String, day: CalendarDay, kind: OutletKind = .unknown, language: String = "en"
        ) {
            self.passage = passage
            self.outlet = outlet
            self.kind = kind
            self.language = language
            self.title = title
            self.address = address
            self.day = day
        }
    }

    public init(topic: String, asOf: CalendarDay, lanes: [Lane], leftOut: Int, joinedByNames: [String] = []) {
        self.topic = topic
        self.asOf = asOf
        self.lanes = lanes
        self.leftOut = leftOut
        self.joinedByNames = joinedByNames
    }
}
