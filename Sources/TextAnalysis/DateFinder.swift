import BriefModel

/// Mentions of time in one sentence, resolved against the day of publication. Without that day only mentions that carry their year resolve.
struct DateFinder {
    let line: TokenLine
    let language: String
    let day: CalendarDay?

    func dates() -> [DateMention] {
        var found: [DateMention] = []
        var index = 0
        while index < line.count {
            if let (mention, next) = mention(at: index) {
                found.append(mention)
                index = next
            } else {
                index += 1
            }
        }
        return found + ChineseDates(line: line, day: day).dates()
    }

    private func mention(at index: Int) -> (DateMention, Int)? {
        let token = line.tokens[index]
        switch token.kind {
        case .number:
            return isoDate(at: index) ?? dayThenMonth(at: index) ?? bareYear(at: index) ?? ago(at: index)
        case .word:
            return monthFirst(at: index) ?? weekday(at: index) ?? relative(at: index) ?? ago(at: index)
        default:
            return nil
        }
    }

    private func make(_ first: CalendarDay?, _ last: CalendarDay?, from start: Int, through end: Int) -> (DateMention, Int)? {
        guard let first, let last, first <= last else { return nil }
        return (DateMention(range: line.bytes(from: start, through: end), first: first, last: last), end + 1)
    }

    // MARK: calendar dates

    private func number(_ index: Int) -> Int? { line.isNumber(index) ? Int(line.word(index)) : nil }

    private func year(_ index: Int) -> Int? {
        guard let value = number(index), (1800...2199).contains(value), line.tokens[index].range.count == 4 else { return nil }
        return value
    }

    private func month(_ index: Int) -> Int? {
        guard line.isWord(index), line.tokens[index].isCapitalized || language == "fr" else { return nil }
        return DateWords.month(line.word(index), language: language)
    }

    /// `2026-01-13`
    private func isoDate(at index: Int) -> (DateMention, Int)? {
        guard let year = year(index), let month = number(index + 1), let day = number(index + 2),
            Array(line.gap(after: index)) == [0x2D], Array(line.gap(after: index + 1)) == [0x2D]
        else { return nil }
        let date = CalendarDay(year: year, month: month, day: day)
        return make(date, date, from: index, through: index + 2)
    }

    /// "5 November 2025", "4 and 5 February", "12. Februar", "12 février".
    private func dayThenMonth(at index: Int) -> (DateMention, Int)? {
        guard let first = number(index), (1...31).contains(first), line.tokens[index].range.count <= 2 else { return nil }
        var last = first
        var position = index + 1
        if ["and", "to", "und", "bis", "et", "au"].contains(line.word(position)), let second = number(position + 1), (1...31).contains(second) {
            last = second
            position += 2
        } else if let second = number(position), second > first, second <= 31, !line.isSpaced(after: index), !line.hasComma(after: index) {
            last = second
            position += 1
        }
        guard let month = month(position) else { return nil }
        let stated = year(position + 1)
        guard let year = stated ?? nearestYear(month: month, day: first, at: index) else { return nil }
        return make(
            CalendarDay(year: year, month: month, day: first), CalendarDay(year: year, month: month, day: last), from: index,
            through: stated == nil ? position : position + 1)
    }

    /// "January 14, 2026", "Jan. 14", "January 2026", "in January", "late January".
    private func monthFirst(at index: Int) -> (DateMention, Int)? {
        guard let month = month(index) else { return nil }
        let word = line.word(index)
        if let day = number(index + 1), (1...31).contains(day), line.tokens[index + 1].range.count <= 2, language != "de" {
            let stated = year(index + 2)
            guard let year = stated ?? nearestYear(month: month, day: day, at: index) else { return nil }
            let date = CalendarDay(year: year, month: month, day: day)
            return make(date, date, from: index, through: stated == nil ? index + 1 : index + 2)
        }
        let stated = year(index + 1)
        // "May" and "March" are also verbs and names.
        if stated == nil, word == "may" || word == "march" || word == "mai",
            !["in", "since", "until", "by", "last", "next", "early", "late", "mid", "of", "this", "from", "to", "during", "im", "en"].contains(
                line.word(index - 1))
        {
            return nil
        }
        guard var year = stated ?? nearestYear(month: month, day: 15, at: index) else { return nil }
        let before = line.word(index - 1)
        if stated == nil, before == "next", let day, year * 12 + month <= day.year * 12 + day.month { year += 1 }
        let (low, high) = partOfMonth(before: index)
        let length = CalendarDay.length(ofMonth: month, year: year)
        let start = low == 1 && high == 31 ? index : index - 1
        return make(
            CalendarDay(year: year, month: month, day: low), CalendarDay(year: year, month: month, day: min(high, length)), from: max(0, start),
            through: stated == nil ? index : index + 1)
    }

