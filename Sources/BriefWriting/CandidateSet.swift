import BriefModel

/// Every statement that could be made, by story.
struct CandidateSet: Sendable {
    let pool: SentencePool
    let finder: SupportFinder
    /// By salience, best first.
    private(set) var byStory: [StoryID: [Candidate]] = [:]
    private var all: [Int: Candidate] = [:]

    init(_ pool: SentencePool) {
        self.pool = pool
        finder = SupportFinder(pool: pool)
        let wordsmith = Wordsmith(pool: pool)
        let salience = Salience(pool)
        let fairUse = FairUse(pool.material)
        let inStory = Dictionary(grouping: pool.sentences.filter { $0.story != nil && SupportFinder.maySupport($0) }) { $0.story ?? StoryID("") }
            .mapValues { $0.map(\.id) }
        for source in pool.sentences where source.fitness == .statement && !source.isNotFollowed && !source.isCorrection {
            guard let story = source.story, let wording = wordsmith.word(source), fairUse.allows(wording.line, of: source.article) else { continue }
            let source = source.keeping(wording, pool.stems(of: wording, in: source))
            let support = finder.support(for: source, among: inStory[story] ?? [])
            let substance = Substance(of: source, wording.line)
            let candidate = Candidate(
                source: source, wording: wording, support: support, roles: Roles.roles(of: source, wording.line, substance), substance: substance,
                salience: salience.score(source, wording, support: support) * (substance.callsItselfInvented ? 0.75 : 1))
            byStory[story, default: []].append(candidate)
            all[candidate.id] = candidate
        }
        for story in byStory.keys { byStory[story]?.sort { ($0.salience, $1.id) > ($1.salience, $0.id) } }
    }

    func candidates(_ story: StoryID) -> [Candidate] { byStory[story] ?? [] }

    func candidate(_ id: Int) -> Candidate? { all[id] }

    /// 0 … 1: how much of the shorter one is in the other.
    func similarity(_ left: Candidate, _ right: Candidate) -> Double {
        let common = pool.weight(ofCommon: left.stems, right.stems)
        let smaller = min(pool.weight(of: left.stems), pool.weight(of: right.stems))
        let same = left.support.contains { $0.id == right.id } || right.support.contains { $0.id == left.id }
        // Different figures are different news.
        let differ = !left.figures.isEmpty && !right.figures.isEmpty && !left.figures.contains(where: right.figures.contains)
        return max((differ ? 0.6 : 1) * common / max(0.001, smaller), same ? 0.8 : 0)
    }
}
