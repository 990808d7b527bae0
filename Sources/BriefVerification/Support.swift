import BriefModel
import TextAnalysis

/// The one or two passages that bear a statement out best, and what they leave open.
struct Support: Sendable {
    let coverage: Double
    /// Coverage of the clause with the main verb.
    let mainClause: Double
    /// The best passage's own words, neighbours and title counted half.
    let single: Double
    let isHedged: Bool
    /// The best passage says most of it, with a word of doubt and none of a plan.
    let isDoubted: Bool
    /// No passage says what the statement mainly says without caution.
    let isNowhereOutright: Bool
    /// A clause of the statement that the passages do not speak to.
    let looseClause: Range<Int>?
    /// A figure, date or name that stands in none of them.
    let missing: (reason: ReasonCode, range: Range<Int>)?
    /// Something particular (a name, a figure, words of a quote) is met in the passages themselves.
    let isAnchored: Bool
    /// What the statement mainly says is said in one of the passages, of what the statement speaks of.
    let meetsPredicate: Bool
    /// The best passage is about somebody the statement is about.
    let meetsSubject: Bool
    /// One passage says it of whom the statement says it, in its own words: verbs and names gathered from here and there say nothing together.
    let isSaidTogether: Bool
    /// Coverage of the rest from which a passage says its verb of the same.
    private static let about = 0.4
    private let picks: [(alignment: Alignment, marked: Range<Int>?)]
    private let matches: [Double]

    /// Nil when no passage shares anything with the statement.
    init?(_ assertion: Assertion, alignments: [Alignment], index: EvidenceIndex) {
        let trusted = alignments.filter { index.shelves[index.entries[$0.entry].article].outlet?.kind.needsCorroboration != true }
        guard !assertion.parts.isEmpty, let best = Self.best(trusted, assertion) else { return nil }
        var picks = [best]
        var matches = best.matches
        for _ in 0..<2 {
            let gains = trusted.filter { candidate in !picks.contains { $0.entry == candidate.entry } }.map { candidate in
                (candidate, Alignment.coverage(Self.union(matches, candidate.matches), of: assertion))
            }
            guard let next = gains.max(by: { ($0.1, $1.0.entry) < ($1.1, $0.0.entry) }), next.1 > Alignment.coverage(matches, of: assertion) + 0.04,
                next.0.ownCoverage >= 0.2
            else { break }
            picks.append(next.0)
            matches = Self.union(matches, next.0.matches)
        }
        coverage = Alignment.coverage(matches, of: assertion)
        self.matches = matches
        self.picks = picks.map { ($0, Self.marked($0, assertion: assertion, index: index)) }
        isHedged = Self.isHedged(best, of: assertion, among: trusted, index: index)
        single = Self.weigh(best)
        isDoubted = isHedged && best.ownCoverage >= 0.6 && index.entries[best.entry].reading.sentence.cues.contains { $0.kind == .hedge }
        isNowhereOutright = index.isSearched && Self.isNowhereOutright(assertion, among: trusted, index: index)
        let about = trusted.filter { $0.coverage >= 0.3 }
        mainClause = Self.mean(assertion.mainClause, matches, assertion)
        looseClause =
            assertion.clauses.count < 2
            ? nil
            : assertion.clauses.first { clause in
                let met = about.map { Self.mean(clause, $0.matches, assertion) }.max() ?? 0
                return max(met, Self.mean(clause, matches, assertion)) < Judge.clause && clause.count { !assertion.parts[$0].isLight } >= 2
            }.flatMap { Self.span(of: $0, assertion) }
        missing = Self.missing(matches, assertion)
        isAnchored =
            zip(assertion.parts, matches).contains { part, match in
                match >= 1 && (part.kind == .name || part.kind == .number)
            } || best.ownCoverage >= 0.4
        meetsPredicate = assertion.predicate.allSatisfy { verb in
            assertion.parts[verb].isLight
                || picks.contains { $0.matches[verb] >= 0.5 && (!index.isSearched || Self.isAbout($0, assertion, beside: verb)) }
        }
        isSaidTogether = !index.isSearched || Self.isSaidTogether(assertion, by: trusted, index: index)
        let subjects = assertion.mainClause.filter { assertion.parts[$0].kind == .name || assertion.parts[$0].kind == .country }
        meetsSubject = subjects.isEmpty || subjects.contains { best.matches[$0] >= 0.5 }
    }

    /// How far the passages say these parts together.
    func mean(of parts: [Int], _ assertion: Assertion) -> Double { Self.mean(parts, matches, assertion) }

    func witnesses(stance: Stance) -> [Judgement.Witness] {
        picks.map { Judgement.Witness(entry: $0.alignment.entry, stance: stance, marked: $0.marked, score: $0.alignment.coverage.clamped(to: 0...1)) }
    }

    private static func best(_ alignments: [Alignment], _ assertion: Assertion) -> Alignment? {
        alignments.max { (weigh($0), $1.entry) < (weigh($1), $0.entry) }
    }

    /// A sentence that says it itself is better than one beside which it is said.
    private static func weigh(_ alignment: Alignment) -> Double { 0.6 * alignment.coverage + 0.4 * alignment.ownCoverage }

    private static func union(_ left: [Double], _ right: [Double]) -> [Double] { zip(left, right).map { max($0, $1) } }

