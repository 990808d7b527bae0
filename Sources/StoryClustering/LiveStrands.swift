import BriefModel
import TextAnalysis

/// The strands that may still grow and the stories they make: what comes is put into the strand it is most like, or a new one; a new strand into the
/// story it is most like, or a new one. Of strands there are at most so many: the ones that were silent longest leave.
struct LiveStrands: Sendable {
    private let configuration: ClusteringConfiguration
    private let capacity: Int
    /// By slot; what stands in a free slot means nothing.
    var strands: [Strand] = []
    var facts: [Facts] = []
    var free: [Int] = []
    var index = StrandIndex()
    var stories = LiveStories()
    /// Strands made so far.
    var made = 0
    var placed = 0
    /// Stories that turned out to be one since they were last asked for: the first is part of the second.
    private(set) var joined: [(StoryID, StoryID)] = []
    private(set) var retired: [RetiredStrand] = []
    /// The next to leave, the first of them last; known again from what is held.
    private var leaving: [(slot: Int, lastGrown: Int)] = []

    /// What is known of the strand in a slot beside its sums.
    struct Facts: Sendable {
        var number: Int
        var story: Int
        /// The arrival it last grew with; -1 for a free slot.
        var lastGrown: Int
    }

    /// - Parameter capacity: strands at most.
    init(configuration: ClusteringConfiguration, capacity: Int = .max) {
        self.configuration = configuration
        self.capacity = capacity
    }

    func story(ofStrand slot: Int) -> StoryID { stories.id(facts[slot].story) }

    func number(ofStrand slot: Int) -> Int { facts[slot].number }

    var count: Int { strands.count - free.count }

    /// Returns the strand's slot.
    mutating func place(_ vector: StoryVector, span: Span, named id: StoryID) -> Int {
        placed += 1
        let candidates = index.candidates(for: vector.terms)
        let slot: Int
        if let nearest = nearest(to: vector, span: span, among: candidates) {
            slot = nearest
            index.add(slot, terms: strands[slot].add(vector, span: span))
            stories.add(vector, span: span, to: facts[slot].story)
        } else {
            slot = open(Strand(vector, span: span), number: made)
            made += 1
            facts[slot].story = stories.place(
                slot, of: vector, span: span, named: id, among: candidates.map { facts[$0].story }, strands: strands, configuration)
        }
        facts[slot].lastGrown = placed
        joinNeighbours(of: facts[slot].story, among: candidates)
        if count > capacity { retireSilent() }
        return slot
    }

    private mutating func open(_ strand: Strand, number: Int) -> Int {
        let facts = Facts(number: number, story: -1, lastGrown: placed)
        let slot: Int
        if let old = free.popLast() {
            slot = old
            strands[slot] = strand
            self.facts[slot] = facts
        } else {
            slot = strands.count
            strands.append(strand)
            self.facts.append(facts)
        }
        index.add(slot, terms: strand.terms.sortedKeys)
        return slot
    }

    private func nearest(to vector: StoryVector, span: Span, among candidates: [Int]) -> Int? {
        var best: (strand: Int, likeness: Float)?
        for strand in candidates {
            let likeness = strands[strand].likeness(to: vector) * strands[strand].span.freshness(beside: span, configuration)
            if likeness >= configuration.strandThreshold, likeness > (best?.likeness ?? 0) { best = (strand, likeness) }
        }
        return best?.strand
    }

    /// A story that has doubled is held against its neighbours: so each is looked at a few times while it grows, and the price stays even.
    private mutating func joinNeighbours(of story: Int, among candidates: [Int]) {
        guard stories.count(story).nonzeroBitCount == 1, stories.count(story) > 1 else { return }
        guard let gone = stories.neighbour(of: story, among: candidates.map { facts[$0].story }, strands: strands, configuration) else { return }
        let (kept, lost) = stories.isEarlier(story, gone) ? (story, gone) : (gone, story)
        joined.append((stories.id(lost), stories.id(kept)))
        for slot in stories.join(lost, into: kept, strands: strands) { facts[slot].story = kept }
    }

    mutating func takeJoined() -> [(StoryID, StoryID)] {
        defer { joined.removeAll(keepingCapacity: true) }
        return joined
    }

    // MARK: Leaving and coming back

    /// Strands that are looked for at a time, so that the silent ones are not looked for with each article.
    private static let mostLeaving = 1_024

    /// The one that was silent longest leaves.
    private mutating func retireSilent() {
        while count > capacity {
            if leaving.isEmpty { listLeaving() }
            guard let next = leaving.popLast() else { return }
            // What grew since it was listed is silent no more.
            if facts[next.slot].lastGrown == next.lastGrown { retire(next.slot) }
        }
    }

    private mutating func listLeaving() {
        let live = facts.indices.filter { facts[$0].lastGrown >= 0 }.map { (slot: $0, lastGrown: facts[$0].lastGrown) }
        leaving = live.sorted { ($0.lastGrown, $0.slot) < ($1.lastGrown, $1.slot) }.prefix(Self.mostLeaving).reversed()
    }

    private mutating func retire(_ slot: Int) {
        retired.append(
            RetiredStrand(
                number: facts[slot].number, story: stories.id(facts[slot].story), opening: stories.opening(facts[slot].story), strand: strands[slot]))
        index.remove(slot, terms: strands[slot].terms.sortedKeys)
        stories.remove(slot, from: facts[slot].story)
        facts[slot].lastGrown = -1
        strands[slot] = .none
        free.append(slot)
    }

    mutating func takeRetired() -> [RetiredStrand] {
        defer { retired.removeAll(keepingCapacity: true) }
        return retired
    }

    /// Takes a strand back that had left.
    mutating func reopen(_ old: RetiredStrand) {
        let slot = open(old.strand, number: old.number)
        facts[slot].story = stories.reopen(old.story, opening: old.opening, with: slot, strands: strands)
    }
}
