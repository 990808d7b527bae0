public import BriefModel
import TextAnalysis

/// The sentences of a library, found by what they say. A sentence is found by its own words and, more weakly, by those of its title and neighbours,
/// so that "He answered that the number was none so far" is found under what the question was about.
public struct EvidenceIndex: Sendable {
    /// A sentence with where it stands.
    struct Entry: Sendable {
        let article: Int
        let reading: Reading
        /// Sorted identifiers of its terms.
        let terms: [Int32]
    }

    struct Shelf: Sendable {
        let article: Article
        let outlet: Outlet?
        /// Articles that go back to one origin count once.
        let origin: ArticleID
        /// Outlets of one owner count once.
        let house: String
        let sentences: Range<Int>
        /// Sorted identifiers of the terms of title and body.
        let terms: [Int32]
        let titleTerms: [Int32]
        let corrects: Bool
    }

    /// False where all sentences are judged by and none is looked for.
    let isSearched: Bool
    /// The days of its articles are known.
    let isDated: Bool
    let entries: [Entry]
    let shelves: [Shelf]
    /// Nil where it is not kept; see `homeCountries`.
    private let homes: HomeCountries?
    /// Sentences that say what is not known, by sources that can be relied on.
    let doubts: [Int]
    /// Terms that are names somewhere in the library: at the start of a sentence a capital alone does not tell.
    private let names: Set<Int32>
    let identifiers: [String: Int32]
    let postings: [[Posting]]
    /// Number of sentences that hold each term themselves.
    let frequencies: [Int32]
    let averageLength: Double
    /// Outlets by the words of their names.
    let outletNames: [(words: [String], outlets: Set<OutletID>)]

    struct Posting: Sendable {
        let entry: Int32
        let weight: Float
    }

    /// Weight of a term of the title or of the sentence before or after, against 1 for the sentence's own.
    static let titleWeight: Float = 0.5
    static let neighbourWeight: Float = 0.3

    public init(articles: [AnalyzedArticle], outlets: [OutletID: Outlet], reprints: [ReprintGroup]) {
        self.init(articles: articles, outlets: outlets, reprints: reprints, isSearched: true, isDated: true)
    }

    init(articles: [AnalyzedArticle], outlets: [OutletID: Outlet], reprints: [ReprintGroup], isSearched: Bool, isDated: Bool) {
        var originOf: [ArticleID: ArticleID] = [:]
        for group in reprints { for copy in group.copies { originOf[copy] = group.origin } }
        let outletOf = Dictionary(articles.map { ($0.article.id, $0.article.outlet) }, uniquingKeysWith: { first, _ in first })
        var identifiers: [String: Int32] = [:]
        func identify(_ key: String) -> Int32 {
            if let known = identifiers[key] { return known }
            let new = Int32(identifiers.count)
            identifiers[key] = new
            return new
        }
        var names: Set<Int32> = []
        var entries: [Entry] = []
        var shelves: [Shelf] = []
        for analyzed in articles {
            let first = entries.count
            var all: Set<Int32> = []
            var title: [Int32] = []
            for sentence in analyzed.sentences {
                let reading = Reading(sentence)
                let terms = Array(Set(reading.terms.map { identify($0.key) })).sorted()
                all.formUnion(terms)
                for term in reading.terms where term.kind == .name { names.insert(identify(term.key)) }
                if sentence.block == 0 { title += terms }
                entries.append(Entry(article: shelves.count, reading: reading, terms: terms))
            }
            let article = analyzed.article
            let origin = originOf[article.id] ?? article.id
            let house = outlets.house(of: outletOf[origin] ?? article.outlet)
            shelves.append(
                Shelf(
                    article: article, outlet: outlets[article.outlet], origin: origin, house: house, sentences: first..<entries.count,
                    terms: all.sorted(), titleTerms: Array(Set(title)).sorted(),
                    corrects: article.isCorrection || Self.announcesCorrection(article.title)))
        }
        var frequencies = [Int32](repeating: 0, count: identifiers.count)
        for entry in entries { for term in entry.terms { frequencies[Int(term)] += 1 } }
        var postings = [[Posting]](repeating: [], count: identifiers.count)
        for (number, entry) in entries.enumerated() where isSearched {
            var weights: [Int32: Float] = [:]
            let shelf = shelves[entry.article]
            for neighbour in [number - 1, number + 1] where shelf.sentences.contains(neighbour) {
                for term in entries[neighbour].terms { weights[term] = Self.neighbourWeight }
            }
            for term in shelf.titleTerms { weights[term] = Self.titleWeight }
            for term in entry.terms { weights[term] = 1 }
            for (term, weight) in weights { postings[Int(term)].append(Posting(entry: Int32(number), weight: weight)) }
        }
        self.isSearched = isSearched
        self.isDated = isDated
        self.entries = entries
        self.shelves = shelves
        outletNames = Self.names(of: shelves)
        self.identifiers = identifiers
        self.names = names
        self.frequencies = frequencies
        self.postings = postings
        averageLength = max(1, Double(entries.reduce(0) { $0 + $1.terms.count }) / Double(max(1, entries.count)))
        homes = isSearched ? HomeCountries(entries: entries, shelves: shelves) : nil
        doubts =
            !isSearched
            ? []
            : entries.indices.filter { number in
                let shelf = shelves[entries[number].article]
                return shelf.origin == shelf.article.id && shelf.outlet?.kind.needsCorroboration != true && Doubts.isDoubt(entries[number].reading)
            }
    }

    private static func announcesCorrection(_ title: String) -> Bool {
        let folded = Folding.fold(title)
        return ["correction", "corrected:", "korrektur", "rectificatif", "更正"].contains { folded.hasPrefix($0) }
    }

    /// Where the bodies named are at home; read anew each time where it is not kept.
    var homeCountries: HomeCountries { homes ?? HomeCountries(entries: entries, shelves: shelves) }

    func identifier(_ key: String) -> Int32? { identifiers[key] }

    /// Whether a capitalised word is a name, as far as the library shows.
    func isName(_ term: Term, in reading: Reading) -> Bool {
        if term.kind == .name { return true }
        guard term.kind == .word, let identifier = identifiers[term.key], names.contains(identifier) else { return false }
        return reading.sentence.tokens.first { $0.range.lowerBound == term.range.lowerBound }?.isCapitalized == true
    }

    /// A name stands in the sentence before or after one: it is spoken of there.
    func isNamedBeside(_ key: String, entry: Int) -> Bool {
        guard let identifier = identifiers[key] else { return false }
        let sentences = shelves[entries[entry].article].sentences
        return [entry - 1, entry + 1].contains { sentences.contains($0) && entries[$0].terms.holds(identifier) }
    }

    /// How telling a term is: 0 for one in every sentence, about 1 for a rare one.
    func rarity(_ identifier: Int32?) -> Double {
        guard !entries.isEmpty else { return 1 }
        let count = identifier.map { Double(frequencies[Int($0)]) } ?? 0
        let total = Double(entries.count)
        return (logarithm((total + 1) / (count + 1)) / logarithm(total + 1)).clamped(to: 0.1...1)
    }

    func passage(of entry: Int) -> Passage {
        Passage(entries[entry].reading.sentence, of: shelves[entries[entry].article].article)
    }
}

extension [Int32] {
    /// Membership in a sorted array.
    func holds(_ value: Int32) -> Bool {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == value
    }
}

extension Double {
    func clamped(to limits: ClosedRange<Double>) -> Double { Swift.min(Swift.max(self, limits.lowerBound), limits.upperBound) }
}
