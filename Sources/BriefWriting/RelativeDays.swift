import BriefModel

/// "On Tuesday" means nothing in a brief of another week: it becomes the day it was.
enum RelativeDays {
    /// - Returns: false where a relative day cannot be resolved, so that the sentence cannot be used.
    static func resolve(_ line: inout Line, in source: SourceSentence, asOf: CalendarDay) -> Bool {
        var index = 0
        while index < line.count {
            let core = line.words[index].core
            if WordingWords.weekdays.contains(core), index + 1 < line.count, line.words[index + 1].startsWithDigit {
                // "Wednesday 5 November": the date that follows says it already.
                line.words.remove(at: index)
            } else if WordingWords.weekdays.contains(core) {
                guard let day = day(at: line.words[index], in: source) else { return false }
                if day > source.day, let phrase = limit(in: line, at: index) {
                    // "Found no reply by Tuesday evening": a limit read as a day still to come is none; the day of the report stands in for it.
                    line.remove(phrase)
                    index = phrase.lowerBound
                    continue
                }
                index = replaceWeekday(&line, at: index, by: day, asOf: asOf)
            } else if WordingWords.deictic.contains(core) {
                // "Today" is as often "nowadays": it cannot be resolved safely.
                guard core != "today", core != "tonight", let day = day(at: line.words[index], in: source) else { return false }
                replace(&line, index..<(index + 1), by: "on " + day.inBrief(asOf))
            } else if ["week", "month", "year"].contains(core), index > 0 {
                guard resolvePeriod(&line, at: &index, in: source) else { return false }
            } else if core.hasSuffix("'s"),
                WordingWords.weekdays.contains(String(core.dropLast(2))) || ["week's", "month's", "year's", "today's"].contains(core)
            {
                return false
            }
            index += 1
        }
        return true
    }

    /// "by Tuesday evening" at the end of a sentence in the past tense.
    private static func limit(in line: Line, at index: Int) -> Range<Int>? {
        guard index > 4, line.words[index - 1].core == "by" else { return nil }
        let isPast = line.words[..<index].contains { ["found", "had", "was", "were", "did", "received", "lay"].contains($0.core) }
        let upper = index + 1 < line.count && WordingWords.dayParts.contains(line.words[index + 1].core) ? index + 2 : index + 1
        return isPast && upper == line.count ? (index - 1)..<upper : nil
    }

    private static func day(at word: Line.Word, in source: SourceSentence) -> CalendarDay? {
        guard let range = word.range else { return nil }
        if let mention = source.sentence.dates.first(where: { $0.range.overlaps(range) }) {
            return mention.first == mention.last ? mention.first : nil
        }
        return nil
    }

    /// "on Tuesday", "Anthropic on Monday accused", "late on Friday", "by Friday night".
    private static func replaceWeekday(_ line: inout Line, at index: Int, by day: CalendarDay, asOf: CalendarDay) -> Int {
        var upper = index + 1
        var text = day.inBrief(asOf)
        if upper < line.count, WordingWords.dayParts.contains(line.words[upper].core) {
            text = "the \(line.words[upper].core) of " + text
            upper += 1
        }
        let hasPreposition = index > 0 && WordingWords.dayPrepositions.contains(line.words[index - 1].core)
        var lower = index
        if hasPreposition, ["last", "next", "this"].contains(line.words[index - 1].core) {
            lower -= 1
            if !(lower > 0 && ["on", "by", "until", "since", "from"].contains(line.words[lower - 1].core)) { text = "on " + text }
        } else if !hasPreposition {
            text = "on " + text
        }
        replace(&line, lower..<upper, by: text)
        return lower
    }

    /// "this week" is taken away where it stands alone; "last year" and "this year" become their number.
    private static func resolvePeriod(_ line: inout Line, at index: inout Int, in source: SourceSentence) -> Bool {
        let period = line.words[index].core
        let before = line.words[index - 1].core
        if before == "past" || before == "that" { return false }
        guard ["this", "last", "next", "same", "current", "previous"].contains(before) else { return true }
        if period == "year", ["this", "last", "next"].contains(before) {
            let year = source.day.year + (before == "last" ? -1 : before == "next" ? 1 : 0)
            let hasPreposition =
                index > 1 && ["of", "in", "since", "until", "by", "for", "from", "earlier", "later"].contains(line.words[index - 2].core)
            replace(&line, (index - 1)..<(index + 1), by: hasPreposition ? String(year) : "in \(year)")
            return !(hasPreposition && ["earlier", "later"].contains(line.words[max(0, index - 2)].core))
        }
        guard before == "this", index > 1,
            !["of", "in", "by", "since", "until", "from", "earlier", "later", "during"].contains(line.words[index - 2].core)
        else { return false }
        let sign = line.words[index].text.last.flatMap { ",;".contains($0) ? $0 : nil }
        line.remove((index - 1)..<(index + 1))
        if let sign, index - 2 < line.count, !line.words[index - 2].endsClause { line.words[index - 2].text.append(sign) }
        index -= 2
        return true
    }

    private static func replace(_ line: inout Line, _ range: Range<Int>, by text: String) {
        let last = line.words[range.upperBound - 1].text
        let tail = String(last.reversed().prefix { ",;:.".contains($0) }.reversed())
        var words = Line.frame(text)
        words[words.count - 1].text += tail
        line.words.replaceSubrange(range, with: words)
    }
}

extension CalendarDay {
    /// `27 February`; with the year only when it is not the year of the brief.
    func inBrief(_ asOf: CalendarDay) -> String {
        let full = inWords
        return year == asOf.year ? String(full.dropLast(5)) : full
    }
}
