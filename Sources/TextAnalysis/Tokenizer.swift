import BriefModel

/// Bytes of one sentence to tokens: words (hyphenated ones whole, possessive 's left out), numbers, pairs of ideographs, currency and per cent signs.
struct Tokenizer {
    let text: TextBytes
    let language: String
    let stopwords: Set<String>
    let stemmer: Stemmer

    init(text: TextBytes, language: String, stemmer: Stemmer) {
        self.text = text
        self.language = language
        self.stemmer = stemmer
        stopwords = Stopwords.words(of: language)
    }

    func tokens(in range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(range.count / 5)
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, length) = text.scalar(at: index)
            if isIdeograph(value) {
                index = appendIdeographs(from: index, limit: range.upperBound, to: &tokens)
            } else if isDigit(value) || isLetter(value) {
                index = appendWord(from: index, limit: range.upperBound, to: &tokens)
            } else {
                if isSign(value) {
                    let sign = text.string(index..<(index + length))
                    tokens.append(
                        Token(range: index..<(index + length), kind: .symbol, folded: sign, stem: sign, isCapitalized: false, isStopword: true))
                }
                index += length
            }
        }
        return tokens
    }

    private func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x24, 0x25, 0xA3, 0xA5, 0x20A0...0x20CF, 0xFF04, 0xFF05, 0xFFE5, 0x26: true
        default: false
        }
    }

    /// A run of ideographs as overlapping pairs; a single one stands alone. Numerals count as ideographs too.
    private func appendIdeographs(from start: Int, limit: Int, to tokens: inout [Token]) -> Int {
        var marks: [Int] = []
        var index = start
        while index < limit {
            let (value, length) = text.scalar(at: index)
            guard isIdeograph(value) else { break }
            marks.append(index)
            index += length
        }
        marks.append(index)
        for first in 0..<max(1, marks.count - 2) {
            let range = marks[first]..<marks[min(first + 2, marks.count - 1)]
            let pair = text.string(range)
            tokens.append(
                Token(range: range, kind: .ideographs, folded: pair, stem: pair, isCapitalized: false, isStopword: ChineseWords.isFunction(pair)))
        }
        return index
    }

    /// A word or a number: letters and digits, joined by hyphens, inner apostrophes, and stops or commas between digits.
    private func appendWord(from start: Int, limit: Int, to tokens: inout [Token]) -> Int {
        var index = start
        var hasLetter = false
        var hasDigit = false
        var elision: Int?
        scan: while index < limit {
            let (value, length) = text.scalar(at: index)
            if isDigit(value) {
                hasDigit = true
            } else if isLetter(value) {
                hasLetter = true
            } else {
                guard index + length < limit else { break scan }
                let next = text.scalar(at: index + length).value
                if value == 0x2D || value == 0x2010 || value == 0x2011 {
                    guard isLetter(next) || (isDigit(next) && hasLetter) else { break scan }
                } else if isApostrophe(value) {
                    guard isLetter(next) else { break scan }
                    if elides(start..<index) {
                        elision = index + length
                        break scan
                    }
                } else if value == 0x2E {
                    guard isDigit(next) && hasDigit || isAbbreviationDot(at: index, start: start, next: next, limit: limit) else { break scan }
                } else if value == 0x2C {
                    guard isDigit(next), hasDigit, !hasLetter else { break scan }
                } else {
                    break scan
                }
            }
            index += length
        }
        append(hasLetter ? withoutPossessive(start..<index) : start..<index, isNumber: !hasLetter, to: &tokens)
        return elision ?? index
    }

    private func append(_ range: Range<Int>, isNumber: Bool, to tokens: inout [Token]) {
        if isNumber {
            let digits = NumberFormat.plain(text.bytes[range], language: language)
            tokens.append(Token(range: range, kind: .number, folded: digits, stem: digits, isCapitalized: false, isStopword: false))
            return
        }
        var folded: [UInt8] = []
        folded.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, length) = text.scalar(at: index)
            Folding.append(value, to: &folded)
            index += length
        }
        let word = String(decoding: folded, as: UTF8.self)
        let first = text.scalar(at: range.lowerBound).value
        tokens.append(
            Token(
                range: range, kind: .word, folded: word, stem: hasInnerCapital(range) ? word : stemmer.stem(word),
                isCapitalized: isUppercase(first) || isProductLike(range, folded),
                isStopword: stopwords.contains(word) && !isAcronymOfStopword(range, word)))
    }

    /// "US" in capitals is a country, not a pronoun.
    private func isAcronymOfStopword(_ range: Range<Int>, _ word: String) -> Bool {
        word == "us" && text[range.lowerBound] == UInt8(ascii: "U") && text[range.lowerBound + 1] == UInt8(ascii: "S")
    }

    /// "OpenAI", "xAI": a name, whose end is no ending.
    private func hasInnerCapital(_ range: Range<Int>) -> Bool {
        let bytes = text.bytes[(range.lowerBound + 1)..<range.upperBound]
        return bytes.contains { $0 >= 0x41 && $0 <= 0x5A } && bytes.contains { $0 >= 0x61 && $0 <= 0x7A }
            && !bytes.contains(UInt8(ascii: "-"))
    }

    /// "xAI", "iPhone": a capital after a first small letter.
    private func isProductLike(_ range: Range<Int>, _ folded: [UInt8]) -> Bool {
        guard range.count >= 3, range.count == folded.count, isLowercase(UInt32(text[range.lowerBound])) else { return false }
        return text.bytes[(range.lowerBound + 1)..<range.upperBound].contains { $0 >= 0x41 && $0 <= 0x5A }
            && !text.bytes[range].contains(0x2D)
    }

    private func withoutPossessive(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 2, text[range.upperBound - 1] | 0x20 == 0x73,
            let mark = text.scalar(before: range.upperBound - 1, from: range.lowerBound),
            isApostrophe(mark.value)
        else { return range }
        return range.lowerBound..<(range.upperBound - 1 - mark.length)
    }

    /// l', d', qu' and their like, in French and Italian.
    private func elides(_ range: Range<Int>) -> Bool {
        guard language == "fr" || language == "it" else { return false }
        return range.count == 1
            || ["qu", "jusqu", "lorsqu", "puisqu", "quelqu", "dell", "all", "nell", "sull", "un"].contains(
                Folding.fold(text.string(range)))
    }

    /// The inner stop of "U.S", "e.g", "p.m".
    private func isAbbreviationDot(at index: Int, start: Int, next: UInt32, limit: Int) -> Bool {
        guard isLetter(next), index - start == 1 || (index - start >= 3 && text[index - 2] == 0x2E) else { return false }
        return index + 2 >= limit || !isLetter(text.scalar(at: index + 2).value)
    }
}

/// Pairs of ideographs that are function words.
enum ChineseWords {
    static func isFunction(_ pair: String) -> Bool { functions.contains(pair) }

    private static let functions: Set<String> = [
        "的", "了", "在", "是", "和", "也", "都", "与", "及", "为", "对", "将", "从", "但", "而", "或", "其", "这", "那", "他", "她", "它", "我", "你",
        "我们", "他们", "她们", "它们", "这个", "那个", "这些", "那些", "一个", "以及", "因为", "所以", "但是", "而且", "如果", "已经", "目前", "没有", "可以",
    ]
}
