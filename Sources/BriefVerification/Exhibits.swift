import BriefModel
import TextAnalysis

/// Which passages are laid before a reader beside a verdict: the fewest that show what it rests on.
struct Exhibits {
    let assertion: Assertion
    let alignments: [Alignment]
    let index: EvidenceIndex
    /// Parts that say what the statement is about: no light words, none of its label, none of knowing or telling.
    private let telling: [Int]

    init(assertion: Assertion, alignments: [Alignment], index: EvidenceIndex) {
        self.assertion = assertion
        self.alignments = alignments
        self.index = index
        telling = assertion.parts.indices.filter {
            let part = assertion.parts[$0]
            return !part.isLight && !part.isLabel && !Doubts.isHollow(part, in: assertion)
        }
    }

    static let limit = 4
    private static let supporting = 3
    private static let doubting = 2
    /// A stem that stands in more than about one sentence in forty of a library of this size is no sign of a common subject.
    private static let rare = 0.45
    /// What a passage of the article already chosen has over one of another.
    private static let company = 0.08
    /// Share of the statement's weight that a further passage must add in its own words.
    private static let gain = 0.07
    /// The same for a passage of another article.
    private static let gainElsewhere = 0.12

    /// Own words that a further passage must share where the words of a quotation are what is borne out.
    private static let quoteSupport = 0.5
    /// Coverage below which two shared words are chance.
    private static let touching = 0.18
    /// Coverage from which a denial of the predicate is one of this statement.
    private static let denying = 0.45

    func choose(for judgement: Judgement) -> [Judgement.Witness] {
        var chosen: [Judgement.Witness] = []
        let against = judgement.witnesses.filter { $0.stance == .contradicts }
        switch judgement.verdict {
        case .supported:
            chosen = covering()
        case .partly:
            let support = covering(judgement.reasons.contains(.misattribution) ? Self.quoteSupport : 0)
            chosen = against.prefix(2) + support + (caveat(beside: support + against) ?? doubts(limit: 1))
        case .contradicted:
            chosen = against.prefix(3) + denials() + nearest(limit: 1)
        case .unsupported:
            chosen = doubts(limit: Self.doubting) + nearest(limit: 2)
        case .notAClaim, .notChecked:
            break
        }
        var seen: Set<String> = []
        let settled = chosen.map(settle).filter { seen.insert(Folding.fold(index.entries[$0.entry].reading.sentence.text)).inserted }
        // Of a reprint in other words, too, the origin is enough.
        let told = settled.filter { witness in
            let shelf = index.shelves[index.entries[witness.entry].article]
            return shelf.origin == shelf.article.id
                || !settled.contains { $0.stance == witness.stance && index.shelves[index.entries[$0.entry].article].article.id == shelf.origin }
        }
        let ordered =
            told.filter { $0.stance == .contradicts } + told.filter { $0.stance == .supports } + told.filter { $0.stance == .mentions }
        return Array(ordered.prefix(Self.limit))
    }

    // MARK: Support

    /// The fewest passages that say together what the statement says: each in its own words, none with another figure.
    private func covering(_ least: Double = 0) -> [Judgement.Witness] {
        let fit = alignments.filter { isTrusted($0) && !disagrees($0) && $0.ownCoverage >= least }
        let candidates = fit.contains { !isTitle($0) } ? fit.filter { !isTitle($0) } : fit
        let own = Dictionary(candidates.map { ($0.entry, ownMatches($0)) }, uniquingKeysWith: { first, _ in first })
        guard let best = leading(candidates) else { return [] }
        let article = index.entries[best.entry].article
        let total = max(assertion.parts.reduce(0) { $0 + $1.weight }, 0.001)
        var picks = [best]
        var met = own[best.entry] ?? []
        while picks.count < Self.supporting {
            var next: (alignment: Alignment, gain: Double)?
            for candidate in candidates where !picks.contains(where: { $0.entry == candidate.entry }) && isRelated(candidate, to: best) {
                guard let theirs = own[candidate.entry] else { continue }
                let gain = assertion.parts.indices.reduce(0) { sum, position in
                    let part = assertion.parts[position]
                    return part.isLight || part.isLabel ? sum : sum + max(0, theirs[position] - met[position]) * part.weight
                }
                let isBeside = index.entries[candidate.entry].article == article
                let weighed = gain / total + 0.02 * candidate.coverage + (isBeside ? Self.company : 0)
                if gain / total >= (isBeside ? Self.gain : Self.gainElsewhere), weighed > next?.gain ?? 0 { next = (candidate, weighed) }
            }
            guard let next else { break }
            picks.append(next.alignment)
            met = zip(met, own[next.alignment.entry] ?? met).map { max($0, $1) }
        }
        return picks.map { witness($0, .supports) }
    }

    /// Where the statement names somebody, a passage that names them too comes first.
    private func leading(_ candidates: [Alignment]) -> Alignment? {
        let best = candidates.max { (weigh($0), $1.entry) < (weigh($1), $0.entry) }
        let naming = candidates.filter { $0.ownCoverage >= 0.2 && sharesName($0) }.max { (weigh($0), $1.entry) < (weigh($1), $0.entry) }
        guard let best, let naming, weigh(naming) >= weigh(best) - 0.15 else { return best }
        return naming
    }

