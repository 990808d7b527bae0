import BriefModel
import TextAnalysis

/// Passages that give another number or date for the same thing.
struct Figures {
    let assertion: Assertion
    let index: EvidenceIndex

    private static let aboutness = 0.55
    private static let shared = 0.3

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let trusted = alignments.filter { index.shelves[index.entries[$0.entry].article].outlet?.kind.needsCorroboration != true }
        return assertion.numbers.compactMap { number($0.part, $0.quantity, trusted) } + assertion.dates.compactMap { date($0.part, $0.date, trusted) }
    }

    /// Figures that stand beside another name: what is asked of sentences given, where `Slots` weighs the values.
    func conflations(_ alignments: [Alignment]) -> [Objection] {
        assertion.numbers.compactMap { conflation($0.part, $0.quantity, alignments) }
    }

    // MARK: Numbers

    private func number(_ part: Int, _ quantity: Quantity, _ alignments: [Alignment]) -> Objection? {
        if let conflation = conflation(part, quantity, alignments) { return conflation }
        var forIt: [Alignment] = []
        var against: [(alignment: Alignment, other: Quantity, strength: Double)] = []
        for alignment in alignments {
            let sentence = index.entries[alignment.entry].reading.sentence
            let comparable = sentence.quantities.filter {
                quantity.isComparable(to: $0) && !isPartOfDate($0, sentence) && !index.isTorn($0, in: alignment.entry)
            }
            // "Legal promises two", where days are spoken of: the same number, what it counts left out.
            let isBare = sentence.quantities.contains { $0.value == quantity.value && ($0.unit == nil || quantity.unit == nil) }
            if isBare, alignment.ownCoverage >= Self.shared { forIt.append(alignment) }
            guard !comparable.isEmpty else { continue }
            let rest = alignment.aboutness(assertion, excluding: [part])
            if comparable.contains(where: { quantity.isBorneOut(by: $0) }) {
                if rest >= Self.aboutness - 0.1, !isPlanned(sentence) { forIt.append(alignment) }
            } else if rest >= Self.aboutness, meetsNames(alignment), isOfSame(part, alignment.entry),
                meetsPredicate(alignment) || index.shelves[index.entries[alignment.entry].article].corrects,
                let other = comparable.first(where: {
                    quantity.isExcluded(by: $0) && !assertedElsewhere($0, except: part) && isSameSlot(part, $0, alignment.entry)
                }), !isPlanned(sentence)
            {
                against.append((alignment, other, rest))
            }
        }
        guard let strongest = against.max(by: { weigh($0) < weigh($1) }) else { return nil }
        if isDerived(quantity, strongest.alignment.entry) { return nil }
        let corrected = against.first { isCorrected(quantity, to: $0.other, in: $0.alignment.entry) }
        let decisive = corrected ?? strongest
        if corrected == nil {
            if isCorrection(of: against.map(\.other), to: quantity, alignments) { return nil }
            guard houses(against.map(\.alignment.entry)).count > houses(forIt.map(\.entry)).count else { return nil }
            if let best = forIt.map({ Alignment.coverage($0.matches, of: assertion, excluding: [part]) }).max(), best > strongest.strength + 0.15 {
                return nil
            }
        }
        let reading = index.entries[decisive.alignment.entry].reading
        return Objection(
            reason: .number, alsoReason: corrected == nil ? nil : .outdated, entry: decisive.alignment.entry, span: assertion.parts[part].range,
            marked: decisive.other.range, strength: decisive.strength, isCentral: true, instead: reading.text(decisive.other.range))
    }

    /// It comes out of figures near the deciding ones, with those of the statement itself: "four weeks of it would cost 60 million".
    private func isDerived(_ quantity: Quantity, _ entry: Int) -> Bool {
        let near = figures(around: entry)
        let own = assertion.numbers.map(\.quantity).filter { $0.range != quantity.range }
        return quantity.isDerived(from: near) || !own.isEmpty && quantity.isDerived(from: near.prefix(8) + own)
    }

    /// The sentence says much of the rest itself, of nobody else; a correction says little more than the figure.
    private func isOfSame(_ part: Int, _ entry: Int) -> Bool {
        if index.shelves[index.entries[entry].article].corrects { return true }
        let matter = Matter(assertion: assertion, index: index)
        let least = assertion.parts[part].kind == .date ? Matter.same : Self.shared
        return matter.share(of: entry, without: assertion.parts[part].range) >= least && !matter.isAboutAnother(entry)
    }

    /// Words that stand near both figures, beyond what is counted: one, or two where neither says what it counts.
    private func isSameSlot(_ part: Int, _ other: Quantity, _ entry: Int) -> Bool {
        let reading = index.entries[entry].reading
        if index.shelves[index.entries[entry].article].corrects { return true }
        let place = reading.terms.firstIndex { $0.range.upperBound > other.range.lowerBound } ?? 0
        let near = Set(reading.terms[max(0, place - Self.reach)..<min(reading.terms.count, place + Self.reach + 1)].map(\.key))
        let ours = (max(0, part - Self.reach)..<min(assertion.parts.count, part + Self.reach + 1)).filter { $0 != part }
        let shared = Set(ours.filter { near.contains(assertion.parts[$0].key) }.map { assertion.parts[$0].key })
        return shared.count >= (other.unit == nil ? 2 : 1)
    }

    /// Terms to either side of a figure that say what it is of.
    private static let reach = 4

    /// The figures of a sentence and its neighbours.
    func figures(around entry: Int) -> [Quantity] {
        let sentences = index.shelves[index.entries[entry].article].sentences
        return [entry, entry - 1, entry + 1].filter { sentences.contains($0) }.flatMap { figures(at: $0) }
    }

    /// The figures of a sentence, both ends of a range by themselves.
    func figures(at entry: Int) -> [Quantity] {
        index.entries[entry].reading.sentence.quantities.flatMap { figure in
            guard let upper = figure.upper else { return [figure] }
            return [figure.value, upper].map { Quantity(range: figure.range, value: $0, unit: figure.unit, comparator: figure.comparator) }
        }
    }

    private func weigh(_ item: (alignment: Alignment, other: Quantity, strength: Double)) -> Double { item.strength + item.alignment.ownCoverage }

    private func assertedElsewhere(_ other: Quantity, except part: Int) -> Bool {
        assertion.numbers.contains { $0.part != part && $0.quantity.isBorneOut(by: other) }
    }

    private func isPartOfDate(_ quantity: Quantity, _ sentence: Sentence) -> Bool { sentence.dates.contains { $0.range.overlaps(quantity.range) } }

    private func isPlanned(_ sentence: Sentence) -> Bool {
        !assertion.isHedged && sentence.cues.contains { $0.kind == .plan || $0.kind == .hedge }
    }

    private func meetsNames(_ alignment: Alignment) -> Bool {
        assertion.parts.enumerated().allSatisfy { position, part in part.kind != .name || part.isLabel || alignment.matches[position] >= 0.5 }
    }

    private func meetsPredicate(_ alignment: Alignment) -> Bool {
        assertion.predicate.isEmpty || assertion.predicate.contains { assertion.parts[$0].kind != .name && alignment.matches[$0] >= 0.6 }
    }

    /// A correcting article that gives this passage's figure as the right one, or the statement's as the wrong one.
    private func isCorrected(_ wrong: Quantity, to right: Quantity, in entry: Int) -> Bool {
        let shelf = index.shelves[index.entries[entry].article]
        return shelf.corrects && rightFigures(of: shelf).contains { $0.value == right.value }
            && !rightFigures(of: shelf).contains { wrong.isBorneOut(by: $0) }
    }

    private func isCorrection(of others: [Quantity], to right: Quantity, _ alignments: [Alignment]) -> Bool {
        alignments.contains { alignment in
            let shelf = index.shelves[index.entries[alignment.entry].article]
            return shelf.corrects && rightFigures(of: shelf).contains { right.isBorneOut(by: $0) }
        }
    }

    /// What a correction puts in place: the figures of its title and of sentences that say "correct".
    private func rightFigures(of shelf: EvidenceIndex.Shelf) -> [Quantity] {
        shelf.sentences.flatMap { number -> [Quantity] in
            let sentence = index.entries[number].reading.sentence
            let isRight = sentence.block == 0 || sentence.tokens.contains { ["correct", "actually", "instead", "should"].contains($0.folded) }
            return isRight ? sentence.quantities : []
        }
    }

    private func houses(_ entries: [Int]) -> Set<String> { Set(entries.map { index.shelves[index.entries[$0].article].house }) }

    /// The figure stands there, but beside another name: "A behind 13 million, B behind 3.4 million".
    private func conflation(_ part: Int, _ quantity: Quantity, _ alignments: [Alignment]) -> Objection? {
        // The name the statement gives the figure to.
        guard let holder = owner(of: quantity, in: assertion.reading), assertion.parts.contains(where: { $0.kind == .name && $0.key == holder.key })
        else { return nil }
        // In a library "their second loss in nine cases" says not whose.
        let verb = assertion.predicate.first.map { assertion.reading.terms[$0].range.lowerBound }
        if index.isSearched, let verb, holder.range.lowerBound > verb { return nil }
        let ours = [holder.key]
        for alignment in alignments where Alignment.coverage(alignment.matches, of: assertion, excluding: [part]) >= Self.aboutness {
            let reading = index.entries[alignment.entry].reading
            let bound = reading.sentence.quantities.compactMap { figure -> (figure: Quantity, term: Term)? in
                guard let term = owner(of: figure, in: reading) else { return nil }
                return (figure, term)
            }
            guard Set(bound.map(\.term.key)).count >= 2, let match = bound.first(where: { $0.figure.value == quantity.value }) else { continue }
            // The statement gives this figure to a name that has another figure of the same kind here.
            guard !ours.contains(match.term.key), !isNamed(match.term.key),
                let right = bound.first(where: {
                    ours.contains($0.term.key) && $0.figure.value != quantity.value && isSameKind($0.figure, match.figure)
                }),
                let name = assertion.parts.first(where: { $0.key == right.term.key })
            else { continue }
            let theirs = reading.sentence.whole(match.term.range)
            let ours = reading.sentence.whole(right.term.range)
            return Objection(
                reason: .entityConflation, alsoReason: .number, entry: alignment.entry, span: name.range, marked: right.figure.range,
                strength: alignment.coverage, isCentral: true, instead: reading.text(right.figure.range),
                telling:
                    "\(index.teller(of: alignment.entry)) gives \(reading.figure(match.figure)) to \(reading.text(theirs)); \(reading.text(ours))’s figure is \(reading.figure(right.figure))."
            )
        }
        return nil
    }

    /// The statement names it too, and gives it no figure: it may be what the figure is of in other words.
    private func isNamed(_ key: String) -> Bool {
        guard assertion.parts.contains(where: { $0.key == key }) else { return false }
        return !assertion.numbers.contains { owner(of: $0.quantity, in: assertion.reading)?.key == key }
    }

    private func isSameKind(_ left: Quantity, _ right: Quantity) -> Bool { left.unit == nil || right.unit == nil || left.isComparable(to: right) }

    /// The nearest name before a figure in its clause, with no country in between.
    private func owner(of figure: Quantity, in reading: Reading) -> Term? {
        let before = reading.terms.last { ($0.kind == .name || $0.kind == .country) && $0.range.upperBound <= figure.range.lowerBound }
        guard let name = before, name.kind == .name else { return nil }
        return reading.sentence.bytes(name.range.upperBound..<figure.range.lowerBound).contains(",") ? nil : name
    }

    // MARK: Dates

    private func date(_ part: Int, _ date: DateMention, _ alignments: [Alignment]) -> Objection? {
        guard date.first == date.last, assertion.isDefinite(part) else { return nil }
        var forIt: [Alignment] = []
        var against: [(alignment: Alignment, other: DateMention, strength: Double)] = []
        for alignment in alignments {
            let entry = index.entries[alignment.entry]
            let days = entry.reading.sentence.dates.filter { mention in
                mention.first == mention.last && !entry.reading.sentence.isDateline(mention)
                    && entry.reading.text(mention.range).utf8.contains { (0x30...0x39).contains($0) }
            }
            let rest = alignment.aboutness(assertion, excluding: [part])
            guard rest >= Self.aboutness, meetsNames(alignment), meetsClause(of: part, alignment), isOfSame(part, alignment.entry),
                let predicate = assertion.predicate.first, alignment.matches[predicate] >= 1
            else {
                continue
            }
            if entry.reading.sentence.dates.contains(where: { $0.first == date.first && $0.last == date.last || isSameDay($0, date, entry.reading) })
                || index.shelves[entry.article].article.day == date.first && !entry.reading.sentence.namesItsDay
            {
                forIt.append(alignment)
            } else if let other = days.first(where: { other in
                isBeside(other, entry.reading) && !assertion.dates.contains { isSameDay(other, $0.date, entry.reading) }
            }) {
                against.append((alignment, other, rest))
            }
        }
        guard let strongest = against.max(by: { $0.strength < $1.strength }) else { return nil }
        let left = weight(of: against.map(\.alignment.entry))
        let right = weight(of: forIt.map(\.entry))
        guard left > right else { return nil }
        return Objection(
            reason: .date, alsoReason: nil, entry: strongest.alignment.entry, span: assertion.parts[part].range, marked: strongest.other.range,
            strength: strongest.strength, isCentral: true, instead: index.entries[strongest.alignment.entry].reading.text(strongest.other.range))
    }

    /// "Acme opened in May, and Brill on 2 June": a day of Acme's is none of Brill's. Half the names of the clause with the day stand in the sentence.
    private func meetsClause(of part: Int, _ alignment: Alignment) -> Bool {
        guard assertion.clauses.count > 1, let clause = assertion.clauses.first(where: { $0.contains(part) }) else { return true }
        let names = clause.filter { assertion.parts[$0].kind == .name }
        return 2 * names.count { alignment.own[$0] >= 1 } >= names.count
    }

    /// "May 7" in an article of any year is "7 May 2018" as far as it goes.
    private func isSameDay(_ theirs: DateMention, _ ours: DateMention, _ reading: Reading) -> Bool {
        if theirs.first == ours.first, theirs.last == ours.last { return true }
        guard theirs.first == theirs.last, ours.first == ours.last else { return false }
        let isYearSaid = Self.saysYear(reading.text(theirs.range)) && Self.saysYear(assertion.reading.text(ours.range))
        return !isYearSaid && theirs.first.month == ours.first.month && theirs.first.day == ours.first.day
    }

    /// The word before or after the day is one of the statement's: "sold ahead of the auction on 6 August" dates the auction.
    private func isBeside(_ date: DateMention, _ reading: Reading) -> Bool {
        guard let place = reading.terms.firstIndex(where: { $0.range.overlaps(date.range) }) else { return false }
        let keys = Set(assertion.parts.map(\.key))
        return [place - 1, place + 1].contains { reading.terms.indices.contains($0) && keys.contains(reading.terms[$0].key) }
    }

    private static func saysYear(_ text: String) -> Bool {
        text.split { !$0.isNumber }.contains { $0.utf8.count == 4 }
    }

    /// Independent houses, with half a voice more where a wire agency, a government notice or a correction is among them.
    private func weight(of entries: [Int]) -> Double {
        let shelves = entries.map { index.shelves[index.entries[$0].article] }
        let isPrimary = shelves.contains { $0.outlet?.kind == .wireAgency || $0.outlet?.kind == .government || $0.corrects }
        return Double(Set(shelves.map(\.house)).count) + (isPrimary ? 0.5 : 0)
    }
}
