import BriefModel
import TextAnalysis

/// The sentences of a set of articles as vectors over their terms, found by the days they name and the days they were published.
struct SentencePool {
    struct Candidate {
        let article: Int
        let sentence: Int
        /// Unit length, by term.
        let terms: [(term: Int, weight: Float)]
        /// Hash of its words: the same sentence in two articles is said once.
        let wording: Int
    }

    private(set) var candidates: [Candidate] = []
    private(set) var naming: [CalendarDay: [Int]] = [:]
    private(set) var opening: [CalendarDay: [Int]] = [:]
    private(set) var termCount = 0

    /// Words of a sentence that can stand alone in a timeline.
    private static let words = 8...60

    init(_ articles: [AnalyzedArticle]) {
        var numbers: [String: Int] = [:]
        var rows: [(article: Int, sentence: Int, counts: [Int: Int])] = []
        var articleCounts: [Int] = []
        for (place, article) in articles.enumerated() {
            var seen: Set<Int> = []
            for (index, sentence) in article.sentences.enumerated() {
                var counts: [Int: Int] = [:]
                for token in sentence.tokens where !token.isStopword && token.kind != .symbol && token.folded.utf8.count > 1 {
                    let number = numbers[token.stem] ?? numbers.count
                    if number == numbers.count {
                        numbers[token.stem] = number
                        articleCounts.append(0)
                    }
                    counts[number, default: 0] += 1
                }
                seen.formUnion(counts.keys)
                if isSentence(sentence, of: article.article) { rows.append((place, index, counts)) }
            }
            for number in seen { articleCounts[number] += 1 }
        }
        termCount = numbers.count
        let rarity = articleCounts.map { Float(Logarithm.of(1 + Double(articles.count) / Double(max(1, $0)))) }
        for row in rows { add(row.article, row.sentence, Self.vector(row.counts, rarity), articles) }
    }

    /// A title stands over its article and cites badly; what is too short says too little, what is too long says too much.
    private func isSentence(_ sentence: Sentence, of article: Article) -> Bool {
        let isHeading = article.blocks.indices.contains(sentence.block) && [.title, .heading].contains(article.blocks[sentence.block].kind)
        let isIdeographic = sentence.tokens.first { $0.kind != .number }?.kind == .ideographs
        return !isHeading && Self.words.contains(isIdeographic ? sentence.tokens.count / 2 : sentence.tokens.count)
    }

    private static func vector(_ counts: [Int: Int], _ rarity: [Float]) -> [(term: Int, weight: Float)] {
        let raw = counts.sorted { $0.key < $1.key }.map { (term: $0.key, weight: (1 + Float(Logarithm.of(Double($0.value)))) * rarity[$0.key]) }
        let norm = raw.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        return norm > 0 ? raw.map { ($0.term, $0.weight / norm) } : []
    }

    private mutating func add(_ article: Int, _ sentence: Int, _ terms: [(term: Int, weight: Float)], _ articles: [AnalyzedArticle]) {
        guard !terms.isEmpty else { return }
        let number = candidates.count
        let marked = articles[article].sentences[sentence]
        candidates.append(Candidate(article: article, sentence: sentence, terms: terms, wording: Self.hash(marked.tokens)))
        for day in Set(marked.dates.filter { $0.first == $0.last }.map(\.first)) { naming[day, default: []].append(number) }
        if sentence < DateSelection.opening { opening[articles[article].article.day, default: []].append(number) }
    }

    private static func hash(_ tokens: [Token]) -> Int {
        var hash = WordHash()
        for token in tokens { for byte in token.folded.utf8 { hash.take(byte) } }
        return Int(truncatingIfNeeded: hash.value)
    }
}
