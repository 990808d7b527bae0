/// Tries the written forms of a date at one token.
struct DateMatcher {
    /// The text the tokens are of.
    let bytes: [UInt8]
    let tokens: [DateToken]
    /// A field meant for a date may have two-digit years and run its digits together; running text may not.
    let isField: Bool
    let order: WrittenDate.Order?

    private typealias DayMatch = (day: CalendarDay, next: Int)

    /// Whether a date can start here in running text: at a figure of its length, or at a word that a figure follows.
    func mayStart(at place: Int) -> Bool {
        switch tokens[place].kind {
        case .number: tokens[place].digits <= 4 && tokens[place].digits != 3
        case .word: number(place + 1, digits: 1...2) != nil || (isMark(".", place + 1) && number(place + 2, digits: 1...2) != nil)
        case .mark: false
        }
    }

    func match(at place: Int) -> WrittenDate? {
        guard place < tokens.count else { return nil }
        if let (day, clock, next) = unixForm(place) { return date(day, clock, from: place, to: next) }
        guard
            let (day, next) = yearFirst(place) ?? yearMonthName(place) ?? ideographs(place) ?? dayMonthName(place) ?? monthNameDay(place) ?? figures(
                place) ?? packed(place)
        else { return nil }
        guard let (clock, end) = clock(after: next) else { return date(day, nil, from: place, to: next) }
        return date(day, clock, from: place, to: end)
    }

    private func date(_ day: CalendarDay, _ clock: Clock?, from start: Int, to next: Int) -> WrittenDate {
        let seconds = Timestamp(day: day).secondsSince1970 + Int64(clock.map { $0.seconds - $0.offset } ?? 0)
        let range = tokens[start].range.lowerBound..<tokens[next - 1].range.upperBound
        return WrittenDate(
            Timestamp(secondsSince1970: seconds), day: day, hasTime: clock != nil, range: range,
            offset: clock.flatMap { $0.hasZone ? $0.offset : nil })
    }

    private func number(_ place: Int, digits: ClosedRange<Int>) -> Int? {
        guard place >= 0, place < tokens.count, tokens[place].kind == .number, digits.contains(tokens[place].digits) else { return nil }
        return tokens[place].value
    }

    /// Lower case. No word of a date is longer than 40 bytes.
    func word(_ place: Int) -> String? {
        guard place < tokens.count, tokens[place].kind == .word, tokens[place].range.count <= 40 else { return nil }
        return DateToken.lowered(bytes[tokens[place].range])
    }

    private func isMark(_ mark: Unicode.Scalar, _ place: Int) -> Bool { place < tokens.count && tokens[place].isMark(mark) }

    private func skipping(_ place: Int, marks: StaticString = "", words: Set<String> = []) -> Int {
        guard place < tokens.count else { return place }
        let isSkipped =
            switch tokens[place].kind {
            case .mark: tokens[place].isMark(among: marks)
            case .word: !words.isEmpty && word(place).map(words.contains) == true
            case .number: false
            }
        return isSkipped ? place + 1 : place
    }

    private func plausible(year: Int, month: Int, day: Int) -> CalendarDay? {
        (1900...2200).contains(year) ? CalendarDay(year: year, month: month, day: day) : nil
    }

    // 2026-01-30, 2026/1/30, 2026.01.30; in a field also 2026-01 and 2026.
    private func yearFirst(_ place: Int) -> DayMatch? {
        guard let year = number(place, digits: 4...4), (1900...2200).contains(year) else { return nil }
        if place + 1 < tokens.count, tokens[place + 1].isMark(among: "-/."), let month = number(place + 2, digits: 1...2) {
            if place + 3 < tokens.count, tokens[place + 3].mark == tokens[place + 1].mark, let day = number(place + 4, digits: 1...2) {
                return plausible(year: year, month: month, day: day).map { ($0, place + 5) }
            }
            return isField && isMark("-", place + 1) && place + 3 == tokens.count
                ? plausible(year: year, month: month, day: 1).map { ($0, place + 3) } : nil
        }
        return isField && place + 1 == tokens.count ? plausible(year: year, month: 1, day: 1).map { ($0, place + 1) } : nil
    }

    // 2026. január 30.; 2026 m. not
    private func yearMonthName(_ place: Int) -> DayMatch? {
        guard let year = number(place, digits: 4...4) else { return nil }
        let next = skipping(place + 1, marks: ".-,")
        guard let month = word(next).flatMap(DateWords.month), let day = number(skipping(next + 1, marks: ".-"), digits: 1...2) else { return nil }
        return plausible(year: year, month: month, day: day).map { ($0, skipping(next + 1, marks: ".-") + 1) }
    }

