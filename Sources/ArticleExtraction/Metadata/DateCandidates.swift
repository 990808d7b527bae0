import BriefModel
import HTMLParsing

/// The days a page names, and what speaks for each being the day of its publication.
struct DateCandidates {
    struct Candidate {
        let day: CalendarDay
        var signs = SignSet()
        /// The moments given for that day, with the rank of the place that gives them: the lowest is the best.
        var moments: [(rank: Int, date: WrittenDate)] = []
        var origin = Provenance.Origin.text
        fileprivate var originRank = Int.max
        fileprivate var mentions = 0
    }

    private(set) var candidates: [Candidate] = []
    /// The last change the page declares, with its place.
    private(set) var modified: [(date: WrittenDate, origin: Provenance.Origin)] = []
    private var places: [CalendarDay: Int] = [:]
    private let order: WrittenDate.Order?
    private let range: ClosedRange<CalendarDay>
    private let local: LocalTime?
    private var copyrightYears: Set<Int> = []

    /// - Parameters:
    ///   - order: how the page's language writes `04/05/2026`.
    ///   - local: where its readers are, for moments in UTC.
    ///   - range: what can be a page's day.
    init(order: WrittenDate.Order?, local: LocalTime?, range: ClosedRange<CalendarDay>) {
        self.local = local
        self.order = order
        self.range = range
    }

    /// A field that holds a date, or a text that begins with words.
    @discardableResult
    mutating func add(_ text: String?, _ sign: DateSign, _ origin: Provenance.Origin, rank: Int) -> Int? {
        guard let text, !text.isEmpty, text.utf8.count <= 300 else { return nil }
        guard let date = WrittenDate.parse(text, order: order) ?? WrittenDate.first(in: text.utf8, order: order) ?? UnixTime.parse(text) else {
            return nil
        }
        return add(date, sign, origin, rank: rank)
    }

    @discardableResult
    mutating func add(_ written: WrittenDate, _ sign: DateSign, _ origin: Provenance.Origin, rank: Int) -> Int? {
        var date = written
        if let local, written.hasTime, written.offset == 0 {
            date = WrittenDate(written.timestamp, day: local.day(of: written.timestamp), hasTime: true, range: written.range, offset: 0)
        }
        guard range.contains(date.day), candidates.count < 200 || places[date.day] != nil else { return nil }
        let place = places[date.day] ?? candidates.count
        if place == candidates.count {
            places[date.day] = place
            candidates.append(Candidate(day: date.day))
        }
        candidates[place].signs.insert(sign)
        if rank < candidates[place].originRank {
            candidates[place].originRank = rank
            candidates[place].origin = origin
        }
        if date.hasTime, candidates[place].moments.count < 16 { candidates[place].moments.append((rank, date)) }
        return place
    }

    mutating func addModified(_ text: String?, _ sign: DateSign, _ origin: Provenance.Origin, rank: Int) {
        guard let text, let date = WrittenDate.parse(text, order: order) ?? WrittenDate.first(in: text.utf8, order: order), range.contains(date.day)
        else {
            return
        }
        modified.append((date, origin))
        add(date, sign, origin, rank: rank)
    }

    /// `04/05/2026` is read the other way where the page declares that day: data for machines have no order of their own.
    func reordered(_ date: WrittenDate, in text: ArraySlice<UInt8>) -> WrittenDate {
        let day = date.day
        guard day.day <= 12, day.day != day.month, text[date.range].contains(UInt8(ascii: "/")) || text[date.range].contains(UInt8(ascii: "-")),
            let other = CalendarDay(year: day.year, month: day.day, day: day.month), !isDeclared(day), isDeclared(other)
        else { return date }
        let shift = Int64(other.daysSince1970 - day.daysSince1970) * 86_400
        return WrittenDate(
            Timestamp(secondsSince1970: date.timestamp.secondsSince1970 + shift), day: other, hasTime: date.hasTime, range: date.range,
            offset: date.offset)
    }

    private func isDeclared(_ day: CalendarDay) -> Bool {
        guard let place = places[day] else { return false }
        return Self.declaring.contains { candidates[place].signs.contains($0) }
    }

    mutating func insert(_ sign: DateSign, at place: Int) { candidates[place].signs.insert(sign) }

    mutating func mention(_ place: Int) {
        candidates[place].mentions += 1
        candidates[place].signs.insert(candidates[place].mentions == 1 ? DateSign.visible : DateSign.repeated)
    }

    mutating func addCopyright(_ year: Int) { copyrightYears.insert(year) }