    /// A caution in the article that bears most of it out: "could not be verified independently".
    private func caveat(beside support: [Judgement.Witness]) -> [Judgement.Witness]? {
        guard let first = support.first else { return nil }
        let settled = settle(first).entry
        let article = index.entries[settled].article
        return index.doubts.first { number in
            index.entries[number].article == article && number != settled && Doubts.isCaveat(index.entries[number].reading)
        }.map { [witness(Alignment(assertion, entry: $0, index: index), .mentions)] }
    }

    private func sharesName(_ alignment: Alignment) -> Bool {
        assertion.parts.indices.contains {
            assertion.parts[$0].kind == .name && !assertion.parts[$0].isLabel
                && Alignment.match(assertion, $0, in: index.entries[alignment.entry]) >= 1
        }
    }

    /// Passages of the same article go together; one of another must share the names, or say a clause by itself.
    private func isRelated(_ candidate: Alignment, to best: Alignment) -> Bool {
        let entry = index.entries[candidate.entry]
        let voice = entry.reading.sentence.attribution?.source ?? ""
        let foreign = entry.reading.sentence.names.contains {
            $0.kind != .place && $0.kind != .nationality && !voice.contains($0.text)
        }
        let onlyNames = assertion.parts.indices.allSatisfy { assertion.parts[$0].kind == .name || Alignment.match(assertion, $0, in: entry) < 1 }
        if onlyNames, candidate.ownCoverage < 0.3 { return false }
        if sharesName(candidate) { return true }
        let saysAClause = assertion.clauses.contains { clause in
            let weight = clause.reduce(0) { $0 + assertion.parts[$1].weight }
            let met = clause.reduce(0) { $0 + assertion.parts[$1].weight * Alignment.match(assertion, $1, in: entry) }
            return clause.count >= 2 && met >= 0.6 * weight
        }
        if saysAClause, !foreign, sharesSubject(candidate) { return true }
        let isSameArticle = index.shelves[entry.article].origin == index.shelves[index.entries[best.entry].article].origin
        return isSameArticle && !foreign || candidate.coverage >= Judge.support
    }

    /// It gives another figure of the same kind where the statement's should stand.
    private func disagrees(_ alignment: Alignment) -> Bool {
        let sentence = index.entries[alignment.entry].reading.sentence
        if saysAnotherDay(alignment, sentence) { return true }
        return assertion.numbers.contains { number in
            guard !sentence.quantities.contains(where: { number.quantity.isBorneOut(by: $0) }) else { return false }
            return sentence.quantities.contains { other in
                let isOurs = assertion.numbers.contains { $0.quantity.isBorneOut(by: other) }
                let isOfADate = sentence.dates.contains { $0.range.overlaps(other.range) }
                return !isOurs && !isOfADate && number.quantity.isComparable(to: other) || !isOurs && other.unit == number.quantity.unit
            }
        }
    }

    /// The same happened, but on another day.
    private func saysAnotherDay(_ alignment: Alignment, _ sentence: Sentence) -> Bool {
        guard let predicate = assertion.predicate.first, Alignment.match(assertion, predicate, in: index.entries[alignment.entry]) >= 1 else {
            return false
        }
        let days = sentence.dates.filter { $0.first == $0.last && !sentence.isDateline($0) }
        return assertion.dates.contains { date in
            date.date.first == date.date.last && assertion.isDefinite(date.part) && !days.isEmpty
                && days.allSatisfy { $0.first != date.date.first }
        }
    }

    // MARK: Nearest, doubts and denials

    private func nearest(limit: Int) -> [Judgement.Witness] {
        let about = alignments.filter { isTrusted($0) && !isTitle($0) && isTold($0) && sharesSubject($0) && $0.coverage >= 0.3 }.sorted {
            (weigh($0), $1.entry) > (weigh($1), $0.entry)
        }
        guard let first = about.first else { return [] }
        let origin = index.shelves[index.entries[first.entry].article].origin
        return about.filter { alignment in
            // A reprint tells nothing that its origin does not.
            let shelf = index.shelves[index.entries[alignment.entry].article]
            return alignment.entry == first.entry || weigh(alignment) >= 0.85 * weigh(first) && (shelf.origin != origin || shelf.article.id == origin)
        }.prefix(limit).map { witness($0, .mentions) }
    }

    /// Sentences that say something of this kind is not known, not shown or not confirmed.
    private func doubts(limit: Int) -> [Judgement.Witness] {
        doubtful().prefix(limit).map { witness($0, .mentions) }
    }

    /// Those of them that deny the statement's own predicate.
    private func denials() -> [Judgement.Witness] {
        let predicate = Set(assertion.predicate.filter { !assertion.parts[$0].isDenied }.map { assertion.parts[$0].key })
        return doubtful(ofSaying: true).filter { alignment in
            guard alignment.coverage >= Self.denying else { return false }
            let reading = index.entries[alignment.entry].reading
            return reading.terms.indices.contains { predicate.contains(reading.terms[$0].key) && reading.isDenied($0) }
        }.prefix(1).map { witness($0, .contradicts) }
    }

