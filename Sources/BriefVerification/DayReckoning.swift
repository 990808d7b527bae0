import BriefModel
import TextAnalysis

/// Days that the sentences given name only by another one: "two days later", "a fortnight before", "the next morning".
struct DayReckoning {
    let index: EvidenceIndex

    /// Days of each unit; a month and a year are as long as they come.
    private static let units: [String: ClosedRange<Int>] = [
        "day": 1...1, "days": 1...1, "morning": 1...1, "evening": 1...1, "night": 1...1, "week": 7...7, "weeks": 7...7, "fortnight": 14...14,
        "month": 28...31, "months": 28...31, "year": 365...366, "years": 365...366, "decade": 3652...3653,
    ]
    private static let ones: Set<String> = ["a", "an", "one", "next", "following", "previous"]
    /// "Two days later", "in two days"; "on the 4th, two days before they met" tells the later day.
    private static let forward: Set<String> = ["later", "before", "next", "following", "by", "in", "within"]
    private static let backward: Set<String> = ["earlier", "ago", "after", "previous", "last", "past"]

    /// Whether some day of the sentences and some stretch of time in them come to this one.
    func reaches(_ date: DateMention) -> Bool {
        let spans = index.entries.flatMap { stretches(in: $0.reading.sentence) }
        guard !spans.isEmpty else { return false }
        let known = index.entries.flatMap { $0.reading.sentence.dates.flatMap { [$0.first, $0.last] } } + index.shelves.map(\.article.day)
        return known.contains { day in
            spans.contains { span in
                [date.first, date.last].contains { span.contains($0.daysSince1970 - day.daysSince1970) }
            }
        }
    }

    /// "Two weeks later": fourteen days; "two weeks ago": minus fourteen.
    private func stretches(in sentence: Sentence) -> [ClosedRange<Int>] {
        let tokens = sentence.tokens
        return tokens.indices.compactMap { place in
            guard place > 0, let unit = Self.units[tokens[place].folded], !sentence.dates.contains(where: { $0.range.overlaps(tokens[place].range) })
            else { return nil }
            let figure = sentence.quantities.first { $0.range.overlaps(tokens[place - 1].range) }?.value
            guard let count = figure ?? (Self.ones.contains(tokens[place - 1].folded) ? 1 : nil), count >= 1, count <= 1_000, count == count.rounded()
            else { return nil }
            let (low, high) = (unit.lowerBound * Int(count), unit.upperBound * Int(count))
            let around = tokens[max(0, place - 2)..<place].map(\.folded) + tokens[(place + 1)...].prefix(1).map(\.folded)
            if around.contains(where: { Self.backward.contains($0) }) { return (-high)...(-low) }
            return around.contains { Self.forward.contains($0) } ? low...high : nil
        }
    }
}
