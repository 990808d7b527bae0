/// One day of a timeline with the sentences that say what happened.
public struct TimelineEntry: Hashable, Sendable, Codable {
    public let day: CalendarDay
    /// Best first; never empty.
    public let passages: [Passage]

    public init(day: CalendarDay, passages: [Passage]) {
        self.day = day
        self.passages = passages
    }
}
