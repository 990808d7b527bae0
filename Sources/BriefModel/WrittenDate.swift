/// A date as people and programs write it: ISO 8601, RFC 822 with its usual errors, `30th Jan 2026, 11.20`, `24. Februar 2026`,
/// `2026年1月20日`. Read by hand over bytes; what the calendar does not have (`31/02/2026`) is no date. Times without a zone count as UTC.
public struct WrittenDate: Hashable, Sendable {
    public let timestamp: Timestamp
    /// The day as it is written, which in its own time zone may be another than the moment's day in UTC.
    public let day: CalendarDay
    /// False when only a day is written.
    public let hasTime: Bool
    /// UTF-8 byte offsets of the date in the text searched.
    public let range: Range<Int>

    /// Seconds its time is ahead of UTC; nil when that is not written.
    public let offset: Int?

    /// Which of two numbers is the day where both could be: `04/05/2026`.
    public enum Order: Sendable {
        case dayFirst, monthFirst

        /// How a language writes it, by BCP 47 tag (`en-GB`, `de`, `pt_BR`): the month goes first in the United States and where English
        /// is written without saying which; year-first languages have no such form.
        public init?(language: String?) {
            guard let parts = language?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }), let primary = parts.first else { return nil }
            switch primary {
            case "en": self = parts.count == 1 || parts.contains("us") ? .monthFirst : .dayFirst
            case "zh", "ja", "ko", "hu", "lt", "mn", "fa": return nil
            default: self = .dayFirst
            }
        }
    }

    /// A moment without a written form: its day is the one in UTC.
    public init(_ timestamp: Timestamp) {
        self.init(timestamp, day: timestamp.day, hasTime: true, range: 0..<0, offset: 0)
    }

    public init(_ timestamp: Timestamp, day: CalendarDay, hasTime: Bool, range: Range<Int>, offset: Int?) {
        self.timestamp = timestamp
        self.day = day
        self.hasTime = hasTime
        self.range = range
        self.offset = offset
    }

    /// A field that should hold a date and nothing else; a weekday before it is skipped unchecked.
    /// - Parameter order: nil: what could be read both ways is no date.
    public static func parse(_ text: String, order: Order? = nil) -> WrittenDate? {
        guard text.utf8.count <= 200 else { return nil }
        let bytes = Array(text.utf8)
        let matcher = DateMatcher(bytes: bytes, tokens: DateToken.tokens(of: bytes, limit: 40), isField: true, order: order)
        var first = 0
        while first < matcher.tokens.count, matcher.tokens[first].kind != .number {
            if matcher.tokens[first].kind == .word {
                guard let word = matcher.word(first) else { return nil }
                if DateWords.month(word) != nil { break }
                guard DateWords.isWeekday(word) else { return nil }
            }
            first += 1
        }
        return matcher.match(at: first)
    }

    /// The first date in running text.
    /// - Parameters:
    ///   - bytes: UTF-8; only the first 4,096 are searched.
    ///   - order: nil: what could be read both ways is no date.
    public static func first(in bytes: some Collection<UInt8>, order: Order? = nil) -> WrittenDate? {
        all(in: bytes, order: order, limit: 1).first
    }

    /// The same without a copy.
    public static func first(in bytes: [UInt8], order: Order? = nil) -> WrittenDate? { all(in: bytes, order: order, limit: 1).first }

    /// The dates in running text, in their order, none inside another.
    public static func all(in bytes: some Collection<UInt8>, order: Order? = nil, limit: Int = 16) -> [WrittenDate] {
        all(in: Array(bytes.prefix(4096)), order: order, limit: limit)
    }

    /// The same without a copy.
    public static func all(in bytes: [UInt8], order: Order? = nil, limit: Int = 16) -> [WrittenDate] {
        let text = bytes.count <= 4096 ? bytes : Array(bytes.prefix(4096))
        guard mayHoldDate(text) else { return [] }
        let tokens = DateToken.tokens(of: text, limit: 1500)
        let matcher = DateMatcher(bytes: text, tokens: tokens, isField: false, order: order)
        var found: [WrittenDate] = []
        var end = 0
        for place in tokens.indices where tokens[place].range.lowerBound >= end && matcher.mayStart(at: place) {
            guard let date = matcher.match(at: place) else { continue }
            found.append(date)
            if found.count == limit { break }
            end = date.range.upperBound
        }
        return found
    }

    /// Every written form has a run of two or four digits for its year; most texts have none, and taking them apart costs more.
    private static func mayHoldDate(_ text: [UInt8]) -> Bool {
        var digits = 0
        for byte in text {
            if byte &- 0x30 < 10 {
                digits += 1
            } else {
                if digits == 4 || digits == 2 { return true }
                digits = 0
            }
        }
        return digits == 4 || digits == 2
    }
}

/// A run of digits, a word, or one other character of a text.
struct DateToken {
    enum Kind { case number, word, mark }

    let kind: Kind
    let range: Range<Int>
    /// Of a number; -1 when it is too long to be one.
    var value = -1
    /// The character of a mark; 0 for others.
    var mark: UInt8 = 0

    var digits: Int { range.count }
    func isMark(_ character: Unicode.Scalar) -> Bool { mark == UInt8(ascii: character) }
    func isMark(among marks: StaticString) -> Bool { mark != 0 && marks.withUTF8Buffer { $0.contains(mark) } }

    static func tokens(of bytes: [UInt8], limit: Int) -> [DateToken] {
        var tokens: [DateToken] = []
        var at = 0
        while at < bytes.count, tokens.count < limit {
            let start = at
            let byte = bytes[at]
            if byte &- 0x30 < 10 {
                var value = 0
                while at < bytes.count, bytes[at] &- 0x30 < 10 {
                    if at - start < 8 { value = value * 10 + Int(bytes[at] - 0x30) }
                    at += 1
                }
                tokens.append(DateToken(kind: .number, range: start..<at, value: at - start > 8 ? -1 : value))
            } else if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 {
                at = wordEnd(bytes, start)
                tokens.append(DateToken(kind: .word, range: start..<at))
            } else {
                at += 1
                if byte > 0x20 { tokens.append(DateToken(kind: .mark, range: start..<at, mark: byte)) }
            }
        }
        return tokens
    }

    /// Letters beyond ASCII have their lower case too: Января, Ağustos.
    static func lowered(_ word: ArraySlice<UInt8>) -> String {
        let isASCII = word.allSatisfy { $0 < 0x80 }
        return isASCII
            ? String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self) : String(decoding: word, as: UTF8.self).lowercased()
    }

    /// One past a word; the ideographs of a date (年 月 日 号) and no-break spaces stand alone.
    private static func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        if bytes[start] >= 0xE3, bytes.count >= start + 3 { return start + 3 }
        if bytes[start] == 0xC2, bytes.count >= start + 2 { return start + 2 }
        var at = start
        while at < bytes.count, bytes[at] != 0xC2, bytes[at] < 0xE3, bytes[at] >= 0x80 || (0x61...0x7A).contains(bytes[at] | 0x20) { at += 1 }
        return max(at, start + 1)
    }
}
