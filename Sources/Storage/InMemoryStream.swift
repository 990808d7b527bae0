public import BriefModel

/// The in-memory twin: everything a stream store promises but outliving the process.
public actor InMemoryStream: StreamStore {
    private struct Departure {
        let strand: StoredStrand
        let step: Int
        var returned: Int?
    }

    private var checkpoint: (bytes: [UInt8], step: Int)?
    private var later: [[Article]] = []
    private var placed: [ArticleID] = []
    private var storyOf: [ArticleID: StoryID] = [:]
    private var departures: [Departure] = []
    private var joinings: [StoryID: (whole: StoryID, step: Int)] = [:]

    public init() {}

    public func save(_ step: StreamStep) async throws(StorageError) {
        for (article, story) in zip(step.articles, step.stories) where storyOf[article.id] == nil {
            placed.append(article.id)
            storyOf[article.id] = story
        }
        for joining in step.joined where joinings[joining.story] == nil { joinings[joining.story] = (joining.whole, step.number) }
        for joining in step.joined { for (article, story) in storyOf where story == joining.story { storyOf[article] = joining.whole } }
        for number in step.reopened {
            if let place = departures.lastIndex(where: { $0.strand.number == number }) { departures[place].returned = step.number }
        }
        departures += step.retired.map { Departure(strand: $0, step: step.number, returned: nil) }
        guard let bytes = step.checkpoint else {
            later.append(step.articles)
            return
        }
        checkpoint = (bytes, step.number)
        later = []
        departures.removeAll { $0.returned != nil }
    }

    public func resumption() async throws(StorageError) -> StreamResumption {
        StreamResumption(checkpoint: checkpoint?.bytes, step: checkpoint?.step ?? 0, later: later)
    }

    public func stories(of articles: [ArticleID]) async throws(StorageError) -> [ArticleID: StoryID] {
        articles.reduce(into: [:]) { $0[$1] = storyOf[$1] }
    }

    public func placements(after place: Int, limit: Int) async throws(StorageError) -> [StreamPlacement] {
        placed.enumerated().dropFirst(max(0, place)).prefix(max(0, limit)).map {
            StreamPlacement(place: $0.offset + 1, article: $0.element, story: storyOf[$0.element] ?? "")
        }
    }

    public func strands(sharing terms: [[Int32]], before step: Int, most: Int) async throws(StorageError) -> [StoredStrand] {
        let away = departures.filter { $0.step < step && ($0.returned ?? step) >= step }
        var found: [Int: StoredStrand] = [:]
        for list in terms {
            let shared = away.map { (strand: $0.strand, count: Set(list).intersection($0.strand.terms).count) }.filter { $0.count > 1 }
            for best in shared.sorted(by: { ($1.count, $0.strand.number) < ($0.count, $1.strand.number) }).prefix(most) {
                let strand = best.strand
                found[strand.number] = StoredStrand(
                    number: strand.number, story: whole(of: strand.story, before: step), terms: strand.terms, bytes: strand.bytes)
            }
        }
        return found.values.sorted { $0.number < $1.number }
    }

    private func whole(of story: StoryID, before step: Int) -> StoryID {
        var story = story
        while let joining = joinings[story], joining.step < step { story = joining.whole }
        return story
    }
}
