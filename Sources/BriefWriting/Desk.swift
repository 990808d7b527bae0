import BriefModel

/// Puts the brief together in reading order; every part knows what the parts before it said.
struct Desk {
    let pool: SentencePool
    let candidates: CandidateSet
    let ranking: StoryRanking
    let salience: Salience
    private let length: BriefLength
    private var composer: Composer
    /// The takeaways.
    private var kept: [Candidate] = []
    /// What was told so far.
    private var above: [Conclusion.Told] = []
    /// The deck: what it says, the overview does not say in other words.
    private var lead: [Candidate] = []

    init(pool: SentencePool, candidates: CandidateSet, ranking: StoryRanking, salience: Salience) {
        self.pool = pool
        self.candidates = candidates
        self.ranking = ranking
        self.salience = salience
        length = BriefLength(words: pool.material.topic.words)
        composer = Composer(pool, candidates)
    }

    // MARK: - Head

    /// The best title of the leading story; where none can be used, its best statement.
    mutating func headline() -> Statement? {
        let writer = HeadlineWriter(pool: pool, candidates: candidates, ranking: ranking, salience: salience)
        if let (title, text, proof) = writer.choose() {
            let outlets = Set(([title] + proof).map(\.outlet.id)).sorted()
            return composer.finish(
                text, [title].map(composer.citation) + proof.map(composer.citation), Corroboration(outlets: outlets, origins: []), [], title.story)
        }
        let all = ranking.stories.flatMap { candidates.candidates($0.id).prefix(8) }
        guard let best = composer.best(of: all, near: []) else { return nil }
        return composer.statement(best)
    }

    /// One sentence each on the two stories that follow the headline's.
    mutating func deck() -> [Statement] {
        ranking.stories.dropFirst().prefix(5).compactMap { story -> Candidate? in
            composer.best(
                of: candidates.candidates(story.id).filter {
                    $0.wording.line.length <= 33 && $0.source.position <= 1 && isNews($0) && $0.substance.isEvent
                }, near: [],
                least: 0.35, score: fresh)
        }
        .prefix(2).map { candidate in
            lead.append(candidate)
            return tell(candidate)
        }
    }

    /// What matters most, one statement a story, and one more on the first.
    mutating func overview() -> Section? {
        var chosen: [Candidate] = []
        var statements: [Statement] = []
        var told: OutletID?
        for (index, story) in ranking.stories.prefix(5).enumerated() {
            for _ in 0..<(index == 0 ? 2 : 1) {
                let options = candidates.candidates(story.id).filter {
                    isNews($0) && !$0.roles.contains(.quote) && ($0.source.position <= 2 || $0.breadth > 1) && $0.substance.isConcrete
                }
                guard statements.count < length.overview, let best = composer.best(of: options, near: lead + chosen, score: fresh) else { continue }
                chosen.append(best)
                statements.append(tell(best, told: &told))
            }
        }
        guard !statements.isEmpty else { return nil }
        return Section(kind: .overview, title: "Overview", blocks: [Block(statements: statements)])
    }

    /// What leads a brief must be new.
    private func fresh(_ candidate: Candidate) -> Double { candidate.salience * (0.4 + 0.6 * salience.recency(candidate.source.day)) }

    /// Published in the last ten days.
    private func isNews(_ candidate: Candidate) -> Bool { pool.material.asOf.day.daysSince1970 - candidate.source.day.daysSince1970 <= 10 }

    private mutating func tell(_ candidate: Candidate) -> Statement {
        var told: OutletID?
        return tell(candidate, told: &told)
    }

    /// What is told here, the conclusion may draw on.
    private mutating func tell(_ candidate: Candidate, told: inout OutletID?) -> Statement {
        let statement = composer.statement(candidate, told: &told)
        above.append(Conclusion.Told(candidate: candidate, statement: statement))
        return statement
    }

    // MARK: - Themes

