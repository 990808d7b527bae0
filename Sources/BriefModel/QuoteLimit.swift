/// How much of one article's own wording the sentences of a brief may carry. The passages shown as evidence stand beside it and are not counted.
public struct QuoteLimit: Hashable, Sendable, Codable {
    /// Words in a row.
    public var run: Int
    /// Words of one article in all.
    public var article: Int

    public static let standard = QuoteLimit(run: 40, article: 120)
    /// What may be asked for.
    public static let runs = 8...200
    public static let articles = 30...5_000

    public init(run: Int, article: Int) {
        self.run = run
        self.article = article
    }
}
