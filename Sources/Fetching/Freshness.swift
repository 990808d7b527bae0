import BriefModel

/// What a server says of time: when to come back, and how long an answer holds (RFC 9110, 10.2.3; RFC 9111, 4.2).
extension Answer {
    /// Seconds to wait before the next request, from `Retry-After`: a number, or a date taken against the server's own clock.
    /// - Parameter now: our clock, for a server that does not tell its own.
    func retryAfter(now: Timestamp?) -> Int? {
        guard let field = fields["retry-after"] else { return nil }
        if let seconds = Self.seconds(field[...]) { return seconds }
        guard let date = HTTPDate.parse(field), let start = fields["date"].flatMap(HTTPDate.parse) ?? now else { return nil }
        return Int(clamping: max(0, date.secondsSince1970 - start.secondsSince1970))
    }

    /// Seconds for which asking again is of no use; nil when the server does not say, 0 when it says so at once.
    var freshFor: Int? {
        let directives = (fields["cache-control"] ?? "").lowercased().split(separator: ",").map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        if directives.contains(where: { $0 == "no-cache" || $0 == "no-store" || $0.hasPrefix("no-cache=") }) { return 0 }
        let age = fields["age"].flatMap { Self.seconds($0[...]) } ?? 0
        if let written = directives.first(where: { $0.hasPrefix("max-age=") }) {
            return Self.seconds(written.dropFirst(8)).map { max(0, $0 - age) }
        }
        guard let written = fields["expires"] else { return nil }
        // 5.3: whatever is no date, "0" above all, has expired.
        guard let expires = HTTPDate.parse(written), let start = fields["date"].flatMap(HTTPDate.parse) else { return 0 }
        return Int(clamping: max(0, expires.secondsSince1970 - start.secondsSince1970 - Int64(age)))
    }

    /// delta-seconds; a number too long to hold is as good as for ever.
    private static func seconds(_ text: Substring) -> Int? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int(String(decoding: digits, as: UTF8.self)) ?? Int(Int32.max), Int(Int32.max))
    }
}

/// The three forms a date has in HTTP (RFC 9110, 5.6.7).
enum HTTPDate {
    static func parse(_ text: String) -> Timestamp? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        guard text.utf8.count <= 64, words.count >= 5 else { return nil }
        // "Sun Nov  6 08:49:37 1994"; the others have the day before the month.
        let isC = words[1].first?.isLetter ?? false
        let (day, month, year, time) = isC ? (words[2], words[1], words[4], words[3]) : (words[1], words[2], words[3], words[4])
        let clock = time.split(separator: ":").compactMap { Int($0) }
        guard let number = Int(day), let name = months.firstIndex(of: month.prefix(3).lowercased()), var century = Int(year), clock.count == 3,
            (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        // Two digits (RFC 850): the nearer century.
        if year.count == 2 { century += century < 70 ? 2000 : 1900 }
        return CalendarDay(year: century, month: name + 1, day: number).map {
            Timestamp(day: $0, hour: clock[0], minute: clock[1], second: clock[2])
        }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
