import BriefModel

/// Days, weeks, months and years told from the day of publication, or from a day named before.
extension DateFinder {
    // MARK: days of the week

    /// "on Tuesday", "last Monday", "Wednesday of last week", "mardi dernier".
    func weekday(at index: Int) -> Found? {
        guard let weekday = DateWords.weekday(line.word(index), language: language), line.tokens[index].isCapitalized || language == "fr", let day,
            !isDated(index), !isName(index)
        else { return nil }
        if let week = weekAfter(index) {
            let monday = day.adding(days: 1 - day.weekday + 7 * week.step)
            return make(monday.adding(days: weekday - 1), monday.adding(days: weekday - 1), from: index, through: week.end)
        }
        let back = (day.weekday - weekday + 7) % 7
        if let step = DateWords.stepBehind(line.word(index + 1)) {
            let date = day.adding(days: step < 0 ? (back == 0 ? -7 : -back) : (back == 0 ? 7 : 7 - back))
            return make(date, date, from: index, through: index + 1)
        }
        let date: CalendarDay
        switch DateWords.step(line.word(index - 1)) {
        case 1: date = day.adding(days: back == 0 ? 7 : 7 - back)
        case -1: date = day.adding(days: back == 0 ? -7 : -back)
        case 0: date = looksAhead(at: index) ? day.adding(days: (7 - back) % 7) : day.adding(days: weekday - day.weekday)
        default: date = looksAhead(at: index) ? day.adding(days: (7 - back) % 7) : day.adding(days: -back)
        }
        return make(date, date, from: index, through: index)
    }

    /// "Wednesday 5 November": the date says it all.
    private func isDated(_ index: Int) -> Bool {
        dayNumber(index + 1) != nil && month(index + 2) != nil || month(index + 1) != nil && dayNumber(index + 2) != nil
            || line.word(index + 1) == "the" && dayNumber(index + 2) != nil
            || line.isNumber(index + 1) && dottedDate(at: index + 1) != nil
    }

    /// "Good Friday", "Sunday Times", and a person called Friday who opens the sentence.
    private func isName(_ index: Int) -> Bool {
        if ["black", "good", "bloody", "super", "cyber", "ash", "palm", "fat"].contains(line.word(index - 1)), line.tokens[index - 1].isCapitalized {
            return true
        }
        if ["times", "mirror", "telegraph", "express", "mail", "herald", "post", "prayers"].contains(line.word(index + 1)),
            line.tokens[index + 1].isCapitalized, line.isSpaced(after: index)
        {
            return true
        }
        return index == 0 && language == "en" && index + 1 < line.count && line.isSpaced(after: index) && line.tokens[index + 1].isCapitalized
            && !line.tokens[index + 1].isStopword && DateWords.partsOfDay[line.word(index + 1)] == nil
    }

    /// "of last week", "next week".
    private func weekAfter(_ index: Int) -> (step: Int, end: Int)? {
        let start = ["of", "der"].contains(line.word(index + 1)) ? index + 2 : index + 1
        guard let step = DateWords.step(line.word(start)), DateWords.unit(line.word(start + 1)) == .week, !line.hasComma(after: index) else {
            return nil
        }
        return (step, start + 1)
    }

    // MARK: named days

    /// "yesterday", "last night", "the day before yesterday", "the following day", "la veille".
    func namedDay(at index: Int, after earlier: [Found]) -> Found? {
        guard let day else { return nil }
        let word = line.word(index)
        if let offset = DateWords.offset(word, isCapitalized: line.tokens[index].isCapitalized, language: language) {
            return make(day.adding(days: offset), day.adding(days: offset), from: index, through: index)
        }
        if let part = DateWords.partsOfDay[line.word(index + 1)], let step = DateWords.step(word), line.isSpaced(after: index) {
            let date = day.adding(days: step == -1 ? -1 : step == 0 ? 0 : 1)
            return step == 0 || part == .night ? make(date, date, from: index, through: index + 1) : nil
        }
        if word == "day", line.matches(["day", "before", "yesterday"], at: index) {
            return make(day.adding(days: -2), day.adding(days: -2), from: index, through: index + 2)
        }
        if word == "day", line.matches(["day", "after", "tomorrow"], at: index) {
            return make(day.adding(days: 2), day.adding(days: 2), from: index, through: index + 2)
        }
        return dayBeside(at: index, anchor: anchor(among: earlier), day)
    }