    private func partOfMonth(before index: Int) -> (Int, Int) {
        switch line.word(index - 1) {
        case "early", "anfang", "debut": (1, 10)
        case "mid", "mitte": (11, 20)
        case "late", "ende", "fin": (21, 31)
        default: (1, 31)
        }
    }

    /// "in 2017", "early 2026", "the last quarter of 2025", "the 1950s" (read as a word) stays out.
    private func bareYear(at index: Int) -> (DateMention, Int)? {
        guard let year = year(index), line.word(index - 1) != "$", !isCounting(index), index == 0 || !line.gap(after: index - 1).contains(0x2F) else {
            return nil
        }
        let quarters = ["first": 1, "second": 4, "third": 7, "fourth": 10, "last": 10, "final": 10]
        if line.word(index - 1) == "of", ["quarter", "quartal"].contains(line.word(index - 2)), let month = quarters[line.word(index - 3)] {
            return make(firstDay(year, month), lastDay(year, month + 2), from: index - 3, through: index)
        }
        if let season = DateWords.seasons[line.word(index - 1)] {
            return make(firstDay(year, season.first), lastDay(year, season.last), from: index - 1, through: index)
        }
        let (first, last) =
            switch line.word(index - 1) {
            case "early", "anfang": (1, 4)
            case "mid", "mitte": (5, 8)
            case "late", "ende": (9, 12)
            default: (1, 12)
            }
        return make(firstDay(year, first), lastDay(year, last), from: first == 1 && last == 12 ? index : index - 1, through: index)
    }

    /// "2000 chips": a number and not a year.
    private func isCounting(_ index: Int) -> Bool {
        let before = line.word(index - 1)
        if ["in", "since", "by", "of", "until", "from", "to", "early", "late", "mid", "and", "between", "seit", "depuis", "en", "im", "jahr"]
            .contains(before)
        {
            return false
        }
        if before == "least" || before == "about", line.word(index - 2) == "since" || line.word(index - 3) == "since" { return false }
        if ["than", "about", "some", "over", "nearly", "least"].contains(before) { return true }
        guard line.isWord(index + 1), line.isSpaced(after: index), !line.tokens[index + 1].isStopword else { return false }
        return line.word(index + 1).hasSuffix("s") && !line.tokens[index + 1].isCapitalized
    }

    // MARK: days of the week

    private func weekday(at index: Int) -> (DateMention, Int)? {
        guard let weekday = DateWords.weekday(line.word(index), language: language), line.tokens[index].isCapitalized || language == "fr", let day
        else {
            return nil
        }
        // "Wednesday 5 November": the date says it all.
        if number(index + 1) != nil && month(index + 2) != nil || month(index + 1) != nil && number(index + 2) != nil { return nil }
        let back = (day.weekday - weekday + 7) % 7
        let date: CalendarDay
        switch line.word(index - 1) {
        case "next": date = day.adding(days: back == 0 ? 7 : 7 - back)
        case "last": date = day.adding(days: back == 0 ? -7 : -back)
        default: date = looksAhead(at: index) ? day.adding(days: (7 - back) % 7) : day.adding(days: -back)
        }
        return make(date, date, from: index, through: index)
    }

    /// The words before the mention point forward ("until", "will", "deadline"), and no past perfect takes that back.
    private func looksAhead(at index: Int) -> Bool {
        var position = index - 1
        var ahead = false
        while position >= max(0, index - 8) {
            let word = line.word(position)
            if ["had", "was", "were", "said", "told", "hatte", "avait"].contains(word) { return ahead && word != "had" && position < index - 2 }
            if Self.forward.contains(word) { ahead = true }
            position -= 1
        }
        return ahead
    }

    private static let forward = Stopwords.set(
        "until till by before will deadline expires due plans next would shall must bis spatestens wird jusqu avant sera prochain reports scheduled")

    // MARK: relative mentions

