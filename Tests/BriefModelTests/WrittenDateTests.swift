import BriefModel
import Testing

@Suite struct WrittenDateTests {
    @Test(arguments: [
        ("2026-02-24T14:00:00Z", "2026-02-24T14:00:00Z"), ("2026-02-24T14:00:00.123+01:00", "2026-02-24T13:00:00Z"),
        ("2026-02-05 10:10", "2026-02-05T10:10:00Z"),
        ("2026-02-24", "2026-02-24T00:00:00Z"), ("20260224", "2026-02-24T00:00:00Z"), ("Sat, 28 Feb 2026 08:20:00 +0000", "2026-02-28T08:20:00Z"),
        ("Mon, 30 Jan 2026 11:20:00 GMT", "2026-01-30T11:20:00Z"), ("28 Feb 26 08:20 EST", "2026-02-28T13:20:00Z"),
        ("Fri 23 January 26", "2026-01-23T00:00:00Z"),
        ("Sat Feb 28 08:20:00 2026", "2026-02-28T08:20:00Z"), ("February 3, 2026 5:07 pm", "2026-02-03T17:07:00Z"),
        ("24. Februar 2026, 9.30 Uhr", "2026-02-24T09:30:00Z"),
        ("1er février 2026 à 18h05", "2026-02-01T18:05:00Z"), ("2026年1月30日 08:15", "2026-01-30T08:15:00Z"), ("31/12/2025", "2025-12-31T00:00:00Z"),
    ])
    func aFieldIsRead(_ text: String, _ expected: String) { #expect(WrittenDate.parse(text)?.timestamp.description == expected) }

    @Test(arguments: [
        "2 марта 2026", "2 Mart 2026", "2 marca 2026 r.", "2. března 2026", "2. maaliskuuta 2026", "2026. március 2.", "2 martie 2026",
        "2 Μαρτίου 2026",
        "2 березня 2026", "2 Maret 2026", "2026年3月2日", "2026년 3월 2일", "2 مارس 2026", "2. marts 2026", "2 mars 2026", "2 maart 2026", "2. März 2026",
        "2 de marzo de 2026", "2 de março de 2026", "2 marzo 2026", "den 2 mars 2026", "МАРТА 2, 2026", "02.03.26",
    ])
    func aDayIsReadInManyLanguages(_ text: String) {
        #expect(WrittenDate.first(in: text.utf8)?.day.description == "2026-03-02")
    }

    @Test func theOrderOfAmbiguousFiguresIsGivenOrThereIsNoDate() {
        #expect(WrittenDate.parse("04/05/2026", order: .dayFirst)?.day.description == "2026-05-04")
        #expect(WrittenDate.parse("04/05/2026", order: .monthFirst)?.day.description == "2026-04-05")
        #expect(WrittenDate.parse("04/13/2026", order: .dayFirst)?.day.description == "2026-04-13")
    }

    @Test func theDayIsTheOneWrittenWhateverTheZone() throws {
        let late = try #require(WrittenDate.parse("2026-02-24T23:30:00-05:00"))
        #expect(late.day.description == "2026-02-24")
        #expect(late.timestamp.description == "2026-02-25T04:30:00Z")
        #expect(late.offset == -5 * 3600)
        #expect(WrittenDate.parse("2026-02-24 23:30")?.offset == nil)
    }

    @Test(arguments: ["Version 10.12.16.2", "call 02.12.24.55.17", "ratio 10.12.16:9", "2.3.26 is installed", "01.02.26a"])
    func pairsOfDigitsThatGoOnAreNoDate(_ text: String) { #expect(WrittenDate.first(in: text.utf8) == nil) }

    @Test func severalDatesInATextStandInTheirOrder() {
        let text = "Published 24.02.2026 10:15, updated 25.02.2026 08:00, first seen 1 January 2026"
        #expect(WrittenDate.all(in: text.utf8).map(\.day.description) == ["2026-02-24", "2026-02-25", "2026-01-01"])
    }

    @Test(arguments: ["", "Yesterday, 5pm", "31/02/2026", "Sat, 24 Jann 2026 9am", "2026-13-01", "04/05/2026", "soon", "12", "99999999999"])
    func whatIsNotOneCertainDayIsNone(_ text: String) { #expect(WrittenDate.parse(text) == nil) }

    @Test(arguments: [
        ("Published: 30th Jan 2026, 11.20 | By Someone", "30th Jan 2026, 11.20", "2026-01-30T11:20:00Z"),
        ("Desk, 27 February 2026", "27 February 2026", "2026-02-27T00:00:00Z"),
        ("发布时间：2026年1月30日", "2026年1月30日", "2026-01-30T00:00:00Z"),
        ("Stand: 24.02.2026 10:15", "24.02.2026 10:15", "2026-02-24T10:15:00Z"),
    ])
    func theFirstDateInATextIsFound(_ text: String, _ spot: String, _ expected: String) throws {
        let date = try #require(WrittenDate.first(in: text.utf8))
        #expect(text.slice(utf8: date.range).map(String.init) == spot)
        #expect(date.timestamp.description == expected)
    }

    @Test func numbersThatAreNoDateAreLeftAlone() {
        #expect(WrittenDate.first(in: "It sold 12 of 2026 units, 3.5 per cent of 10-11.".utf8) == nil)
    }
}
