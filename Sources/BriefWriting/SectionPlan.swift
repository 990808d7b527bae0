import BriefModel

/// Chooses what a themed section says, block by block.
struct SectionPlan {
    /// Most important first.
    let stories: [StoryID]
    var chosen: [Candidate] = []

    init(stories: [StoryID]) { self.stories = stories }

    private func options(_ set: CandidateSet) -> [Candidate] { stories.flatMap(set.candidates) }

    /// The best statement of each of the first three stories; a section of one story says two or three things of it.
    func established(_ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        var picked: [Candidate] = []
        for (rank, story) in stories.prefix(4).enumerated() {
            let first = picked.count
            for _ in 0..<(stories.count == 1 ? 4 : stories.count == 2 || rank == 0 ? 2 : 1) {
                let options = set.candidates(story).filter { !$0.roles.contains(.quote) && $0.source.position <= 6 }
                let context = Set(picked.filter { $0.story == story }.flatMap(\.stems))
                guard let best = composer.best(of: options, near: picked, context: context) else { continue }
                picked.append(best)
            }
            // A story is told in the order it happened.
            picked[first...].sort { ($0.source.day, $0.id) < ($1.source.day, $1.id) }
        }
        return picked
    }

    /// One older step, at least a week before everything chosen so far.
    func before(_ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        guard let first = chosen.map(\.source.day).min() else { return [] }
        let older = options(set).filter { $0.source.day.daysSince1970 <= first.daysSince1970 - 7 && $0.source.position <= 2 && Self.isFirm($0) }
        return composer.best(of: older, near: chosen).map { [$0] } ?? []
    }

    /// One step later than everything chosen so far.
    func latest(_ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        guard let last = chosen.map(\.source.day).max() else { return [] }
        let newer = options(set).filter { $0.source.day > last && $0.source.position <= 3 && Self.isFirm($0) }
        return composer.best(of: newer, near: chosen).map { [$0] } ?? []
    }

    /// It names somebody, counts something or dates it, and matters.
    private static func isFirm(_ candidate: Candidate) -> Bool {
        candidate.salience > 0.25 && !(candidate.source.names.isEmpty && candidate.source.quantities.isEmpty)
    }

    func withRole(_ role: Role, limit: Int, _ set: CandidateSet, _ composer: Composer) -> [Candidate] {
        var picked: [Candidate] = []
        for _ in 0..<limit {
            let options = options(set).filter { candidate in
                candidate.roles.contains(role) && !picked.contains { $0.id == candidate.id } && (role == .quote || !candidate.roles.contains(.quote))
            }
            let context = Set(chosen.filter { one in options.contains { $0.story == one.story } }.flatMap(\.stems))
            guard let best = composer.best(of: options, near: chosen + picked, context: context, least: 0.07) else { break }
            picked.append(best)
        }
        return picked
    }
}