    private static let declaring: [DateSign] = [
        .linkedPublished, .linkedCreated, .openGraphPublished, .property, .classPublished, .metaPublished, .metaDate, .scriptPublished,
        .timePublished,
    ]

    /// What the days say of each other and of the address.
    mutating func relate(addresses: [WebAddress], images: [String]) {
        addAddresses(addresses)
        let pictures = images.map { Array($0.utf8) }
        let days = candidates.map(\.day)
        let declared = candidates.filter { candidate in Self.declaring.contains { candidate.signs.contains($0) } }.map(\.day)
        for place in candidates.indices {
            let candidate = candidates[place]
            func mark(_ sign: DateSign, _ holds: Bool) { if holds { candidates[place].signs.insert(sign) } }
            let sources = Self.declaring.count { candidate.signs.contains($0) }
            mark(.declaredByTwo, sources > 1)
            mark(.soleDeclared, sources > 0 && declared.count == 1)
            mark(.confirmed, sources > 0 && candidate.signs.contains(DateSign.visible))
            mark(.earliestDeclared, declared.count > 1 && candidate.day == declared.min())
            mark(.latestDeclared, declared.count > 1 && candidate.day == declared.max())
            mark(.earliest, days.count > 1 && candidate.day == days.min())
            mark(.latest, days.count > 1 && candidate.day == days.max())
            mark(.onlyOne, days.count == 1)
            mark(.withTime, !candidate.moments.isEmpty)
            mark(.copyrightYear, copyrightYears.contains(candidate.day.year))
            let isSeen = candidate.signs.contains(DateSign.visible) || candidate.signs.contains(DateSign.inAddress)
            // A moment in UTC of the day before or after may be this day where it was written.
            let near = candidates.filter { abs($0.day.daysSince1970 - candidate.day.daysSince1970) == 1 }
            let declaredNear = near.filter { other in Self.declaring.contains { other.signs.contains($0) } }
            mark(.neighbour, !declaredNear.isEmpty)
            mark(.localDay, isSeen && declaredNear.contains { Self.touches($0, candidate.day) })
            mark(
                .onlyUTC,
                !isSeen
                    && near.contains { other in
                        (other.signs.contains(DateSign.visible) || other.signs.contains(DateSign.inAddress)) && Self.touches(candidate, other.day)
                    })
            let month = "/\(candidate.day.year)/\(candidate.day.month < 10 ? "0" : "")\(candidate.day.month)"
            mark(.imageMonth, pictures.contains { ByteText.holds($0, Array(month.utf8)) })
        }
    }

    /// Whether a moment given in UTC is of that day somewhere on earth, 12 hours behind to 14 ahead.
    private static func touches(_ candidate: Candidate, _ day: CalendarDay) -> Bool {
        candidate.moments.contains { moment in
            let seconds = moment.date.timestamp.secondsSince1970 - Timestamp(day: day).secondsSince1970
            return moment.date.offset == 0 && seconds > -14 * 3600 && seconds < 36 * 3600
        }
    }

    /// /2026/02/24/, /2026-02-24-, /20260224: what many systems put into an address.
    private mutating func addAddresses(_ addresses: [WebAddress]) {
        for address in addresses {
            let numbers = address.path.split { !("0"..."9").contains($0) }
            for place in numbers.indices {
                let year = numbers[place]
                if year.utf8.count == 8, let date = WrittenDate.parse(String(year)) { add(date, .inAddress, .address, rank: 60) }
                guard year.utf8.count == 4, let number = Int(year), (1995...2100).contains(number) else { continue }
                if place + 2 < numbers.count, numbers[place + 1].utf8.count <= 2, numbers[place + 2].utf8.count <= 2 {
                    add("\(year)-\(numbers[place + 1])-\(numbers[place + 2])", .inAddress, .address, rank: 60)
                }
                let month = place + 1 < numbers.count && numbers[place + 1].utf8.count == 2 ? Int(numbers[place + 1]) : nil
                for other in candidates.indices where candidates[other].day.year == number {
                    candidates[other].signs.insert(DateSign.yearInAddress)
                    if candidates[other].day.month == month { candidates[other].signs.insert(DateSign.monthInAddress) }
                }
            }
        }
    }
}

/// Seconds or milliseconds since 1970, as scripts and `data-` attributes write them.
enum UnixTime {
    static func parse(_ text: String) -> WrittenDate? {
        guard text.utf8.count == 10 || text.utf8.count == 13, let number = Int64(text), number > 0 else { return nil }
        return WrittenDate(Timestamp(secondsSince1970: text.utf8.count == 13 ? number / 1000 : number))
    }
}
