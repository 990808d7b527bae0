import BriefModel
import TextAnalysis

/// Passages that deny what a statement asserts: "has not confirmed", "no suit had been filed", "we found no official announcement".
struct Denials {
    let assertion: Assertion
    let index: EvidenceIndex

    /// How much of the rest of the statement the passage must be about.
    private static let aboutness = 0.5
    private static let particular = 0.15
    /// From here on the passage is about the same whatever its subject is called.
    private static let sameMatter = 0.75

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let affirming = alignments.filter { $0.ownCoverage >= Self.affirming }
        return alignments.compactMap { alignment in
            let entry = index.entries[alignment.entry]
            guard index.shelves[entry.article].outlet?.kind.needsCorroboration != true, !isAnswered(alignment, by: affirming) else { return nil }
            if !index.isSearched { return assertion.reading.isTurned ? nil : denial(alignment, entry.reading) }
            return denial(alignment, entry.reading) ?? (affirming.isEmpty ? opposite(alignment, entry.reading) : nil)
        }
    }

    /// Own words from which a sentence says the statement itself.
    private static let affirming = 0.8
    private static let margin = 0.2
    /// Own words of the statement that a sentence must have: what its neighbours say is another matter.
    private static let own = 0.5
    /// Or how much of what it denies, in a library, the statement must speak of.
    private static let denied = 0.5

    /// The sentence says most of the statement; or, short as "China has not confirmed it", what it denies is all in the statement.
    private func isOfSame(_ negation: Reading.Negation, _ reading: Reading, _ alignment: Alignment) -> Bool {
        if alignment.ownCoverage >= Self.own { return true }
        guard index.isSearched else { return false }
        guard !isOfAnother(negation, reading) else { return false }
        let denied = negation.isExistential ? Set(negation.core) : Set(negation.subject).union(negation.scope)
        let terms = denied.map { reading.terms[$0] }.filter {
            $0.kind != .date && !Concepts.english.isLight($0.key)
        }
        let ours = Set(assertion.parts.map(\.key))
        return Double(terms.count { ours.contains($0.key) }) >= Self.denied * Double(terms.count)
    }

    /// Those named before the denial are not those of whom the statement says it: "Weavers, set up by Millers, have not grown".
    private func isOfAnother(_ negation: Reading.Negation, _ reading: Reading) -> Bool {
        let theirs = reading.terms.filter { isName($0, in: reading) && $0.range.upperBound <= negation.cue.lowerBound }.map(\.key)
        let verb = assertion.predicate.first ?? assertion.parts.count
        let ours = assertion.parts[..<verb].filter { $0.kind == .name || $0.kind == .country }.map(\.key)
        return !theirs.isEmpty && !ours.isEmpty && Set(theirs).isDisjoint(with: ours)
    }

    private func isName(_ term: Term, in reading: Reading) -> Bool { term.kind == .country || index.isName(term, in: reading) }

    /// "Does not cover angling but covers it when you use nets": the same word without the denial.
    private func isAlsoAffirmed(_ key: String, _ reading: Reading) -> Bool {
        reading.terms.indices.contains { reading.terms[$0].key == key && !reading.isDenied($0) }
    }

    /// "Can win if they win their last ten": what only might be is not denied by what never was.
    private func isConditional(_ reading: Reading) -> Bool { assertion.reading.isConditional && !reading.isConditional }

    /// "May slow", "may not slow": both leave it open. "Has delivered nine", "will not deliver any more": of two times.
    private func isOpen(_ negation: Reading.Negation, _ reading: Reading) -> Bool {
        let before = reading.sentence.tokens.last { $0.range.upperBound <= negation.cue.lowerBound }?.folded
        return assertion.isHedged && (before == "may" || before == "might") || reading.isOfFuture(negation) && !assertion.reading.isOfFuture
    }

    /// The same article says what the statement says, and this sentence denies something beside it.
    private func isAnswered(_ alignment: Alignment, by affirming: [Alignment]) -> Bool {
        let article = index.entries[alignment.entry].article
        return affirming.contains {
            index.entries[$0.entry].article == article && $0.ownCoverage >= alignment.ownCoverage + Self.margin
                && !index.entries[$0.entry].reading.sentence.cues.contains { $0.kind == .negation }
        }
    }

    private func denial(_ alignment: Alignment, _ reading: Reading) -> Objection? {
        for negation in reading.negations {
            let denied = negation.core.filter { reading.isDenied($0) }
            let keys = Set(denied.map { reading.terms[$0].key })
            // It denies the same: no quarrel.
            let agrees = assertion.parts.contains { $0.isDenied && !$0.isLight && keys.contains($0.key) }
            guard !keys.isEmpty, !agrees, isSameSubject(negation, reading), !isConditional(reading), !isOpen(negation, reading) else { continue }
            let predicate = assertion.predicate.filter {
                keys.contains(assertion.parts[$0].key) && !assertion.parts[$0].isDenied && !assertion.parts[$0].isLight
            }
            if let hit = predicate.first {
                var rest = alignment.aboutness(assertion, excluding: Set(predicate))
                guard isOfSame(negation, reading, alignment), !isAlsoAffirmed(assertion.parts[hit].key, reading) else { continue }
                let scope = Set(negation.scope.map { reading.terms[$0].key })
                // It denies it of the very figure or name.
                if assertion.parts.contains(where: { ($0.kind == .number || $0.kind == .name) && scope.contains($0.key) }) { rest += Self.particular }
                if rest >= Self.aboutness, sharesSubject(negation, reading, beside: hit) || rest >= Self.sameMatter {
                    return objection(alignment, reading, negation, assertion.parts[hit].range, strength: min(1, rest), isCentral: true)
                }
            }
            // Two neighbouring words of the statement that are denied together: an added part, not what it mainly says.
            let together = assertion.parts.indices.dropLast().first { first in
                let pair = [assertion.parts[first], assertion.parts[first + 1]]
                return pair.allSatisfy { keys.contains($0.key) && !$0.isDenied && !$0.isLight && $0.kind == .word }
            }
            if let together, alignment.coverage >= 0.4 {
                let span = assertion.parts[together].range.lowerBound..<assertion.parts[together + 1].range.upperBound
                return objection(alignment, reading, negation, span, strength: alignment.coverage, isCentral: false)
            }
        }
        return nil
    }

    private func objection(
        _ alignment: Alignment, _ reading: Reading, _ negation: Reading.Negation, _ span: Range<Int>, strength: Double, isCentral: Bool
    ) -> Objection {
        let end = negation.scope.last.map { reading.terms[$0].range.upperBound } ?? negation.cue.upperBound
        let marked = min(negation.cue.lowerBound, end)..<max(negation.cue.upperBound, end)
        return Objection(
            reason: isCentral ? .negation : .noEvidence, alsoReason: .hedgeLost, entry: alignment.entry, span: span, marked: marked,
            strength: strength,
            isCentral: isCentral, instead: reading.text(marked))
    }

    /// "The United States did not sign" denies nothing of what others did.
    private func isSameSubject(_ negation: Reading.Negation, _ reading: Reading) -> Bool {
        // "Neither A nor B signed": the names follow the cue.
        let isNeither = ["neither", "nor"].contains(Folding.fold(reading.text(negation.cue)))
        guard !negation.isExistential || isNeither else { return true }
        let named = (isNeither ? negation.scope : negation.subject).filter {
            index.isName(reading.terms[$0], in: reading) || reading.terms[$0].kind == .country
        }
        guard !named.isEmpty else { return true }
        let ours = Set(assertion.mainClause.map { assertion.parts[$0].key })
        return named.contains { ours.contains(reading.terms[$0].key) }
    }

    /// What is denied is denied of what the statement speaks of, or of a pronoun.
    private func sharesSubject(_ negation: Reading.Negation, _ reading: Reading, beside predicate: Int) -> Bool {
        guard !negation.isExistential else { return true }
        let theirs = negation.subject.filter { !Concepts.english.isLight(reading.terms[$0].key) }
        guard !theirs.isEmpty else { return true }
        let ours = Set(assertion.parts.indices.filter { $0 != predicate }.map { assertion.parts[$0].key })
        return theirs.contains { ours.contains(reading.terms[$0].key) }
    }

    /// The passage says the opposite of a word of the statement, about the same thing.
    private func opposite(_ alignment: Alignment, _ reading: Reading) -> Objection? {
        let concepts = Concepts.english
        for (position, part) in assertion.parts.enumerated() where part.kind == .word && !part.isLight && alignment.matches[position] < 1 {
            guard let met = reading.terms.indices.first(where: { concepts.areOpposite(part.key, reading.terms[$0].key) }),
                reading.isDenied(met) == part.isDenied, !assertion.parts.contains(where: { $0.key == reading.terms[met].key }),
                isOfSame(position, met, reading), isSaidOf(position, alignment)
            else { continue }
            let matter = Matter(assertion: assertion, index: index)
            let rest = matter.share(of: alignment.entry, without: part.range)
            guard rest >= Self.aboutness + 0.15, !matter.isAboutAnother(alignment.entry) else { continue }
            return Objection(
                reason: .negation, alsoReason: nil, entry: alignment.entry, span: part.range, marked: reading.terms[met].range, strength: rest,
                isCentral: true, instead: reading.text(reading.terms[met].range))
        }
        return nil
    }

    /// "Employment did not change", "unemployment fell": of a thing said otherwise the same must be said.
    private func isSaidOf(_ position: Int, _ alignment: Alignment) -> Bool {
        assertion.predicate.isEmpty
            || assertion.predicate.contains {
                $0 == position || assertion.parts[$0].isLight || Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
            }
    }

    /// "Gallow fell behind", "Vaughan rose": said of two.
    private func isOfSame(_ ours: Int, _ theirs: Int, _ reading: Reading) -> Bool {
        let mine = assertion.parts[..<ours].last { $0.kind == .name || $0.kind == .country }?.key
        let other = reading.terms[..<theirs].last { isName($0, in: reading) }?.key
        return mine == nil || other == nil || mine == other
    }
}
