/// How many articles and outlets use each term: what a term weighs follows from that.
struct TermIndex: Sendable {
    private struct Use: Sendable {
        /// Articles that use the term.
        var articles: Int32
        /// The one outlet that uses it, or -1 when several do.
        var soleOutlet: Int32
    }

    private var uses: [Int32: Use] = [:]
    private var outlets: [String: Int32] = [:]
    private(set) var articles = 0
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
        for term in terms { count(term, outlet: number) }
        if uses.count > Self.most { forgetRare() }
    }

    private mutating func count(_ term: Int32, outlet: Int32) {
        var use = uses[term] ?? Use(articles: 0, soleOutlet: outlet)
        use.articles += 1
        if use.soleOutlet != outlet { use.soleOutlet = -1 }
        uses[term] = use
    }

    private mutating func forgetRare() {
        var least: Int32 = 2
        while uses.count > Self.most / 2 {
            uses = uses.filter { $0.value.articles >= least }
            least *= 2
        }
    }

    /// Inverse article frequency; 0 for a term this index never counted.
    func weight(of term: Int32) -> Float {
        guard let use = uses[term], use.articles >= leastCount else { return 0 }
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
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 19.0, by: 2.0) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + (Double(value.exponent) + 0.5) * ln2
    }
}
