/// What decides whether two articles are about one development. The merge threshold stands on a plateau: on the sample
/// library grouping does not change between 0.12 and 0.145; ECB+ (full articles, dev) would bear up to 0.17.
public struct ClusteringConfiguration: Hashable, Sendable {
    /// Least cosine between an article and a story it joins when it comes.
    public var joinThreshold: Float = 0.22
    /// Least mean cosine between the articles of two stories that are one.
    public var mergeThreshold: Float = 0.13
    /// How many times a word of the headline counts.
    public var titleWeight: Float = 2
    /// What a name counts beside its words.
    public var nameWeight: Float = 1
    /// How many times a word of the lead, the first two sentences, counts.
    public var leadWeight: Float = 2
    /// Days of silence after which a story's pull is halved.
    public var halfLife: Float = 240
    /// An article's heaviest terms by which stories are looked up.
    public var lookupTerms = 40
    /// A term that more stories use finds none of them.
    public var mostStoriesPerTerm = 120
    public var mostCandidates = 24
    /// Up to this many articles, joining starts from single articles; beyond, from the stories as they were placed.
    public var mostSingles = 1_500

    public static let standard = ClusteringConfiguration()

    public init() {}

    /// 1 for no gap, ½ after the half-life.
    func freshness(gap: Int) -> Float { 1 / (1 + Float(gap) / halfLife) }
}
