import BriefModel
import TextAnalysis

/// Some articles of a library as a library of their own: what is cited has to bear a line out without the rest.
struct LoneShelves {
    let index: EvidenceIndex
    private var made: [[Int]: EvidenceIndex] = [:]

    init(_ index: EvidenceIndex) { self.index = index }

    /// What they say of a sentence.
    mutating func judgement(of shelves: [Int], on sentence: Sentence, label: Range<Int>? = nil, setting: String? = nil) -> Judgement {
        let alone = index(of: shelves)
        return Judge(index: alone).judge(Assertion(sentence, label: label, index: alone), setting: setting)
    }

    private mutating func index(of shelves: [Int]) -> EvidenceIndex {
        if let known = made[shelves] { return known }
        let articles = shelves.map { number in
            let shelf = index.shelves[number]
            return AnalyzedArticle(article: shelf.article, sentences: shelf.sentences.map { index.entries[$0].reading.sentence })
        }
        let outlets = Dictionary(shelves.compactMap { index.shelves[$0].outlet }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let alone = EvidenceIndex(articles: articles, outlets: outlets, reprints: [])
        made[shelves] = alone
        return alone
    }
}

extension EvidenceIndex.Shelf {
    /// Lines are English; what another language says of them is met in names and figures only, so that nothing follows from what is not met.
    var isCompared: Bool { article.language == "en" || article.language.hasPrefix("en-") }
}
