import BriefModel

/// The words of a text in one pass, as numbers: what grouping needs of a mark-up, some twenty times as fast. Words met again are neither folded to
/// strings nor stemmed again.
public struct TermScanner: Sendable {
    private var known: [String: IntegerMap<UInt64, KnownWord>] = [:]
    private var scratch: [UInt8] = []

    /// Words kept of a language; beyond, it begins anew.
    private static let most = 200_000

    public init() {}

    /// Appends the words and numbers of a stretch of text.
    public mutating func scan(_ text: [UInt8], in stretch: Range<Int>, language: String, into words: inout [TermMention]) {
        let spans = TokenSpans(text: TextBytes(bytes: text), language: language)
        var table = known.removeValue(forKey: language) ?? IntegerMap(vacant: .unknown)
        defer { known[language] = table }
        if table.count > Self.most { table = IntegerMap(vacant: .unknown) }
        var index = stretch.lowerBound
        var gapStart = index
        var before = 0
        while let span = spans.span(from: index, limit: stretch.upperBound) {
            switch span.kind {
            case .word:
                let isNew = gapStart == stretch.lowerBound || begins(after: gapStart..<span.range.lowerBound, lastWord: before, in: text)
                words.append(word(span.range, in: spans, language: language, beginsSentence: isNew, &table))
                before = span.range.count
                gapStart = span.range.upperBound
            case .number:
                let isNew = gapStart == stretch.lowerBound || begins(after: gapStart..<span.range.lowerBound, lastWord: before, in: text)
                if let number = number(span.range, in: spans, beginsSentence: isNew) { words.append(number) }
                before = span.range.count
                gapStart = span.range.upperBound
            case .ideographs:
                for pair in spans.pairs(ofIdeographs: span.range) { words.append(ideographs(pair, in: spans, &table)) }
                before = span.range.count
                gapStart = span.range.upperBound
            case .symbol: break
            }
            index = span.next
        }
    }

    /// A stop, a colon, an opening mark or a line's end stands before it, and not after an initial or a short form.
    private func begins(after gap: Range<Int>, lastWord: Int, in text: [UInt8]) -> Bool {
        for place in gap {
            switch text[place] {
            case UInt8(ascii: "."): if lastWord > 2 { return true }
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x0A: return true
            case 0xE2: if place + 2 < text.count, text[place + 1] == 0x80, text[place + 2] == 0x9C || text[place + 2] == 0x9E { return true }
            default: break
            }
        }
        return false
    }

    private mutating func word(
        _ range: Range<Int>, in spans: TokenSpans, language: String, beginsSentence: Bool, _ table: inout IntegerMap<UInt64, KnownWord>
    ) -> TermMention {
        let keepsEnding = spans.hasInnerCapital(range)
        var hash = WordHash()
        var isPlain = true
        for place in range {
            let byte = spans.text[place]
            guard byte < 0x80 else {
                isPlain = false
                break
            }
            hash.take(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        if !isPlain {
            scratch.removeAll(keepingCapacity: true)
            spans.text.fold(range, into: &scratch)
            hash = WordHash()
            for byte in scratch { hash.take(byte) }
        }
        let key = keepsEnding ? ~hash.value : hash.value
        var entry = table[key]
        if entry.isUnknown {
            scratch.removeAll(keepingCapacity: true)
            spans.text.fold(range, into: &scratch)
            entry = KnownWord(String(decoding: scratch, as: UTF8.self), keepsEnding: keepsEnding, language: language)
            table[key] = entry
        }
        let isCapitalized = spans.isCapitalized(range)
        return TermMention(
            kind: .word, range: range, known: entry, isCapitalized: isCapitalized, isStopword: entry.isStopword && !spans.isUnitedStates(range),
            beginsSentence: beginsSentence)
    }

    private func number(_ range: Range<Int>, in spans: TokenSpans, beginsSentence: Bool) -> TermMention? {
        guard range.count < 40, let value = Double(NumberFormat.plain(spans.text.bytes[range], language: spans.language)) else { return nil }
        var known = KnownWord.unknown
        known.value = value
        return TermMention(kind: .number, range: range, known: known, isCapitalized: false, isStopword: false, beginsSentence: beginsSentence)
    }

    private func ideographs(_ pair: Range<Int>, in spans: TokenSpans, _ table: inout IntegerMap<UInt64, KnownWord>) -> TermMention {
        var hash = WordHash()
        for place in pair { hash.take(spans.text[place]) }
        var entry = table[hash.value]
        if entry.isUnknown {
            entry = KnownWord(ideographs: spans.text.string(pair))
            table[hash.value] = entry
        }
        return TermMention(
            kind: .ideographs, range: pair, known: entry, isCapitalized: entry.namesCountry, isStopword: entry.isStopword, beginsSentence: false)
    }
}