    private static func mean(_ parts: [Int], _ matches: [Double], _ assertion: Assertion) -> Double {
        var sum = 0.0
        var weight = 0.0
        for part in parts {
            sum += matches[part] * assertion.parts[part].weight
            weight += assertion.parts[part].weight
        }
        return weight > 0 ? sum / weight : 1
    }

    private static func span(of parts: [Int], _ assertion: Assertion) -> Range<Int>? {
        guard let first = parts.map({ assertion.parts[$0].range.lowerBound }).min(),
            let last = parts.map({ assertion.parts[$0].range.upperBound }).max()
        else { return nil }
        return first..<last
    }

    private static func missing(_ matches: [Double], _ assertion: Assertion) -> (reason: ReasonCode, range: Range<Int>)? {
        for (index, part) in assertion.parts.enumerated() where !part.isLabel {
            switch part.kind {
            case .number where matches[index] < 0.5 && assertion.numbers.contains(where: { $0.part == index }): return (.number, part.range)
            case .date where matches[index] < 0.5 && assertion.isDefinite(index): return (.date, part.range)
            case .name where matches[index] < 0.5: return (.name, part.range)
            default: continue
            }
        }
        return nil
    }

    /// All trusted passages that say it say it with a hedge, as a plan, or on unnamed people's word.
    private static func isHedged(_ best: Alignment, of assertion: Assertion, among alignments: [Alignment], index: EvidenceIndex) -> Bool {
        alignments.filter { $0.coverage >= best.coverage - 0.08 && $0.ownCoverage >= best.ownCoverage - 0.15 }.allSatisfy {
            let reading = index.entries[$0.entry].reading
            return reading.isUnconfirmed || isCautious(reading, of: assertion)
        }
    }

    /// A caution counts where the statement says something of what stands behind it: "…, with large firms said to take part" is none about the rest.
    private static func isCautious(_ reading: Reading, of assertion: Assertion) -> Bool {
        if reading.sentence.attribution?.isAnonymous == true { return true }
        let ours = Set(assertion.parts.filter { !$0.isLight }.map(\.key))
        return reading.sentence.cues.contains { cue in
            guard cue.kind == .hedge || cue.kind == .plan else { return false }
            let behind = reading.terms.filter { $0.range.lowerBound >= cue.range.upperBound }
            return behind.isEmpty || behind.contains { ours.contains($0.key) }
        }
    }

    /// It speaks of what the statement speaks of, whatever it says of it: "in service" elsewhere is of no help.
    private static func isAbout(_ alignment: Alignment, _ assertion: Assertion, beside verb: Int) -> Bool {
        assertion.parts.count == 1 || Alignment.coverage(alignment.matches, of: assertion, excluding: [verb]) >= about
    }

    /// Of what is said beside the verb, what a sentence must say itself that has the verb; and one that has another word for it.
    private static let besideVerb = 0.35, besideOtherVerb = 0.7
    /// "A bought B": where the verb stands nowhere, what stands beside it is too little for another word to be told from another deed.
    private static let fewWords = 3

    private static func isSaidTogether(_ assertion: Assertion, by alignments: [Alignment], index: EvidenceIndex) -> Bool {
        guard let verb = assertion.predicate.first(where: { assertion.parts[$0].kind == .word && !assertion.parts[$0].isLight }) else { return true }
        let rest = assertion.parts.indices.filter { $0 != verb && !assertion.parts[$0].isLight }
        guard !rest.isEmpty else { return true }
        let names = assertion.mainClause.filter { assertion.parts[$0].kind == .name || assertion.parts[$0].kind == .country }
        return alignments.contains { alignment in
            let beside = alignment.ownRest(assertion, without: [verb])
            guard alignment.own[verb] >= 0.5 else { return rest.count > fewWords && beside >= besideOtherVerb }
            // A sentence that names others only is about them; one that names nobody may go on about whom the last one named.
            let isOfSame = names.isEmpty || names.contains { alignment.own[$0] >= 0.5 }
            let namesNobody = !index.entries[alignment.entry].reading.terms.contains { $0.kind == .name || $0.kind == .country }
            return beside >= besideVerb && (isOfSame || namesNobody)
        }
    }

    /// What the statement mainly says is said somewhere about the same, and nowhere outright: with caution, as a plan, or denied.
    private static func isNowhereOutright(_ assertion: Assertion, among alignments: [Alignment], index: EvidenceIndex) -> Bool {
        guard let verb = assertion.predicate.first(where: { assertion.parts[$0].kind == .word && !assertion.parts[$0].isLight }) else { return false }
        let saying = alignments.filter {
            isAbout($0, assertion, beside: verb) && Alignment.match(assertion, verb, in: index.entries[$0.entry]) >= 1
        }
        return !saying.isEmpty
            && saying.allSatisfy {
                let reading = index.entries[$0.entry].reading
                let isDenied = reading.terms.indices.contains { reading.terms[$0].key == assertion.parts[verb].key && reading.isDenied($0) }
                return isDenied != assertion.parts[verb].isDenied || isCautious(reading, of: assertion)
            }
    }

    /// From the first to the last word that meets the statement.
    private static func marked(_ alignment: Alignment, assertion: Assertion, index: EvidenceIndex) -> Range<Int>? {
        let keys = Set(assertion.parts.filter { !$0.isLight }.map(\.key))
        let met = index.entries[alignment.entry].reading.terms.filter { keys.contains($0.key) }
        guard let first = met.first, let last = met.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}
