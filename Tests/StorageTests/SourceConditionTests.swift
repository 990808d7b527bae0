import BriefModel
import Storage
import Testing

@Suite("How a source is doing")
struct SourceConditionTests {
    private func moment(day: Int, hour: Int = 0) -> Timestamp { Timestamp(secondsSince1970: Int64(day) * 86_400 + Int64(hour) * 3600) }

    @Test("silence is measured by a source's own habit")
    func silence() {
        let daily = PublicationHistory((1...10).map { moment(day: $0) })
        #expect(daily.usualGap == 86_400)
        #expect(!daily.isUnusuallySilent(at: moment(day: 13, hour: 23)))
        #expect(daily.isUnusuallySilent(at: moment(day: 14, hour: 1)))
        let hourly = PublicationHistory((0..<20).map { moment(day: 1, hour: $0) })
        #expect(!hourly.isUnusuallySilent(at: moment(day: 2, hour: 12)), "a night is no silence")
        #expect(hourly.isUnusuallySilent(at: moment(day: 2, hour: 20)))
    }

    @Test("a pause it takes every week is none")
    func weekends() {
        let weekdays = PublicationHistory([0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map { moment(day: $0) })
        #expect(!weekdays.isUnusuallySilent(at: moment(day: 14, hour: 23)))
        #expect(weekdays.isUnusuallySilent(at: moment(day: 16)))
    }

    @Test("a few publications tell no habit, and the history stays short")
    func history() {
        #expect(PublicationHistory((1...4).map { moment(day: $0) }).usualGap == nil)
        var long = PublicationHistory()
        for day in 0..<500 { long.add([moment(day: day), moment(day: day)]) }
        #expect(long.moments.count == PublicationHistory.length)
        #expect(long.moments.last == moment(day: 499))
    }

    @Test("what to look at first is told")
    func conditions() {
        var state = SourceState(address: "https://a.example/feed", publications: PublicationHistory((1...10).map { moment(day: $0) }))
        #expect(state.condition(at: moment(day: 11)) == .neverRead)
        state.lastRead = moment(day: 10)
        #expect(state.condition(at: moment(day: 11)) == .good)
        #expect(state.condition(at: moment(day: 40)) == .silent(since: moment(day: 10), usualGap: 86_400))
        state.failure = "The server answered 500."
        state.failingSince = moment(day: 12)
        state.failuresInARow = 3
        #expect(state.condition(at: moment(day: 40)) == .failing(since: moment(day: 12), inARow: 3, why: "The server answered 500."))
        state.isRefusal = true
        #expect(state.condition(at: moment(day: 40)) == .refused(why: "The server answered 500."))
        state.isGone = true
        #expect(state.condition(at: moment(day: 40)) == .gone)
    }

    @Test(
        "spans as a person says them",
        arguments: [(30, "1 minute"), (2400, "40 minutes"), (21_600, "6 hours"), (259_200, "3 days"), (3600, "60 minutes")])
    func spans(seconds: Int64, words: String) { #expect(spanInWords(seconds) == words) }
}
