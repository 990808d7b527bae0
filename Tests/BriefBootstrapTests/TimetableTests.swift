import BriefModel
import Storage
import Testing

@testable import BriefBootstrap

@Suite struct TimetableTests {
    private let table = Timetable(hour: 5, minute: 0, seed: "/library")

    private func moment(_ iso: String) -> Timestamp { Timestamp(iso: iso) ?? Timestamp(secondsSince1970: 0) }

    private func due(_ schedule: Schedule, after run: TopicRun?, now: String) -> Timestamp? {
        table.due(schedule, topic: "chips", after: run, now: moment(now))
    }

    private func good(_ iso: String) -> TopicRun { .after(nil, topic: "chips", at: moment(iso), failure: nil) }

    @Test func aTopicWithoutAScheduleIsNeverDueAndOneWithoutARunIsDueNow() {
        #expect(due(.manual, after: nil, now: "2026-03-04T12:00:00Z") == nil)
        for schedule in [Schedule.hourly, .daily, .weekly] {
            #expect(due(schedule, after: nil, now: "2026-03-04T12:00:00Z") == moment("2026-03-04T12:00:00Z"))
        }
    }

    @Test(arguments: [
        (Schedule.hourly, "2026-03-04T12:30:00Z", "2026-03-04T13:00:00Z"),
        (.daily, "2026-03-04T12:30:00Z", "2026-03-05T05:00:00Z"),
        (.daily, "2026-03-04T04:30:00Z", "2026-03-04T05:00:00Z"),
        (.weekly, "2026-03-04T12:30:00Z", "2026-03-09T05:00:00Z"),
    ]) func theNextOneIsDueWithinMinutesAfterTheScheduledMoment(_ schedule: Schedule, _ last: String, _ start: String) throws {
        let next = try #require(due(schedule, after: good(last), now: last))
        let late = next.secondsSince1970 - moment(start).secondsSince1970
        #expect((0..<Timetable.spread).contains(late))
        #expect(due(schedule, after: .after(nil, topic: "chips", at: next, failure: nil), now: next.description).map { $0 > next } == true)
    }

    @Test func topicsAreSpreadAndEachKeepsItsPlace() {
        let now = moment("2026-03-04T12:00:00Z")
        let moments = (0..<20).map { number in
            table.due(.daily, topic: "t\(number)", after: .after(nil, topic: "t\(number)", at: now, failure: nil), now: now)
        }
        #expect(Set(moments).count > 15)
    }

    @Test func aFailedRunIsTriedAgainSoonAndThenLessOftenButNeverLaterThanItsSchedule() throws {
        var run = TopicRun.after(nil, topic: "chips", at: moment("2026-03-04T12:30:00Z"), failure: "No answer.")
        #expect(due(.daily, after: run, now: "2026-03-04T12:30:00Z") == moment("2026-03-04T12:35:00Z"))
        run = .after(run, topic: "chips", at: moment("2026-03-04T12:35:00Z"), failure: "No answer.")
        #expect(due(.daily, after: run, now: "2026-03-04T12:35:00Z") == moment("2026-03-04T12:45:00Z"))
        run.failuresInARow = 1_000
        #expect(due(.daily, after: run, now: "2026-03-04T12:35:00Z") == moment("2026-03-04T18:35:00Z"))
        #expect(try #require(due(.hourly, after: run, now: "2026-03-04T12:35:00Z")) == moment("2026-03-04T12:50:00Z"))
    }

    @Test func aClockThatWasOnceFarAheadPutsNoEndToEditions() {
        #expect(due(.daily, after: good("2040-01-01T00:00:00Z"), now: "2026-03-04T12:00:00Z") == moment("2026-03-04T12:00:00Z"))
    }

    /// The moments at which a topic that is never late is due, one after the other.
    private func moments(_ schedule: Schedule, at time: (Int, Int), in zone: String, after start: String, _ count: Int) throws -> [String] {
        let table = try #require(Timetable(hour: time.0, minute: time.1, zone: zone, seed: ""))
        let anchor = try #require(table.due(schedule, topic: "chips", after: good(start), now: moment(start)))
        // Every topic is late by minutes of its own, which are no matter here.
        let hour = try #require(
            Timetable(hour: 0, minute: 0, seed: "").due(.hourly, topic: "chips", after: good(start), now: moment(start)))
        let late = hour.secondsSince1970 % 3_600
        var found = [anchor]
        while found.count < count, let last = found.last, let next = table.due(schedule, topic: "chips", after: good(last.description), now: last) {
            found.append(next)
        }
        return found.map { Timestamp(secondsSince1970: $0.secondsSince1970 - late).description }
    }

    @Test func aTimeOfDayFollowsTheClocksOfItsZoneForwardAndBack() throws {
        #expect(
            try moments(.daily, at: (6, 30), in: "Europe/Berlin", after: "2026-03-27T12:00:00Z", 3)
                == ["2026-03-28T05:30:00Z", "2026-03-29T04:30:00Z", "2026-03-30T04:30:00Z"])
        #expect(
            try moments(.daily, at: (6, 30), in: "Europe/Berlin", after: "2026-10-23T12:00:00Z", 3)
                == ["2026-10-24T04:30:00Z", "2026-10-25T05:30:00Z", "2026-10-26T05:30:00Z"])
        #expect(
            try moments(.weekly, at: (6, 30), in: "Europe/Berlin", after: "2026-03-20T12:00:00Z", 2)
                == ["2026-03-23T05:30:00Z", "2026-03-30T04:30:00Z"])
        #expect(try moments(.daily, at: (0, 15), in: "Asia/Kathmandu", after: "2026-03-27T12:00:00Z", 1) == ["2026-03-27T18:30:00Z"])
    }

    @Test func aTimeThatADayLeavesOutIsMadeUpForAndOneItHasTwiceCountsOnce() throws {
        #expect(
            try moments(.daily, at: (2, 30), in: "Europe/Berlin", after: "2026-03-28T12:00:00Z", 2)
                == ["2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"])
        #expect(
            try moments(.daily, at: (2, 30), in: "Europe/Berlin", after: "2026-10-24T12:00:00Z", 2)
                == ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"])
    }

    @Test(arguments: ["Mars/Base", "", "06:30"]) func aZoneThatIsNoneIsNone(_ name: String) {
        #expect(Timetable(hour: 6, minute: 30, zone: name, seed: "") == nil)
    }
}
