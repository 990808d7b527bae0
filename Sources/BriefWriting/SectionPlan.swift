import BriefModel

/// Chooses what a themed section says, block by block.
struct SectionPlan {
    /// The parts of a section, in reading order.
    enum Part: CaseIterable {
        case established, before, latest, figures, otherSide, implications, quote, notKnown

        var heading: String? {
            switch self {
            case .established: nil
            case .before: "Before that"
            case .latest: "Latest"
            case .figures: "In figures"
            case .otherSide: "The other side"
            case .implications: "What follows, and who says so"
            case .quote: "In their words"
            case .notKnown: "Not known"
            }
        }
    }

    /// Most important first.
    let stories: [StoryID]
    /// How many statements the section may have.
    let room: Int
    /// How many figures besides.
    let figureRoom: Int
    private(set) var parts: [Part: [Candidate]] = [:]
    private var chosen: [Candidate] = []

    init(stories: [StoryID], room: Int, figureRoom: Int) {
        self.stories = stories
        self.room = room
        self.figureRoom = figureRoom
    }

    /// What is established takes its place first, then what is not known and who objects; what is left goes to the rest.
    mutating func choose(from set: CandidateSet, _ composer: Composer) {
        keep(established(set, composer, limit: max(3, room * 3 / 5)), as: .established)
        keep(withRole(.notKnown, set, composer), as: .notKnown)
        keep(withRole(.otherSide, set, composer), as: .otherSide)
        keep(withRole(.implication, set, composer), as: .implications)
        keep(latest(set, composer), as: .latest)
        keep(withRole(.quote, set, composer), as: .quote)
        keep(before(set, composer), as: .before)
        keep(withRole(.implication, set, composer), as: .implications)
        tellFigures(set, composer)
    }

    /// Figures have room of their own: what a reader looks up must not push out what happened.
    private mutating func tellFigures(_ set: CandidateSet, _ composer: Composer) {
        let told = Set((composer.statements + chosen).flatMap(KeyFigures.figures))
        let figures = KeyFigures(set: set).choose(stories, told: told, beside: chosen, composer: composer, limit: figureRoom)
        parts[.figures, default: []] += figures
        chosen += figures
    }

    private mutating func keep(_ candidates: [Candidate], as part: Part) {
        let left = max(0, room - chosen.count)
        parts[part, default: []] += candidates.prefix(left)
        chosen += candidates.prefix(left)
    }

    private func options(_ set: CandidateSet) -> [Candidate] { stories.flatMap(set.candidates) }

    /// The best statement of each of the first stories, then more of those that have more to tell.
    private func established(_ set: CandidateSet, _ composer: Composer, limit: Int) -> [Candidate] {
        var picked: [Candidate] = []
        let leading = stories.prefix(5)
        for round in 0..<4 {
            for story in leading.prefix(round == 0 ? 5 : round == 1 ? 2 : 1) where picked.count < limit {
                let options = set.candidates(story).filter {
                    $0.roles.isDisjoint(with: [.quote, .notKnown, .otherSide]) && $0.source.position <= 6 && $0.substance.isConcrete
                }
                let context = Set(picked.filter { $0.story == story }.flatMap(\.stems))
                guard
                    let best = composer.best(
                        of: options, near: picked, context: context, least: 0.21,
                        score: { $0.salience * (picked.isEmpty ? 1 + 0.3 * Double(min(2, $0.breadth - 1)) : 1) })
                else { continue }
                picked.append(best)
            }
        }
        return Self.told(picked)
    }

    /// The most important first, then from the newest to the oldest; what leans on a statement stays behind it.
    private static func told(_ picked: [Candidate]) -> [Candidate] {
        guard let first = picked.first else { return [] }
        let rest = picked.dropFirst()
        let leaning = rest.filter { !$0.wording.needs.isEmpty }
        var order = [first] + rest.filter(\.wording.needs.isEmpty).sorted { ($1.source.day, $0.id) < ($0.source.day, $1.id) }
        for candidate in leaning {
            let place = order.lastIndex { $0.story == candidate.story } ?? order.count - 1
            order.insert(candidate, at: place + 1)
        }
        return order
    }

    /// One older step, at least a week before everything chosen so far.
    private func before(_ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        guard let first = chosen.map(\.source.day).min() else { return [] }
        let older = options(set).filter { $0.source.day.daysSince1970 <= first.daysSince1970 - 7 && $0.source.position <= 2 && Self.isFirm($0) }
        return composer.best(of: older, near: chosen).map { [$0] } ?? []
    }

    /// One step later than everything chosen so far.
    private func latest(_ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        guard let last = chosen.map(\.source.day).max() else { return [] }
        let newer = options(set).filter { $0.source.day > last && $0.source.position <= 3 && $0.source.outlet.weight >= 0.8 && Self.isFirm($0) }
        return composer.best(of: newer, near: chosen).map { [$0] } ?? []
    }

    /// Somebody did something, and it matters.
    private static func isFirm(_ candidate: Candidate) -> Bool {
        candidate.salience > 0.25 && candidate.substance.isEvent
            && (candidate.source.sentence.attribution.map { !$0.isAnonymous && $0.source.contains(where: \.isUppercase) } ?? true)
    }

    private func withRole(_ role: Role, _ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        let options = options(set).filter { $0.roles.contains(role) && (role == .quote || !$0.roles.contains(.quote)) }
        let context = Set(chosen.flatMap(\.stems)).union(composer.introduced(on: stories))
        // An answer belongs to what leads the section.
        let leading = stories.first
        return composer.best(
            of: options, near: chosen, context: context, least: 0.04, closest: 0.45, score: { $0.salience * ($0.story == leading ? 1 : 0.7) }
        ).map { [$0] } ?? []
    }
}