    // 2026年1月30日, 2026년 1월 30일
    private func ideographs(_ place: Int) -> DayMatch? {
        guard let year = number(place, digits: 4...4), word(place + 1).map(DateWords.yearSigns.contains) == true,
            let month = number(place + 2, digits: 1...2), word(place + 3).map(DateWords.monthSigns.contains) == true,
            let day = number(place + 4, digits: 1...2)
        else { return nil }
        return plausible(year: year, month: month, day: day).map { ($0, skipping(place + 5, words: DateWords.daySigns)) }
    }

    // 30 January 2026, 30th Jan 2026, 30. Januar 2026, 1er février 2026, 30 de enero de 2026, 30-Jan-26
    private func dayMonthName(_ place: Int) -> DayMatch? {
        guard let day = number(place, digits: 1...2) else { return nil }
        var next = skipping(place + 1, marks: ".-", words: DateWords.ordinals)
        next = skipping(next, words: DateWords.joints)
        guard let month = word(next).flatMap(DateWords.month) else { return nil }
        next = skipping(next + 1, marks: ".,-")
        next = skipping(next, marks: ",'", words: DateWords.joints)
        if let year = number(next, digits: 4...4) { return plausible(year: year, month: month, day: day).map { ($0, next + 1) } }
        guard isField, let short = number(next, digits: 2...2) else { return nil }
        return plausible(year: short <= 68 ? 2000 + short : 1900 + short, month: month, day: day).map { ($0, next + 1) }
    }

    // January 30, 2026; Jan. 30th 2026
    private func monthNameDay(_ place: Int) -> DayMatch? {
        guard let month = word(place).flatMap(DateWords.month) else { return nil }
        var next = skipping(place + 1, marks: ".")
        guard let day = number(next, digits: 1...2) else { return nil }
        next = skipping(next + 1, words: DateWords.ordinals)
        next = skipping(next, marks: ",")
        guard let year = number(next, digits: 4...4) else { return nil }
        return plausible(year: year, month: month, day: day).map { ($0, next + 1) }
    }

    // 30.01.2026 and 30.01.26 (day first everywhere it is written), 30/01/2026 and 01/30/2026 where the numbers or the order leave no doubt.
    private func figures(_ place: Int) -> DayMatch? {
        guard let first = number(place, digits: 1...2), place + 3 < tokens.count, tokens[place + 1].kind == .mark,
            let second = number(place + 2, digits: 1...2), tokens[place + 3].mark == tokens[place + 1].mark
        else { return nil }
        let isSpaced = tokens[place].range.upperBound != tokens[place + 1].range.lowerBound
        guard let year = year(place + 4) ?? (isSpaced ? nil : shortYear(place + 4, first: place)) else { return nil }
        let day: CalendarDay?
        switch Unicode.Scalar(tokens[place + 1].mark) {
        case ".": day = plausible(year: year, month: second, day: first)
        case "/" where first > 12, "-" where first > 12: day = plausible(year: year, month: second, day: first)
        case "/" where second > 12, "-" where second > 12: day = plausible(year: year, month: first, day: second)
        case "/" where first == second, "-" where first == second: day = plausible(year: year, month: first, day: first)
        case "/", "-":
            day =
                switch order {
                case .dayFirst: plausible(year: year, month: second, day: first)
                case .monthFirst: plausible(year: year, month: first, day: second)
                case nil: nil
                }
        default: day = nil
        }
        return day.map { ($0, place + 5) }
    }

    private func year(_ place: Int) -> Int? { number(place, digits: 4...4) }

    /// 30.01.26: three pairs of two digits that nothing goes on from, so that neither a version nor a telephone number is taken for a day.
    private func shortYear(_ place: Int, first: Int) -> Int? {
        guard let short = number(place, digits: 2...2), tokens[first].digits == 2 || isField, tokens[first + 2].digits == 2 || isField else {
            return nil
        }
        func touches(_ left: Int, _ right: Int) -> Bool {
            left >= 0 && right < tokens.count && tokens[left].range.upperBound == tokens[right].range.lowerBound
        }
        func mayJoin(_ token: DateToken) -> Bool { token.kind != .mark || token.isMark(among: "./-:") }
        if touches(first - 1, first), mayJoin(tokens[first - 1]) { return nil }
        if touches(place, place + 1), tokens[place + 1].kind != .mark { return nil }
        if touches(place, place + 1), touches(place + 1, place + 2), mayJoin(tokens[place + 1]), tokens[place + 2].kind == .number { return nil }
        return short <= 68 ? 2000 + short : 1900 + short
    }

