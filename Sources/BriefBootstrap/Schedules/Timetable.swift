public import BriefModel
public import Storage

/// When the next edition of a topic is due: on the hour, every day or every Monday at one time of day, each topic some minutes after, so that not all of them
/// ask their sources at once. What was missed while the machine was off is made up for once.
public struct Timetable: Hashable, Sendable {
    /// Seconds into the day, UTC.
    private let timeOfDay: Int64
    /// Mixed into how late each topic is, so that two machines with the same topics differ.
    private let seed: String

    /// Seconds within which topics are spread.
    static let spread: Int64 = 900
    /// Seconds until a failed run is tried again; twice as long after each further one.
    static let firstRetry: Int64 = 300

    /// - Parameter seed: for instance where the library lies.
    public init(hour: Int, minute: Int, seed: String) {
        timeOfDay = Int64(hour * 3600 + minute * 60)
        self.seed = seed
    }

    /// Nil for a topic that is written by hand only.
    /// - Parameter run: how its runs went; nil: there was none, and it is due.
    public func due(_ schedule: Schedule, topic: String, after run: TopicRun?, now: Timestamp) -> Timestamp? {
        guard let period = schedule.seconds else { return nil }
        // A clock that was once set far ahead must not put an end to editions.
        guard let run, run.lastTried <= now else { return now }
        let slot = slot(schedule, period: period, topic: topic, after: run.lastTried)
        guard run.failure != nil else { return slot }
        let wait = min(Self.firstRetry << Int64(min(max(run.failuresInARow - 1, 0), 16)), period / 4)
        return min(slot, Timestamp(secondsSince1970: run.lastTried.secondsSince1970 + wait))
    }

    /// The first of the schedule's moments after another.
    private func slot(_ schedule: Schedule, period: Int64, topic: String, after moment: Timestamp) -> Timestamp {
        let start: Int64 =
            switch schedule {
            case .manual, .hourly: 0
            case .daily: timeOfDay
            // The first day machines count from was a Thursday.
            case .weekly: timeOfDay + 4 * 86_400
            }
        let first = start + lateness(of: topic)
        let passed = moment.secondsSince1970 - first
        let whole = passed >= 0 ? passed / period : -((-passed + period - 1) / period)
        return Timestamp(secondsSince1970: first + (whole + 1) * period)
    }

    /// FNV-1a.
    private func lateness(of topic: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (seed + "\n" + topic).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64((hash >> 32) % UInt64(Self.spread))
    }
}

extension Schedule {
    /// From one edition to the next; nil for a topic that is written by hand only.
    fileprivate var seconds: Int64? {
        switch self {
        case .manual: nil
        case .hourly: 3_600
        case .daily: 86_400
        case .weekly: 7 * 86_400
        }
    }
}
