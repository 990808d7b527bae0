public import BriefModel
import Foundation
public import Storage

/// When the next edition of a topic is due: on the hour, every day or every Monday at one time of day, each topic some minutes after, so that not all of them
/// ask their sources at once. What was missed while the machine was off is made up for once.
public struct Timetable: Hashable, Sendable {
    private let hour: Int
    private let minute: Int
    /// Days and their hours as they are told where the reader lives.
    private let calendar: Calendar
    /// Mixed into how late each topic is, so that two machines with the same topics differ.
    private let seed: String

    /// Seconds within which topics are spread.
    static let spread: Int64 = 900
    /// Seconds until a failed run is tried again; twice as long after each further one.
    static let firstRetry: Int64 = 300

    /// By the hours of UTC.
    /// - Parameter seed: for instance where the library lies.
    public init(hour: Int, minute: Int, seed: String) { self.init(hour: hour, minute: minute, zone: .gmt, seed: seed) }

    /// By the hours of a time zone, with its summer time; nil for a name that is none (`Europe/Berlin`).
    public init?(hour: Int, minute: Int, zone name: String, seed: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.init(hour: hour, minute: minute, zone: zone, seed: seed)
    }

    private init(hour: Int, minute: Int, zone: TimeZone, seed: String) {
        self.hour = hour
        self.minute = minute
        self.seed = seed
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
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
        let late = lateness(of: topic)
        let before = moment.secondsSince1970 - late
        return Timestamp(secondsSince1970: late + (schedule == .hourly ? (before / period + 1) * period : nextTime(schedule, after: before)))
    }

    /// A time that a day leaves out when clocks go forward is made up for as soon as there is one; of two when they go back the first counts.
    private func nextTime(_ schedule: Schedule, after seconds: Int64) -> Int64 {
        let time = DateComponents(hour: hour, minute: minute, second: 0, weekday: schedule == .weekly ? Self.monday : nil)
        let start = Date(timeIntervalSince1970: Double(seconds))
        let next = calendar.nextDate(after: start, matching: time, matchingPolicy: .nextTime, repeatedTimePolicy: .first)
        return next.map { Int64($0.timeIntervalSince1970) } ?? seconds + 86_400
    }

    /// As calendars count days of the week, from Sunday.
    private static let monday = 2

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
