import BriefModel

/// Stories that have a strand which may still grow.
struct LiveStories: Sendable {
    struct Entry: Sendable {
        let id: StoryID
        /// Which came first.
        let number: Int
        /// Its number and those of the stories that were joined to it: the strands they had are in the sums.
        var openings: [Int]
        var strands: [Int]
        /// Over all its strands; nil while it has one, whose sums they are.
        var sums: Strand?
    }

    var entries: [Entry?] = []
    var free: [Int] = []
    var slotOf: [StoryID: Int] = [:]
    var made = 0
    /// Articles of each.
    var counts: [Int] = []

    func id(_ story: Int) -> StoryID { entries[story]?.id ?? "" }

    func holds(_ story: Int) -> Bool { entries.indices.contains(story) && entries[story] != nil }

    func count(_ story: Int) -> Int { counts[story] }

    func isEarlier(_ left: Int, _ right: Int) -> Bool { (entries[left]?.number ?? .max) < (entries[right]?.number ?? .max) }

    mutating func add(_ vector: StoryVector, span: Span, to story: Int) {
        counts[story] += 1
        entries[story]?.sums?.add(vector, span: span)
    }

    /// Puts a new strand into the story it is most like, or a new one.
    mutating func place(
        _ strand: Int, of vector: StoryVector, span: Span, named id: StoryID, among candidates: [Int], strands: [Strand],
        _ configuration: ClusteringConfiguration
    ) -> Int {
        var best: (story: Int, likeness: Float)?
        for story in distinct(candidates) {
            let sums = sums(of: story, strands: strands)
            let likeness = sums.likeness(to: vector) * sums.span.freshness(beside: span, configuration)
            if likeness >= configuration.storyThreshold, likeness > (best?.likeness ?? 0) { best = (story, likeness) }
        }
        guard let best else { return open(id, with: strand, count: 1) }
        var sums = sums(of: best.story, strands: strands)
        sums.add(vector, span: span)
        entries[best.story]?.sums = sums
        entries[best.story]?.strands.append(strand)
        counts[best.story] += 1
        return best.story
    }

    private mutating func open(_ id: StoryID, with strand: Int, count: Int) -> Int {
        let entry = Entry(id: id, number: made, openings: [made], strands: [strand], sums: nil)
        made += 1
        let story: Int
        if let old = free.popLast() {
            story = old
            entries[story] = entry
            counts[story] = count
        } else {
            story = entries.count
            entries.append(entry)
            counts.append(count)
        }
        slotOf[id] = story
        return story
    }

    /// The story that is one with this, by the mean likeness of their articles.
    func neighbour(of story: Int, among candidates: [Int], strands: [Strand], _ configuration: ClusteringConfiguration) -> Int? {
        let own = sums(of: story, strands: strands)
        var best: (story: Int, likeness: Float)?
        for other in distinct(candidates) where other != story {
            let sums = sums(of: other, strands: strands)
            let likeness = JoinedStories.likeness(own, sums, configuration)
            if likeness >= configuration.neighbourThreshold, likeness > (best?.likeness ?? 0) { best = (other, likeness) }
        }
        return best?.story
    }

    /// Returns the strands that changed their story.
    mutating func join(_ lost: Int, into kept: Int, strands: [Strand]) -> [Int] {
        var sums = sums(of: kept, strands: strands)
        sums.add(self.sums(of: lost, strands: strands))
        let (moved, openings) = (entries[lost]?.strands ?? [], entries[lost]?.openings ?? [])
        entries[kept]?.sums = sums
        entries[kept]?.strands += moved
        entries[kept]?.openings += openings
        counts[kept] += counts[lost]
        close(lost)
        return moved
    }

    private mutating func close(_ story: Int) {
        if let id = entries[story]?.id { slotOf[id] = nil }
        entries[story] = nil
        counts[story] = 0
        free.append(story)
    }

    mutating func remove(_ strand: Int, from story: Int) {
        entries[story]?.strands.removeAll { $0 == strand }
        if entries[story]?.strands.isEmpty == true { close(story) }
    }

    /// Takes a strand back that had left.
    /// - Parameter opening: the number of the story it left.
    mutating func reopen(_ id: StoryID, opening: Int, with strand: Int, strands: [Strand]) -> Int {
        guard let story = slotOf[id] else { return open(id, with: strand, count: strands[strand].count) }
        if entries[story]?.openings.contains(opening) == false {
            var sums = sums(of: story, strands: strands)
            sums.add(strands[strand])
            entries[story]?.sums = sums
            counts[story] += strands[strand].count
        }
        entries[story]?.strands.append(strand)
        return story
    }

    func opening(_ story: Int) -> Int { entries[story]?.number ?? -1 }

    private func sums(of story: Int, strands: [Strand]) -> Strand {
        guard let entry = entries[story] else { return .none }
        return entry.sums ?? entry.strands.first.map { strands[$0] } ?? .none
    }

    /// Each once, in the order they come.
    private func distinct(_ stories: [Int]) -> [Int] {
        var distinct: [Int] = []
        for story in stories where !distinct.contains(story) { distinct.append(story) }
        return distinct
    }
}
