import BriefModel
import TextAnalysis

/// How many, how far, how long: "all" where the sentence says "some", "nationwide" where it speaks of one place.
struct Extent {
    let assertion: Assertion
    let index: EvidenceIndex

    private static let likeness = 0.5

    static let whole = ClaimWords.set(
        "all every each both whole entire everyone everybody everything always any none nobody no completely entirely fully exclusively only wholly unanimously"
    )
    /// Of these, words that more often bound nothing: "no objection", "only in May".
    private static let plain: Set<String> = ["no", "only", "both", "any"]
    static let partial = ClaimWords.set(
        """
        some most many several few half part partly partially majority minority almost nearly mostly mainly largely often sometimes usually typically
        certain least third quarter third thirds other except excluding but besides apart rarely seldom occasionally
        """)
    /// Words after which nothing is left over.
    private static let wide = ClaimWords.set(
        """
        nationwide countrywide statewide citywide worldwide globally everywhere nationally universal universally
        permanently forever constantly indefinitely daily year-round throughout
        """)

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let tokens = assertion.reading.sentence.tokens
        let ours = Set(tokens.map(\.folded))
        if let counted = counted(alignments) { return [counted] }
        for alignment in alignments where alignment.ownCoverage >= Self.likeness {
            let reading = index.entries[alignment.entry].reading
            let theirs = Set(reading.sentence.tokens.map(\.folded))
            let bound = bound(in: reading, beside: ours)
            for token in tokens where token.kind == .word {
                if let end = wide(token), isNew(token, alignment.entry) {
                    return [
                        objection(bound.isCounted ? .overgeneralisation : .scope, token.range.lowerBound..<end, alignment, isCounted: bound.isCounted)
                    ]
                }
                guard Self.whole.contains(token.folded), !Self.plain.contains(token.folded), isQuantifying(token),
                    theirs.isDisjoint(with: Self.whole), bound.isPartial || bound.isCounted
                else {
                    continue
                }
                return [objection(.overgeneralisation, token.range, alignment, isCounted: bound.isCounted)]
            }
            // The other way round: "only some" of what the sentence says of all.
            if let token = tokens.first(where: { ["some", "most", "several", "few", "half"].contains($0.folded) && isNew($0, alignment.entry) }),
                !theirs.isDisjoint(with: ["all", "every", "each", "none"]), ours.isDisjoint(with: Self.whole),
                alignment.ownCoverage >= Self.likeness + 0.1
            {
                return [objection(.overgeneralisation, token.range, alignment, isCounted: true)]
            }
        }
        return []
    }

    /// "Every district", where "two of the seven districts" stands: the noun itself is counted, and less than whole.
    private func counted(_ alignments: [Alignment]) -> Objection? {
        let tokens = assertion.reading.sentence.tokens
        for (place, token) in tokens.enumerated() where (Self.whole.contains(token.folded) && isQuantifying(token)) || wide(token) != nil {
            let noun = assertion.reading.termOfToken[(place + 1)...].prefix(4).compactMap { $0 }.first.map { assertion.parts[$0].key }
            for alignment in alignments where alignment.ownCoverage >= Self.touching {
                let reading = index.entries[alignment.entry].reading
                if !Self.whole.isDisjoint(with: reading.sentence.tokens.map(\.folded)) { continue }
                let isOfNoun = reading.sentence.quantities.contains { figure in
                    figure.unit.map { Concepts.english.conceptOfStem($0) == noun } == true && isShareOfMore(figure, reading)
                }
                let isOfVerb =
                    wide(token) != nil && bound(in: reading, beside: Set(tokens.map(\.folded))).isCounted
                    && assertion.predicate.contains {
                        assertion.parts[$0].kind == .word && Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
                    }
                if isOfNoun || isOfVerb { return objection(.overgeneralisation, token.range, alignment, isCounted: true) }
            }
        }
        return nil
    }

    private static let touching = 0.2

    /// Where a word or phrase that widens ends: "nationwide", "throughout", "without exception", "as a whole".
    private func wide(_ token: Token) -> Int? {
        if Self.wide.contains(token.folded) { return token.range.upperBound }
        let tokens = assertion.reading.sentence.tokens
        guard let place = tokens.firstIndex(of: token) else { return nil }
        for phrase in [
            ["without", "exception"], ["as", "a", "whole"], ["across", "the", "country"], ["in", "general"], ["every", "day"], ["all", "over"],
        ] {
            if place + phrase.count <= tokens.count, phrase.indices.allSatisfy({ tokens[place + $0].folded == phrase[$0] }) {
                return tokens[place + phrase.count - 1].range.upperBound
            }
        }
        return nil
    }

    /// "No more than", "all the same", "not only", "any longer" bound nothing.
    private func isQuantifying(_ token: Token) -> Bool {
        let tokens = assertion.reading.sentence.tokens
        guard let place = tokens.firstIndex(of: token) else { return false }
        let next = place + 1 < tokens.count ? tokens[place + 1].folded : ""
        // "Every two years" is a time, "the calmest of all" a rank.
        if next == "other" || token.folded == "every" && NumberForms.isNumberWord(next) { return false }
        let before = place > 0 ? tokens[place - 1].folded : ""
        if ["more", "less", "longer", "fewer", "doubt", "matter", "later", "sooner", "over", "same"].contains(next) { return false }
        // "All but one", "all wards except the harbour": what is left out is said.
        if tokens[place...].prefix(6).contains(where: { ["but", "except", "excluding", "apart", "besides", "save"].contains($0.folded) }) {
            return false
        }
        // "The cost for each party": one by one, not together.
        if token.folded == "each", ["for", "of", "in", "to", "with", "on"].contains(before) { return false }
        if token.folded == "all", assertion.reading.negations.contains(where: { $0.cue.upperBound <= token.range.lowerBound }) { return false }
        if before == "of", place > 1, tokens[place - 2].folded.hasSuffix("est") { return false }
        if ["not", "at", "nearly", "almost", "if"].contains(before) || before == "in" && token.folded == "all" { return false }
        return !assertion.parts.contains { $0.isDenied && token.folded == "any" }
    }

    private func isNew(_ token: Token, _ entry: Int) -> Bool {
        !index.shelves[index.entries[entry].article].sentences.contains { number in
            index.entries[number].reading.sentence.tokens.contains { $0.folded == token.folded }
        }
    }

    /// What the sentence has beyond our words that bounds how many: a word, or a count.
    private func bound(in reading: Reading, beside ours: Set<String>) -> (isPartial: Bool, isCounted: Bool) {
        var isPartial = false
        var isCounted = false
        for token in reading.sentence.tokens where Self.partial.contains(token.folded) && !ours.contains(token.folded) {
            isPartial = true
            if Self.counting.contains(token.folded) { isCounted = true }
        }
        for figure in reading.sentence.quantities
        where isShareOfMore(figure, reading) && !assertion.numbers.contains(where: { $0.quantity.isBorneOut(by: figure) }) {
            isCounted = true
        }
        return (isPartial, isCounted)
    }

    private static let counting: Set<String> = [
        "half", "most", "majority", "minority", "few", "third", "thirds", "quarter", "except", "excluding",
    ]

    /// "two of its eight hangers", "40 per cent of".
    private func isShareOfMore(_ figure: Quantity, _ reading: Reading) -> Bool {
        if figure.unit == "percent" || figure.unit == "share" {
            let next = reading.sentence.tokens.first { $0.range.lowerBound >= figure.range.upperBound }
            return figure.value < (figure.unit == "share" ? 1 : 100) && next?.folded == "of"
        }
        guard reading.sentence.tokens.contains(where: { $0.folded == "of" }) else { return false }
        return reading.sentence.quantities.contains {
            $0.value > figure.value && ($0.unit == figure.unit || figure.unit == nil) && $0.range != figure.range && $0.unit != "percent"
        }
    }

    private func objection(_ reason: ReasonCode, _ range: Range<Int>, _ alignment: Alignment, isCounted: Bool) -> Objection {
        let offset = assertion.reading.sentence.range.lowerBound
        return Objection(
            reason: reason, alsoReason: nil, entry: alignment.entry, span: (range.lowerBound - offset)..<(range.upperBound - offset), marked: nil,
            strength: alignment.ownCoverage, isCentral: isCounted, certainty: isCounted ? 0.75 : 0.6)
    }
}
