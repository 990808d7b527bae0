import BriefModel

/// 2026年1月13日, 一月十三日, 上周, 去年: dates in Chinese text, read from its bytes.
struct ChineseDates {
    let line: TokenLine
    let day: CalendarDay?

    func dates() -> [DateMention] {
        guard line.tokens.contains(where: { $0.kind == .ideographs }) else { return [] }
        let scalars = ChineseNumerals.scalars(of: line)
        var found: [DateMention] = []
        var index = 0
        while index < scalars.count {
            if let (mention, next) = calendarDate(scalars, at: index) ?? relative(scalars, at: index) {
                found.append(mention)
                index = next
            } else {
                index += 1
            }
        }
        return found
    }

    private typealias Scalars = [(value: UInt32, offset: Int)]

    /// [YEAR 年] MONTH 月 [DAY 日]
    private func calendarDate(_ scalars: Scalars, at start: Int) -> (DateMention, Int)? {
        guard let (number, afterNumber) = ChineseNumerals.number(scalars, at: start), afterNumber < scalars.count else { return nil }
        var index = afterNumber
        var year: Int?
        var month = number
        if scalars[index].value == 0x5E74, number >= 1000 {
            year = number
            guard let (next, after) = ChineseNumerals.number(scalars, at: index + 1), after < scalars.count, scalars[after].value == 0x6708 else {
                return mention(scalars, start, index, CalendarDay(year: number, month: 1, day: 1), CalendarDay(year: number, month: 12, day: 31))
            }
            month = next
            index = after
        }
        guard scalars[index].value == 0x6708, (1...12).contains(month), let resolved = year ?? nearestYear(month) else { return nil }
        if let (day, after) = ChineseNumerals.number(scalars, at: index + 1), after < scalars.count,
            scalars[after].value == 0x65E5 || scalars[after].value == 0x53F7
        {
            let date = CalendarDay(year: resolved, month: month, day: day)
            return mention(scalars, start, after, date, date)
        }
        return mention(
            scalars, start, index, CalendarDay(year: resolved, month: month, day: 1),
            CalendarDay(year: resolved, month: month, day: CalendarDay.length(ofMonth: month, year: resolved)))
    }

    private func relative(_ scalars: Scalars, at start: Int) -> (DateMention, Int)? {
        guard let day, start + 1 < scalars.count else { return nil }
        let pair = String(String.UnicodeScalarView([scalars[start].value, scalars[start + 1].value].compactMap(Unicode.Scalar.init)))
        switch pair {
        case "今天", "今日": return mention(scalars, start, start + 1, day, day)
        case "昨天", "昨日": return mention(scalars, start, start + 1, day.adding(days: -1), day.adding(days: -1))
        case "明天", "明日": return mention(scalars, start, start + 1, day.adding(days: 1), day.adding(days: 1))
        case "上周", "本周", "下周":
            let monday = day.adding(days: 1 - day.weekday + (pair == "上周" ? -7 : pair == "下周" ? 7 : 0))
            return mention(scalars, start, start + 1, monday, monday.adding(days: 6))
        case "今年", "去年", "明年":
            let year = day.year + (pair == "去年" ? -1 : pair == "明年" ? 1 : 0)
            return mention(scalars, start, start + 1, CalendarDay(year: year, month: 1, day: 1), CalendarDay(year: year, month: 12, day: 31))
        default: return nil
        }
    }

    private func mention(_ scalars: Scalars, _ start: Int, _ end: Int, _ first: CalendarDay?, _ last: CalendarDay?) -> (DateMention, Int)? {
        guard let first, let last else { return nil }
        let upper = scalars[end].offset + line.text.scalar(at: scalars[end].offset).length
        return (DateMention(range: scalars[start].offset..<upper, first: first, last: last), end + 1)
    }

    private func nearestYear(_ month: Int) -> Int? {
        guard let day else { return nil }
        return [day.year - 1, day.year, day.year + 1].min {
            abs($0 * 12 + month - day.year * 12 - day.month) < abs($1 * 12 + month - day.year * 12 - day.month)
        }
    }
}

/// Numbers written with digits or Chinese numerals.
enum ChineseNumerals {
    static func scalars(of line: TokenLine) -> [(value: UInt32, offset: Int)] {
        var result: [(value: UInt32, offset: Int)] = []
        var index = line.range.lowerBound
        while index < line.range.upperBound {
            let (value, length) = line.text.scalar(at: index)
            result.append((value, index))
            index += length
        }
        return result
    }

    /// A whole number below a hundred thousand, and the index after it.
    static func number(_ scalars: [(value: UInt32, offset: Int)], at start: Int) -> (Int, Int)? {
        var index = start
        var total = 0
        var current = 0
        var seen = false
        while index < scalars.count, index - start < 8 {
            let value = scalars[index].value
            if let digit = isDigit(value) ? Int(value - 0x30) : digits[value] {
                current = current * 10 + digit
            } else if let unit = units[value] {
                total += max(1, current) * unit
                current = 0
            } else {
                break
            }
            seen = true
            index += 1
        }
        return seen ? (total + current, index) : nil
    }

    static let digits: [UInt32: Int] = [
        0x3007: 0, 0x96F6: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]
    static let units: [UInt32: Int] = [0x5341: 10, 0x767E: 100, 0x5343: 1000]
}
