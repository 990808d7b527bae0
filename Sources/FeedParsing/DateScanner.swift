import BriefModel

/// The two forms nearly every feed uses, read straight from their bytes: RFC 822 (5.1) as it should be, and ISO 8601 in all its dates
/// (calendar, week, ordinal; with and without hyphens). What deviates is left to `WrittenDate`, which takes words apart.
struct DateScanner {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        skipBlanks()
    }

    private mutating func skipBlanks() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }

    private var isAtEnd: Bool { bytes[at...].allSatisfy { $0 <= 0x20 } }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
        at += 1
        return true
    }

    private mutating func digits(_ count: ClosedRange<Int>) -> Int? {
        let start = at
        var value = 0
        while at < bytes.count, at - start < count.upperBound, (0x30...0x39).contains(bytes[at]) {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return at - start >= count.lowerBound ? value : nil
    }

    // MARK: Mon, 05 Jan 2026 10:20:30 +0100

    mutating func mailDate() -> Timestamp? {
        if at + 3 < bytes.count, bytes[at + 3] == UInt8(ascii: ",") {
            at += 4
            skipBlanks()
        }
        guard let day = digits(1...2), take(" "), let month = shortMonth(), take(" "), let year = digits(4...4), take(" "),
            let date = CalendarDay(year: year, month: month, day: day), let hour = digits(2...2), hour < 24, take(":"), let minute = digits(2...2),
            minute < 60
        else { return nil }
        var second = 0
        if take(":") {
            guard let found = digits(2...2), found <= 60 else { return nil }
            second = min(found, 59)
        }
        skipBlanks()
        guard let offset = zone(), isAtEnd else { return nil }
        return Timestamp(secondsSince1970: Timestamp(day: date, hour: hour, minute: minute, second: second).secondsSince1970 - Int64(offset))
    }

    private mutating func shortMonth() -> Int? {
        guard at + 3 <= bytes.count else { return nil }
        let word = bytes[at..<(at + 3)].reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
        guard let found = Self.months.firstIndex(of: word) else { return nil }
        at += 3
        return found + 1
    }

    private static let months = "janfebmaraprmayjunjulaugsepoctnovdec".utf8.reduce(into: [UInt32]()) { months, letter in
        if let last = months.last, last < 1 << 16 { months[months.count - 1] = last << 8 | UInt32(letter) } else { months.append(UInt32(letter)) }
    }

    /// Seconds ahead of UTC; GMT where nothing is written.
    private mutating func zone() -> Int? {
        if isAtEnd { return 0 }
        for name in ["GMT", "UTC", "UT", "Z"] where bytes[at...].starts(with: name.utf8) {
            at += name.utf8.count
            return 0
        }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") else { return nil }
        let sign = bytes[at] == UInt8(ascii: "-") ? -1 : 1
        at += 1
        guard let hours = digits(2...2), hours <= 14 else { return nil }
        let hasColon = take(":")
        let minutes = digits(2...2)
        if hasColon, minutes == nil { return nil }
        return sign * (hours * 3600 + (minutes ?? 0) * 60)
    }

    // MARK: 2026-01-05T10:20:30.5Z, 2026-W02-1, 2026-005

    mutating func standardDate() -> Timestamp? {
        guard let year = digits(4...4), let day = self.day(in: year) else { return nil }
        if isAtEnd { return Timestamp(day: day) }
        guard at < bytes.count, "Tt ".utf8.contains(bytes[at]) else { return nil }
        at += 1
        skipBlanks()
        guard let hour = digits(2...2) else { return nil }
        let hasColons = take(":")
        guard let minute = digits(2...2), minute < 60 else { return nil }
        var second = 0
        if hasColons ? take(":") : at < bytes.count && (0x30...0x39).contains(bytes[at]) {
            guard let found = digits(2...2), found <= 60 else { return nil }
            second = min(found, 59)
        }
        if take(".") || take(",") { while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 } }
        skipBlanks()
        // 24:00 is the end of the day.
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0), let offset = zone(), isAtEnd else { return nil }
        return Timestamp(
            secondsSince1970: Timestamp(day: day).secondsSince1970 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset))
    }

    private mutating func day(in year: Int) -> CalendarDay? {
        guard (1900...2200).contains(year) else { return nil }
        let hasHyphens = take("-")
        if take("W") { return weekDay(year, hasHyphens) }
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        let count = at - start
        at = start
        switch (count, hasHyphens) {
        case (3, _):
            guard let number = digits(3...3), let newYear = CalendarDay(year: year, month: 1, day: 1) else { return nil }
            let day = newYear.adding(days: number - 1)
            return number >= 1 && day.year == year ? day : nil
        case (4, false):
            guard let month = digits(2...2), let day = digits(2...2) else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        case (2, true):
            guard let month = digits(2...2) else { return nil }
            // A month alone is its first day.
            guard take("-") else { return isAtEnd ? CalendarDay(year: year, month: month, day: 1) : nil }
            return digits(2...2).flatMap { CalendarDay(year: year, month: month, day: $0) }
        default: return nil
        }
    }

    /// Week 1 holds the year's first Thursday; weeks begin on Monday.
    private mutating func weekDay(_ year: Int, _ hasHyphens: Bool) -> CalendarDay? {
        guard let week = digits(2...2), (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
        var weekday = 1
        if hasHyphens ? take("-") : at < bytes.count && (0x31...0x37).contains(bytes[at]) {
            guard let found = digits(1...1), (1...7).contains(found) else { return nil }
            weekday = found
        }
        return fourth.adding(days: (week - 1) * 7 + weekday - fourth.weekday)
    }
}
