/// How many marked parts are met, whole and by their words, summed over texts.
struct SpanCounts: Sendable {
    private var exact = (both: 0, wanted: 0, given: 0)
    private var words = (both: 0, wanted: 0, given: 0)

    /// Takes in one text.
    /// - Parameters:
    ///   - wanted: the parts marked, each in one or more pieces.
    ///   - given: the parts found.
    ///   - tokens: where the words of the text are.
    mutating func add(wanted: [[Range<Int>]], given: [[Range<Int>]], tokens: [Range<Int>]) {
        let wanted = wanted.filter { !$0.isEmpty }
        let given = given.filter { !$0.isEmpty }
        var left = wanted
        for part in given {
            guard let place = left.firstIndex(of: part) else { continue }
            left.remove(at: place)
            exact.both += 1
        }
        exact.wanted += wanted.count
        exact.given += given.count
        let wantedWords = Self.words(of: wanted, tokens)
        let givenWords = Self.words(of: given, tokens)
        words.both += wantedWords.intersection(givenWords).count
        words.wanted += wantedWords.count
        words.given += givenWords.count
    }

    mutating func add(_ other: Self) {
        exact = (exact.both + other.exact.both, exact.wanted + other.exact.wanted, exact.given + other.exact.given)
        words = (words.both + other.words.both, words.wanted + other.words.wanted, words.given + other.words.given)
    }

    private static func words(of parts: [[Range<Int>]], _ tokens: [Range<Int>]) -> Set<Int> {
        var found: Set<Int> = []
        for piece in parts.joined() {
            var low = 0
            var high = tokens.count
            while low < high {
                let middle = (low + high) / 2
                if tokens[middle].upperBound <= piece.lowerBound { low = middle + 1 } else { high = middle }
            }
            while low < tokens.count, tokens[low].lowerBound < piece.upperBound {
                found.insert(low)
                low += 1
            }
        }
        return found
    }

    /// F1 of whole parts: one counts when all its pieces begin and end where they should.
    var exactF1: Double { Agreement.f1(both: exact.both, wanted: exact.wanted, given: exact.given) }
    /// F1 of the words in them.
    var overlapF1: Double { Agreement.f1(both: words.both, wanted: words.wanted, given: words.given) }
    /// Shares of the words: found of those wanted, and wanted of those found.
    var overlapRecall: Double { words.wanted == 0 ? 1 : Double(words.both) / Double(words.wanted) }
    var overlapPrecision: Double { words.given == 0 ? 1 : Double(words.both) / Double(words.given) }
}
