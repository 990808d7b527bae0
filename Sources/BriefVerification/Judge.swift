import BriefModel
import TextAnalysis

/// Weighs a statement against the passages that speak to it.
struct Judge: Sendable {
    let index: EvidenceIndex

    /// From here on a statement's content counts as borne out; below `mention` nothing in the library is about it. On both open briefs of the sample
    /// library nothing changes between .58 and .74 and between .40 and .52; nor for `single` from .42 to .58 and `clause` from .32 to .48.
    static let support = 0.66
    /// The same where the main verb is met nowhere: another word for it may have been used, but the rest must be there.
    static let otherVerb = 0.8
    static let mention = 0.46
    /// One passage at least must say most of it by itself: words gathered from here and there say nothing together.
    static let single = 0.5
    /// Of a statement of two words, both.
    static let shortSingle = 0.95
    /// And as much for a statement to hold in part.
    static let singleMention = 0.37
    /// A clause of which less than this is met adds something the sources do not say.
    static let clause = 0.4
    static let candidates = 40

    /// - Parameter entries: the sentences given to judge by, where nothing is to be searched.
    func judge(_ assertion: Assertion, setting: String? = nil, among entries: [Int]? = nil) -> Judgement {
        let keys = assertion.parts.filter { !$0.isLight }.map(\.key)
        let nearest = entries ?? index.nearest(to: keys, limit: Self.candidates)
        let alignments = nearest.map { Alignment(assertion, entry: $0, index: index) }
        guard !Claimhood.saysNothing(assertion.reading.sentence), let support = Support(assertion, alignments: alignments, index: index) else {
            return Judgement(verdict: .unsupported, reasons: [.noEvidence], span: nil, witnesses: [], score: 0)
        }
        let figures = Figures(assertion: assertion, index: index)
        var objections =
            Denials(assertion: assertion, index: index).objections(alignments)
            + (entries == nil ? figures.objections(alignments) : figures.conflations(alignments))
            + Quotes(assertion: assertion, index: index).objections(alignments)
            + Roles(assertion: assertion, index: index).objections(alignments)
            + Belonging(assertion: assertion, index: index, setting: setting).objections(alignments)
        var judgement: Judgement
        if entries == nil {
            objections += searched(assertion, alignments, beside: objections)
            let home = Belonging(assertion: assertion, index: index).unstated(alignments)
            judgement = decide(assertion, support: support, objections: objections, unstated: home)
            judgement.witnesses = Exhibits(assertion: assertion, alignments: alignments, index: index).choose(for: judgement)
            judgement.span = judgement.span.map { assertion.whole($0) }
            if dropsCaveat(assertion, judgement) { judgement.reasons.append(.hedgeLost) }
        } else {
            objections = differing(assertion, alignments, beside: objections + reworded(assertion, alignments))
            judgement = Ruling(assertion: assertion, support: support, objections: objections).judgement()
        }
        judgement.objections = objections
        judgement.bearing = bearing(assertion, support: support, objections: objections)
        return judgement
    }

    /// Of what sentences searched for have in place of words of the statement, that which is sure: said of the same, in a source that can be relied on,
    /// and by no other outlet as the statement says it.
    private func searched(_ assertion: Assertion, _ alignments: [Alignment], beside found: [Objection]) -> [Objection] {
        // "They have not won since": of whom it is said stands in another line.
        guard !assertion.isOfPronoun else { return [] }
        let matter = Matter(assertion: assertion, index: index)
        let trusted = alignments.filter { index.shelves[index.entries[$0.entry].article].outlet?.kind.needsCorroboration != true }
        return differing(assertion, trusted, beside: []).compactMap { objection in
            guard let alignment = trusted.first(where: { $0.entry == objection.entry }), matter.bears(objection, alignment) else { return nil }
            switch objection.reason {
            // A wrong speaker: what is said holds in part.
            case .misattribution: return objection.aside()
            // Values and names are many in a library: `Figures` and `Roles` compare them more warily.
            case .outdated where found.contains(where: \.isCentral): return nil
            case .number, .date, .entityConflation, .attribute, .noEvidence: return nil
            case .overgeneralisation where !assertion.saysAll(objection.span): return nil
            default: break
            }
            guard objection.isCentral else { return objection }
            // A denial of the very verb is sure in fewer words than one of anything else.
            let isOfVerb = objection.reason == .negation && assertion.predicate.contains { assertion.verbPhrase($0).overlaps(objection.span) }
            return objection.certainty >= (isOfVerb ? Self.firmDenial : Ruling.firm) && !isSaid(assertion, objection, trusted) ? objection : nil
        }
    }

