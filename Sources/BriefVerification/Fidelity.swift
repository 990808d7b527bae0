import BriefModel
import TextAnalysis

/// Whether a statement says no more than the passages it cites. Our own statements are source sentences shortened by deletion, with who says it added;
/// so every word that carries meaning must come from the passages, their outlet, their byline or their speakers.
struct Fidelity {
    struct Fault {
        let verdict: Verdict
        let reason: ReasonCode
        /// In the sentence's own text.
        let span: Range<Int>?
        var entry: Int?
        var marked: Range<Int>?
        var instead: String?
    }

    let index: EvidenceIndex
    let cited: [Int]
    private let keys: Set<String>
    private let forms: Set<String>
    private let stems: Set<String>

    init(index: EvidenceIndex, cited: [Int]) {
        self.index = index
        self.cited = cited
        var keys: Set<String> = []
        var forms: Set<String> = []
        var stems: Set<String> = []
        for number in cited {
            let reading = index.entries[number].reading
            keys.formUnion(reading.terms.map(\.key))
            for token in reading.sentence.tokens {
                forms.insert(token.folded)
                stems.insert(token.stem)
            }
            let shelf = index.shelves[index.entries[number].article]
            var voices = [shelf.outlet?.name ?? shelf.article.outlet.rawValue] + shelf.article.authors
            voices += reading.sentence.quotations.compactMap(\.speaker)
            voices += reading.sentence.voices
            for voice in voices { for word in Self.words(voice) { forms.insert(word) } }
        }
        self.keys = keys
        self.forms = forms
        self.stems = stems
    }

    private static func words(_ text: String) -> [String] {
        Folding.fold(text).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
    }

    /// Words of saying and of time order that a writer adds without adding a claim.
    private static let framing = ClaimWords.set(
        "said says say told tells according reported reports report wrote writes added stated it but while also later earlier meanwhile article source sources outlet by"
    )

    func fault(in assertion: Assertion) -> Fault? {
        if let added = addition(in: assertion) { return added }
        if let polarity = polarity(of: assertion) ?? inventedDenial(in: assertion) { return polarity }
        if let hedge = lostHedge(in: assertion) ?? lostSource(in: assertion) { return hedge }
        let alignments = cited.map { Alignment(assertion, entry: $0, index: index) }
        let objections = Figures(assertion: assertion, index: index).objections(alignments)
        guard let objection = objections.first(where: { $0.reason == .entityConflation }) else { return nil }
        return Fault(
            verdict: .contradicted, reason: objection.reason, span: objection.span, entry: objection.entry, marked: objection.marked,
            instead: objection.instead)
    }

    /// A word, name, number or date that is in none of the passages.
    private func addition(in assertion: Assertion) -> Fault? {
        let days = cited.map { index.shelves[index.entries[$0].article].article.day }
        for (position, part) in assertion.parts.enumerated() where part.kind == .date || !keys.contains(part.key) {
            let term = assertion.reading.terms[position]
            switch part.kind {
            case .number:
                let value = assertion.numbers.first { $0.part == position }?.quantity.value
                let isSame = cited.contains { index.entries[$0].reading.sentence.quantities.contains { $0.value == value || $0.upper == value } }
                if isSame || isKnown(term, assertion) { continue }
                return Fault(verdict: .contradicted, reason: .number, span: part.range)
            case .date:
                let date = assertion.dates.first { $0.part == position }?.date
                // "In December" does not bear out "on 6 December"; the other way round it does.
                let isBorneOut = cited.contains { number in
                    let sentence = index.entries[number].reading.sentence
                    return sentence.dates.contains { theirs in
                        !sentence.isDateline(theirs) && date.map { $0.first <= theirs.first && theirs.last <= $0.last } == true
                    }
                }
                if isBorneOut || !assertion.isDefinite(position) && isKnown(term, assertion) { continue }
                // "…, the Courier reported on 5 May": the day of the article, not of the event.
                if Telling.isOfTelling(term, in: assertion.reading),
                    days.contains(where: { day in date.map { $0.first <= day && day <= $0.last } == true })
                {
                    continue
                }
                return Fault(verdict: .contradicted, reason: .date, span: part.range)
            case .name, .country:
                if isKnown(term, assertion) { continue }
                return Fault(verdict: .unsupported, reason: .name, span: part.range)
            case .word:
                if isKnown(term, assertion) { continue }
                return Fault(verdict: .partly, reason: .noEvidence, span: part.range)
            }
        }
        return nil
    }