    mutating func themes() -> [Section] {
        let themes = pool.material.themes.isEmpty ? ranking.stories.prefix(6).map { Theme(title: $0.title, stories: [$0.id]) } : pool.material.themes
        let corrections = CorrectionWriter(pool: pool).corrections()
        // A theme on which much was reported has more to tell.
        let reports = Dictionary(uniqueKeysWithValues: ranking.stories.map { ($0.id, $0.articles.count) })
        let shares = themes.map { theme in squareRoot(Double(max(1, theme.stories.reduce(0) { $0 + (reports[$1] ?? 0) }))) }
        let whole = max(1, shares.reduce(0, +))
        return zip(themes, shares).compactMap { theme, share in
            section(
                theme, room: length.section(share / whole),
                corrections: corrections.filter { correction in correction.story.map(theme.stories.contains) ?? false })
        }
    }

    private mutating func section(_ theme: Theme, room: Int, corrections: [CorrectionWriter.Correction]) -> Section? {
        var plan = SectionPlan(
            stories: ranking.ordered(theme.stories), room: room, figureRoom: length.figures(stories: theme.stories.count))
        for correction in corrections { composer.introduce(correction.sources.flatMap(\.stems), on: correction.story) }
        plan.choose(from: candidates, composer)
        var blocks: [Block] = []
        for part in SectionPlan.Part.allCases {
            if part == .otherSide, !corrections.isEmpty { blocks.append(Block(heading: "Corrected", statements: corrections.map { write($0) })) }
            let style: Block.Style = part == .implications || part == .figures ? .bullets : .paragraph
            if let chosen = plan.parts[part], !chosen.isEmpty { blocks.append(block(part.heading, chosen, style)) }
        }
        return blocks.isEmpty ? nil : Section(kind: .theme, title: theme.title, blocks: blocks)
    }

    private mutating func block(_ heading: String?, _ chosen: [Candidate], _ style: Block.Style) -> Block {
        var told: OutletID?
        var statements: [Statement] = []
        for candidate in chosen {
            if style == .bullets { told = nil }
            statements.append(tell(candidate, told: &told))
        }
        return Block(heading: heading, style: style, statements: statements)
    }

    private mutating func write(_ correction: CorrectionWriter.Correction) -> Statement {
        let outlets = Set(correction.sources.map(\.outlet.id)).sorted()
        let dissent = correction.dissent.map { Dissent(citation: composer.citation($0.source), why: $0.why) }
        return composer.finish(
            correction.text, correction.sources.map(composer.citation), Corroboration(outlets: outlets, origins: []), dissent, correction.story)
    }

    // MARK: - Tail

    /// One firm sentence a theme, in words not used elsewhere; chosen before the themes are written, so that the best is left for the end.
    mutating func reserveTakeaways() {
        let groups = pool.material.themes.isEmpty ? ranking.stories.prefix(5).map { [$0.id] } : pool.material.themes.map(\.stories)
        for stories in groups where kept.count < length.takeaways {
            if let best = takeaway(of: ranking.ordered(stories).prefix(2), beside: kept) { kept.append(best) }
        }
        composer.reserve(kept)
    }

    /// What the brief amounts to: nothing that was not told above.
    mutating func conclusion() -> Section? {
        let blocks = Conclusion(told: above, disputes: pool.material.disputes, most: length.conclusion).parts.map { part, chosen in
            Block(heading: part.rawValue, style: .bullets, statements: chosen.map { composer.statement($0) })
        }
        return blocks.count < 2 ? nil : Section(kind: .conclusion, title: "Conclusion", blocks: blocks)
    }

    mutating func takeaways() -> Section? {
        let statements = kept.map { composer.statement($0) }
        return statements.isEmpty ? nil : Section(kind: .takeaways, title: "Takeaways", blocks: [Block(style: .bullets, statements: statements)])
    }