    private static let firmDenial = 0.5

    /// Another article that is not older says the very words objected to.
    private func isSaid(_ assertion: Assertion, _ objection: Objection, _ alignments: [Alignment]) -> Bool {
        let against = index.shelves[index.entries[objection.entry].article]
        return alignments.contains { alignment in
            let shelf = index.shelves[index.entries[alignment.entry].article]
            guard alignment.ownCoverage >= Self.support, shelf.origin != against.origin, shelf.article.day >= against.article.day else {
                return false
            }
            return assertion.parts.indices.contains {
                assertion.parts[$0].range.overlaps(objection.span) && Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
            }
        }
    }

    /// Beside what bears it out in part a source says that its account is not confirmed, and the statement is as sure as can be.
    private func dropsCaveat(_ assertion: Assertion, _ judgement: Judgement) -> Bool {
        judgement.verdict == .partly && !assertion.isHedged && !judgement.reasons.contains { $0 == .hedgeLost || $0 == .misattribution }
            && judgement.witnesses.contains { $0.stance == .mentions && Doubts.isUnverified(index.entries[$0.entry].reading) }
    }

    /// Sentences nearest by their own words are compared with the statement word by word.
    private static let compared = 4
    private static let comparable = 0.3

    /// What the nearest sentences have in place of words of the statement, surest first.
    private func differing(_ assertion: Assertion, _ alignments: [Alignment], beside found: [Objection]) -> [Objection] {
        let nearest = alignments.filter { $0.ownCoverage >= Self.comparable }.sorted { ($0.ownCoverage, $1.entry) > ($1.ownCoverage, $0.entry) }
        let comparisons = nearest.prefix(Self.compared).compactMap { Comparison(assertion, entry: $0.entry, index: index) }
            .sorted { ($0.coverage, $1.entry) > ($1.coverage, $0.entry) }
        let succession = Succession(assertion: assertion, index: index)
        let objections =
            found + Differences(assertion: assertion, index: index).objections(comparisons)
            + Extent(assertion: assertion, index: index).objections(Array(nearest.prefix(Self.compared)))
            + Firmness(assertion: assertion, index: index).objections(Array(nearest.prefix(Self.compared)))
            + Speakers(assertion: assertion, index: index).objections(comparisons)
            + Slots(assertion: assertion, index: index).objections(alignments)
            + Links(assertion: assertion, index: index).objections(alignments)
        let dated = succession.dated(objections, alignments)
        return (dated + (dated.contains(where: \.isCentral) ? [] : succession.objections(alignments)))
            .sorted { ($0.certainty, $1.entry, $1.span.lowerBound) > ($1.certainty, $0.entry, $0.span.lowerBound) }
    }

    /// What sentences given say otherwise, in whatever order and words: they are on one matter, so that less need be the same than in a library.
    private func reworded(_ assertion: Assertion, _ alignments: [Alignment]) -> [Objection] {
        Oppositions(assertion: assertion, index: index).objections(alignments) + Polarity(assertion: assertion, index: index).objections(alignments)
            + Agents(assertion: assertion, index: index).objections(alignments) + Voices(assertion: assertion, index: index).objections(alignments)
            + Appositions(assertion: assertion, index: index).objections()
    }

    /// Half what all passages say together, half what one says alone, less for names and figures that stand nowhere. The weights were read off the
    /// open halves of public sets of claims (WiCE, AttributionBench); they matter little within a factor of two.
    private func bearing(_ assertion: Assertion, support: Support, objections: [Objection]) -> Double {
        let strangers = assertion.parts.filter { $0.identifier == nil }
        let names = strangers.count { $0.kind == .name || $0.kind == .country }
        let numbers = strangers.count { $0.kind == .number }
        let against = objections.count(where: \.isCentral)
        return 0.5 * support.coverage + 0.5 * support.single - 0.1 * Double(names) - 0.05 * Double(numbers) - 0.1 * Double(against)
    }

