import BriefModel
import TextAnalysis

/// Figures and days of a statement against those of the sentences given for it, whatever their order and wording. What is given is about one matter, so
/// less need be shared than in a library; the sentence that speaks most of the rest of the statement decides.
struct Slots {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words of the rest of the statement that the deciding sentence must have.
    private static let about = 0.35
    /// And by how much more than one that has the statement's value.
    private static let margin = 0.1

    /// Certainty from which another figure is called a contradiction: more often than a day it is a sum, or of something else.
    private static let sure = 0.8

    private struct Rival {
        let entry: Int
        let range: Range<Int>
        let rest: Double
    }

    func objections(_ alignments: [Alignment]) -> [Objection] {
        assertion.numbers.compactMap { number($0.part, $0.quantity, alignments) } + assertion.dates.compactMap { date($0.part, $0.date, alignments) }
    }

    // MARK: Figures

    private func number(_ part: Int, _ quantity: Quantity, _ alignments: [Alignment]) -> Objection? {
        var borneOut: [(entry: Int, rest: Double)] = []
        var rivals: [Rival] = []
        for alignment in alignments {
            let sentence = index.entries[alignment.entry].reading.sentence
            let rest = alignment.ownRest(assertion, without: [part])
            let figures = sentence.quantities.filter { figure in !sentence.dates.contains { $0.range.overlaps(figure.range) } }
            if figures.contains(where: { quantity.isBorneOut(by: $0) || $0.value == quantity.value }) {
                borneOut.append((alignment.entry, rest))
            } else if rest >= Self.about, !isAboutAnother(alignment.entry),
                let other = figures.first(where: { figure in
                    quantity.isExcluded(by: figure) && !assertion.numbers.contains { $0.part != part && $0.quantity.isBorneOut(by: figure) }
                        && (quantity.unit != nil || sharesNeighbour(part, figure, alignment.entry))
                })
            {
                rivals.append(Rival(entry: alignment.entry, range: other.range, rest: rest))
            }
        }
        if let later = overtaking(part, quantity, borneOut, alignments) { return later }
        let best = borneOut.map { $0.rest - (isAboutAnother($0.entry) ? Self.foreign : 0) }.max() ?? 0
        guard let rival = rivals.max(by: { ($0.rest, $1.entry) < ($1.rest, $0.entry) }), rival.rest >= best + (borneOut.isEmpty ? 0 : Self.margin),
            isOfPredicate(rival.entry, borneOut.map(\.entry)), !isMultiplied(rival.entry), !isDerived(quantity, rival.entry, alignments),
            !borneOut.contains(where: { abs($0.entry - rival.entry) == 1 && $0.rest > 0 && !isAboutAnother($0.entry) })
        else { return nil }
        return objection(.number, part, rival, certainty: borneOut.isEmpty ? 0.5 + 0.35 * rival.rest : 0.45 + 0.35 * rival.rest)
    }

    /// Where ours stands in some sentence too, what is said of ours must stand beside the other value and not beside ours.
    private func isOfPredicate(_ rival: Int, _ bearing: [Int]) -> Bool {
        bearing.isEmpty || isOfVerb(rival) && !bearing.contains { isOfVerb($0) }
    }

    /// It has what the statement says of its subject.
    private func isOfVerb(_ entry: Int) -> Bool {
        assertion.predicate.contains { !assertion.parts[$0].isLight && Alignment.match(assertion, $0, in: index.entries[entry]) >= 1 }
    }

    /// "Sales rose": the verb tells nothing by itself, or is none the tables know; the rest of the statement decides.
    private var saysNoVerb: Bool { assertion.predicate.allSatisfy { assertion.parts[$0].isLight } }

    /// "Three times as many", "half a point more": figures that are to be reckoned with.
    private func isMultiplied(_ entry: Int) -> Bool {
        index.entries[entry].reading.sentence.tokens.contains { Self.factors.contains($0.folded) }
    }

    private static let factors = ClaimWords.set(
        "double doubled doubles twice triple tripled triples treble trebled quadruple quadrupled times point points half halved halves")

    /// From the figures around the deciding sentence, or of all sentences where they are few.
    private func isDerived(_ quantity: Quantity, _ entry: Int, _ alignments: [Alignment]) -> Bool {
        let figures = Figures(assertion: assertion, index: index)
        let others = alignments.count <= Self.few ? index.entries.indices.filter { abs($0 - entry) > 1 } : []
        let near = figures.figures(around: entry) + others.flatMap { figures.figures(at: $0) }
        // "Four weeks of it would cost 60 million": the four stands in the statement.
        let own = assertion.numbers.map(\.quantity).filter { $0.range != quantity.range }
        return quantity.isDerived(from: near) || !own.isEmpty && quantity.isDerived(from: near.prefix(8) + own)
    }

    private static let few = 15

    /// What a value in a sentence about somebody else is less worth.
    private static let foreign = 0.4

    /// Its subject is a name that the statement does not have, and ours is not in it.
    private func isAboutAnother(_ entry: Int) -> Bool { Matter(assertion: assertion, index: index).isAboutAnother(entry) }

