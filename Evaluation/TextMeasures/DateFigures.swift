public import BriefModel
public import Figures
import Foundation
import TextAnalysis

/// Dates found in sentences against those marked by hand: right when one mention touches the mark and has its first and last day.
/// `DateTexts/README.md` says what is marked.
public enum DateFigures {
    /// - Parameters:
    ///   - data: a file of marked sentences.
    ///   - show: gets a line for every mark that misses and every date found outside of marks.
    public static func figures(data: String, show: (String) -> Void) throws -> [Figure] {
        var wanted: [String: Int] = [:]
        var right: [String: Int] = [:]
        var extra = 0
        for line in try String(contentsOfFile: data, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard fields.count == 3, let day = CalendarDay(iso: fields[0]) else { throw LabelledSetError.damaged("\(data): \(line)") }
            let marked = MarkedText(fields[2])
            let found = TextAnalyzer().sentences(in: marked.text, language: fields[1], day: day).flatMap(\.dates)
            for mark in marked.marks {
                let met = found.filter { $0.range.overlaps(mark.range) }
                wanted[fields[1], default: 0] += 1
                if mark.kind == "-" ? met.isEmpty : met.count == 1 && span(mark.kind ?? "") == [met[0].first, met[0].last] {
                    right[fields[1], default: 0] += 1
                } else {
                    show("\(line)\n    found \(met.map { "\($0.first)/\($0.last)" })")
                }
            }
            let outside = found.filter { mention in !marked.marks.contains { $0.range.overlaps(mention.range) } }
            extra += outside.count
            for mention in outside { show("\(line)\n    not marked: \(mention.first)/\(mention.last)") }
        }
        let languages = wanted.keys.sorted().map { Figure("dates.\($0)", share: right[$0, default: 0], of: wanted[$0, default: 0]) }
        let all = Figure("dates.accuracy", share: right.values.reduce(0, +), of: wanted.values.reduce(0, +))
        return [all] + languages + [Figure("dates.expressions", Double(wanted.values.reduce(0, +))), Figure("dates.not-marked", Double(extra))]
    }

    /// First and last day of `2026-03-01`, `2026-03`, `2026`, or of two of them with a stroke between; nil for anything else.
    public static func span(_ text: String) -> [CalendarDay]? {
        let ends = text.split(separator: "/").map { part -> [CalendarDay]? in
            let numbers = part.split(separator: "-").map { Int($0) ?? 0 }
            guard let year = numbers.first else { return nil }
            let month = numbers.count > 1 ? numbers[1] : nil
            let day = numbers.count > 2 ? numbers[2] : nil
            guard let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1),
                let last = CalendarDay(year: year, month: month ?? 12, day: day ?? CalendarDay.length(ofMonth: month ?? 12, year: year))
            else { return nil }
            return [first, last]
        }
        guard let first = ends.first.flatMap({ $0 })?.first, let last = ends.last.flatMap({ $0 })?.last else { return nil }
        return [first, last]
    }
}