    /// - Parameter unstated: words that put a body where no sentence does.
    private func decide(_ assertion: Assertion, support: Support, objections: [Objection], unstated: Range<Int>?) -> Judgement {
        let central = objections.filter(\.isCentral).max { $0.strength < $1.strength }
        if let central { return contradiction(assertion, by: central, objections: objections, support: support) }
        var reasons: [ReasonCode] = []
        var span: Range<Int>?
        for objection in objections where !reasons.contains(objection.reason) {
            reasons.append(objection.reason)
            span = span ?? objection.span
        }
        let isCoreMet = support.mainClause >= Self.support && assertion.clauses.count > 1
        let isMentioned = support.coverage >= Self.mention && support.single >= Self.singleMention
        if !(isMentioned || isCoreMet) || !support.meetsSubject, !objections.contains(where: { $0.reason == .misattribution }) {
            return Judgement(
                verdict: .unsupported, reasons: [.noEvidence] + (support.coverage > 0.3 ? [.overgeneralisation] : []), span: nil,
                witnesses: support.witnesses(stance: .mentions), score: 0.4 * support.coverage / Self.mention)
        }
        if let unstated, assertion.parts.allSatisfy({ $0.isLight || unstated.overlaps($0.range) }) {
            return Judgement(
                verdict: .unsupported, reasons: [.noEvidence], span: unstated, witnesses: support.witnesses(stance: .mentions), score: 0.4)
        }
        if let loose = support.looseClause ?? unstated {
            reasons.append(.overgeneralisation)
            span = span ?? loose
        }
        if let missing = support.missing {
            reasons.append(missing.reason)
            span = span ?? missing.range
        }
        if support.isHedged || support.isNowhereOutright, !assertion.isHedged { reasons.append(.hedgeLost) }
        let telling = assertion.reading.sentence.tellingWords.count
        if telling <= 1, assertion.numbers.isEmpty {
            // "It fell": a passage that has the one word need not speak of the same.
            return Judgement(
                verdict: .unsupported, reasons: [.noEvidence], span: nil, witnesses: support.witnesses(stance: .mentions), score: 0.4)
        }
        let isThin =
            support.coverage < (support.meetsPredicate ? Self.support : Self.otherVerb) || telling <= 2 && support.single < Self.shortSingle
        if isThin || support.single < Self.single, reasons.isEmpty { reasons.append(.overgeneralisation) }
        let scale = min(1, support.coverage)
        if reasons.isEmpty, !support.isSaidTogether {
            return Judgement(
                verdict: .unsupported, reasons: [.noEvidence, .overgeneralisation], span: nil, witnesses: support.witnesses(stance: .mentions),
                score: 0.4 * scale)
        }
        if reasons.isEmpty {
            return Judgement(
                verdict: .supported, reasons: [.ok], span: nil, witnesses: support.witnesses(stance: .supports), score: 0.5 + 0.5 * scale)
        }
        let isAnchored = support.isAnchored || objections.contains { $0.reason == .misattribution }
        return Judgement(
            verdict: isAnchored ? .partly : .unsupported, reasons: isAnchored ? reasons : [.noEvidence, .overgeneralisation], span: span,
            witnesses: support.witnesses(stance: isAnchored ? .supports : .mentions)
                + objections.prefix(2).map { Judgement.Witness(entry: $0.entry, stance: .contradicts, marked: $0.marked, score: $0.strength) },
            score: min(0.49, 0.5 * scale), instead: objections.first?.instead, telling: objections.first?.telling)
    }

    private func contradiction(_ assertion: Assertion, by central: Objection, objections: [Objection], support: Support) -> Judgement {
        var reasons = [central.reason]
        for reason in [central.alsoReason] + objections.filter(\.isCentral).map({ Optional($0.reason) }) {
            if let reason, !reasons.contains(reason) { reasons.append(reason) }
        }
        let against = [central] + objections.filter(\.isCentral).sorted { ($0.strength, $1.entry) > ($1.strength, $0.entry) }
        var seen: Set<Int> = []
        let witnesses = against.filter { seen.insert($0.entry).inserted }.prefix(3).map {
            Judgement.Witness(entry: $0.entry, stance: .contradicts, marked: $0.marked, score: $0.strength)
        }
        return Judgement(
            verdict: .contradicted, reasons: reasons, span: central.span,
            witnesses: witnesses + support.witnesses(stance: .mentions).filter { !seen.contains($0.entry) }.prefix(1),
            score: 0.2 * (1 - central.strength), instead: central.instead, telling: central.telling)
    }
}