    private func sharesNeighbour(_ part: Int, _ figure: Quantity, _ entry: Int) -> Bool {
        let reading = index.entries[entry].reading
        guard let place = reading.terms.firstIndex(where: { $0.range.overlaps(figure.range) }) else { return false }
        let near = [place - 1, place + 1].filter { reading.terms.indices.contains($0) }.map { reading.terms[$0].key }
        return [part - 1, part + 1].contains { assertion.parts.indices.contains($0) && near.contains(assertion.parts[$0].key) }
    }

    private static let changes = ClaimWords.set(
        """
        rise rises risen rose raise raised raises cut trimmed lowered corrected revised now increased reduced climbed grew fell fallen reached latest updated
        changed stands down up since
        """)

    /// A later article has another figure for it, as a change or in the same words.
    private func overtaking(_ part: Int, _ quantity: Quantity, _ borneOut: [(entry: Int, rest: Double)], _ alignments: [Alignment]) -> Objection? {
        let bearing = borneOut.filter { $0.rest >= Self.about }
        guard let said = bearing.max(by: { (day($0.entry), $0.rest) < (day($1.entry), $1.rest) }) else { return nil }
        for alignment in alignments where day(alignment.entry) > day(said.entry) {
            let reading = index.entries[alignment.entry].reading
            let isChange = reading.sentence.tokens.contains { Self.changes.contains($0.folded) }
            guard alignment.shared(assertion) >= 2, !borneOut.contains(where: { $0.entry == alignment.entry }),
                isChange || alignment.ownRest(assertion, without: [part]) >= 0.5,
                let other = reading.sentence.quantities.first(where: { figure in
                    (quantity.isExcluded(by: figure) || isChange && figure.unit == nil && figure.value != quantity.value)
                        && !assertion.numbers.contains { $0.part != part && $0.quantity.isBorneOut(by: figure) }
                }),
                !reading.sentence.dates.contains(where: { $0.range.overlaps(other.range) })
            else { continue }
            return objection(
                .outdated, part, Rival(entry: alignment.entry, range: other.range, rest: alignment.ownRest(assertion, without: [part])),
                certainty: 0.75)
        }
        return nil
    }

    // MARK: Days

    private func date(_ part: Int, _ date: DateMention, _ alignments: [Alignment]) -> Objection? {
        // Which day "Friday" is depends on when it was written.
        guard index.isDated || assertion.isDefinite(part) else { return nil }
        var best = 0.0
        var bearing: [Int] = []
        var rivals: [Rival] = []
        let written = Folding.fold(assertion.reading.text(date.range))
        for alignment in alignments {
            let reading = index.entries[alignment.entry].reading
            let dates = reading.sentence.dates.filter { !reading.sentence.isDateline($0) }
            let rest = alignment.ownRest(assertion, without: [part])
            if dates.contains(where: {
                $0.first <= date.last && date.first <= $0.last || Folding.fold(reading.text($0.range)) == written
            }) {
                best = max(best, rest)
                bearing.append(alignment.entry)
            } else if rest >= Self.about, index.isDated || !dates.contains(where: { isAsExact($0, date) && !isDefinite($0, reading) }),
                let other = dates.first(where: { isAsExact($0, date) && (index.isDated || isDefinite($0, reading)) })
            {
                rivals.append(Rival(entry: alignment.entry, range: other.range, rest: rest))
            }
        }
        guard let rival = rivals.max(by: { ($0.rest, $1.entry) < ($1.rest, $0.entry) }), rival.rest >= best - (bearing.isEmpty ? 0 : Self.margin),
            isOfPredicate(rival.entry, bearing), !bearing.isEmpty || !DayReckoning(index: index).reaches(date)
        else { return nil }
        return objection(.date, part, rival, certainty: index.isDated ? 0.5 + 0.4 * rival.rest : 0.4 + 0.3 * rival.rest)
    }

    private func isDefinite(_ date: DateMention, _ reading: Reading) -> Bool {
        reading.text(date.range).utf8.contains { (0x30...0x39).contains($0) }
    }

    /// A day goes with a day, a month with a month, a year with a year.
    private func isAsExact(_ left: DateMention, _ right: DateMention) -> Bool {
        func length(_ date: DateMention) -> Int {
            let days = date.last.daysSince1970 - date.first.daysSince1970
            return days == 0 ? 0 : days < 10 ? 1 : days < 40 ? 2 : days < 120 ? 3 : 4
        }
        return length(left) == length(right)
    }

    private func day(_ entry: Int) -> CalendarDay { index.shelves[index.entries[entry].article].article.day }

    private func objection(_ reason: ReasonCode, _ part: Int, _ rival: Rival, certainty: Double) -> Objection {
        let reading = index.entries[rival.entry].reading
        let offset = assertion.reading.sentence.range.lowerBound
        let quantity = assertion.numbers.first { $0.part == part }?.quantity.range
        let span = quantity.map { ($0.lowerBound - offset)..<($0.upperBound - offset) } ?? assertion.parts[part].range
        return Objection(
            reason: reason, alsoReason: reason == .outdated ? .number : nil, entry: rival.entry, span: span, marked: rival.range,
            strength: rival.rest,
            isCentral: reason == .number
                ? certainty >= Self.sure && (saysNoVerb || isOfVerb(rival.entry)) : certainty >= Ruling.firm, certainty: certainty,
            instead: reading.text(rival.range))
    }
}
