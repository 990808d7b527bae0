import BriefModel

/// Relevance to a topic that says what it is about.
struct PhraseRelevance: Sendable {
    private let include: TopicPhrases
    private var index = TermIndex()
    private var seeds: [Seed] = []
    /// Names the sure articles share → how many of them.
    private var names: [String: Int] = [:]

    private struct Seed: Sendable {
        let article: ArticleID
        let vector: TermVector
    }

    /// Least mean cosine to the nearest sure articles; and the lower one for an article in which a phrase of the topic stands at least once.
    private static let likeness: Float = 0.17
    private static let likenessWithPhrase: Float = 0.10
    private static let neighbours = 3
    /// Enough to know a topic by.
    private static let mostSeeds = 400

    init(topic: Topic, articles: [AnalyzedArticle]) {
        include = TopicPhrases(topic.include)
        var terms: [ArticleTerms] = []
        for article in articles {
            let own = ArticleTerms(article, configuration: .standard, index: &index)
            index.count(own.terms, outlet: article.article.outlet.rawValue)
            terms.append(own)
        }
        for (article, own) in zip(articles, terms) where Self.isSure(include.hits(in: article)) {
            for name in Self.names(of: article) { names[name, default: 0] += 1 }
            if seeds.count < Self.mostSeeds { seeds.append(Seed(article: article.article.id, vector: own.vector(index))) }
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
        let least = hits.isEmpty ? Self.likeness : Self.likenessWithPhrase
        let isOnTopic = likeness >= least && !shared.isEmpty
        return Relevance(
            isOnTopic: isOnTopic, score: min(0.5, Double(likeness)), reasons: isOnTopic ? hits.map(\.phrase) + shared.prefix(5) : [])
    }

    /// Two phrases, or one that cannot be missed.
    private static func isSure(_ hits: [TopicPhrases.Hits]) -> Bool { hits.count > 1 || hits.contains(where: \.isClear) }

    private func likeness(of article: AnalyzedArticle) -> Float {
        var index = index
        let vector = ArticleTerms(article, configuration: .standard, index: &index).vector(index)
        let nearest = seeds.filter { $0.article != article.article.id }.map { vector.dot($0.vector) }.sorted(by: >).prefix(Self.neighbours)
        return nearest.isEmpty ? 0 : nearest.reduce(0, +) / Float(Self.neighbours)
    }

    private static func names(of article: AnalyzedArticle) -> Set<String> { Set(article.sentences.flatMap { $0.names.map(\.key) }) }
}
