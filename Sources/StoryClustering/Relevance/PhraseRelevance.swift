import BriefModel
import TextAnalysis

/// Relevance to a topic that says what it is about.
struct PhraseRelevance: Sendable {
    private let include: TopicPhrases
    /// Stems of all the topic's words.
    private let vocabulary: Set<Int32>
    private var index = TermIndex()
    private let seeds: SeedVectors
    /// Names the sure articles share → how many of them.
    private var names: [String: Int] = [:]
    /// Articles of the whole library that use a name.
    private var nameCounts: [String: Int] = [:]
    private let articles: Int
    /// The articles from which the topic was learnt, and which of its phrases they have.
    private let known: Set<ArticleID>
    private var found: [ArticleID: [TopicPhrases.Hits]] = [:]

    /// Least mean cosine to the nearest sure articles.
    private static let likeness: Float = 0.13
    /// The same for an article that also speaks in the topic's words, two of them at least, and shares two names.
    private static let likenessInWords: Float = 0.05
    /// Enough rare names shared with the sure articles (log of how many times fewer articles than all use each) speak alone: other languages share little else.
    private static let rarityOfNames = 2.5
    /// Enough to know a topic by.
    private static let mostSeeds = 400

    init(topic: Topic, articles: [TopicSigns]) {
        include = TopicPhrases(topic.include).adding(TopicPhrases(pairsIn: topic.title)).adding(TopicPhrases(pairsIn: topic.question ?? ""))
        vocabulary = include.vocabulary
        self.articles = articles.count
        known = Set(articles.map(\.article))
        for article in articles {
            index.count(article.terms.counts.map(\.term), outlet: article.outlet.rawValue)
            for name in article.names { nameCounts[name, default: 0] += 1 }
        }
        var seeds = SeedVectors()
        for article in articles {
            let hits = include.hits(in: article)
            if !hits.isEmpty { found[article.article] = hits }
            guard Self.isSure(hits) else { continue }
            for name in article.names { names[name, default: 0] += 1 }
            if seeds.count < Self.mostSeeds { seeds.add(article.terms.vector(index)) }
        }
        self.seeds = seeds
    }

    func judgement(of article: TopicSigns) -> Relevance {
        let hits = known.contains(article.article) ? found[article.article] ?? [] : include.hits(in: article)
        if Self.isSure(hits) {
            let strength = hits.reduce(0.0) { $0 + Double(min($1.sentences, 3)) + ($1.isProminent ? 1 : 0) }
            let reasons = hits.sorted { ($1.sentences, $0.phrase) < ($0.sentences, $1.phrase) }.map(\.phrase)
            return Relevance(isOnTopic: true, score: 0.5 + 0.5 * strength / (strength + 3), reasons: reasons)
        }
        let shared = article.names.filter { names[$0, default: 0] > 1 }.sorted { (names[$1, default: 0], $0) < (names[$0, default: 0], $1) }
        // What shares no name with the sure articles belongs in no case.
        guard !shared.isEmpty else { return Relevance(isOnTopic: false, score: 0, reasons: []) }
        let likeness = seeds.likeness(of: article.terms.vector(index))
        let words = Set(article.words.filter(vocabulary.contains))
        let speaksOfIt = words.count > 1 && shared.count > 1 && likeness >= Self.likenessInWords
        let rarity = shared.reduce(0.0) { $0 + Logarithm.of(Double(articles) / Double(max(1, nameCounts[$1, default: 0]))) }
        let sharesItsNames = shared.count > 1 && rarity >= Self.rarityOfNames
        let isOnTopic = speaksOfIt || sharesItsNames || likeness >= Self.likeness
        return Relevance(
            isOnTopic: isOnTopic, score: min(0.5, Double(likeness)), reasons: isOnTopic ? hits.map(\.phrase) + shared.prefix(5) : [])
    }

    /// Two phrases, or one that cannot be missed.
    private static func isSure(_ hits: [TopicPhrases.Hits]) -> Bool { hits.count > 1 || hits.contains(where: \.isClear) }
}
