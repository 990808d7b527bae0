public import BriefModel
public import Inference

/// The stories of a library: articles are placed as they come, and stories that turn out to be one are joined with all of it in view.
public struct StoryClusterer: Sendable {
    let configuration: ClusteringConfiguration
    private var reader: ArticleReader
    private var strands: LiveStrands
    private var held: [HeldArticle] = []
    private var places: [ArticleID: Int] = [:]

    /// - Parameter encoder: tells what headlines and leads mean.
    public init(encoder: any SentenceEncoder, configuration: ClusteringConfiguration = .standard) {
        self.configuration = configuration
        reader = ArticleReader(encoder: encoder, configuration: configuration)
        strands = LiveStrands(configuration: configuration)
    }

    /// The story the article belongs to as far as is known now. An article placed twice keeps its first place.
    /// - Throws: when the encoder cannot be used.
    public mutating func place(_ article: AnalyzedArticle) throws(InferenceError) -> StoryID {
        if let known = places[article.article.id] { return strands.story(ofStrand: held[known].strand) }
        for read in try reader.read([article.article]) {
            let strand = strands.place(read.vector, span: read.span, named: StoryID(article.article.id.rawValue))
            places[article.article.id] = held.count
            held.append(HeldArticle(article: article, terms: read.terms, meaning: read.meaning, span: read.span, strand: strand))
        }
        return strands.story(ofStrand: held[held.count - 1].strand)
    }

    /// All stories, after those that are one were joined. Copies stand with their origin and add nothing of their own.
    /// - Parameter decisions: what a user said of them, in the order in which it was said; what speaks of articles that are not here is passed over.
    public func stories(reprints: [ReprintGroup], decisions: [StoryDecision] = []) -> [Story] {
        var originOf: [Int: Int] = [:]
        for group in reprints {
            guard let origin = places[group.origin] else { continue }
            for copy in group.copies { if let place = places[copy], place != origin { originOf[place] = origin } }
        }
        let joining = StoryJoining(
            held: held, strands: strands.strands, originOf: originOf, families: families(decisions, originOf: originOf), configuration: configuration)
        let stories = joining.groups().map { group in
            StoryTelling(
                members: group.map {
                    StoryTelling.Member(article: held[$0].article, isCopy: originOf[$0] != nil, vector: held[$0].terms.vector(joining.index))
                }
            ).story()
        }
        return stories.obeying(decisions).sorted { $0.id < $1.id }
    }

    /// What stands together and what does not: the last word first, so that no earlier one goes against it. A copy is spoken of as its origin.
    private func families(_ decisions: [StoryDecision], originOf: [Int: Int]) -> Families {
        var families = Families(count: held.count)
        func known(_ articles: [ArticleID]) -> [Int] { Set(articles.compactMap { places[$0] }.map { originOf[$0] ?? $0 }).sorted() }
        for decision in decisions.reversed() {
            switch decision.ruling {
            case .together(let articles): families.join(known(articles))
            case .apart(let articles, let others): families.part(known(articles), from: known(others), number: decision.number)
            case .titled, .pinned: break
            }
        }
        return families
    }
}

extension [Story] {
    /// With the titles and pins that a user gave.
    fileprivate func obeying(_ decisions: [StoryDecision]) -> [Story] {
        guard !decisions.isEmpty else { return self }
        var stories = self
        var placeOf: [ArticleID: Int] = [:]
        for (place, story) in stories.enumerated() { for article in story.articles { placeOf[article] = place } }
        for decision in decisions {
            switch decision.ruling {
            case .titled(let article, let title): if let place = placeOf[article] { stories[place].title = title }
            case .pinned(let article): if let place = placeOf[article] { stories[place].isPinned = true }
            case .together, .apart: break
            }
        }
        return stories
    }
}

/// An article the clusterer has placed.
struct HeldArticle: Sendable {
    let article: AnalyzedArticle
    let terms: ArticleTerms
    let meaning: [Float]
    let span: Span
    /// Where it was put when it came.
    let strand: Int
}
