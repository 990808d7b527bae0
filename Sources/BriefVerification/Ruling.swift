import BriefModel
import TextAnalysis

/// The verdict on a statement beside the sentences given for it: what is objected, and if nothing is, how far they bear it out.
struct Ruling {
    let assertion: Assertion
    let support: Support
    /// Surest first.
    let objections: [Objection]

    /// Certainty from which another value is called a contradiction; below it the statement is not borne out.
    static let firm = 0.7

    func judgement() -> Judgement {
        if let central = objections.first(where: { $0.isCentral || $0.reason == .misattribution && $0.certainty >= Self.firm }) {
            return contradicted(by: central)
        }
        if let leap = objections.first(where: { $0.reason == .causalLeap }), support.coverage >= Judge.mention {
            return against(.partly, leap, stance: .supports)
        }
        let isMentioned = support.coverage >= Judge.mention && support.single >= Judge.singleMention
        let isThin = support.coverage < (support.meetsPredicate ? Judge.support : Judge.otherVerb) || support.single < Judge.single
        if let first = objections.first {
            if let loose = half(with: first.span), loose.isOtherBorneOut {
                return against(.partly, first, as: .partly, stance: .supports)
            }
            return against(.unsupported, first, stance: .mentions)
        }
        if let loose = support.looseClause, support.mainClause >= Judge.support {
            return judgement(.partly, [.partly, .noEvidence], span: loose, stance: .supports)
        }
        if !isMentioned || !support.meetsSubject {
            return judgement(.unsupported, [.noEvidence], span: saidOfSubject ?? newWords ?? support.missing?.range, stance: .mentions)
        }
        if let missing = support.missing { return judgement(.unsupported, [.noEvidence, missing.reason], span: missing.range, stance: .mentions) }
        if support.isDoubted, !assertion.isHedged { return judgement(.unsupported, [.hedgeLost], span: predicate, stance: .mentions) }
        if isThin { return judgement(.unsupported, [.noEvidence], span: saidOfSubject ?? newWords, stance: .mentions) }
        return Judgement(
            verdict: .supported, reasons: [.ok], span: nil, witnesses: support.witnesses(stance: .supports),
            score: 0.5 + 0.5 * min(1, support.coverage))
    }

    private func contradicted(by central: Objection) -> Judgement {
        if let half = half(with: central.span), half.isOtherBorneOut { return against(.partly, central, as: .partly, stance: .contradicts) }
        return against(.contradicted, central, stance: .contradicts)
    }

    private func against(_ verdict: Verdict, _ objection: Objection, as reason: ReasonCode? = nil, stance: Stance) -> Judgement {
        var reasons = [reason, objection.reason, objection.alsoReason].compactMap { $0 }
        for other in objections where other.isCentral && !reasons.contains(other.reason) { reasons.append(other.reason) }
        let witness = Judgement.Witness(
            entry: objection.entry, stance: objection.isCentral ? .contradicts : stance, marked: objection.marked, score: objection.strength)
        return Judgement(
            verdict: verdict, reasons: reasons, span: objection.span,
            witnesses: [witness] + support.witnesses(stance: .mentions).filter { $0.entry != objection.entry }.prefix(1),
            score: verdict == .contradicted ? 0.2 * (1 - objection.certainty) : 0.4, instead: objection.instead, telling: objection.telling)
    }

    private func judgement(_ verdict: Verdict, _ reasons: [ReasonCode], span: Range<Int>?, stance: Stance) -> Judgement {
        Judgement(
            verdict: verdict, reasons: reasons, span: span ?? predicate, witnesses: support.witnesses(stance: stance),
            score: 0.4 * min(1, support.coverage))
    }

    // MARK: Where in the statement

    /// Words that stand in none of the sentences, from the first to the last of a stretch of them; the longest stretch.
    private var newWords: Range<Int>? {
        var best: (range: Range<Int>, count: Int)?
        var current: (range: Range<Int>, count: Int)?
        for part in assertion.parts where !part.isLight {
            guard part.identifier == nil else {
                current = nil
                continue
            }
            let start = current?.range.lowerBound ?? part.range.lowerBound
            current = (start..<max(start, part.range.upperBound), (current?.count ?? 0) + 1)
            if let found = current, found.count > best?.count ?? 0 { best = found }
        }
        return best?.range
    }

    /// From the main verb to the end: where no word is at fault by itself, what is said of the subject is not borne out.
    private var saidOfSubject: Range<Int>? {
        guard let verb = predicate, let last = assertion.parts.last, verb.lowerBound > 0 else { return nil }
        return verb.lowerBound..<max(verb.upperBound, last.range.upperBound)
    }

    /// The main verb.
    private var predicate: Range<Int>? { assertion.predicate.first.map { assertion.verbPhrase($0) } }

    /// Of two things said, "… and …", the one with these words: whether the other is borne out.
    private func half(with span: Range<Int>) -> (words: Range<Int>, isOtherBorneOut: Bool)? {
        let halves = assertion.halves
        guard halves.count >= 2, let mine = halves.firstIndex(where: { $0.words.overlaps(span) }) else { return nil }
        let others = halves.indices.filter { $0 != mine }
        return (halves[mine].words, others.allSatisfy { support.mean(of: halves[$0].parts, assertion) >= Judge.support })
    }
}
