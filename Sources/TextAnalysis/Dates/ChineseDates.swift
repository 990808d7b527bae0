import BriefModel

/// 2026年1月13日, 一月十三日, 2月3日至5日, 上周二, 去年12月, 三天前: dates in Chinese text, read from its characters.
struct ChineseDates {
    let line: TokenLine
    let day: CalendarDay?

    private struct Found {
        let span: Span
        let start: Int
        /// One past its last character.
        let end: Int
    }

    private typealias Characters = [(value: UInt32, offset: Int)]

    func dates() -> [DateMention] {
        guard line.tokens.contains(where: { $0.kind == .ideographs }) else { return [] }
        let characters = ChineseNumerals.scalars(of: line)
        var found: [DateMention] = []
        var index = 0
        while index < characters.count {
            if let date = calendarDate(characters, at: index) ?? distance(characters, at: index) ?? weekday(characters, at: index)
                ?? relative(characters, at: index)
            {
                if let mention = mention(date, characters) { found.append(mention) }
                index = date.end
            } else {
                index += 1
            }
        }
        return found
    }

    private func mention(_ found: Found, _ characters: Characters) -> DateMention? {
        guard let first = found.span.first, let last = found.span.last, first <= last else { return nil }
        let end = characters[found.end - 1].offset
        return DateMention(range: characters[found.start].offset..<(end + line.text.scalar(at: end).length), first: first, last: last)
    }

    private func has(_ word: String, _ characters: Characters, at index: Int) -> Bool {
        guard index >= 0 else { return false }
        var place = index
        for scalar in word.unicodeScalars {
            guard place < characters.count, characters[place].value == scalar.value else { return false }
            place += 1
        }
        return true
    }

    /// The first of the words that stands there, with what it means and one past its end.
    private func first<Meaning>(of words: KeyValuePairs<String, Meaning>, _ characters: Characters, at index: Int) -> (Meaning, Int)? {
        words.first { has($0.key, characters, at: index) }.map { ($0.value, index + $0.key.unicodeScalars.count) }
    }

    // MARK: calendar dates

    /// [YEAR 年 | 去年 | 今年 | 明年] MONTH 月 [DAY 日 [至 [MONTH 月] DAY 日] | 初 | 上旬 | 中旬 | 下旬 | 底]
    private func calendarDate(_ characters: Characters, at start: Int) -> Found? {
        if let (step, after) = first(of: ["去年": -1, "今年": 0, "明年": 1], characters, at: start), let day {
            return monthAndDay(characters, at: after, from: start, year: day.year + step)
                ?? Found(span: Span(year: day.year + step, months: 1...12), start: start, end: after)
        }
        guard let (number, after) = ChineseNumerals.number(characters, at: start) else { return nil }
        if number >= 1000, has("年", characters, at: after) {
            return monthAndDay(characters, at: after + 1, from: start, year: number)
                ?? Found(span: Span(year: number, months: 1...12), start: start, end: after + 1)
        }
        return monthAndDay(characters, at: start, from: start, year: nil) ?? dayAlone(characters, at: start)
    }

    private func monthAndDay(_ characters: Characters, at index: Int, from start: Int, year stated: Int?) -> Found? {
        guard let (month, after) = ChineseNumerals.number(characters, at: index), has("月", characters, at: after), (1...12).contains(month),
            let year = stated ?? nearestYear(month)
        else { return nil }
        if let (number, end) = dayOfMonth(characters, at: after + 1) {
            let first = CalendarDay(year: year, month: month, day: number)
            guard let (last, end) = lastDay(characters, at: end, year: year, month: month) else {
                return Found(span: Span(first, first), start: start, end: end)
            }
            return Found(span: Span(first, last), start: start, end: end)
        }
        let parts: KeyValuePairs = ["初": 1...10, "上旬": 1...10, "中旬": 11...20, "下旬": 21...31, "底": 21...31, "末": 21...31]
        if let (days, end) = first(of: parts, characters, at: after + 1) {
            let last = min(days.upperBound, CalendarDay.length(ofMonth: month, year: year))
            return Found(
                span: Span(CalendarDay(year: year, month: month, day: days.lowerBound), CalendarDay(year: year, month: month, day: last)),
                start: start, end: end)
        }
        return Found(span: Span(year: year, months: month...month), start: start, end: after + 1)
    }