    private func doubtful(ofSaying: Bool = false) -> [Alignment] {
        let parts = ofSaying ? assertion.parts.filter { !$0.isLight && !$0.isLabel } : telling.map { assertion.parts[$0] }
        let identifiers = Set(parts.compactMap(\.identifier))
        var scored: [(alignment: Alignment, score: Double)] = []
        for number in index.doubts {
            let entry = index.entries[number]
            let own = identifiers.filter { entry.terms.holds($0) }
            guard own.count >= 2 else { continue }
            let titles = identifiers.subtracting(own).filter { index.shelves[entry.article].titleTerms.holds($0) }
            let score = own.reduce(0) { $0 + index.rarity($1) } + 0.4 * titles.reduce(0) { $0 + index.rarity($1) }
            scored.append((Alignment(assertion, entry: number, index: index), score))
        }
        scored.sort { ($0.score, $1.alignment.entry) > ($1.score, $0.alignment.entry) }
        let least = max(0.9, 0.75 * (scored.first?.score ?? 0))
        return scored.filter { $0.score >= least && $0.alignment.coverage >= Self.touching }.map(\.alignment)
    }

    /// A name of the statement and something else of it, or two of its rarer words, in the passage's own words.
    private func sharesSubject(_ alignment: Alignment) -> Bool {
        let entry = index.entries[alignment.entry]
        var words = 0
        var others = 0
        var isNamed = false
        for position in telling where Alignment.match(assertion, position, in: entry) >= 1 {
            let part = assertion.parts[position]
            if part.kind == .name { isNamed = true } else { others += 1 }
            if part.kind == .word, index.rarity(part.identifier) >= Self.rare { words += 1 }
        }
        if isNamed, others > 0 { return true }
        return words >= 2
    }

    // MARK: Passages

    private func ownMatches(_ alignment: Alignment) -> [Double] {
        assertion.parts.indices.map { Alignment.match(assertion, $0, in: index.entries[alignment.entry]) }
    }

    private func weigh(_ alignment: Alignment) -> Double {
        let shelf = index.shelves[index.entries[alignment.entry].article]
        // The origin speaks before those who reprint it.
        return 0.6 * alignment.coverage + 0.4 * alignment.ownCoverage - (shelf.origin == shelf.article.id ? 0 : 0.08)
    }

    private func isTitle(_ alignment: Alignment) -> Bool { index.entries[alignment.entry].reading.sentence.block == 0 }

    /// A question says nothing.
    private func isTold(_ alignment: Alignment) -> Bool { index.entries[alignment.entry].reading.sentence.text.utf8.last != 0x3F }

    private func isTrusted(_ alignment: Alignment) -> Bool {
        index.shelves[index.entries[alignment.entry].article].outlet?.kind.needsCorroboration != true
    }

    private func witness(_ alignment: Alignment, _ stance: Stance) -> Judgement.Witness {
        let keys = Set(assertion.parts.filter { !$0.isLight }.map(\.key))
        let met = index.entries[alignment.entry].reading.terms.filter { keys.contains($0.key) }
        let marked = met.first.flatMap { first in met.last.map { first.range.lowerBound..<$0.range.upperBound } }
        return Judgement.Witness(entry: alignment.entry, stance: stance, marked: marked, score: alignment.coverage.clamped(to: 0...1))
    }

    /// A reprint's sentence stands for its origin's; a title gives way to a sentence of its article that says the same.
    private func settle(_ witness: Judgement.Witness) -> Judgement.Witness {
        let entry = index.entries[witness.entry]
        if entry.reading.sentence.block == 0, let body = body(for: witness, in: entry) { return body }
        guard let twin = index.originTwin(of: witness.entry) else { return witness }
        let shift = index.entries[twin].reading.sentence.range.lowerBound - entry.reading.sentence.range.lowerBound
        let marked = witness.marked.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
        return Judgement.Witness(entry: twin, stance: witness.stance, marked: marked, score: witness.score)
    }

    private func body(for witness: Judgement.Witness, in title: EvidenceIndex.Entry) -> Judgement.Witness? {
        let wanted = Alignment(assertion, entry: witness.entry, index: index).ownCoverage
        let deciding = title.reading.terms.filter { term in witness.marked.map { $0.overlaps(term.range) } ?? false }.map(\.key)
        let bodies = index.shelves[title.article].sentences.filter { number in
            let keys = Set(index.entries[number].reading.terms.map(\.key))
            return index.entries[number].reading.sentence.block > 0 && deciding.allSatisfy { keys.contains($0) }
        }
        let said = bodies.map { Alignment(assertion, entry: $0, index: index) }.max { ($0.ownCoverage, $1.entry) < ($1.ownCoverage, $0.entry) }
        guard let said, said.ownCoverage >= wanted - 0.05 else { return nil }
        return self.witness(said, witness.stance)
    }
}
