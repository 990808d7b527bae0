import BriefModel

/// The time zone most readers of a language live in, for moments that pages give in UTC only: the day of publication is the one on their
/// calendar. Languages of several zones (English, Spanish, Portuguese, Arabic) have none.
struct LocalTime {
    /// Hours ahead of UTC in winter.
    private let hours: Int
    /// Summer time by the European rule.
    private let hasSummer: Bool

    /// - Parameter language: a BCP 47 tag.
    init?(language: String?) {
        guard let primary = language?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first, let zone = Self.zones[String(primary)]
        else {
            return nil
        }
        (hours, hasSummer) = zone
    }

    private static let zones: [String: (Int, Bool)] = {
        var table: [String: (Int, Bool)] = [
            "tr": (3, false), "ru": (3, false), "ja": (9, false), "ko": (9, false), "zh": (8, false), "th": (7, false), "vi": (7, false),
            "id": (7, false),
        ]
        for language in ["de", "fr", "it", "nl", "pl", "cs", "sk", "da", "sv", "no", "nb", "nn", "hu", "sl", "hr", "sr", "sq", "ca"] {
            table[language] = (1, true)
        }
        for language in ["el", "fi", "ro", "bg", "uk", "et", "lv", "lt"] { table[language] = (2, true) }
        return table
    }()

    /// The day of a moment there.
    func day(of moment: Timestamp) -> CalendarDay {
        let summer = hasSummer && isSummer(moment) ? 1 : 0
        return Timestamp(secondsSince1970: moment.secondsSince1970 + Int64((hours + summer) * 3600)).day
    }

    /// From the last Sunday of March to that of October, 01:00 UTC (Directive 2000/84/EC).
    private func isSummer(_ moment: Timestamp) -> Bool {
        let year = moment.day.year
        func change(_ month: Int) -> Int64 {
            guard let last = CalendarDay(year: year, month: month, day: 31) else { return 0 }
            return Timestamp(day: last.adding(days: -(last.weekday % 7)), hour: 1).secondsSince1970
        }
        return moment.secondsSince1970 >= change(3) && moment.secondsSince1970 < change(10)
    }
}
