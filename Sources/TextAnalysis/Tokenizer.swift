import BriefModel

/// Bytes of one sentence to tokens: words (hyphenated ones whole, possessive 's left out), numbers, pairs of ideographs, currency and per cent signs.
struct Tokenizer {
    private let spans: TokenSpans
    private let stopwords: Set<String>
    private let stemmer: Stemmer
    private var text: TextBytes { spans.text }

    init(text: TextBytes, language: String, stemmer: Stemmer) {
        spans = TokenSpans(text: text, language: language)
        self.stemmer = stemmer
        stopwords = Stopwords.words(of: language)
    }

    func tokens(in range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(range.count / 5)
        var index = range.lowerBound
        while let span = spans.span(from: index, limit: range.upperBound) {
            switch span.kind {
            case .word: append(span.range, isNumber: false, to: &tokens)
            case .number: append(span.range, isNumber: true, to: &tokens)
            case .ideographs: appendIdeographs(span.range, to: &tokens)
            case .symbol:
                let sign = text.string(span.range)
                tokens.append(Token(range: span.range, kind: .symbol, folded: sign, stem: sign, isCapitalized: false, isStopword: true))
            }
            index = span.next
        }
        return tokens
    }

    private func appendIdeographs(_ run: Range<Int>, to tokens: inout [Token]) {
        for range in spans.pairs(ofIdeographs: run) {
            let pair = text.string(range)
            tokens.append(
                Token(range: range, kind: .ideographs, folded: pair, stem: pair, isCapitalized: false, isStopword: ChineseWords.isFunction(pair)))
        }
    }

    private func append(_ range: Range<Int>, isNumber: Bool, to tokens: inout [Token]) {
        if isNumber {
            let digits = NumberFormat.plain(text.bytes[range], language: spans.language)
            tokens.append(Token(range: range, kind: .number, folded: digits, stem: digits, isCapitalized: false, isStopword: false))
            return
        }
        var folded: [UInt8] = []
        folded.reserveCapacity(range.count)
        text.fold(range, into: &folded)
        let word = String(decoding: folded, as: UTF8.self)
        tokens.append(
            Token(
                range: range, kind: .word, folded: word, stem: spans.hasInnerCapital(range) ? word : stemmer.stem(word),
                isCapitalized: spans.isCapitalized(range), isStopword: stopwords.contains(word) && !spans.isUnitedStates(range)))
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
