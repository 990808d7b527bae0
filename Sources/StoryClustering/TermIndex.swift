/// Numbers for terms, and how many articles and outlets use each: what a term weighs follows from that.
struct TermIndex: Sendable {
    private(set) var words: [String] = []
    private var places: [String: Int32] = [:]
    /// Articles that use the term.
    private(set) var articleCounts: [Int32] = []
    /// The one outlet that uses the term, or -1 when several do.
    private var soleOutlet: [Int32] = []
    private var outlets: [String: Int32] = [:]
    private(set) var articles = 0
    /// Terms of fewer articles weigh nothing: 2 once all articles are counted, for what no other article says can tie it to none.
    var leastCount: Int32 = 1

    /// Articles assumed to have been seen before the first, none of which used the term: the first few articles of a stream are not all alike
    /// merely because their words are still few.
    var unseen = 40.0
    /// Terms that one outlet alone uses, again and again, are its house style, not news; what they weigh is cut to this share.
    private static let houseStyle: Float = 0.3

    mutating func place(of word: String) -> Int32 {
        if let known = places[word] { return known }
        let place = Int32(words.count)
        places[word] = place
        words.append(word)
        articleCounts.append(0)
        soleOutlet.append(-2)
        return place
    }

    func known(_ word: String) -> Int32? { places[word] }

    /// Rarity counts more than in proportion when all is known: within one topic every story speaks of the same few bodies and things, and what tells
    /// neighbouring stories apart is what few articles say.
    var isSteep = false

    private func steepened(_ rarity: Float) -> Float { isSteep ? rarity.squareRoot() : 1 }

    /// Counts one article's terms, each once.
    mutating func count(_ terms: [Int32], outlet: String) {
        articles += 1
        let next = Int32(outlets.count)
        let number = outlets[outlet, default: next]
        outlets[outlet] = number
        for term in terms {
            articleCounts[Int(term)] += 1
            if soleOutlet[Int(term)] == -2 { soleOutlet[Int(term)] = number } else if soleOutlet[Int(term)] != number { soleOutlet[Int(term)] = -1 }
        }
    }

    /// Counts terms whose numbers another index gave.
    mutating func take(_ terms: [Int32], outlet: String) {
        if let last = terms.last, Int(last) >= articleCounts.count {
            let missing = Int(last) + 1 - articleCounts.count
            articleCounts += [Int32](repeating: 0, count: missing)
            soleOutlet += [Int32](repeating: -2, count: missing)
        }
        count(terms, outlet: outlet)
    }

    /// Inverse article frequency; 0 for a term this index never counted.
    func weight(of term: Int32) -> Float {
        guard Int(term) < articleCounts.count else { return 0 }
        let count = max(1, articleCounts[Int(term)])
        if count < leastCount { return 0 }
        let rarity = Float(Logarithm.of(1 + (Double(articles) + unseen) / Double(count)))
        let isHouseStyle = outlets.count > 2 && count > 1 && soleOutlet[Int(term)] >= 0
        return rarity * steepened(rarity) * (isHouseStyle ? Self.houseStyle : 1)
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
