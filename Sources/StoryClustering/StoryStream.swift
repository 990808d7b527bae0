import BriefModel

/// Where what comes is put: into the strand it is most like, or a new one; a new strand into the story it is most like, or a new one.
struct StoryStream: Sendable {
    private let configuration: ClusteringConfiguration
    private(set) var strands: [Strand] = []
    /// Sums over a story's strands, and its name.
    private var stories: [(sums: Strand, id: StoryID)] = []
    private var storyOf: [Int] = []
    /// Term → strands that use it.
    private var postings: [Int32: [Int32]] = [:]

    /// An article's heaviest terms by which strands are looked up.
    private static let lookupTerms = 24
    /// A term that more strands use finds none of them.
    private static let mostStrandsPerTerm = 400
    private static let mostCandidates = 24

    init(configuration: ClusteringConfiguration) { self.configuration = configuration }

    func story(ofStrand strand: Int) -> StoryID { stories[storyOf[strand]].id }

    /// Returns the strand.
    mutating func place(_ vector: StoryVector, span: Span, named id: StoryID) -> Int {
        let candidates = candidates(for: vector)
        if let nearest = nearest(to: vector, span: span, among: candidates) {
            for term in strands[nearest].add(vector, span: span) { postings[term, default: []].append(Int32(nearest)) }
            stories[storyOf[nearest]].sums.add(vector, span: span)
            return nearest
        }
        let strand = strands.count
        strands.append(Strand(vector, span: span))
        for term in vector.terms.terms { postings[term, default: []].append(Int32(strand)) }
        storyOf.append(storyForNewStrand(vector, span: span, named: id, among: candidates))
        return strand
    }

    private func candidates(for vector: StoryVector) -> [Int] {
        var touched: [Int32: Int] = [:]
        for term in vector.terms.heaviest(Self.lookupTerms) {
            guard let strands = postings[term], strands.count <= Self.mostStrandsPerTerm else { continue }
            for strand in strands { touched[strand, default: 0] += 1 }
        }
        return touched.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCandidates).map { Int($0.key) }
    }

    private func nearest(to vector: StoryVector, span: Span, among candidates: [Int]) -> Int? {
        var best: (strand: Int, likeness: Float)?
        for strand in candidates {
            let likeness = strands[strand].likeness(to: vector) * strands[strand].span.freshness(beside: span, configuration)
            if likeness >= configuration.strandThreshold, likeness > (best?.likeness ?? 0) { best = (strand, likeness) }
        }
        return best?.strand
    }

    private mutating func storyForNewStrand(_ vector: StoryVector, span: Span, named id: StoryID, among candidates: [Int]) -> Int {
        var best: (story: Int, likeness: Float)?
        for story in Set(candidates.map { storyOf[$0] }).sorted() {
            let likeness = stories[story].sums.likeness(to: vector) * stories[story].sums.span.freshness(beside: span, configuration)
            if likeness >= configuration.mergeThreshold, likeness > (best?.likeness ?? 0) { best = (story, likeness) }
        }
        if let best {
            stories[best.story].sums.add(vector, span: span)
            return best.story
        }
        stories.append((Strand(vector, span: span), id))
        return stories.count - 1
    }
}
