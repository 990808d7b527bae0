import TextAnalysis

/// How many articles and outlets use each term: what a term weighs follows from that.
struct TermIndex: Sendable {
    struct Use: Sendable {
        /// Articles that use the term.
        var articles: Int32
        /// The one outlet that uses it, or -1 when several do.
        var soleOutlet: Int32

        mutating func count(_ outlet: Int32) {
            if articles == 0 { soleOutlet = outlet }
            if soleOutlet != outlet { soleOutlet = -1 }
            articles += 1
        }
    }

    var uses = IntegerMap<Int32, Use>(vacant: Use(articles: 0, soleOutlet: -1))
    var outlets: [String: Int32] = [:]
    var articles = 0
    /// Terms of fewer articles weigh nothing: 2 once all articles are counted, for what no other article says can tie it to none.
    var leastCount: Int32 = 1

    /// Articles assumed to have been seen before the first, none of which used the term: the first few articles of a stream are not all alike
    /// merely because their words are still few.
    var unseen = 40.0
    /// Terms that one outlet alone uses, again and again, are its house style, not news; what they weigh is cut to this share.
    private static let houseStyle: Float = 0.3
    /// Terms kept at most; beyond, those that one article used are forgotten, and if need be those of two, and so on.
    private static let most = 400_000

    /// Counts one article's terms, each once.
    mutating func count(_ terms: [Int32], outlet: String) {
        articles += 1
        let next = Int32(outlets.count)
        let number = outlets[outlet, default: next]
        outlets[outlet] = number
        for term in terms { uses[term].count(number) }
        if uses.count > Self.most { forgetRare() }
    }

    private mutating func forgetRare() {
        var least: Int32 = 2
        while uses.count > Self.most / 2 {
            var kept = IntegerMap<Int32, Use>(vacant: Use(articles: 0, soleOutlet: -1))
            uses.forEach { term, use in if use.articles >= least { kept[term] = use } }
            uses = kept
            least *= 2
        }
    }

    /// Inverse article frequency; 0 for a term this index never counted.
    func weight(of term: Int32) -> Float {
        let use = uses[term]
        guard use.articles > 0, use.articles >= leastCount else { return 0 }
        let rarity = Float(Logarithm.of(1 + (Double(articles) + unseen) / Double(use.articles)))
        let isHouseStyle = outlets.count > 2 && use.articles > 1 && use.soleOutlet >= 0
        return rarity * (isHouseStyle ? Self.houseStyle : 1)
    }
}

/// Natural logarithm by series: the same bits on every machine, without a C library.
enum Logarithm {
    static func of(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        let ln2 = 0.693_147_180_559_945_3
        let fraction = value.significand / 1.414_213_562_373_095_1
        let ratio = (fraction - 1) / (fraction + 1)
        let square = ratio * ratio
        // 1 + x²/3 + x⁴/5 … to x¹⁸, the ratio being below .18.
        var sum = 1.0 / 19
        for reciprocal in reciprocals { sum = sum * square + reciprocal }
        return 2 * ratio * sum + (Double(value.exponent) + 0.5) * ln2
    }

    private static let reciprocals: [Double] = [1 / 17.0, 1 / 15.0, 1 / 13.0, 1 / 11.0, 1 / 9.0, 1 / 7.0, 1 / 5.0, 1 / 3.0, 1]
}
