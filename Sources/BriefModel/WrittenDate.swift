/// A date as people and programs write it: ISO 8601, RFC 822 with its usual errors, `30th Jan 2026, 11.20`, `24. Februar 2026`,
/// `2026年1月20日`. Read by hand over bytes; what the calendar does not have (`31/02/2026`) is no date. Times without a zone count as UTC.
public struct WrittenDate: Hashable, Sendable {
    public let timestamp: Timestamp
    /// False when only a day is written.
    public let hasTime: Bool
    /// UTF-8 byte offsets of the date in the text searched.
    public let range: Range<Int>

    /// A field that should hold a date and nothing else; a weekday before it is skipped unchecked.
    public static func parse(_ text: String) -> WrittenDate? {
        guard text.utf8.count <= 200 else { return nil }
        let tokens = DateToken.tokens(of: Array(text.utf8), limit: 40)
        var first = 0
        while first < tokens.count, tokens[first].kind != .number, DateWords.month(tokens[first].word) == nil {
            guard tokens[first].kind == .mark || DateWords.isWeekday(tokens[first].word) else { return nil }
            first += 1
        }
        return DateMatcher(tokens: tokens, isField: true).match(at: first)
    }

    /// The first date in running text.
    /// - Parameter bytes: UTF-8; only the first 4,096 are searched.
    public static func first(in bytes: some Collection<UInt8>) -> WrittenDate? {
        let tokens = DateToken.tokens(of: Array(bytes.prefix(4096)), limit: 1500)
        let matcher = DateMatcher(tokens: tokens, isField: false)
        return tokens.indices.lazy.compactMap { matcher.match(at: $0) }.first
    }
}

struct DateToken {
    enum Kind { case number, word, mark }

    let kind: Kind
    let range: Range<Int>
    /// Of a number; -1 when it is too long to be one.
    var value = -1
    /// Of a word: lower case in ASCII. Of a mark: the byte itself.
    var word = ""

    var digits: Int { range.count }
    func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && word.unicodeScalars.first == character }

    static func tokens(of bytes: [UInt8], limit: Int) -> [DateToken] {
        var tokens: [DateToken] = []
        var at = 0
        while at < bytes.count, tokens.count < limit {
            let start = at
            let byte = bytes[at]
            if (0x30...0x39).contains(byte) {
                while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
                let value = at - start > 8 ? -1 : bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                tokens.append(DateToken(kind: .number, range: start..<at, value: value))
            } else if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
                at = wordEnd(bytes, start)
                let word = String(decoding: bytes[start..<at].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
                tokens.append(DateToken(kind: .word, range: start..<at, word: word))
            } else {
                at += 1
                guard byte > 0x20 else { continue }
                tokens.append(DateToken(kind: .mark, range: start..<at, word: String(UnicodeScalar(byte))))
            }
        }
        return tokens
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
