public import BriefModel

/// Puts articles into stories as they come, and joins stories that turn out to be one.
public struct StoryClusterer: Sendable {
    let configuration: ClusteringConfiguration
    private var index = TermIndex()
    private var held: [HeldArticle] = []
    private var places: [ArticleID: Int] = [:]
    private var live: [LiveStory] = []
    /// Term → stories that use it, by place in `live`.
    private var postings: [Int32: [Int32]] = [:]

    public init(configuration: ClusteringConfiguration = .standard) { self.configuration = configuration }

    /// The story the article belongs to as far as is known now. An article placed twice keeps its first place.
    public mutating func place(_ article: AnalyzedArticle) -> StoryID {
        if let known = places[article.article.id] { return live[held[known].story].id }
        let terms = ArticleTerms(article, configuration: configuration, index: &index)
        index.count(terms.terms, outlet: article.article.outlet.rawValue)
        let vector = terms.vector(index)
        let day = article.article.day.daysSince1970
        let story = nearest(to: vector, day: day) ?? openStory(for: article.article.id, day: day)
        join(vector, day: day, to: story)
        places[article.article.id] = held.count
        held.append(HeldArticle(article: article, terms: terms, story: story))
        return live[story].id
    }

    /// All stories, after those that are one were joined. Copies stand with their origin and add nothing of their own.
    public func stories(reprints: [ReprintGroup]) -> [Story] {
        var originOf: [Int: Int] = [:]
        for group in reprints {
            guard let origin = places[group.origin] else { continue }
            for copy in group.copies { if let place = places[copy], place != origin { originOf[place] = origin } }
        }
        let joining = StoryJoining(held: held, originOf: originOf, configuration: configuration)
        return joining.groups().map { group in
            let members = group.map {
                StoryTelling.Member(article: held[$0].article, isCopy: originOf[$0] != nil, vector: held[$0].terms.vector(joining.index))
            }
            return StoryTelling(members: members, words: index.words).story()
        }.sorted { $0.id < $1.id }
    }

    // MARK: placing

    private func nearest(to vector: TermVector, day: Int) -> Int? {
        var touched: [Int32: Int] = [:]
        for term in vector.heaviest(configuration.lookupTerms) {
            guard let stories = postings[term], stories.count <= configuration.mostStoriesPerTerm else { continue }
            for story in stories { touched[story, default: 0] += 1 }
        }
        let candidates = touched.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(configuration.mostCandidates)
        var best: (story: Int, similarity: Float)?
        for candidate in candidates {
            let story = Int(candidate.key)
            let similarity = live[story].similarity(to: vector) * configuration.freshness(gap: live[story].gap(to: day))
            if similarity >= configuration.joinThreshold, similarity > (best?.similarity ?? 0) { best = (story, similarity) }
        }
        return best?.story
    }

    private mutating func openStory(for article: ArticleID, day: Int) -> Int {
        live.append(LiveStory(id: StoryID(article.rawValue), first: day, last: day))
        return live.count - 1
    }

    private mutating func join(_ vector: TermVector, day: Int, to story: Int) {
        for term in vector.terms where !live[story].uses(term) { postings[term, default: []].append(Int32(story)) }
        live[story].add(vector, day: day)
    }
}

/// An article the clusterer has placed.
struct HeldArticle: Sendable {
    let article: AnalyzedArticle
    let terms: ArticleTerms
    /// Where it was put when it came.
    let story: Int
}

/// A story while articles still come in.
struct LiveStory: Sendable {
    let id: StoryID
    private(set) var first: Int
    private(set) var last: Int
    private var sum: [Int32: Float] = [:]
    private var squares: Float = 0

    init(id: StoryID, first: Int, last: Int) {
        self.id = id
        self.first = first
        self.last = last
    }

    func uses(_ term: Int32) -> Bool { sum[term] != nil }

    /// Cosine to the sum of its articles.
    func similarity(to vector: TermVector) -> Float {
        guard squares > 0 else { return 0 }
        var dot: Float = 0
        for (term, weight) in zip(vector.terms, vector.weights) { if let own = sum[term] { dot += own * weight } }
        return dot / squares.squareRoot()
    }

    /// Days between a day and the story's span; 0 inside it, so that a late article finds its story.
    func gap(to day: Int) -> Int { max(0, first - day, day - last) }

    mutating func add(_ vector: TermVector, day: Int) {
        for (term, weight) in zip(vector.terms, vector.weights) {
            let own = sum[term, default: 0]
            squares += (own + weight) * (own + weight) - own * own
            sum[term] = own + weight
        }
        first = min(first, day)
        last = max(last, day)
    }
}
