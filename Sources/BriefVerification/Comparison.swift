import BriefModel
import TextAnalysis

/// A statement laid beside one sentence word by word: which words stand in both in the same order, and what stands in place of the others.
struct Comparison {
    /// A term, or a word without content.
    struct Word {
        let key: String
        /// Index into the terms of its reading.
        let term: Int?
        /// In the text the sentence was cut from.
        let range: Range<Int>
    }

    /// Neighbouring words of the statement that the sentence lacks there, and what it has between the same two words both have.
    struct Difference {
        let ours: Range<Int>
        let theirs: Range<Int>
    }

    let entry: Int
    let reading: Reading
    let ours: [Word]
    let theirs: [Word]
    /// Index into `theirs` for each of ours.
    let met: [Int?]
    let differences: [Difference]
    /// Share of the statement's weight that is met in order.
    let coverage: Double
    private let weights: [Double]

    /// Words of either side beyond which two sentences are not compared: the work grows with their product.
    private static let longest = 160
    private static let emptyWeight = 0.1

    init?(_ assertion: Assertion, entry number: Int, index: EvidenceIndex) {
        let reading = index.entries[number].reading
        let ours = Self.words(of: assertion.reading)
        let theirs = Self.words(of: reading)
        guard !ours.isEmpty, !theirs.isEmpty, ours.count <= Self.longest, theirs.count <= Self.longest else { return nil }
        let weights = ours.map { word in word.term.map { assertion.parts[$0].weight } ?? Self.emptyWeight }
        let width = theirs.count + 1
        var best = [Double](repeating: 0, count: (ours.count + 1) * width)
        let pairs = ours.map { word in theirs.map { Self.isSame(word, assertion.reading, $0, reading) } }
        for left in stride(from: ours.count - 1, through: 0, by: -1) {
            for right in stride(from: theirs.count - 1, through: 0, by: -1) {
                let without = max(best[(left + 1) * width + right], best[left * width + right + 1])
                let with = pairs[left][right] ? best[(left + 1) * width + right + 1] + weights[left] : 0
                best[left * width + right] = max(without, with)
            }
        }
        var met = [Int?](repeating: nil, count: ours.count)
        var left = 0
        var right = 0
        while left < ours.count, right < theirs.count {
            if pairs[left][right], best[left * width + right] == best[(left + 1) * width + right + 1] + weights[left] {
                met[left] = right
                left += 1
                right += 1
            } else if best[(left + 1) * width + right] >= best[left * width + right + 1] {
                left += 1
            } else {
                right += 1
            }
        }
        entry = number
        self.reading = reading
        self.ours = ours
        self.theirs = theirs
        self.met = met
        self.weights = weights
        differences = Self.differences(met, count: theirs.count)
        let total = weights.reduce(0, +)
        coverage = total > 0 ? best[0] / total : 0
    }

    /// Share of the weight of the other words of the statement that is met.
    func rest(without difference: Range<Int>) -> Double {
        var total = 0.0
        var sum = 0.0
        for place in ours.indices where !difference.contains(place) {
            total += weights[place]
            if met[place] != nil { sum += weights[place] }
        }
        return total > 0 ? sum / total : 0
    }

    /// Share of the weight of these words that is met.
    func share(of places: [Int]) -> Double {
        let total = places.reduce(0) { $0 + weights[$1] }
        return total > 0 ? places.reduce(0) { $0 + (met[$1] == nil ? 0 : weights[$1]) } / total : 0
    }

    /// Terms met in order that say something.
    func tellingMatches(_ assertion: Assertion) -> Int {
        ours.indices.count { met[$0] != nil && ours[$0].term.map { !assertion.parts[$0].isLight } == true }
    }

    private static func differences(_ met: [Int?], count: Int) -> [Difference] {
        var result: [Difference] = []
        var start = 0
        var after = 0
        func close(_ end: Int, _ place: Int) {
            if start < end || after < place { result.append(Difference(ours: start..<end, theirs: after..<max(after, place))) }
        }
        for (place, other) in met.enumerated() {
            guard let other else { continue }
            close(place, other)
            start = place + 1
            after = other + 1
        }
        close(met.count, count)
        return result
    }

    // MARK: Words

    private static let articles: Set<String> = ["a", "an", "the"]
    private static let beings: Set<String> = ["is", "are", "was", "were", "be", "been", "being"]
    private static let havings: Set<String> = ["has", "have", "had", "having"]

    private static func words(of reading: Reading) -> [Word] {
        var words: [Word] = []
        var dateEnd = 0
        for (index, token) in reading.sentence.tokens.enumerated() where token.range.lowerBound >= dateEnd {
            if let term = reading.termOfToken[index] {
                if words.last?.term == term { continue }
                words.append(Word(key: reading.terms[term].key, term: term, range: reading.terms[term].range))
                if reading.terms[term].kind == .date { dateEnd = reading.terms[term].range.upperBound }
            } else if token.kind != .symbol, !articles.contains(token.folded) {
                let key = beings.contains(token.folded) ? "be" : havings.contains(token.folded) ? "have" : token.folded
                words.append(Word(key: key, term: nil, range: token.range))
            }
        }
        return words
    }

    private static func isSame(_ left: Word, _ ours: Reading, _ right: Word, _ theirs: Reading) -> Bool {
        if left.key == right.key { return true }
        guard let left = left.term, let right = right.term else { return false }
        switch (ours.terms[left].kind, theirs.terms[right].kind) {
        case (.number, .number):
            guard let mine = ours.quantity(of: ours.terms[left]), let other = theirs.quantity(of: theirs.terms[right]) else { return false }
            return mine.isBorneOut(by: other)
        case (.date, .date):
            guard let mine = ours.sentence.dates.first(where: { $0.range == ours.terms[left].range }),
                let other = theirs.sentence.dates.first(where: { $0.range == theirs.terms[right].range })
            else { return false }
            return mine.first <= other.last && other.first <= mine.last
        default: return false
        }
    }
}
