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
}