    // 20260130, 20260130T112000Z
    private func packed(_ place: Int) -> DayMatch? {
        guard isField, let digits = number(place, digits: 8...8) else { return nil }
        return plausible(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100).map { ($0, place + 1) }
    }

    // Jan 30 11:20:00 2026 (asctime), Jan 30 11:20:00 GMT 2026 (date)
    private func unixForm(_ place: Int) -> (CalendarDay, Clock, Int)? {
        guard isField, let month = word(place).flatMap(DateWords.month), let day = number(place + 1, digits: 1...2),
            let (clock, next) = clock(after: place + 2), let year = number(next, digits: 4...4)
        else { return nil }
        return plausible(year: year, month: month, day: day).map { ($0, clock, next + 1) }
    }
}

// The time of day.
extension DateMatcher {
    private struct Clock {
        /// Since midnight, there.
        var seconds: Int
        /// Ahead of UTC, in seconds.
        var offset: Int
        var hasZone = true
    }

    private func clock(after place: Int) -> (Clock, Int)? {
        var next = skipping(place, marks: ",|-")
        next = skipping(next, marks: "|-(", words: DateWords.beforeTime)
        guard var hour = number(next, digits: 1...4) else { return nil }
        if tokens[next].digits >= 3 {
            // T1120 or T112000: only straight after the date of a field.
            guard isField, hour / 100 < 24, hour % 100 < 60, tokens[next].digits == 4 else { return nil }
            return zoned(hour / 100 * 3600 + hour % 100 * 60, next + 1)
        }
        next += 1
        var minute = 0
        var second = 0
        var hasMinute = false
        if next < tokens.count, tokens[next].isMark(":") || tokens[next].isMark(".") || word(next).map(DateWords.hourSigns.contains) == true,
            let found = number(next + 1, digits: 2...2)
        {
            minute = found
            hasMinute = true
            next = skipping(next + 2, words: ["分"])
            if next < tokens.count, tokens[next].isMark(":"), let found = number(next + 1, digits: 2...2) {
                second = min(found, 59)
                next += 2
                if next + 1 < tokens.count, tokens[next].isMark("."), tokens[next + 1].kind == .number { next += 2 }
            }
        }
        if let half = word(next), half.hasPrefix("a") || half.hasPrefix("p"), half == "am" || half == "pm" || half.utf8.count == 1 {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0)
            hasMinute = true
            next += 1
            if half.utf8.count == 1 { next = skipping(skipping(skipping(next, marks: "."), words: ["m"]), marks: ".") }
        }
        guard hasMinute, hour < 24, minute < 60 else { return nil }
        return zoned(hour * 3600 + minute * 60 + second, skipping(next, words: ["uhr"]))
    }

    private func zoned(_ seconds: Int, _ place: Int) -> (Clock, Int) {
        let next = skipping(place, marks: "(")
        if let name = word(next), let hours = DateWords.zones[name] {
            // "GMT+0100": the figures are what counts.
            let plain = (Clock(seconds: seconds, offset: hours * 3600), next + 1)
            return hours == 0 ? offset(next + 1).map { (Clock(seconds: seconds, offset: $0.0), $0.1) } ?? plain : plain
        }
        guard let (offset, end) = offset(next) else { return (Clock(seconds: seconds, offset: 0, hasZone: false), place) }
        return (Clock(seconds: seconds, offset: offset), end)
    }

    private func offset(_ place: Int) -> (Int, Int)? {
        guard place + 1 < tokens.count, tokens[place].isMark("+") || tokens[place].isMark("-"),
            tokens[place].range.upperBound == tokens[place + 1].range.lowerBound
        else { return nil }
        let sign = tokens[place].isMark("-") ? -1 : 1
        if let both = number(place + 1, digits: 4...4) { return (sign * (both / 100 * 3600 + both % 100 * 60), place + 2) }
        guard let hours = number(place + 1, digits: 1...2), hours <= 14 else { return nil }
        if place + 3 < tokens.count, tokens[place + 2].isMark(":"), let minutes = number(place + 3, digits: 2...2) {
            return (sign * (hours * 3600 + minutes * 60), place + 4)
        }
        return (sign * hours * 3600, place + 2)
    }
}
