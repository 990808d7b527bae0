import BriefModel
import Inference

/// What articles mean, a paragraph at a time, beside what lines of a brief mean.
struct ArticleMeanings {
    private let paragraphs: [ArticleID: Range<Int>]
    private let vectors: [[Float]]
    private let statements: [String: [Float]]

    init(_ articles: [Article], beside statements: [String], encoder: any SentenceEncoder) throws(InferenceError) {
        var paragraphs: [ArticleID: Range<Int>] = [:]
        var texts: [String] = []
        for article in articles {
            let first = texts.count
            texts += article.blocks.compactMap { article.text.slice(utf8: $0.range).map(String.init) }
            paragraphs[article.id] = first..<texts.count
        }
        self.paragraphs = paragraphs
        vectors = try encoder.encode(texts)
        self.statements = Dictionary(zip(statements, try encoder.encode(statements)), uniquingKeysWith: { first, _ in first })
    }

    /// Those with the paragraph nearest to a statement first; of equals in the order given.
    func ordered(_ articles: [ArticleID], by statement: String) -> [ArticleID] {
        guard let wanted = statements[statement] else { return articles }
        let likenesses = articles.map { id in (paragraphs[id] ?? 0..<0).reduce(-1) { max($0, vectors[$1].product(with: wanted)) } }
        return articles.indices.sorted { (likenesses[$1], $0) < (likenesses[$0], $1) }.map { articles[$0] }
    }
}
