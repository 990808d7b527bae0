import BriefModel

/// Mentions of time in one sentence, resolved against the day of publication. Without that day only mentions that carry their year resolve.
///
/// What newsrooms leave open is settled one way: weeks run from Monday to Sunday; a day of the week is the last one up to publication, unless its
/// clause looks ahead; "next Friday" is the first Friday after publication, "last Friday" the last one before it.
struct DateFinder {
    let line: TokenLine
    let language: String
    let day: CalendarDay?

    /// A mention by its tokens.
    struct Found {
        let first: CalendarDay
        let last: CalendarDay
        let start: Int
        /// Its last token.
        let end: Int
    }

    func dates() -> [DateMention] {
        var found: [Found] = []
        var index = 0
        while index < line.count {
            if let mention = mention(at: index, after: found) {
                // "the end of March": a mention may reach back over words already passed.
                if let last = found.last, last.end >= mention.start { found.removeLast() }
                found.append(mention)
                index = mention.end + 1
            } else {
                index += 1
            }
        }
        let mentions = joined(found).map { DateMention(range: line.bytes(from: $0.start, through: $0.end), first: $0.first, last: $0.last) }
        return mentions + ChineseDates(line: line, day: day).dates()
    }

    private func mention(at index: Int, after earlier: [Found]) -> Found? {
        switch line.tokens[index].kind {
        case .number:
            return isoDate(at: index) ?? dottedDate(at: index) ?? dayThenMonth(at: index) ?? bareYear(at: index)
                ?? distance(at: index, after: earlier)
        case .word:
            return dayThenMonth(at: index) ?? monthFirst(at: index) ?? weekday(at: index) ?? namedDay(at: index, after: earlier)
                ?? period(at: index) ?? frenchPeriod(at: index) ?? distance(at: index, after: earlier) ?? quarter(at: index) ?? feast(at: index)
                ?? dayOfMonth(at: index)
        default:
            return nil
        }
    }

    func make(_ first: CalendarDay?, _ last: CalendarDay?, from start: Int, through end: Int) -> Found? {
        guard let first, let last, first <= last, start >= 0 else { return nil }
        return Found(first: first, last: last, start: start, end: end)
    }

    // MARK: from one to another

    /// "30 April to 2 May", "between March and May 2024", "from 2019 to 2022": two neighbours that a word or dash makes one span.
    private func joined(_ found: [Found]) -> [Found] {
        var result: [Found] = []
        for mention in found {
            if let before = result.last, isSpan(before, mention) {
                result[result.count - 1] = Found(
                    first: opening(of: before, endingWith: mention), last: mention.last, start: before.start, end: mention.end)
            } else {
                result.append(mention)
            }
        }
        return result
    }

    private func isSpan(_ first: Found, _ second: Found) -> Bool {
        guard opening(of: first, endingWith: second) <= second.first else { return false }
        let between = second.start - first.end - 1
        // What is moved from one day to another does not last from one to the other.
        if line.tokens[..<first.start].contains(where: { Self.moves.contains($0.folded) }) { return false }
        if between == 0 { return isDash(after: first.end) }
        guard between == 1 || between == 2 && ["dem", "le", "the", "zum"].contains(line.word(second.start - 1)), !line.hasComma(after: first.end)
        else {
            return false
        }
        switch line.word(first.end + 1) {
        case "to", "until", "till", "through", "bis", "au": return true
        case "and", "und", "et":
            return ["between", "zwischen", "entre"].contains { $0 == line.word(first.start - 1) || $0 == line.word(first.start - 2) }
        default: return false
        }
    }

    private static let moves = Stopwords.set("moved postponed delayed rescheduled shifted brought pushed changed verschoben verlegt reporte reportee")

    /// "between March and May 2024": the year stands once.
    private func opening(of first: Found, endingWith second: Found) -> CalendarDay {
        guard first.first > second.first, !line.tokens[first.start...first.end].contains(where: { $0.kind == .number && $0.range.count == 4 }) else {
            return first.first
        }
        return CalendarDay(year: second.first.year, month: first.first.month, day: first.first.day) ?? first.first
    }

    func isDash(after index: Int) -> Bool {
        let gap = Array(line.gap(after: index)).filter { $0 != 0x20 }
        return gap == [0x2D] || gap == [0xE2, 0x80, 0x93] || gap == [0xE2, 0x80, 0x94]
    }
}
