import BriefModel
import TextAnalysis

/// What a later article says of the same thing: the statement gives the earlier state as today's.
struct Succession {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words from which an earlier sentence says the statement itself.
    private static let said = 0.5
    private static let related = 0.25

    /// Objections by a later article than the one that bears the statement out are about an older state of things.
    func dated(_ objections: [Objection], _ alignments: [Alignment]) -> [Objection] {
        let bearing = alignments.filter { $0.ownCoverage >= Self.said }
        return objections.map { objection in
            guard objection.isCentral, [.number, .date, .negation, .relation, .entityConflation].contains(objection.reason) else { return objection }
            let day = self.day(objection.entry)
            let earlier = bearing.filter { self.day($0.entry) < day && meets(objection.span, $0) }
            guard !earlier.isEmpty else { return objection }
            return objection.told(as: .outdated)
        }
    }

    /// A later sentence about the same that says things have changed: "has since reopened", "no longer", "after all".
    func objections(_ alignments: [Alignment]) -> [Objection] {
        guard let said = alignments.filter({ $0.ownCoverage >= Self.said + 0.1 }).max(by: { $0.ownCoverage < $1.ownCoverage }) else { return [] }
        let tokens = assertion.reading.sentence.tokens
        // "At first", "until", "had": a statement about the past.
        if tokens.contains(where: {
            ["initially", "originally", "first", "until", "earlier", "had", "before", "previously", "then"].contains($0.folded)
        }) {
            return []
        }
        let later = alignments.filter { candidate in
            candidate.entry != said.entry && day(candidate.entry) > day(said.entry) && candidate.ownCoverage >= Self.related
                && candidate.ownCoverage < said.ownCoverage && sharesTopic(candidate) && change(in: candidate.entry) != nil
        }
        guard let last = later.max(by: { ($0.ownCoverage, $0.entry) < ($1.ownCoverage, $1.entry) }), let marked = change(in: last.entry) else {
            return []
        }
        let verb = assertion.predicate.first ?? assertion.parts.indices.last ?? 0
        guard assertion.parts.indices.contains(verb) else { return [] }
        return [
            Objection(
                reason: .outdated, alsoReason: nil, entry: last.entry, span: assertion.verbPhrase(verb), marked: marked,
                strength: 0.6 + 0.3 * last.ownCoverage, isCentral: true, certainty: 0.6,
                instead: index.entries[last.entry].reading.text(marked))
        ]
    }

    private static let changes = ClaimWords.set(
        """
        now since longer instead reopened lifted cancelled canceled postponed moved revised corrected withdrawn withdrew dropped scrapped ended resumed
        replaced resigned released recovered rose fell restored repaired settled reversed overturned later again finally meanwhile changed raised lowered
        extended approved rejected died left abandoned
        """)

    private func change(in entry: Int) -> Range<Int>? {
        let sentence = index.entries[entry].reading.sentence
        let ours = Set(assertion.reading.sentence.tokens.map(\.folded))
        return sentence.tokens.first { Self.changes.contains($0.folded) && !ours.contains($0.folded) }?.range
    }

    private func sharesTopic(_ alignment: Alignment) -> Bool {
        assertion.parts.indices.count {
            !assertion.parts[$0].isLight && Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
        } >= 2
    }

    /// The words objected to stand in this sentence.
    private func meets(_ span: Range<Int>, _ alignment: Alignment) -> Bool {
        assertion.parts.indices.contains {
            assertion.parts[$0].range.overlaps(span) && Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
        }
    }

    private func day(_ entry: Int) -> CalendarDay { index.shelves[index.entries[entry].article].article.day }
}
