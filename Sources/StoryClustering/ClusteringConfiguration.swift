/// What decides whether two articles are about one development: the same for titles and for whole reports. The thresholds stand on plateaus
/// (Documentation/Decisions/0021).
public struct ClusteringConfiguration: Hashable, Sendable {
    /// Least mean likeness between an article and the strand it joins when it comes.
    public var strandThreshold: Float = 0.57
    /// Least mean likeness between the articles of two strands or stories that are one.
    public var mergeThreshold: Float = 0.155
    /// The same between a new strand and the story it joins at sight, while all that is known of it is one article.
    public var storyThreshold: Float = 0.35
    /// The same between two stories that are joined as they stream by, when not all of them is in view.
    public var neighbourThreshold: Float = 0.2
    /// How many times a word of the headline counts.
    public var titleWeight: Float = 2
    /// What a name counts beside its words.
    public var nameWeight: Float = 1
    /// How many times a word of the lead, the first two sentences, counts.
    public var leadWeight: Float = 2
    /// Days of silence after which a story's pull is halved.
    public var halfLife: Float = 240
    /// The same where articles have no date: articles that came meanwhile.
    public var halfLifeInArticles: Float = 8_000
    /// Up to this many articles, joining starts from single articles; beyond, from the strands as they were placed.
    public var mostSingles = 1_500

    public static let standard = ClusteringConfiguration()

    public init() {}
}
