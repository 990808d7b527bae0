/// A moment in UTC, to the second. Time is always injected; nothing in the house reads the wall clock but the bootstrap.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
    public let secondsSince1970: Int64

    public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    public init(day: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        secondsSince1970 = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// The UTC day this moment falls on.
    public var day: CalendarDay {
        CalendarDay(daysSince1970: Int(secondsSince1970.flooredQuotient(86_400)))
    }

    public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601, e.g. `2026-03-01T09:00:00Z`.
    public var description: String {
        let second = Int(secondsSince1970 - Int64(day.daysSince1970) * 86_400)
        return "\(day)T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))Z"
    }
}

extension Timestamp {
    /// Reads what `description` writes, `2026-03-01T09:00:00Z`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = CalendarDay(iso: halves[0]), halves[1].utf8.count == 9, halves[1].hasSuffix("Z") else { return nil }
        let parts = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
        self.init(day: day, hour: numbers[0], minute: numbers[1], second: numbers[2])
    }
}

/// A day of the proleptic Gregorian calendar. Arithmetic after H. Hinnant, "chrono-compatible low-level date algorithms".
public struct CalendarDay: Hashable, Comparable, Sendable, Codable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where the calendar has no such day (31 April, month 13).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { (daysSince1970 + 3).flooredRemainder(7) + 1 }

    public func adding(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }
}

extension CalendarDay: CustomStringConvertible {
    /// ISO 8601, e.g. `2026-03-01`.
    public var description: String {
        let digits = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// As a reader writes it: `1 March 2026`.
    public var inWords: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

    /// As a caption writes it: `1 Mar`.
    public var short: String { "\(day) \(Self.monthNames[month - 1].prefix(3))" }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}

extension CalendarDay {
    /// Reads `2026-03-01`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// Where the engine gets the time from; tests and `--as-of` inject a fixed one.
public struct Clock: Sendable {
    public let now: @Sendable () -> Timestamp

    public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

    public static func fixed(_ moment: Timestamp) -> Clock { Clock { moment } }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension BinaryInteger {
    fileprivate func flooredQuotient(_ divisor: Self) -> Self {
        let quotient = self / divisor
        return (self % divisor != 0) && ((self < 0) != (divisor < 0)) ? quotient - 1 : quotient
    }

    fileprivate func flooredRemainder(_ divisor: Self) -> Self { self - flooredQuotient(divisor) * divisor }
}
