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
            // "He said" may be written with the name the article gave before; a title or surname may stand for the full name.
            voices += shelf.sentences.flatMap { other -> [String] in
                let sentence = index.entries[other].reading.sentence
                guard other <= number || sentence.block == 0 else { return [] }
                return sentence.names.map(\.text) + [sentence.attribution?.source].compactMap { $0 } + sentence.quotations.compactMap(\.speaker)
            }
            if let attribution = reading.sentence.attribution { voices.append(attribution.source) }
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
        "said says say told tells according reported reports report wrote writes added stated it but while also later earlier meanwhile article source sources outlet by")

    func fault(in assertion: Assertion) -> Fault? {
        if let added = addition(in: assertion) { return added }
        if let polarity = polarity(of: assertion) { return polarity }
        if let hedge = lostHedge(in: assertion) { return hedge }
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
        for (position, part) in assertion.parts.enumerated() where !keys.contains(part.key) {
            let term = assertion.reading.terms[position]
            switch part.kind {
            case .number:
                let isBorneOut = cited.contains { Alignment.match(assertion, position, in: index.entries[$0]) >= 1 }
                if isBorneOut || isKnown(term, assertion) { continue }
                return Fault(verdict: .contradicted, reason: .number, span: part.range)
            case .date:
                let isBorneOut = cited.contains { Alignment.match(assertion, position, in: index.entries[$0]) >= 1 }
                let date = assertion.dates.first { $0.part == position }?.date
                if isBorneOut || isKnown(term, assertion) || days.contains(where: { day in date.map { $0.first <= day && day <= $0.last } == true }) { continue }
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

    /// The word after a hedge is kept and the hedge is not.
    private func lostHedge(in assertion: Assertion) -> Fault? {
        let ours = Set(assertion.reading.sentence.tokens.map(\.folded))
        let kept = Set(assertion.parts.map(\.key))
        for number in cited {
            let reading = index.entries[number].reading
            for cue in reading.sentence.cues where cue.kind == .hedge || cue.kind == .plan {
                let words = reading.sentence.tokens.filter { $0.range.overlaps(cue.range) }.map(\.folded)
                if words.contains(where: { ours.contains($0) }) { continue }
                guard let next = reading.terms.first(where: { $0.range.lowerBound >= cue.range.upperBound && $0.kind == .word }), kept.contains(next.key) else {
                    continue
                }
                let span = assertion.parts.first { $0.key == next.key }?.range
                return Fault(verdict: .partly, reason: .hedgeLost, span: span, entry: number, marked: cue.range, instead: cue.text)
            }
        }
        return nil
    }
}
