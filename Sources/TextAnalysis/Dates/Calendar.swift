import BriefModel

/// A whole month, year or week, as its first and last day.
struct Span {
    let first: CalendarDay?
    let last: CalendarDay?

    init(_ first: CalendarDay?, _ last: CalendarDay?) {
        self.first = first
        self.last = last
    }

    /// From the first day of a month to the last day of another of that year.
    init(year: Int, months: ClosedRange<Int>) {
        self.init(
            CalendarDay(year: year, month: months.lowerBound, day: 1),
            CalendarDay(year: year, month: months.upperBound, day: CalendarDay.length(ofMonth: months.upperBound, year: year)))
    }

    /// The month so many after that of the day.
    init(monthsAfter step: Int, _ day: CalendarDay) {
        let months = day.year * 12 + day.month - 1 + step
        self.init(year: months / 12, months: (months % 12 + 1)...(months % 12 + 1))
    }

    /// The week, Monday to Sunday, so many after that of the day.
    init(weeksAfter step: Int, _ day: CalendarDay) {
        let monday = day.adding(days: 1 - day.weekday + 7 * step)
        self.init(monday, monday.adding(days: 6))
    }

    /// Its Saturday and Sunday.
    init(weekendAfter step: Int, _ day: CalendarDay) {
        let monday = day.adding(days: 1 - day.weekday + 7 * step)
        self.init(monday.adding(days: 5), monday.adding(days: 6))
    }

    /// A quarter of the year, so many after that of the day.
    init(quartersAfter step: Int, _ day: CalendarDay) {
        let quarters = day.year * 4 + (day.month - 1) / 3 + step
        self.init(year: quarters / 4, months: (quarters % 4 * 3 + 1)...(quarters % 4 * 3 + 3))
    }
}

extension DateFinder {
    func make(_ span: Span, from start: Int, through end: Int) -> Found? { make(span.first, span.last, from: start, through: end) }

    /// Which way a mention without its year points.
    enum Direction { case past, recounted, nearest, announced, ahead }

    /// The year of a month and day that the text leaves out: nearest to publication, or the last one before it, or the next one after it; what is
    /// announced is the next one and what is recounted the last one, unless that is most of a year away.
    func year(ofMonth month: Int, day: Int, towards direction: Direction) -> Int? {
        guard let published = self.day else { return nil }
        let dates = [published.year - 1, published.year, published.year + 1].compactMap {
            CalendarDay(year: $0, month: month, day: min(day, CalendarDay.length(ofMonth: month, year: $0)))
        }
        switch direction {
        case .past: return dates.last { $0 <= published }?.year
        case .ahead: return dates.first { $0 >= published }?.year
        case .recounted:
            if let last = dates.last(where: { $0 <= published }), distance(last, published) < 300 { return last.year }
            return year(ofMonth: month, day: day, towards: .nearest)
        case .announced:
            if let next = dates.first(where: { $0 >= published }), distance(next, published) < 300 { return next.year }
            return year(ofMonth: month, day: day, towards: .nearest)
        case .nearest: return dates.min { distance($0, published) < distance($1, published) }?.year
        }
    }

    private func distance(_ one: CalendarDay, _ other: CalendarDay) -> Int { abs(one.daysSince1970 - other.daysSince1970) }
}