    /// Days told from another: "the same day", "the next day", "the day before".
    private func dayBeside(at index: Int, anchor: CalendarDay?, _ day: CalendarDay) -> Found? {
        let word = line.word(index)
        if language == "fr", word == "veille" || word == "lendemain" {
            guard let date = word == "veille" ? (anchor ?? day).adding(days: -1) : anchor?.adding(days: 1) else { return nil }
            return make(date, date, from: index, through: index)
        }
        if ["vortag", "folgetag"].contains(word) {
            guard let date = word == "vortag" ? (anchor ?? day).adding(days: -1) : anchor?.adding(days: 1) else { return nil }
            return make(date, date, from: index, through: index)
        }
        guard line.word(index + 1) == "day" || word == "day" else { return nil }
        let date: CalendarDay?
        switch word {
        case "same": date = anchor
        case "next", "following": date = anchor?.adding(days: 1)
        case "previous": date = (anchor ?? day).adding(days: -1)
        case "day" where line.word(index + 1) == "before" && !hasObject(index + 1): date = anchor?.adding(days: -1)
        case "day" where line.word(index + 1) == "after" && !hasObject(index + 1): date = anchor?.adding(days: 1)
        default: date = nil
        }
        return make(date, date, from: index, through: index + 1)
    }

    /// The last single day the sentence names before: what "later" counts from.
    private func anchor(among earlier: [Found]) -> CalendarDay? { earlier.last { $0.first == $0.last }?.first }

    /// "the day before the vote": told from something that is not a date. "The day before both sides had sworn": not so.
    private func hasObject(_ index: Int) -> Bool {
        guard index + 1 < line.count, line.isSpaced(after: index) else { return false }
        return !["and", "but", "both", "when", "while", "in", "at", "on", "by", "he", "she", "they", "it", "we"].contains(line.word(index + 1))
    }

    // MARK: weeks, months, years

    /// "last week", "this year", "over the weekend", "the week before last", "the past three days".
    func period(at index: Int) -> Found? {
        guard let day else { return nil }
        let word = line.word(index)
        if line.matches(["week", "before", "last"], at: index) { return make(Span(weeksAfter: -2, day), from: index, through: index + 2) }
        if DateWords.weekends.contains(word) { return weekend(at: index, day) }
        guard let step = DateWords.step(word), index + 1 < line.count, line.isSpaced(after: index) else { return nil }
        if let stretch = stretch(at: index, step: step, day) { return stretch }
        let unit = line.word(index + 1)
        if let season = DateWords.seasons[unit] {
            // "last summer", told in autumn, is this year's.
            let year = step == -1 && day.month > season.last ? day.year : step == 1 && day.month < season.first ? day.year : day.year + step
            return make(Span(year: year, months: season.first...season.last), from: index, through: index + 1)
        }
        switch DateWords.unit(unit) {
        case .week: return make(Span(weeksAfter: step, day), from: index, through: index + 1)
        case .month: return make(Span(monthsAfter: step, day), from: index, through: index + 1)
        case .year: return make(yearSpan(endingAt: index, day.year + step), from: openingOfYear(at: index), through: index + 1)
        case .day: return nil
        case nil: break
        }
        switch unit {
        case "quarter", "quartal":
            // "the last quarter of 2025" is read at its year.
            if line.word(index + 2) == "of" || line.word(index + 2) == "des" { return nil }
            return make(Span(quartersAfter: step, day), from: index, through: index + 1)
        case "winter":
            let year = day.year + max(0, step)
            return make(CalendarDay(year: year - 1, month: 12, day: 1), Span(year: year, months: 2...2).last, from: index, through: index + 1)
        default: return nil
        }
    }

    /// "the first half of last year", "early this year".
    private func yearSpan(endingAt index: Int, _ year: Int) -> Span {
        if line.word(index - 1) == "of", let months = DateWords.part(line.word(index - 3), of: line.word(index - 2)) {
            return Span(year: year, months: months)
        }
        switch line.word(index - 1) {
        case "early": return Span(year: year, months: 1...4)
        case "late": return Span(year: year, months: 9...12)
        default: return Span(year: year, months: 1...12)
        }
    }

    private func openingOfYear(at index: Int) -> Int {
        if line.word(index - 1) == "of", DateWords.part(line.word(index - 3), of: line.word(index - 2)) != nil { return index - 3 }
        return ["early", "late"].contains(line.word(index - 1)) ? index - 1 : index
    }

    private func weekend(at index: Int, _ day: CalendarDay) -> Found? {
        let before = line.word(index - 1)
        if let step = DateWords.stepBehind(line.word(index + 1)) { return make(Span(weekendAfter: step, day), from: index, through: index + 1) }
        let isNow = day.weekday >= 6
        switch DateWords.step(before) {
        case let step? where step != 0: return make(Span(weekendAfter: step == -1 || !isNow ? step : 1, day), from: index - 1, through: index)
        case 0?:
            let isOver = day.weekday <= 2 && !looksAhead(at: index)
            return make(Span(weekendAfter: isOver ? -1 : 0, day), from: index - 1, through: index)
        default:
            guard ["the", "am", "du", "le"].contains(before) else { return nil }
            return make(Span(weekendAfter: isNow || looksAhead(at: index) ? 0 : -1, day), from: index, through: index)
        }
    }

