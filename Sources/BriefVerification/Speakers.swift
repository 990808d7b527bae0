import BriefModel
import TextAnalysis

/// The same said by somebody else: "X said" where the sentence has "Y said".
struct Speakers {
    let assertion: Assertion
    let index: EvidenceIndex

    private static let likeness = 0.5
    /// Words that name nobody in particular.
    private static let general = ClaimWords.set(
        """
        he she they it his her their who official officials spokesman spokeswoman spokesperson people person source sources statement report
        company firm government ministry minister president director chief head executive authorities the a an of for one some
        """)

    func objections(_ comparisons: [Comparison]) -> [Objection] {
        guard let claimed = assertion.reading.sentence.attribution?.source else { return [] }
        let ours = Self.words(claimed)
        guard !ours.isEmpty, let span = span(of: claimed) else { return [] }
        for comparison in comparisons where rest(comparison, without: span) >= Self.likeness {
            let reading = comparison.reading
            guard let actual = reading.sentence.attribution?.source ?? reading.sentence.quotations.compactMap(\.speaker).first else { return [] }
            let theirs = Self.words(actual)
            guard !theirs.isEmpty, ours.isDisjoint(with: theirs), !isKnownAs(ours, theirs, in: comparison),
                areAlike(claimed, actual, comparison)
            else { return [] }
            return [
                Objection(
                    reason: .misattribution, alsoReason: nil, entry: comparison.entry, span: span, marked: reading.sentence.attribution?.cueRange,
                    strength: comparison.coverage, isCentral: true, certainty: 0.7, instead: actual,
                    telling: "The words are found, but said by \(actual), not \(claimed).")
            ]
        }
        return []
    }

    private static func words(_ source: String) -> Set<String> {
        Set(Folding.fold(source).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)).subtracting(general)
    }

    private func span(of source: String) -> Range<Int>? {
        guard let found = assertion.text.utf8.firstRange(of: source.utf8) else { return nil }
        let start = assertion.text.utf8.distance(from: assertion.text.startIndex, to: found.lowerBound)
        return start..<(start + source.utf8.count)
    }

    /// How much of what is said, its speaker aside, the sentence says.
    private func rest(_ comparison: Comparison, without span: Range<Int>) -> Double {
        let offset = assertion.reading.sentence.range.lowerBound
        let words = comparison.ours.indices.filter { comparison.ours[$0].range.overlaps((span.lowerBound + offset)..<(span.upperBound + offset)) }
        guard let first = words.first, let last = words.last else { return comparison.coverage }
        return comparison.rest(without: first..<(last + 1))
    }

    /// Two people, or two bodies: "the press secretary" may be Mr Earnest. Of two that are not named, ours must speak elsewhere in the article.
    private func areAlike(_ claimed: String, _ actual: String, _ comparison: Comparison) -> Bool {
        let ours = assertion.reading.sentence.names.first { claimed.contains($0.text) && $0.kind != .nationality }
        let theirs = comparison.reading.sentence.names.first { actual.contains($0.text) && $0.kind != .nationality }
        switch (ours, theirs) {
        case (let ours?, let theirs?): return ours.kind == theirs.kind
        case (nil, nil):
            let words = Self.words(claimed)
            return index.shelves[index.entries[comparison.entry].article].sentences.contains { number in
                let attribution = index.entries[number].reading.sentence.attribution
                return number != comparison.entry && attribution.map { !words.isDisjoint(with: Self.words($0.source)) } == true
            }
        default: return false
        }
    }

    /// Ours stands in the sentence itself, or another one of the article has both: "Ada Brook, the mill's director".
    private func isKnownAs(_ ours: Set<String>, _ theirs: Set<String>, in comparison: Comparison) -> Bool {
        let sentences = index.shelves[index.entries[comparison.entry].article].sentences
        return sentences.contains { number in
            let words = Set(index.entries[number].reading.sentence.tokens.map(\.folded))
            return !words.isDisjoint(with: ours) && (number == comparison.entry || !words.isDisjoint(with: theirs))
        }
    }
}
