import BriefModel
import TextAnalysis

/// Relevance to a topic that says what it is about.
struct PhraseRelevance: Sendable {
    private let include: TopicPhrases
    /// Stems of all the topic's words.
    private let vocabulary: Set<String>
    private var index = TermIndex()
    private var seeds: [Seed] = []
    private var vectors: [ArticleID: TermVector] = [:]
    /// Names the sure articles share → how many of them.
    private var names: [String: Int] = [:]
    /// Articles of the whole library that use a name.
    private var nameCounts: [String: Int] = [:]
    private let articles: Int

    private struct Seed: Sendable {
        let article: ArticleID
        let vector: TermVector
    }

    /// Least mean cosine to the nearest sure articles.
    private static let likeness: Float = 0.13
    /// The same for an article that also speaks in the topic's words, two of them at least, and shares two names.
    private static let likenessInWords: Float = 0.05
    /// Enough rare names shared with the sure articles (log of how many times fewer articles than all use each) speak alone: other languages share little else.
    private static let rarityOfNames = 2.5
    private static let neighbours = 3
    /// Enough to know a topic by.
    private static let mostSeeds = 400

    init(topic: Topic, articles: [AnalyzedArticle]) {
        include = TopicPhrases(topic.include).adding(TopicPhrases(pairsIn: topic.title)).adding(TopicPhrases(pairsIn: topic.question ?? ""))
        vocabulary = include.vocabulary
        self.articles = articles.count
        var terms: [ArticleTerms] = []
        var scanner = TermScanner()
        for article in articles {
            let own = ArticleTerms(ScannedArticle(article.article, scanner: &scanner), configuration: .standard)
            index.count(own.counts.map(\.term), outlet: article.article.outlet.rawValue)
            terms.append(own)
            for name in Self.names(of: article) { nameCounts[name, default: 0] += 1 }
        }
        for (article, own) in zip(articles, terms) {
            let vector = own.vector(index)
            vectors[article.article.id] = vector
            guard Self.isSure(include.hits(in: article)) else { continue }
            for name in Self.names(of: article) { names[name, default: 0] += 1 }
            if seeds.count < Self.mostSeeds { seeds.append(Seed(article: article.article.id, vector: vector)) }
        }
    }

    func judgement(of article: AnalyzedArticle) -> Relevance {
        let hits = include.hits(in: article)
        if Self.isSure(hits) {
            let strength = hits.reduce(0.0) { $0 + Double(min($1.sentences, 3)) + ($1.isProminent ? 1 : 0) }
            let reasons = hits.sorted { ($1.sentences, $0.phrase) < ($0.sentences, $1.phrase) }.map(\.phrase)
            return Relevance(isOnTopic: true, score: 0.5 + 0.5 * strength / (strength + 3), reasons: reasons)
        }
        let likeness = likeness(of: article)
        let shared = Self.names(of: article).filter { names[$0, default: 0] > 1 }.sorted { (names[$1, default: 0], $0) < (names[$0, default: 0], $1) }
        let words = Set(article.sentences.flatMap { $0.tokens.map(\.stem) }).intersection(vocabulary)
        let speaksOfIt = words.count > 1 && shared.count > 1 && likeness >= Self.likenessInWords
        let rarity = shared.reduce(0.0) { $0 + Logarithm.of(Double(articles) / Double(max(1, nameCounts[$1, default: 0]))) }
        let sharesItsNames = shared.count > 1 && rarity >= Self.rarityOfNames
        let isOnTopic = speaksOfIt || sharesItsNames || likeness >= Self.likeness && !shared.isEmpty
        return Relevance(
            isOnTopic: isOnTopic, score: min(0.5, Double(likeness)), reasons: isOnTopic ? hits.map(\.phrase) + shared.prefix(5) : [])
    }

    /// Two phrases, or one that cannot be missed.
    private static func isSure(_ hits: [TopicPhrases.Hits]) -> Bool { hits.count > 1 || hits.contains(where: \.isClear) }

    private func likeness(of article: AnalyzedArticle) -> Float {
        let vector = vectors[article.article.id] ?? vectorOfStranger(article)
        let nearest = seeds.filter { $0.article != article.article.id }.map { vector.dot($0.vector) }.sorted(by: >).prefix(Self.neighbours)
        return nearest.isEmpty ? 0 : nearest.reduce(0, +) / Float(Self.neighbours)
    }

    /// An article that was not there when the topic was learnt.
    private func vectorOfStranger(_ article: AnalyzedArticle) -> TermVector {
        var scanner = TermScanner()
        return ArticleTerms(ScannedArticle(article.article, scanner: &scanner), configuration: .standard).vector(index)
    }

    private static func names(of article: AnalyzedArticle) -> Set<String> { Set(article.sentences.flatMap { $0.names.map(\.key) }) }
}