    /// "the past three days", "the next ten days": up to publication, or from it.
    private func stretch(at index: Int, step: Int, _ day: CalendarDay) -> Found? {
        guard step != 0, let amount = amount(index + 1), let unit = DateWords.unit(line.word(index + 2)), unit == .day || unit == .week else {
            return nil
        }
        let days = amount * (unit == .week ? 7 : 1)
        return step < 0
            ? make(day.adding(days: -days), day, from: index, through: index + 2) : make(day, day.adding(days: days), from: index, through: index + 2)
    }

    /// "la semaine dernière", "l'an prochain".
    func frenchPeriod(at index: Int) -> Found? {
        guard language == "fr", let day, let unit = DateWords.unit(line.word(index)), let step = DateWords.stepBehind(line.word(index + 1)) else {
            return nil
        }
        switch unit {
        case .week: return make(Span(weeksAfter: step, day), from: index, through: index + 1)
        case .month: return make(Span(monthsAfter: step, day), from: index, through: index + 1)
        case .year: return make(Span(year: day.year + step, months: 1...12), from: index, through: index + 1)
        case .day: return nil
        }
    }

    /// "in the third quarter": the last one begun, or the next one where the clause looks ahead.
    func quarter(at index: Int) -> Found? {
        guard let day, line.word(index - 1) == "the" || line.word(index - 1) == "im",
            let months = DateWords.part(line.word(index), of: line.word(index + 1)),
            line.word(index + 2) != "of", months.count == 3, line.word(index) != "last"
        else { return nil }
        let isOver = months.lowerBound <= day.month
        let year = looksAhead(at: index) ? (months.upperBound >= day.month ? day.year : day.year + 1) : (isOver ? day.year : day.year - 1)
        return make(Span(year: year, months: months), from: index, through: index + 1)
    }

    // MARK: distances

    private func amount(_ index: Int) -> Int? {
        let word = line.word(index)
        if let number = number(index) ?? NumberWords.value(word, language: language).map({ Int($0) }) {
            return (1..<1000).contains(number) ? number : nil
        }
        return ["a", "one", "einem", "einer", "un", "une"].contains(word) ? 1 : nil
    }

    /// "three days ago", "a week earlier", "two days later", "in three days", "vor zwei Wochen", "il y a trois jours".
    func distance(at index: Int, after earlier: [Found]) -> Found? {
        guard let day else { return nil }
        if line.matches(["a", "fortnight", "ago"], at: index) {
            return make(day.adding(days: -14), day.adding(days: -14), from: index, through: index + 2)
        }
        guard let amount = amount(index), let unit = DateWords.unit(line.word(index + 1)) else { return nil }
        let anchor = anchor(among: earlier)
        if line.word(index - 1) == "vor" || line.word(index - 1) == "a" && line.word(index - 2) == "y" && line.word(index - 3) == "il" {
            return away(-amount, unit, from: day, at: line.word(index - 1) == "vor" ? index - 1 : index - 3, through: index + 1)
        }
        switch line.word(index + 2) {
        case "ago": return away(-amount, unit, from: day, at: index, through: index + 2)
        case "earlier": return away(-amount, unit, from: anchor ?? day, at: index, through: index + 2)
        case "later": return anchor.flatMap { away(amount, unit, from: $0, at: index, through: index + 2) }
        case "before" where !hasObject(index + 2): return anchor.flatMap { away(-amount, unit, from: $0, at: index, through: index + 2) }
        case "after" where !hasObject(index + 2): return anchor.flatMap { away(amount, unit, from: $0, at: index, through: index + 2) }
        default: break
        }
        guard ["in", "dans"].contains(line.word(index - 1)), isAwaited(index - 1) else { return nil }
        return away(amount, unit, from: day, at: index - 1, through: index + 1)
    }

    /// Days are counted; months and years keep their width.
    private func away(_ amount: Int, _ unit: DateWords.Unit, from day: CalendarDay, at start: Int, through end: Int) -> Found? {
        switch unit {
        case .day: make(day.adding(days: amount), day.adding(days: amount), from: start, through: end)
        case .week: make(day.adding(days: 7 * amount), day.adding(days: 7 * amount), from: start, through: end)
        case .month: make(Span(monthsAfter: amount, day), from: start, through: end)
        case .year: make(Span(year: day.year + amount, months: 1...12), from: start, through: end)
        }
    }

    /// "expected in three days", "is in two weeks"; "the worst in 20 years" and "it took place in two days" are none.
    private func isAwaited(_ index: Int) -> Bool {
        (max(0, index - 3)..<index).contains {
            ["will", "expected", "due", "is", "are", "scheduled", "begins", "starts", "ends", "opens", "wird"]
                .contains(line.word($0)) || isFuture($0)
        }
            && !["first", "worst", "best", "highest", "lowest", "time", "once"].contains(line.word(index - 1))
    }

    private func isFuture(_ index: Int) -> Bool { language == "fr" && (line.word(index).hasSuffix("ra") || line.word(index).hasSuffix("ront")) }
}
