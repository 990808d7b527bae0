public import BriefModel
import BriefVerification

/// One version of an article.
public struct ArticleVersion: Hashable, Sendable {
    public let article: ArticleID
    public let number: Int

    public init(_ article: ArticleID, _ number: Int) {
        self.article = article
        self.number = number
    }
}

extension PublishedBrief {
    /// Each statement once, with its number, in reading order.
    public var numbered: [(number: Int, statement: Statement)] {
        var seen: Set<StatementID> = []
        return draft.statements.filter { seen.insert($0.id).inserted }.enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// Every passage of statements, of those who say otherwise and of disputes, each once, in the order of their first citation.
    public var citedPassages: [Passage] {
        var seen: Set<Passage> = []
        let ofStatements = numbered.flatMap { ($0.statement.citations + $0.statement.dissent.map(\.citation)).map(\.passage) }
        return (ofStatements + disputed).filter { seen.insert($0).inserted }
    }

    /// The article versions of those passages, each once, in that order.
    public var citedVersions: [ArticleVersion] {
        var seen: Set<ArticleVersion> = []
        return citedPassages.map { ArticleVersion($0.article, $0.version) }.filter { seen.insert($0).inserted }
    }

    /// Judges every statement again against the passages it cites, as it was judged before it was published, with nothing but these articles at hand.
    public func verifiedAgain(articles: [Article], outlets: [Outlet]) -> [StatementID: Finding] {
        let shelf = articles.map(Engine.markUp)
        let index = EvidenceIndex(
            articles: shelf, outlets: Dictionary(outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }), reprints: [])
        return BriefVerifier(index: index, asOf: asOf).report(on: draft).findings
    }
}