    /// Every word of the term stands in the passages or belongs to who says it.
    private func isKnown(_ term: Term, _ assertion: Assertion) -> Bool {
        assertion.reading.sentence.tokens.filter { $0.range.overlaps(term.range) && $0.kind != .symbol }.allSatisfy {
            forms.contains($0.folded) || stems.contains($0.stem) || Self.framing.contains($0.folded) || ($0.isStopword && $0.kind == .word)
        }
    }

    /// A word denied there and affirmed here, or the other way round.
    private func polarity(of assertion: Assertion) -> Fault? {
        for part in assertion.parts where part.kind == .word && !part.isLight {
            var isDenied: [Bool] = []
            for number in cited {
                let reading = index.entries[number].reading
                for (position, term) in reading.terms.enumerated() where term.key == part.key { isDenied.append(reading.isDenied(position)) }
            }
            if !isDenied.isEmpty, isDenied.allSatisfy({ $0 != part.isDenied }) {
                return Fault(verdict: .contradicted, reason: .negation, span: part.range)
            }
        }
        return nil
    }

    /// A denial that no passage makes of any of the same words.
    private func inventedDenial(in assertion: Assertion) -> Fault? {
        for negation in assertion.reading.negations where !negation.scope.isEmpty {
            let ours = Set(negation.scope.map { assertion.reading.terms[$0].key })
            let isMade = cited.contains { number in
                let reading = index.entries[number].reading
                return reading.negations.contains { theirs in theirs.scope.contains { ours.contains(reading.terms[$0].key) } }
            }
            let offset = assertion.reading.sentence.range.lowerBound
            let span = (negation.cue.lowerBound - offset)..<(negation.cue.upperBound - offset)
            if !isMade { return Fault(verdict: .contradicted, reason: .negation, span: span) }
        }
        return nil
    }

    /// The passage has it from unnamed people, and the statement does not say so.
    private func lostSource(in assertion: Assertion) -> Fault? {
        let ours = Set(assertion.reading.sentence.tokens.map(\.folded))
        let covering = cited.map { Alignment(assertion, entry: $0, index: index) }.filter { $0.ownCoverage >= 0.5 }
        guard let first = covering.first else { return nil }
        for alignment in covering {
            guard let attribution = index.entries[alignment.entry].reading.sentence.attribution, attribution.isAnonymous else { return nil }
            if Self.words(attribution.source).contains(where: { ours.contains($0) && !Self.hollow.contains($0) }) { return nil }
        }
        return Fault(
            verdict: .partly, reason: .hedgeLost, span: nil, entry: first.entry,
            marked: index.entries[first.entry].reading.sentence.attribution?.cueRange,
            instead: index.entries[first.entry].reading.sentence.attribution?.source)
    }

    /// Words of a cue or a source that may stand anywhere.
    private static let hollow: Set<String> = [
        "have", "be", "been", "to", "is", "was", "are", "were", "the", "that", "a", "an", "of", "with", "in", "has", "had", "not",
    ]

    /// The word after a hedge is kept and the hedge is not.
    private func lostHedge(in assertion: Assertion) -> Fault? {
        let ours = Set(assertion.reading.sentence.tokens.map(\.folded))
        let kept = Set(assertion.parts.map(\.key))
        // Another passage may say it with other cautions: the one that carries the statement counts.
        let alignments = cited.map { Alignment(assertion, entry: $0, index: index) }
        let most = alignments.map(\.ownCoverage).max() ?? 0
        for number in alignments.filter({ $0.ownCoverage >= most - 0.05 }).map(\.entry) {
            let reading = index.entries[number].reading
            for cue in reading.sentence.cues where cue.kind == .hedge || cue.kind == .plan {
                let words = reading.sentence.tokens.filter { $0.range.overlaps(cue.range) }.map(\.folded)
                if words.contains(where: { ours.contains($0) && !Self.hollow.contains($0) }) { continue }
                guard let next = reading.terms.first(where: { $0.range.lowerBound >= cue.range.upperBound && $0.kind == .word }),
                    kept.contains(next.key)
                else {
                    continue
                }
                let span = assertion.parts.first { $0.key == next.key }?.range
                return Fault(verdict: .partly, reason: .hedgeLost, span: span, entry: number, marked: cue.range, instead: cue.text)
            }
        }
        return nil
    }
}
