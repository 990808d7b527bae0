import BriefModel

/// A group of articles as a story: its title, its dated updates, its key terms.
struct StoryTelling {
    let members: [AnalyzedArticle]
    /// Articles that copy another.
    let copies: Set<ArticleID>

    func story() -> Story {
        let ordered = members.sorted { ($0.article.day, $0.article.id) < ($1.article.day, $1.article.id) }
        let originals = ordered.filter { !copies.contains($0.article.id) }
        let central = Centrality(of: originals.isEmpty ? ordered : originals)
        return Story(
            id: StoryID((ordered.first?.article.id ?? "").rawValue), title: central.headline, articles: ordered.map(\.article.id),
            updates: originals.compactMap(update), keyTerms: central.keyTerms)
    }

    private func update(_ article: AnalyzedArticle) -> Update? {
        guard let lead = article.sentences.first(where: { $0.block > 0 && $0.tokens.count > 4 }) ?? article.sentences.first else { return nil }
        return Update(day: article.article.day, article: article.article.id, passage: article.passage(lead))
    }
}

/// Which article of a story stands closest to all of them.
struct Centrality {
    let headline: String
    /// Strongest first.
    let keyTerms: [String]

    init(of articles: [AnalyzedArticle]) {
        headline = articles.first?.article.title ?? ""
        keyTerms = []
    }
}
