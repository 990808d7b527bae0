import BriefModel
import TextAnalysis

/// A statement laid beside one sentence of the library: how well each of its parts is met there.
struct Alignment: Sendable {
    let entry: Int
    /// 0 … 1 a part: 1 in the sentence itself, less where title, neighbours or the rest of the article say it.
    let matches: [Double]
    /// The same, of the sentence's own words alone.
    let own: [Double]
    /// Weighted mean of `matches`.
    let coverage: Double
    /// Weighted mean of `own`.
    let ownCoverage: Double

    private static let titleWord = 0.75
    private static let nearWord = 0.6
    private static let nearName = 0.9
    /// A figure that comes out of those of the sentence.
    private static let derived = 0.9
    private static let farWord = 0.2
    private static let farName = 0.55

    init(_ assertion: Assertion, entry number: Int, index: EvidenceIndex) {
        entry = number
        let entry = index.entries[number]
        let shelf = index.shelves[entry.article]
        let neighbours = [number - 1, number + 1].filter { shelf.sentences.contains($0) }
        var own: [Double] = []
        let told = Self.told(assertion, by: shelf)
        matches = assertion.parts.enumerated().map { position, part in
            let inside = told.contains(position) ? 1 : Self.match(assertion, position, in: entry)
            own.append(inside)
            if inside >= 1 { return inside }
            let isName = part.kind == .name || part.kind == .country
            var outside = 0.0
            if part.kind == .number {
                for neighbour in neighbours { outside = max(outside, 0.7 * Self.match(assertion, position, in: index.entries[neighbour])) }
                if outside == 0, !index.isSearched, let quantity = assertion.numbers.first(where: { $0.part == position })?.quantity,
                    quantity.isDerived(from: entry.reading.sentence.quantities)
                {
                    outside = Self.derived
                }
            } else if part.kind == .date {
                if let date = assertion.reading.sentence.dates.first(where: { $0.range == assertion.reading.terms[position].range }) {
                    let day = shelf.article.day
                    if date.first <= day, day <= date.last, !entry.reading.sentence.namesItsDay { outside = 0.8 }
                }
                for neighbour in neighbours { outside = max(outside, 0.7 * Self.match(assertion, position, in: index.entries[neighbour])) }
            } else if let identifier = part.identifier {
                if shelf.titleTerms.holds(identifier) {
                    outside = isName ? Self.nearName : Self.titleWord
                } else if neighbours.contains(where: { index.entries[$0].terms.holds(identifier) }) {
                    outside = isName ? Self.nearName : Self.nearWord
                } else if shelf.terms.holds(identifier) {
                    outside = isName ? Self.farName : Self.farWord
                }
            }
            return max(inside, outside)
        }
        coverage = Self.mean(matches, assertion)
        ownCoverage = Self.mean(own, assertion)
        self.own = own
    }

    /// "The Courier reported on 5 May" is borne out by an article of the Courier of that day.
    private static func told(_ assertion: Assertion, by shelf: EvidenceIndex.Shelf) -> Set<Int> {
        guard let telling = assertion.telling, telling.outlets.contains(shelf.article.outlet) else { return [] }
        let day = shelf.article.day
        let dates = assertion.dates.filter { telling.days.contains($0.part) }
        guard dates.allSatisfy({ $0.date.first <= day && day <= $0.date.last }) else { return [] }
        return telling.words.union(telling.days)
    }

    /// Weighted share of the statement, some parts aside, that the sentence has itself.
    func ownRest(_ assertion: Assertion, without parts: Set<Int>) -> Double { Self.coverage(own, of: assertion, excluding: parts) }

    /// Telling parts, some aside, that the sentence has itself.
    func shared(_ assertion: Assertion, without parts: Set<Int> = []) -> Int {
        assertion.parts.indices.count { !parts.contains($0) && !assertion.parts[$0].isLight && own[$0] >= 1 }
    }

    private static func mean(_ values: [Double], _ assertion: Assertion) -> Double {
        var sum = 0.0
        var weight = 0.0
        for (index, part) in assertion.parts.enumerated() {
            sum += values[index] * part.weight
            weight += part.weight
        }
        return weight > 0 ? sum / weight : 0
    }

    static func coverage(_ matches: [Double], of assertion: Assertion, excluding: Set<Int> = []) -> Double {
        var sum = 0.0
        var weight = 0.0
        for (index, part) in assertion.parts.enumerated() where !excluding.contains(index) {
            sum += matches[index] * part.weight
            weight += part.weight
        }
        return weight > 0 ? sum / weight : 0
    }

    /// Coverage of what is mainly said: of the clause with the predicate, or of the whole where that is more.
    func aboutness(_ assertion: Assertion, excluding: Set<Int>) -> Double {
        let main = Set(assertion.mainClause)
        let outside = Set(assertion.parts.indices).subtracting(main).union(excluding)
        let isTelling = main.subtracting(excluding).count { !assertion.parts[$0].isLight } >= 2
        return max(
            Self.coverage(matches, of: assertion, excluding: excluding), isTelling ? Self.coverage(matches, of: assertion, excluding: outside) : 0)
    }

    static func match(_ assertion: Assertion, _ position: Int, in entry: EvidenceIndex.Entry) -> Double {
        let part = assertion.parts[position]
        if let identifier = part.identifier, entry.terms.holds(identifier) { return 1 }
        switch part.kind {
        case .number:
            guard let quantity = assertion.numbers.first(where: { $0.part == position })?.quantity else { return 0 }
            return entry.reading.sentence.quantities.contains { quantity.isBorneOut(by: $0) } ? 1 : 0
        case .date:
            guard let date = assertion.dates.first(where: { $0.part == position })?.date else { return 0 }
            let written = Folding.fold(assertion.reading.text(date.range))
            return entry.reading.sentence.dates.contains {
                date.first <= $0.last && $0.first <= date.last || Folding.fold(entry.reading.text($0.range)) == written
            } ? 1 : 0
        default:
            return 0
        }
    }
}

extension Sentence {
    /// The whole name a range is part of.
    func whole(_ range: Range<Int>) -> Range<Int> { names.first { $0.range.overlaps(range) }?.range ?? range }

    /// It says on which day itself, so that the day of the article is not meant.
    var namesItsDay: Bool { dates.contains { $0.first == $0.last && !isDateline($0) } }

    /// "WASHINGTON, 14 January —": when it was written, not when anything happened.
    func isDateline(_ date: DateMention) -> Bool {
        date.range.lowerBound - range.lowerBound < 50
            && bytes(date.range.upperBound..<min(range.upperBound, date.range.upperBound + 4)).contains("—")
    }
}
