public import BriefModel

/// Gathers what an article names: one entity for all forms of a name, with what the text says of it and where it is meant without its name.
/// A description is taken for an entity only where one body alone can be meant: a wrong link would put words into somebody's mouth.
public struct EntityFinder: Sendable {
    public init() {}

    /// In the order of their first mention. Nationalities are attributes, no entities.
    public func entities(in article: AnalyzedArticle) -> [Entity] { entities(in: article.sentences) }

    /// The same of the sentences of one text.
    public func entities(in sentences: [Sentence]) -> [Entity] {
        // What a text says of a body behind a description tells as well whom the description means.
        var gathering = EntityGathering()
        for (number, sentence) in sentences.enumerated() { gathering.read(sentence, number) }
        var second = EntityGathering(statedHomes: gathering.statedHomes)
        for (number, sentence) in sentences.enumerated() { second.read(sentence, number) }
        return second.entities
    }
}
