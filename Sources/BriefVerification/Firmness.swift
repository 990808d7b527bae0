import BriefModel
import TextAnalysis

/// How sure a thing is: what a sentence says may be, is planned or is asked for, and the statement says is.
struct Firmness {
    let assertion: Assertion
    let index: EvidenceIndex

    private static let likeness = 0.5
    /// Tokens between a caution and the verb it bears on.
    private static let reach = 6

    func objections(_ alignments: [Alignment]) -> [Objection] {
        guard let best = alignments.first else { return [] }
        let near = alignments.filter { $0.ownCoverage >= max(Self.likeness, best.ownCoverage - 0.1) }.compactMap { alignment in
            verb(in: alignment.entry).map { (alignment, $0) }
        }
        // Where one of the nearest says it outright, nothing was dropped.
        let found = near.map { loss(in: $0.0, $0.1) }
        if found.contains(where: { $0 == nil }) { return [] }
        return (found.first ?? alignments.lazy.compactMap { caution(in: $0) }.first).flatMap { $0 }.map { [$0] } ?? []
    }

    /// Own words of the statement that a sentence must have for what it puts cautiously to be what the statement says outright.
    private static let touching = 0.25

    /// "It may close its oldest brewery", "proposes to spend half of it": words the caution or plan rules over stand in the statement without it.
    private func caution(in alignment: Alignment) -> Objection? {
        guard alignment.ownCoverage >= Self.touching, !assertion.isHedged, !isLeave else { return nil }
        let reading = index.entries[alignment.entry].reading
        for cue in reading.sentence.cues where cue.kind == .hedge || cue.kind == .plan && isToldAsDone {
            let ruled = reading.terms.filter {
                $0.range.lowerBound >= cue.range.upperBound && !Concepts.english.isLight($0.key) && $0.kind != .date
                    && !reading.hasBreak(between: cue.range.upperBound, and: $0.range.lowerBound)
            }.prefix(5)
            let ours = ruled.compactMap { term in assertion.parts.firstIndex { $0.key == term.key && $0.kind != .date } }
            guard let first = ours.first, ours.count >= 2 || ruled.first.map({ $0.key == assertion.parts[first].key }) == true else { continue }
            return objection(cue.kind == .plan ? .planAsFact : .hedgeLost, (assertion.predicate.first ?? first, 0), alignment, marked: cue.range)
        }
        return nil
    }

    /// "has signed", "signed", "is being built": no word of a plan, and no verb in the infinitive.
    private var isToldAsDone: Bool {
        guard let verb = assertion.predicate.first, !assertion.reading.sentence.cues.contains(where: { $0.kind == .plan }),
            !isInfinitive(assertion.reading, verb)
        else { return false }
        let words = assertion.text.slice(utf8: assertion.verbPhrase(verb)).map { Folding.fold(String($0)).split(separator: " ") } ?? []
        return words.contains {
            ["has", "have", "had", "was", "were", "is", "are"].contains($0) || $0.hasSuffix("ed") || ClaimWords.pastForms.contains(String($0))
        }
    }

    /// "May" in a rule is leave to do it.
    private var isLeave: Bool { assertion.reading.sentence.tokens.contains { Self.leave.contains($0.folded) } }

    private static let leave: Set<String> = [
        "can", "allowed", "permitted", "free", "able", "right", "entitled", "if", "unless", "promises", "promised",
    ]

    private func loss(in alignment: Alignment, _ verb: (ours: Int, theirs: Int)) -> Objection? {
        let reading = index.entries[alignment.entry].reading
        let sentence = reading.sentence
        guard let place = reading.termOfToken.firstIndex(where: { $0 == verb.theirs }) else { return nil }
        let before = sentence.tokens[max(0, place - Self.reach)..<place]
        func governs(_ cue: Cue) -> Bool {
            cue.range.upperBound <= sentence.tokens[place].range.lowerBound && before.contains { $0.range.overlaps(cue.range) }
                && !reading.hasBreak(between: cue.range.upperBound, and: sentence.tokens[place].range.lowerBound)
        }
        let isOursPlanned = assertion.reading.sentence.cues.contains { $0.kind == .plan } || isInfinitive(assertion.reading, verb.ours)
        if let hedge = sentence.cues.first(where: { $0.kind == .hedge && governs($0) }), !assertion.isHedged, !isLeave {
            return objection(.hedgeLost, verb, alignment, marked: hedge.range)
        }
        if let plan = sentence.cues.first(where: { $0.kind == .plan && governs($0) }), !isOursPlanned, !assertion.isHedged {
            return objection(.planAsFact, verb, alignment, marked: plan.range)
        }
        if isInfinitive(reading, verb.theirs), !isOursPlanned, !isInfinitive(assertion.reading, verb.ours), !assertion.isHedged {
            return objection(.planAsFact, verb, alignment, marked: reading.terms[verb.theirs].range)
        }
        return nil
    }

    /// What the statement says of its subject, where the sentence has the same word.
    private func verb(in entry: Int) -> (ours: Int, theirs: Int)? {
        for part in assertion.predicate where assertion.parts[part].kind == .word {
            if let theirs = index.entries[entry].reading.terms.lastIndex(where: { $0.key == assertion.parts[part].key }) { return (part, theirs) }
        }
        return nil
    }

    /// "asked both to report": to be done, and not said to have been.
    private func isInfinitive(_ reading: Reading, _ term: Int) -> Bool {
        let tokens = reading.sentence.tokens
        guard let place = reading.termOfToken.firstIndex(where: { $0 == term }), place > 0 else { return false }
        guard tokens[place - 1].folded == "to" || place > 1 && tokens[place - 1].folded == "be" && tokens[place - 2].folded == "to" else {
            return false
        }
        let word = tokens[place].folded
        // "to talks", "to reports": a noun.
        return !word.hasSuffix("s") && !word.hasSuffix("ing")
            && !tokens[..<place].suffix(3).contains { ["able", "managed", "used", "began", "started", "continued", "had"].contains($0.folded) }
    }

    private func objection(_ reason: ReasonCode, _ verb: (ours: Int, theirs: Int), _ alignment: Alignment, marked: Range<Int>) -> Objection {
        Objection(
            reason: reason, alsoReason: nil, entry: alignment.entry, span: assertion.verbPhrase(verb.ours), marked: marked,
            strength: alignment.ownCoverage, isCentral: false, certainty: 0.7 * alignment.ownCoverage,
            instead: index.entries[alignment.entry].reading.text(marked))
    }
}

extension Assertion {
    /// The verb of a part with the auxiliaries before it: "has signed".
    func verbPhrase(_ part: Int) -> Range<Int> {
        let tokens = reading.sentence.tokens
        let offset = reading.sentence.range.lowerBound
        var start = parts[part].range.lowerBound
        guard let place = reading.termOfToken.firstIndex(where: { $0 == part }) else { return parts[part].range }
        for token in tokens[..<place].reversed() {
            guard ClaimWords.auxiliaries.contains(token.folded) || ["been", "be", "already"].contains(token.folded) else { break }
            start = token.range.lowerBound - offset
        }
        return start..<max(start, parts[part].range.upperBound)
    }
}

extension Reading {
    /// A comma, semicolon, colon or dash stands between two places.
    func hasBreak(between from: Int, and to: Int) -> Bool {
        guard from < to else { return false }
        let bytes = sentence.bytes(from..<to)
        return bytes.utf8.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A } || bytes.contains("—")
    }
}
