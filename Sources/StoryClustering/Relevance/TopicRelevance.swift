public import BriefModel
import TextAnalysis

/// Whether an article belongs to a topic.
///
/// A topic with include terms is found by its phrases, and then by likeness to the articles that surely belong (one round of feedback): what shares
/// their names and words comes in, a homonym (a distillation column, a chip shop) does not. Without include terms the topic is what the sources have
/// in common.
public struct TopicRelevance: Sendable {
    private let judge: Judge
    private let exclude: TopicPhrases

    private enum Judge: Sendable {
        case phrases(PhraseRelevance)
        case common(CommonGround)
    }

    public init(topic: Topic, articles: [AnalyzedArticle]) {
        var scanner = TermScanner()
        self.init(topic: topic, signs: articles.map { TopicSigns($0, scanner: &scanner) })
    }

    /// - Parameter signs: of all articles of the library, in an order that does not depend on how they came.
    public init(topic: Topic, signs: [TopicSigns]) {
        exclude = TopicPhrases(topic.exclude)
        judge = topic.include.isEmpty ? .common(CommonGround(signs)) : .phrases(PhraseRelevance(topic: topic, articles: signs))
    }

    public func judgement(of article: AnalyzedArticle) -> Relevance {
        var scanner = TermScanner()
        return judgement(of: TopicSigns(article, scanner: &scanner))
    }

    public func judgement(of article: TopicSigns) -> Relevance {
        if let reason = exclude.clearHits(in: article).first { return Relevance(isOnTopic: false, score: 0, reasons: [reason]) }
        return switch judge {
        case .phrases(let relevance): relevance.judgement(of: article)
        case .common(let ground): ground.judgement(of: article)
        }
    }
}

/// What speaks for an article.
public struct Relevance: Hashable, Sendable {
    public let isOnTopic: Bool
    /// 0…1.
    public let score: Double
    /// The terms that spoke for it (or, where it is excluded, against it), strongest first.
    public let reasons: [String]

    public init(isOnTopic: Bool, score: Double, reasons: [String]) {
        self.isOnTopic = isOnTopic
        self.score = score
        self.reasons = reasons
    }
}
