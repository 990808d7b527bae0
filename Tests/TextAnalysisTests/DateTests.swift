import BriefModel
import Testing

@testable import TextAnalysis

@Suite struct TellingDates {
    /// First and last day of every mention, in a text of Wednesday 5 November 2025.
    private func spans(_ text: String, language: String = "en", day: CalendarDay? = CalendarDay(year: 2025, month: 11, day: 5)) -> [String] {
        TextAnalyzer().sentences(in: text, language: language, day: day).flatMap(\.dates).map {
            $0.first == $0.last ? "\($0.first)" : "\($0.first)/\($0.last)"
        }
    }

    @Test("A day of the week is the last one, unless the clause looks ahead")
    func weekdays() {
        #expect(spans("The panel met on Thursday.") == ["2025-10-30"])
        #expect(spans("The panel will meet on Thursday.") == ["2025-11-06"])
        #expect(spans("On Thursday the panel will meet.") == ["2025-11-06"])
        #expect(spans("He was held for hours by police on Thursday.") == ["2025-10-30"])
        #expect(spans("The town was hit by Thursday's quake.") == ["2025-10-30"])
        #expect(spans("By early Thursday most had left.") == ["2025-10-30"])
        #expect(spans("All must be out by early Thursday.") == ["2025-11-06"])
        #expect(spans("The panel had been due to meet on Thursday.") == ["2025-10-30"])
    }

    @Test("Two dates that a word or dash joins are one span; what is moved from day to day is two")
    func ranges() {
        #expect(spans("The fair runs from 30 November to 2 December.") == ["2025-11-30/2025-12-02"])
        #expect(spans("The fair was moved from 30 November to 2 December.") == ["2025-11-30", "2025-12-02"])
        #expect(spans("It ran between March and May 2024.") == ["2024-03-01/2024-05-31"])
        #expect(spans("He came on 3 November and on 4 November.") == ["2025-11-03", "2025-11-04"])
    }

    @Test("Later and earlier count from the day named before")
    func anchored() {
        #expect(spans("It sank on 20 October and was raised three days later.") == ["2025-10-20", "2025-10-23"])
        #expect(spans("It was raised three days later.").isEmpty)
        #expect(spans("It sank three days after the inspection.").isEmpty)
    }

    @Test("Weeks, months and years keep their width")
    func width() {
        #expect(spans("Prices rose last week.") == ["2025-10-27/2025-11-02"])
        #expect(spans("Prices rose last month.") == ["2025-10-01/2025-10-31"])
        #expect(spans("Prices rose in early 2024.") == ["2024-01-01/2024-04-30"])
    }

    @Test("Durations, verbs, people, papers and hours are no dates")
    func none() {
        #expect(spans("The quake struck at 2153 GMT, the Sunday Times said.").isEmpty)
        #expect(spans("The three-day talks may march on for five days, said Theresa May.").isEmpty)
    }

    @Test("Without a day of publication only what carries its year is told")
    func undated() {
        #expect(spans("Last week and on 3 May 2024 and three days ago, on Monday, at the weekend.", day: nil) == ["2024-05-03"])
        #expect(spans("上周二和去年12月以及2024年5月3日。", language: "zh", day: nil) == ["2024-05-03"])
    }

    @Test("Any stretch of a sentence is read without a fault")
    func fragments() {
        let text =
            "Between the end of May 3-5 and 2 June last year, mid-January 2024 to Q2 2025, il y a trois jours, vor zwei Wochen, 2月3日至5日, the day before yesterday"
        let words = text.split(separator: " ")
        for start in words.indices {
            for end in start..<words.count {
                let piece = words[start...end].joined(separator: " ")
                for language in ["en", "de", "fr", "zh"] {
                    for mention in TextAnalyzer().sentences(in: piece, language: language, day: CalendarDay(year: 2025, month: 11, day: 5)).flatMap(
                        \.dates)
                    {
                        #expect(mention.first <= mention.last && mention.range.upperBound <= piece.utf8.count)
                    }
                }
            }
        }
    }
}