    private func relative(at index: Int) -> (DateMention, Int)? {
        guard let day else { return nil }
        let word = line.word(index)
        if let offset = Self.dayWords[word] { return make(day.adding(days: offset), day.adding(days: offset), from: index, through: index) }
        guard let step = Self.steps[word], index + 1 < line.count, line.isSpaced(after: index) else { return nil }
        let unit = line.word(index + 1)
        if let season = DateWords.seasons[unit], step != 0 || word == "this" {
            var year = day.year + step
            if step == -1, day.month > season.last { year += 1 }
            return make(firstDay(year, season.first), lastDay(year, season.last), from: index, through: index + 1)
        }
        switch unit {
        case "week", "woche", "semaine":
            let monday = day.adding(days: 1 - day.weekday + 7 * step)
            return make(monday, monday.adding(days: 6), from: index, through: index + 1)
        case "month", "monat", "mois":
            let month = monthsAfter(step)
            return make(firstDay(month.year, month.month), lastDay(month.year, month.month), from: index, through: index + 1)
        case "year", "jahr", "annee":
            return make(firstDay(day.year + step, 1), lastDay(day.year + step, 12), from: index, through: index + 1)
        case "quarter", "quartal":
            // "the last quarter of 2025" is read at its year.
            if line.word(index + 2) == "of" || line.word(index + 2) == "des" { return nil }
            let first = monthsAfter(3 * step - (day.month - 1) % 3)
            return make(firstDay(first.year, first.month), lastDay(first.year, first.month + 2), from: index, through: index + 1)
        case "winter":
            return make(firstDay(day.year - 1 + max(0, step), 12), lastDay(day.year + max(0, step), 2), from: index, through: index + 1)
        default:
            return nil
        }
    }

    private static let dayWords = [
        "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "heute": 0, "gestern": -1, "vorgestern": -2, "aujourd'hui": 0, "hier": -1,
        "demain": 1,
    ].filter { $0.key != "hier" }
    private static let steps = [
        "this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "diese": 0, "dieser": 0, "dieses": 0, "diesen": 0,
        "vergangene": -1, "vergangenen": -1, "letzte": -1, "letzten": -1, "letztes": -1, "nachste": 1, "nachsten": 1, "nachstes": 1, "cette": 0,
        "ce": 0,
    ]

    /// "three days ago", "two years earlier".
    private func ago(at index: Int) -> (DateMention, Int)? {
        guard let day, let amount = number(index) ?? NumberWords.small(line.word(index)), amount > 0, amount < 1000 else { return nil }
        guard ["ago", "earlier"].contains(line.word(index + 2)) else { return nil }
        let date: CalendarDay?
        switch line.word(index + 1) {
        case "day", "days": date = day.adding(days: -amount)
        case "week", "weeks": date = day.adding(days: -7 * amount)
        case "month", "months":
            let month = monthsAfter(-amount)
            return make(firstDay(month.year, month.month), lastDay(month.year, month.month), from: index, through: index + 2)
        case "year", "years": return make(firstDay(day.year - amount, 1), lastDay(day.year - amount, 12), from: index, through: index + 2)
        default: return nil
        }
        return make(date, date, from: index, through: index + 2)
    }

    // MARK: arithmetic

    /// The year that puts the date nearest to publication; after "will" and its like the next one.
    private func nearestYear(month: Int, day: Int, at index: Int) -> Int? {
        guard let published = self.day else { return nil }
        let years = [published.year - 1, published.year, published.year + 1]
        let dates = years.compactMap { CalendarDay(year: $0, month: month, day: min(day, CalendarDay.length(ofMonth: month, year: $0))) }
        if announcesFuture, let next = dates.first(where: { $0 >= published }), next.daysSince1970 - published.daysSince1970 < 300 {
            return next.year
        }
        return dates.min { abs($0.daysSince1970 - published.daysSince1970) < abs($1.daysSince1970 - published.daysSince1970) }?.year
    }

    private var announcesFuture: Bool {
        line.tokens.contains { $0.folded == "will" || $0.folded == "scheduled" }
            && !line.tokens.contains { ["said", "was", "were", "had", "has"].contains($0.folded) }
    }

    private func monthsAfter(_ step: Int) -> (year: Int, month: Int) {
        guard let day else { return (1970, 1) }
        let months = day.year * 12 + day.month - 1 + step
        return (months / 12, months % 12 + 1)
    }

    private func firstDay(_ year: Int, _ month: Int) -> CalendarDay? { CalendarDay(year: year, month: month, day: 1) }
    private func lastDay(_ year: Int, _ month: Int) -> CalendarDay? {
        CalendarDay(year: year, month: month, day: CalendarDay.length(ofMonth: month, year: year))
    }
}
