import BriefModel

/// What a brief amounts to, drawn only from statements made above: what stands best, what is disputed and what nobody knows, each in short.
struct Conclusion {
    /// A statement and what it was made of.
    struct Told {
        let candidate: Candidate
        let statement: Statement
    }

    enum Part: String, CaseIterable {
        case firm = "Best supported"
        case disputed = "Disputed"
        case open = "Not known"
    }

    let told: [Told]
    private let corrected: Set<ArticleID>
    /// In each part.
    let most: Int
    /// In words; what a reader keeps in mind.
    private let brevity = 18

    init(told: [Told], disputes: [Dispute], most: Int) {
        self.told = told
        self.most = most
        corrected = Set(disputes.filter { $0.kind == .corrected }.map(\.notFollowed.passage.article))
    }

    /// In reading order, empty ones left out; in each part one statement a story, and none twice.
    var parts: [(part: Part, chosen: [Candidate])] {
        var used: Set<Int> = []
        return Part.allCases.compactMap { part in
            var chosen: [Candidate] = []
            for one in ranked(part) where chosen.count < most && !used.contains(one.candidate.id) {
                guard let short = shortened(one.candidate), !chosen.contains(where: { $0.story == short.story }) else { continue }
                chosen.append(short)
                used.insert(short.id)
            }
            return chosen.isEmpty ? nil : (part, chosen)
        }
    }

    private func ranked(_ part: Part) -> [Told] {
        let fitting = told.filter { one in
            // What its own source took back is no longer disputed.
            let isDisputed = one.statement.dissent.contains { !corrected.contains($0.citation.passage.article) }
            switch part {
            case .firm:
                return !isDisputed && one.statement.corroboration.outlets.count > 1 && !one.statement.corroboration.sharesOneOrigin
                    && !one.candidate.roles.contains(.notKnown)
            case .disputed: return isDisputed
            case .open: return !isDisputed && one.candidate.roles.contains(.notKnown)
            }
        }
        return fitting.enumerated().sorted { left, right in
            (right.element.candidate.salience, left.offset) < (left.element.candidate.salience, right.offset)
        }
        .map(\.element)
    }

    /// The same without what can be spared; nil where it stays long or leans on another.
    private func shortened(_ candidate: Candidate) -> Candidate? {
        guard candidate.wording.needs.isEmpty, !candidate.namesOnlyItsOutlet else { return nil }
        var wording = candidate.wording
        Shortening.dropLateClauses(&wording.line, of: candidate.source, limit: brevity)
        guard wording.line.length <= brevity + 8 else { return nil }
        return Candidate(
            source: candidate.source, wording: wording, support: candidate.support, roles: candidate.roles, substance: candidate.substance,
            salience: candidate.salience)
    }
}