    /// What a reader should keep may be told again, in another outlet's words.
    private func takeaway(of stories: some Sequence<StoryID>, beside chosen: [Candidate]) -> Candidate? {
        for story in stories {
            // What opens a report belongs to its section; a takeaway is what several say, or what nobody knows.
            let options = candidates.candidates(story).filter { candidate in
                let isFirm =
                    candidate.roles.contains(.notKnown) || candidate.breadth > 1 && candidate.source.position >= 2 && candidate.substance.isConcrete
                return isFirm && !candidate.namesOnlyItsOutlet && !candidate.roles.contains(.quote) && candidate.wording.line.length <= 26
            }
            let best = composer.best(of: options, near: lead + chosen, least: 0.3, toll: 0.1) {
                fresh($0) * ($0.breadth > 1 ? 1.5 : 1) * ($0.roles.contains(.notKnown) ? 1.8 : 1)
            }
            if let best { return best }
        }
        return nil
    }

    /// The stories that matter most each day, two at most.
    mutating func timeline() -> [DatedStatement] {
        var steps: [(day: CalendarDay, score: Double, candidate: Candidate)] = []
        for story in ranking.stories {
            for update in story.updates {
                guard let candidate = dated(update) else { continue }
                let step = (day: eventDay(candidate), score: ranking.score(story.id) + candidate.salience, candidate: candidate)
                if let same = steps.firstIndex(where: { $0.candidate.story == story.id && candidates.similarity($0.candidate, candidate) > 0.45 }) {
                    if step.score > steps[same].score { steps[same] = step }
                } else {
                    steps.append(step)
                }
            }
        }
        steps.sort { ($0.score, $1.candidate.id) > ($1.score, $0.candidate.id) }
        // Every story has its day before any has two.
        var told: Set<StoryID?> = []
        let firsts = steps.filter { namesItsDay($0.candidate) && told.insert($0.candidate.story).inserted }
        let others = steps.filter { step in !firsts.contains { $0.candidate.id == step.candidate.id } }
        var kept: [(day: CalendarDay, score: Double, candidate: Candidate)] = []
        for step in firsts + others where kept.count < length.days && kept.count(where: { $0.day == step.day }) < 2 { kept.append(step) }
        kept.sort { ($0.day, $1.score) < ($1.day, $0.score) }
        return kept.map { DatedStatement(day: $0.day, statement: composer.statement($0.candidate)) }
    }

    private func dated(_ update: Update) -> Candidate? {
        if let source = pool.sentence(at: update.passage), let candidate = candidates.candidate(source.id), isDated(candidate) {
            return candidate
        }
        return pool.body(of: update.article).prefix(3).compactMap { candidates.candidate($0.id) }.first {
            isDated($0) && $0.salience > 0.3
        }
    }

    /// An act by somebody at about the time it was reported; a look back to last summer is no entry of today.
    private func isDated(_ candidate: Candidate) -> Bool {
        guard candidate.wording.needs.isEmpty, candidate.substance.isEvent else { return false }
        let named = candidate.source.sentence.dates.filter { candidate.wording.keeps($0.range) && $0.last <= candidate.source.day }
        return named.isEmpty || named.contains { candidate.source.day.daysSince1970 - $0.last.daysSince1970 <= 10 }
    }

    /// A wire agency reports on the day; of others the sentence must say when.
    private func namesItsDay(_ candidate: Candidate) -> Bool {
        candidate.source.outlet.kind == .wireAgency || eventDay(candidate) != candidate.source.day
            || candidate.source.sentence.dates.contains { candidate.wording.keeps($0.range) }
    }

    /// The day of the event where the sentence names one shortly before publication; else the day it was published.
    private func eventDay(_ candidate: Candidate) -> CalendarDay {
        let source = candidate.source
        // A dateline's date is no event.
        let start = candidate.wording.line.words.lazy.compactMap(\.range).first?.lowerBound ?? 0
        let named = Set(source.sentence.dates.filter { $0.first == $0.last && $0.range.lowerBound >= start }.map(\.first))
        let days = named.filter { $0 <= source.day && source.day.daysSince1970 - $0.daysSince1970 <= 10 }
        return days.count == 1 ? days.first ?? source.day : source.day
    }
}
