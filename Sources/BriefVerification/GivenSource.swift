public import BriefModel
import TextAnalysis

/// Sentences to judge claims by, marked up once for all of them.
public struct GivenSource: Sendable {
    let index: EvidenceIndex
    /// Which sentence given each block of the index is, an array an article.
    private let places: [[Int]]
    let count: Int
    /// The last day of any article: what a claim without a day of its own is told on.
    let day: CalendarDay
    let isSpaced: Bool
    /// The sentences as a reader of claims gets them: the first of an article says by whom and when it was published, where both are known.
    let told: [String]

    /// Neither claim nor sentences are dated: the same day on both sides makes "12 November" one day in both.
    private static let nominal = CalendarDay(daysSince1970: 20_270)

    /// - Parameters:
    ///   - sentences: in the order of their articles.
    ///   - days: the day of the article each sentence stands in; empty where that is not known. A later article beats an earlier one on one thing.
    ///   - outlets: who published it, likewise.
    public init(sentences: [String], days: [CalendarDay?] = [], outlets: [String] = []) {
        let isSpaced = sentences.contains { SpacedText.isSpaced($0) }
        self.isSpaced = isSpaced
        count = sentences.count
        let known = days.compactMap { $0 }
        day = known.max() ?? Self.nominal
        func published(_ place: Int) -> CalendarDay? { days.indices.contains(place) ? days[place] : nil }
        told = sentences.indices.map { place in
            guard days.indices.contains(place), outlets.indices.contains(place), let day = days[place], !outlets[place].isEmpty,
                place == 0 || days[place - 1] != day || outlets[place - 1] != outlets[place]
            else { return sentences[place] }
            return "(\(outlets[place]), \(day)) \(sentences[place])"
        }
        func outlet(_ place: Int) -> String { outlets.indices.contains(place) ? outlets[place] : "given" }
        var articles: [AnalyzedArticle] = []
        var places: [[Int]] = []
        var start = 0
        while start < sentences.count {
            var end = start + 1
            while end < sentences.count, published(end) == published(start), outlet(end) == outlet(start) { end += 1 }
            let blocks = Self.blocks(sentences, start..<end, isSpaced: isSpaced)
            let stamp = Timestamp(day: published(start) ?? known.first ?? Self.nominal)
            let article = Article(
                id: ArticleID("given-\(articles.count)"), address: "", outlet: OutletID(outlet(start)), title: "", published: stamp, fetched: stamp,
                language: "en", body: blocks.map { (.paragraph, $0.text) })
            articles.append(TextAnalyzer().analyze(article))
            places.append(blocks.map(\.place))
            start = end
        }
        self.places = places
        index = EvidenceIndex(articles: articles, outlets: [:], reprints: [], isSearched: false, isDated: !known.isEmpty)
    }

    /// The sentences closed up; one that a full stop inside a number cut in two ("… for $ 1." "7 million …") is whole again.
    private static func blocks(_ sentences: [String], _ range: Range<Int>, isSpaced: Bool) -> [(text: String, place: Int)] {
        var result: [(text: String, place: Int)] = []
        for place in range {
            let sentence = sentences[place]
            if isSpaced, let last = result.last, endsInNumber(last.text), sentence.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
                result[result.count - 1].text += " " + sentence
            } else {
                result.append((sentence.isEmpty ? " " : sentence, place))
            }
        }
        return result.map { (SpacedText($0.text, isSpaced: isSpaced).text, $0.place) }
    }

    /// "… for $ 1.", "… in 98.": at most three digits, which a full stop follows.
    private static func endsInNumber(_ text: String) -> Bool {
        var bytes = text.utf8.reversed()[...].drop { $0 == 0x20 }
        guard bytes.popFirst() == 0x2E else { return false }
        return (1...3).contains(bytes.prefix { (0x30...0x39).contains($0) }.count)
    }

    /// The sentence given that an entry of the index stands in.
    func place(of entry: Int) -> Int {
        let found = index.entries[entry]
        let block = found.reading.sentence.block
        let places = places[found.article]
        return places.indices.contains(block) ? places[block] : 0
    }

    /// The sentences given that are nearest to a claim by their words, best first: places, at most `limit`. What a verdict rests on is another matter.
    public func nearest(to claim: String, limit: Int) -> [Int] {
        let closed = SpacedText(claim, isSpaced: isSpaced || SpacedText.isSpaced(claim))
        let terms = TextAnalyzer().sentences(in: closed.text, day: day).flatMap { Reading($0).terms }
        let telling = terms.filter { $0.kind != .word || !Concepts.english.isLight($0.key) }
        var seen: Set<Int> = []
        return index.nearest(to: telling.map(\.key), limit: limit).map(place).filter { seen.insert($0).inserted }
    }
}