    private func dayOfMonth(_ characters: Characters, at index: Int) -> (Int, Int)? {
        guard let (number, after) = ChineseNumerals.number(characters, at: index), (1...31).contains(number),
            has("日", characters, at: after) || has("号", characters, at: after)
        else { return nil }
        return (number, after + 1)
    }

    private func lastDay(_ characters: Characters, at index: Int, year: Int, month: Int) -> (CalendarDay, Int)? {
        guard has("至", characters, at: index) || has("到", characters, at: index) else { return nil }
        var month = month
        var index = index + 1
        if let (next, after) = ChineseNumerals.number(characters, at: index), has("月", characters, at: after) {
            month = next
            index = after + 1
        }
        guard let (number, end) = dayOfMonth(characters, at: index), let day = CalendarDay(year: year, month: month, day: number) else { return nil }
        return (day, end)
    }

    /// 12日: of this month, or of the last.
    private func dayAlone(_ characters: Characters, at index: Int) -> Found? {
        guard let day, let (number, end) = dayOfMonth(characters, at: index), !has("月", characters, at: index - 1) else { return nil }
        let step = number > day.day && !looksAhead(characters, before: index) ? -1 : 0
        guard let month = Span(monthsAfter: step, day).first else { return nil }
        let date = CalendarDay(year: month.year, month: month.month, day: number)
        return Found(span: Span(date, date), start: index, end: end)
    }

    private func nearestYear(_ month: Int) -> Int? {
        guard let day else { return nil }
        return [day.year - 1, day.year, day.year + 1].min {
            abs($0 * 12 + month - day.year * 12 - day.month) < abs($1 * 12 + month - day.year * 12 - day.month)
        }
    }

    // MARK: told from publication

    private func relative(_ characters: Characters, at start: Int) -> Found? {
        guard let day else { return nil }
        let days: KeyValuePairs = ["今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2]
        if let (offset, end) = first(of: days, characters, at: start) {
            return Found(span: Span(day.adding(days: offset), day.adding(days: offset)), start: start, end: end)
        }
        if let (step, end) = first(of: ["上周": -1, "本周": 0, "这周": 0, "下周": 1], characters, at: start) {
            return Found(span: Span(weeksAfter: step, day), start: start, end: end)
        }
        let months: KeyValuePairs = ["上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "下个月": 1, "下月": 1]
        if let (step, end) = first(of: months, characters, at: start) { return Found(span: Span(monthsAfter: step, day), start: start, end: end) }
        return nil
    }

    /// 上周二, 本周五, 周日, 星期三.
    private func weekday(_ characters: Characters, at start: Int) -> Found? {
        guard let day else { return nil }
        let week = first(of: ["上": -1, "本": 0, "这": 0, "下": 1], characters, at: start)
        guard let (_, afterWord) = first(of: ["周": 0, "星期": 0, "礼拜": 0, "个星期": 0], characters, at: week?.1 ?? start),
            let (weekday, end) = first(of: ["一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7], characters, at: afterWord)
        else { return nil }
        let back = (day.weekday - weekday + 7) % 7
        let date: CalendarDay
        if let week {
            date = day.adding(days: weekday - day.weekday + 7 * week.0)
        } else {
            date = looksAhead(characters, before: start) ? day.adding(days: (7 - back) % 7) : day.adding(days: -back)
        }
        return Found(span: Span(date, date), start: start, end: end)
    }

    /// 三天前, 两周前, 三个月前, 两年前.
    private func distance(_ characters: Characters, at start: Int) -> Found? {
        guard let day, let (amount, after) = ChineseNumerals.number(characters, at: start), (1..<1000).contains(amount),
            let (unit, end) = first(
                of: ["天前": DateWords.Unit.day, "周前": .week, "个星期前": .week, "个月前": .month, "年前": .year], characters, at: after)
        else { return nil }
        let span =
            switch unit {
            case .day: Span(day.adding(days: -amount), day.adding(days: -amount))
            case .week: Span(day.adding(days: -7 * amount), day.adding(days: -7 * amount))
            case .month: Span(monthsAfter: -amount, day)
            case .year: Span(year: day.year - amount, months: 1...12)
            }
        return Found(span: span, start: start, end: end)
    }

    /// 将 or 预计 within the last eight characters.
    private func looksAhead(_ characters: Characters, before index: Int) -> Bool {
        (max(0, index - 8)..<index).contains { has("将", characters, at: $0) || has("预计", characters, at: $0) }
    }
}
