import BriefModel

/// Makes statements of candidates and remembers what was said, so that nothing is said twice.
struct Composer {
    let pool: SentencePool
    let candidates: CandidateSet
    private let citing: Citing
    private let attributing: Attributing
    private let fairUse: FairUse
    /// What stands in the brief so far.
    var statements: [Candidate] { said }
    private var said: [Candidate] = []
    private var saidIDs: Set<Int> = []
    /// Two reports may carry the same sentence word for word.
    private var saidTexts: Set<String> = []
    private var introduced: [StoryID: Set<Int>] = [:]
    private var made = 0
    /// Kept for the end of the brief.
    private var reserved: Set<Int> = []

    init(_ pool: SentencePool, _ candidates: CandidateSet) {
        self.pool = pool
        self.candidates = candidates
        citing = Citing(pool: pool)
        fairUse = FairUse(pool.material)
        attributing = Attributing(asOf: pool.material.asOf.day)
    }

    func wasSaid(_ candidate: Candidate) -> Bool {
        saidIDs.contains(candidate.id) || reserved.contains(candidate.id) || saidTexts.contains(candidate.wording.text)
    }

    /// Stems that what was said of these stories has introduced.
    func introduced(on stories: [StoryID]) -> Set<Int> {
        Set(said.filter { one in one.story.map(stories.contains) ?? false }.flatMap(\.stems)).union(stories.flatMap { introduced[$0, default: []] })
    }

    /// What a correction speaks of, others may lean on.
    mutating func introduce(_ stems: [Int], on story: StoryID?) {
        if let story { introduced[story, default: []].formUnion(stems) }
    }

    mutating func reserve(_ candidates: [Candidate]) {
        reserved.formUnion(candidates.map(\.id))
        saidTexts.formUnion(candidates.map(\.wording.text))
    }

    /// Maximal marginal relevance (Carbonell and Goldstein 1998): the best candidate after a toll for what was said already.
    /// - Parameters:
    ///   - section: candidates of the section being written; repeating those costs most.
    ///   - closest: what is as like one of those as this is the same news.
    func best(
        of options: [Candidate], near section: [Candidate], context: Set<Int> = [], least: Double = 0.12, toll: Double = 0.45, closest: Double = 0.62,
        score: (Candidate) -> Double = { $0.salience }
    ) -> Candidate? {
        var best: (value: Double, candidate: Candidate)?
        let room = fairUse.room(beside: said + section + reserved.compactMap(candidates.candidate))
        for option in options where !wasSaid(option) && option.wording.needs.isSubset(of: context) && room.holds(option) {
            let worth = score(option), bar = best?.value ?? least
            // No toll makes it more, and the tolls are what takes the time.
            guard worth > bar else { continue }
            let close = section.lazy.map { candidates.similarity($0, option) }.max() ?? 0
            guard close < closest, worth * (1 - 0.7 * close) > bar else { continue }
            let far = said.lazy.map { candidates.similarity($0, option) }.max() ?? 0
            let value = worth * (1 - 0.7 * close) * (1 - toll * far)
            if value > bar { best = (value, option) }
        }
        return best?.candidate
    }

    /// - Parameter told: the outlet named just before; set to the one named here.
    mutating func statement(_ candidate: Candidate, told: inout OutletID?) -> Statement {
        let corroboration = citing.corroboration(of: candidate)
        let (text, names) = attributing.text(of: candidate, outlets: corroboration.outlets.count, told: told)
        if names { told = candidate.source.outlet.id } else if told != candidate.source.outlet.id { told = nil }
        remember(candidate)
        return finish(text, citing.citations(of: candidate), corroboration, citing.dissent(against: candidate), candidate.story)
    }

    mutating func statement(_ candidate: Candidate) -> Statement {
        var told: OutletID?
        return statement(candidate, told: &told)
    }

    mutating func finish(
        _ text: String, _ citations: [Citation], _ corroboration: Corroboration, _ dissent: [Dissent], _ story: StoryID?
    ) -> Statement {
        made += 1
        return Statement(id: StatementID("s\(made)"), text: text, citations: citations, corroboration: corroboration, dissent: dissent, story: story)
    }

    mutating func remember(_ candidate: Candidate) {
        said.append(candidate)
        saidIDs.insert(candidate.id)
        saidTexts.insert(candidate.wording.text)
    }

    func citation(_ source: SourceSentence) -> Citation { citing.citation(source, for: source) }
}
