import BriefModel

/// Dates that name a day, month or year of the calendar.
extension DateFinder {
    func number(_ index: Int) -> Int? { line.isNumber(index) ? Int(line.word(index)) : nil }

    /// `12`, `12th`, `1er`; nil for what is no day of a month.
    func dayNumber(_ index: Int) -> Int? {
        if let number = number(index) { return (1...31).contains(number) && line.tokens[index].range.count <= 2 ? number : nil }
        guard line.isWord(index) else { return nil }
        let word = line.word(index).utf8
        let digits = word.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard (1...2).contains(digits.count), ["st", "nd", "rd", "th", "er"].contains(String(decoding: word.dropFirst(digits.count), as: UTF8.self)),
            let number = Int(String(decoding: digits, as: UTF8.self)), (1...31).contains(number)
        else { return nil }
        return number
    }

    func year(_ index: Int) -> Int? {
        guard let value = number(index), (1800...2199).contains(value), line.tokens[index].range.count == 4 else { return nil }
        return value
    }

    func month(_ index: Int) -> Int? {
        guard line.isWord(index), line.tokens[index].isCapitalized || language == "fr" else { return nil }
        return DateWords.month(line.word(index), language: language)
    }

    /// A year after a month or a day: "2025", "of 2025", "last year"; with the token it ends at.
    private func statedYear(at index: Int) -> (year: Int, end: Int)? {
        if let year = self.year(index) { return (year, index) }
        let start = line.word(index) == "of" ? index + 1 : index
        if let year = self.year(start) { return (year, start) }
        guard let day, ["year", "jahres", "jahr"].contains(line.word(start + 1)), let step = DateWords.step(line.word(start)) else { return nil }
        return (day.year + step, start + 1)
    }

    /// `2026-01-13`
    func isoDate(at index: Int) -> Found? {
        guard let year = self.year(index), let month = number(index + 1), let day = number(index + 2),
            Array(line.gap(after: index)) == [0x2D], Array(line.gap(after: index + 1)) == [0x2D]
        else { return nil }
        let date = CalendarDay(year: year, month: month, day: day)
        return make(date, date, from: index, through: index + 2)
    }

