/// How many independent outlets told of a story, day by day, and what that shows.
public struct Coverage: Hashable, Sendable, Codable {
    public let story: StoryID
    public let title: String
    /// Oldest first; days on which nobody told of it are left out.
    public let days: [Day]
    public let trend: Trend

    /// A day and the outlets that told of the story on it: reprints left out, outlets of one owner counted once.
    public struct Day: Hashable, Sendable, Codable {
        public let day: CalendarDay
        public let outlets: [OutletID]

        public init(day: CalendarDay, outlets: [OutletID]) {
            self.day = day
            self.outlets = outlets
        }
    }

    public enum Trend: Hashable, Sendable, Codable {
        /// First told of within the days looked at.
        case new
        /// Told of more in those days than its share before would make likely: by so many outlets a day, added up, where so many were to be
        /// expected.
        case rising(found: Int, expected: Double)
        case steady
        /// Not told of since its last day, though so many reports were to be expected.
        case quiet(since: CalendarDay, expected: Double)
    }

    public init(story: StoryID, title: String, days: [Day], trend: Trend) {
        self.story = story
        self.title = title
        self.days = days
        self.trend = trend
    }

    /// Independent outlets that told of it at all.
    public var outlets: Int { Set(days.flatMap(\.outlets)).count }
}

/// What rises in a topic and what has gone quiet, on a day.
public struct Trends: Hashable, Sendable, Codable {
    public let topic: String
    public let asOf: CalendarDay
    /// How many days count as now.
    public let window: Int
    /// Rising stories first, then new, steady and quiet ones.
    public let stories: [Coverage]
    /// What is known of the outlets named, by identifier.
    public let outlets: [OutletID: Outlet]

    public init(topic: String, asOf: CalendarDay, window: Int, stories: [Coverage], outlets: [OutletID: Outlet]) {
        self.topic = topic
        self.asOf = asOf
        self.window = window
        self.stories = stories
        self.outlets = outlets
    }
}
