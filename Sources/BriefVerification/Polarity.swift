import BriefModel
import TextAnalysis

/// One says that it is so, the other that it is not, of the same thing, in whatever order and wording: sentences given with a statement.
struct Polarity {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words of the statement below which a sentence is about something else.
    private static let touching = 0.15
    /// Certainty below which nothing is said.
    private static let telling = 0.6
    /// Telling words that both must have.
    private static let company = 3
    /// By how much more of the statement another sentence must say, on its side, to answer for it.
    private static let margin = 0.1

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let near = alignments.filter { $0.ownCoverage >= Self.touching && $0.shared(assertion) >= Self.company }
        let found = near.compactMap { alignment -> Objection? in
            let reading = index.entries[alignment.entry].reading
            guard let (hit, objection) = denied(alignment, reading) ?? affirmed(alignment, reading) else { return nil }
            return isAnswered(alignment, hit, by: near) ? nil : objection
        }
        return found.max { ($0.certainty, $1.entry) < ($1.certainty, $0.entry) }.map { [$0] } ?? []
    }

    /// Another sentence with the word says more of the statement, and is on its side.
    private func isAnswered(_ alignment: Alignment, _ hit: Int, by near: [Alignment]) -> Bool {
        near.contains {
            $0.entry != alignment.entry && $0.own[hit] >= 1 && $0.ownCoverage >= alignment.ownCoverage + Self.margin
                && index.entries[$0.entry].reading.isTurned == assertion.reading.isTurned
        }
    }

    /// The sentence denies what the statement affirms.
    private func denied(_ alignment: Alignment, _ reading: Reading) -> (hit: Int, objection: Objection)? {
        guard !assertion.reading.isTurned else { return nil }
        let ours = Set(assertion.parts.map(\.key))
        for negation in reading.negations where !isLimited(negation, reading) {
            for term in negation.core where reading.isDenied(term) {
                guard let hit = assertion.parts.firstIndex(where: { $0.key == reading.terms[term].key && $0.kind == .word }),
                    !assertion.parts[hit].isLight || assertion.predicate.contains(hit), sharesSubject(negation, reading, beside: hit)
                else { continue }
                let marked = negation.cue.lowerBound..<max(negation.cue.upperBound, reading.terms[term].range.upperBound)
                let share = share(of: negation, in: reading, among: ours)
                return objection(alignment, hit, assertion.verbPhrase(hit), marked: marked, reading, share).map { (hit, $0) }
            }
        }
        return nil
    }

    /// "Not before May", "none if it rains", "not for more than an hour": denied in a case only.
    private func isLimited(_ negation: Reading.Negation, _ reading: Reading) -> Bool {
        let terms = reading.terms[negation.scope]
        let end = terms.last?.range.upperBound ?? negation.cue.upperBound
        return reading.sentence.tokens.contains { token in
            Self.limits.contains(token.folded) && (token.range.upperBound <= end || token.range.lowerBound >= negation.cue.lowerBound)
        }
    }

    private static let limits = ClaimWords.set(
        "until before unless without than if when except some yet only always necessarily neither nor more longer again")

    /// The statement denies what the sentence affirms.
    private func affirmed(_ alignment: Alignment, _ reading: Reading) -> (hit: Int, objection: Objection)? {
        guard !reading.isTurned, !isRanked(reading), !isRanked(assertion.reading), !isOfSome, !isOfOtherCount(alignment, reading), !isSupposed else {
            return nil
        }
        let offset = assertion.reading.sentence.range.lowerBound
        for negation in assertion.reading.negations where !isContrast(negation) && !isLimited(negation, assertion.reading) {
            for hit in negation.core where assertion.parts[hit].kind == .word && !assertion.parts[hit].isLight && assertion.parts[hit].isDenied {
                guard let term = reading.terms.first(where: { $0.key == assertion.parts[hit].key }) else { continue }
                let span = (negation.cue.lowerBound - offset)..<(negation.cue.upperBound - offset)
                let share = share(of: negation, in: assertion.reading, among: Set(reading.terms.map(\.key)))
                return objection(alignment, hit, span, marked: term.range, reading, share).map { (hit, $0) }
            }
        }
        return nil
    }

    /// "The first since 1962", "the steepest": what none was before.
    private func isRanked(_ reading: Reading) -> Bool { reading.sentence.tokens.contains { Self.ranks.contains($0.folded) } }

    private static let ranks = ClaimWords.set(
        """
        first last only ever since before until largest biggest smallest highest lowest longest shortest oldest youngest worst best most steepest
        strongest weakest fastest slowest heaviest deepest warmest coldest hottest wettest driest
        """)

    /// "Seven need not", where ten or more must.
    private func isOfOtherCount(_ alignment: Alignment, _ reading: Reading) -> Bool {
        assertion.numbers.contains { alignment.own[$0.part] < 1 } && !reading.sentence.quantities.isEmpty
    }

    /// "Had it not been sold, it would not have failed."
    private var isSupposed: Bool {
        let tokens = assertion.reading.sentence.tokens
        return tokens.first?.folded == "had" || tokens.contains { ["would", "should", "because"].contains($0.folded) }
    }

    /// "Most did not": that some did is no quarrel.
    private var isOfSome: Bool { assertion.reading.sentence.tokens.contains { Extent.partial.contains($0.folded) } }

    /// "Not by the mill", "not to the price", "without the sale": a contrast or a case, no denial of what is said.
    private func isContrast(_ negation: Reading.Negation) -> Bool {
        let tokens = assertion.reading.sentence.tokens
        guard let place = tokens.firstIndex(where: { $0.range.lowerBound == negation.cue.lowerBound }) else { return false }
        return tokens[place].folded == "without" || place + 1 < tokens.count && Self.prepositions.contains(tokens[place + 1].folded)
    }

    private static let prepositions = ClaimWords.set("by to from for in on at of with as until because all every everyone everybody")

    /// Share of what one denies, its subject with it, that the other speaks of.
    private func share(of negation: Reading.Negation, in reading: Reading, among keys: Set<String>) -> Double {
        func telling(_ terms: Range<Int>) -> [Int] { terms.filter { !Concepts.english.isLight(reading.terms[$0].key) } }
        let denied = Set(telling(negation.scope))
        let terms = denied.count >= Self.company ? denied : denied.union(telling(negation.subject))
        guard terms.count >= Self.company else { return 0 }
        return Double(terms.count { keys.contains(reading.terms[$0].key) }) / Double(terms.count)
    }

    private func sharesSubject(_ negation: Reading.Negation, _ reading: Reading, beside hit: Int) -> Bool {
        let theirs = negation.subject.filter { !Concepts.english.isLight(reading.terms[$0].key) }
        guard !theirs.isEmpty else { return true }
        return theirs.contains { term in assertion.parts.indices.contains { $0 != hit && assertion.parts[$0].key == reading.terms[term].key } }
    }

    private func objection(
        _ alignment: Alignment, _ hit: Int, _ span: Range<Int>, marked: Range<Int>, _ reading: Reading, _ share: Double
    ) -> Objection? {
        let rest = max(alignment.ownRest(assertion, without: [hit]), share)
        let certainty = 0.3 + 0.5 * rest
        guard certainty >= Self.telling else { return nil }
        return Objection(
            reason: .negation, alsoReason: nil, entry: alignment.entry, span: span, marked: marked, strength: rest,
            isCentral: certainty >= Ruling.firm, certainty: certainty, instead: reading.text(marked))
    }
}