    /// `13.01.2026`
    func dottedDate(at index: Int) -> Found? {
        let parts = line.text.bytes[line.tokens[index].range].split(separator: UInt8(ascii: "."))
        guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { return nil }
        let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3 else { return nil }
        let date = CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0])
        return make(date, date, from: index, through: index)
    }

    /// "5 November 2025", "4 and 5 February", "the 21st of January", "12. Februar", "1er mars".
    func dayThenMonth(at index: Int) -> Found? {
        guard let first = dayNumber(index) else { return nil }
        var last = first
        var position = index + 1
        if ["and", "to", "und", "bis", "et", "au"].contains(line.word(position)), let second = dayNumber(position + 1) {
            last = second
            position += 2
        } else if let second = number(position), second > first, second <= 31, isDash(after: index) {
            last = second
            position += 1
        }
        if line.word(position) == "of" { position += 1 }
        guard let month = month(position) else { return nil }
        let stated = statedYear(at: position + 1)
        guard let year = stated?.year ?? self.year(ofMonth: month, day: first, towards: direction(at: index, month: false)) else { return nil }
        return make(
            CalendarDay(year: year, month: month, day: first), CalendarDay(year: year, month: month, day: last), from: index,
            through: stated?.end ?? position)
    }

    /// "January 14, 2026", "Jan. 14", "May 3-5", "January 2026", "in January", "late January", "October last year".
    func monthFirst(at index: Int) -> Found? {
        guard let month = month(index) ?? hyphenated(index) else { return nil }
        if let first = dayNumber(index + 1), language != "de", hyphenated(index) == nil { return monthThenDay(month, first, at: index) }
        let stated = statedYear(at: index + 1)
        if stated == nil, Self.alsoOtherwise.contains(line.word(index)), !Self.beforeMonths.contains(line.word(index - 1)) { return nil }
        let direction = direction(at: index, month: true)
        // What began "since August" began in it, at its first day.
        guard var year = stated?.year ?? self.year(ofMonth: month, day: direction == .past ? 1 : direction == .ahead ? 28 : 15, towards: direction)
        else {
            return nil
        }
        if stated == nil, let day, month == day.month, let step = DateWords.step(line.word(index - 1)), step != 0 { year = day.year + step }
        let (days, start) = part(ofMonthAt: index)
        let length = CalendarDay.length(ofMonth: month, year: year)
        return make(
            CalendarDay(year: year, month: month, day: days.lowerBound),
            CalendarDay(year: year, month: month, day: min(days.upperBound, length)), from: start, through: stated?.end ?? index)
    }

    /// "May" and "March" are also verbs and names.
    private static let alsoOtherwise: Set<String> = ["may", "march", "mai"]
    private static let beforeMonths = Stopwords.set(
        "in since until by last next early late mid of this from to during between and through im en seit bis anfang mitte ende debut fin depuis")

    private func monthThenDay(_ month: Int, _ first: Int, at index: Int) -> Found? {
        var end = index + 1
        var last = first
        let connects = ["to", "through"].contains(line.word(end + 1))
        if let second = dayNumber(end + (connects ? 2 : 1)), second > first, connects || isDash(after: end), self.month(end + 3) == nil || !connects {
            last = second
            end += connects ? 2 : 1
        }
        let stated = statedYear(at: end + 1)
        guard let year = stated?.year ?? self.year(ofMonth: month, day: first, towards: direction(at: index, month: false)) else { return nil }
        return make(
            CalendarDay(year: year, month: month, day: first), CalendarDay(year: year, month: month, day: last), from: index,
            through: stated?.end ?? end)
    }

    /// "mid-January", "mi-février".
    private func hyphenated(_ index: Int) -> Int? {
        let word = line.word(index)
        guard let rest = word.hasPrefix("mid-") ? word.dropFirst(4) : word.hasPrefix("mi-") ? word.dropFirst(3) : nil else { return nil }
        return DateWords.month(String(rest), language: language)
    }

    /// The days of a month that words before it name, and the token they begin at.
    private func part(ofMonthAt index: Int) -> (ClosedRange<Int>, Int) {
        if hyphenated(index) != nil { return (11...20, index) }
        let isOf = line.word(index - 1) == "of"
        switch line.word(isOf ? index - 2 : index - 1) {
        case "early", "anfang", "debut", "beginning", "start": return (1...10, isOf ? index - 2 : index - 1)
        case "mid", "mitte", "middle": return (11...20, isOf ? index - 2 : index - 1)
        case "late", "ende", "fin", "end": return (21...31, isOf ? index - 2 : index - 1)
        default: return (1...31, index)
        }
    }

    /// "in 2017", "early 2026", "the last quarter of 2025", "the first half of 2025".
    func bareYear(at index: Int) -> Found? {
        guard let year = self.year(index), line.word(index - 1) != "$", !isCounting(index), index == 0 || !line.gap(after: index - 1).contains(0x2F),
            !line.word(index + 1).hasPrefix("年")
        else { return nil }
        let before = line.word(index - 1)
        if before == "of", let months = DateWords.part(line.word(index - 3), of: line.word(index - 2)) {
            return make(Span(year: year, months: months), from: index - 3, through: index)
        }
        if before.utf8.count == 2, before.hasPrefix("q"), let quarter = before.utf8.last.map({ Int($0) - 0x30 }), (1...4).contains(quarter) {
            return make(Span(year: year, months: (quarter * 3 - 2)...(quarter * 3)), from: index - 1, through: index)
        }
        if let season = DateWords.seasons[before] {
            return make(Span(year: year, months: season.first...season.last), from: index - 1, through: index)
        }
        switch before {
        case "early", "anfang", "debut": return make(Span(year: year, months: 1...4), from: index - 1, through: index)
        case "mid", "mitte": return make(Span(year: year, months: 5...8), from: index - 1, through: index)
        case "late", "ende", "fin": return make(Span(year: year, months: 9...12), from: index - 1, through: index)
        default: return make(Span(year: year, months: 1...12), from: index, through: index)
        }
    }

    /// "2000 chips", "2153 GMT": a number or an hour and not a year.
    private func isCounting(_ index: Int) -> Bool {
        let before = line.word(index - 1)
        if ["gmt", "utc", "bst", "cet", "est", "edt", "pst", "local", "hours", "uhr", "people"].contains(line.word(index + 1)) { return true }
        if Self.beforeYears.contains(before) { return false }
        if before == "least" || before == "about", line.word(index - 2) == "since" || line.word(index - 3) == "since" { return false }
        if ["than", "about", "some", "over", "nearly", "least"].contains(before) { return true }
        guard line.isWord(index + 1), line.isSpaced(after: index), !line.tokens[index + 1].isStopword else { return false }
        return line.word(index + 1).hasSuffix("s") && !line.tokens[index + 1].isCapitalized
    }

    private static let beforeYears = Stopwords.set("in since by of until from to early late mid and between seit depuis en im jahr")

    /// "on the 8th": of this month, or of the last.
    func dayOfMonth(at index: Int) -> Found? {
        guard let day, let number = dayNumber(index), line.word(index - 1) == "the", line.word(index - 2) == "on",
            index + 1 == line.count || !line.isSpaced(after: index) || line.tokens[index + 1].isStopword
        else { return nil }
        let isAhead = looksAhead(at: index)
        let step = isAhead && number < day.day ? 1 : !isAhead && number > day.day ? -1 : 0
        guard let first = Span(monthsAfter: step, day).first else { return nil }
        let date = CalendarDay(year: first.year, month: first.month, day: number)
        return make(date, date, from: index - 1, through: index)
    }

    /// "the 1960s" as a word of its own; "Christmas Day", "New Year's Eve".
    func feast(at index: Int) -> Found? {
        let word = line.word(index)
        if word.utf8.count == 5, word.hasSuffix("0s"), let year = Int(word.dropLast()), (1800...2199).contains(year) {
            return make(CalendarDay(year: year, month: 1, day: 1), CalendarDay(year: year + 9, month: 12, day: 31), from: index, through: index)
        }
        for (words, month, number) in DateWords.feasts where line.matches(words, at: index) || words.count == 3 && isNewYear(words, at: index) {
            guard let year = self.year(ofMonth: month, day: number, towards: .nearest) else { return nil }
            let date = CalendarDay(year: year, month: month, day: number)
            return make(date, date, from: index, through: index + words.count - 1)
        }
        return nil
    }

    /// The possessive parts its words.
    private func isNewYear(_ words: [String], at index: Int) -> Bool { words.indices.allSatisfy { line.word(index + $0) == words[$0] } }
}
