public import BriefModel

/// How the scheduled runs of a topic go.
public struct TopicRun: Hashable, Sendable, Codable {
    /// Slug of the topic's title.
    public let topic: String
    public var lastTried: Timestamp
    /// When the last edition was written that a run wrote; nil where none did yet.
    public var lastGood: Timestamp?
    /// Why the last run wrote none, as a sentence; nil where it did.
    public var failure: String?
    public var failingSince: Timestamp?
    /// Runs, one after the other, that wrote none.
    public var failuresInARow: Int

    public init(
        topic: String, lastTried: Timestamp, lastGood: Timestamp? = nil, failure: String? = nil, failingSince: Timestamp? = nil,
        failuresInARow: Int = 0
    ) {
        self.topic = topic
        self.lastTried = lastTried
        self.lastGood = lastGood
        self.failure = failure
        self.failingSince = failingSince
        self.failuresInARow = failuresInARow
    }

    /// What is known after another run.
    /// - Parameter failure: why it wrote no edition; nil: it wrote one.
    public static func after(_ last: TopicRun?, topic: String, at moment: Timestamp, failure: String?) -> TopicRun {
        guard let failure else { return TopicRun(topic: topic, lastTried: moment, lastGood: moment) }
        return TopicRun(
            topic: topic, lastTried: moment, lastGood: last?.lastGood, failure: failure, failingSince: last?.failingSince ?? moment,
            failuresInARow: (last?.failuresInARow ?? 0) + 1)
    }
}
