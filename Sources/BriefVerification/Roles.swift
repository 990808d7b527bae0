import BriefModel
import TextAnalysis

/// Passages that say it, but of somebody or somewhere else: "Rival Ostrand already runs two plants", "it is built in Slovakia".
struct Roles {
    let assertion: Assertion
    let index: EvidenceIndex

    /// How much of the rest the passage must say in its own words before the other name counts as put in place of ours.
    private static let likeness = 0.8

    static let adverbs: Set<String> = [
        "furthermore", "furthermor", "moreover", "moreov", "however", "howev", "therefore", "therefor", "also", "still", "then", "instead",
        "meanwhile",
    ]

    func objections(_ alignments: [Alignment]) -> [Objection] {
        assertion.parts.indices.compactMap { position in
            let part = assertion.parts[position]
            guard part.kind == .name && isPlainSubject(position) && !isOpening(part) || part.kind == .country && isOfSomebody else { return nil }
            return substitution(position, part, alignments)
        }
    }

    /// In a library "the show was British" may be said of any show.
    private var isOfSomebody: Bool { !index.isSearched || assertion.parts.contains { $0.kind == .name && !$0.isLabel } }

    private func substitution(_ position: Int, _ part: Assertion.Part, _ alignments: [Alignment]) -> Objection? {
        var found: Objection?
        for alignment in alignments {
            let entry = index.entries[alignment.entry]
            guard index.shelves[entry.article].outlet?.kind.needsCorroboration != true else { continue }
            let own = assertion.parts.indices.map { Alignment.match(assertion, $0, in: entry) }
            if own[position] >= 1 {
                // Somewhere it is said of the one we name.
                if alignment.ownCoverage >= Self.likeness - 0.2 { return nil }
                continue
            }
            let rest = Alignment.coverage(own, of: assertion, excluding: [position])
            guard found == nil, rest >= Self.likeness, part.kind == .name || alignment.matches[position] < 0.5,
                let other = other(for: part, position, in: entry.reading), areAlike(part, other, entry.reading),
                index.isSearched || alignment.shared(assertion, without: [position]) >= 3
            else { continue }
            found = Objection(
                reason: part.kind == .name ? .entityConflation : .attribute, alsoReason: nil, entry: alignment.entry, span: part.range,
                marked: other.range,
                strength: rest, isCentral: true, instead: entry.reading.text(other.range))
        }
        return found
    }

    /// A person goes with a person and a body with a body; "the Frenchman" says only of whom one speaks.
    private func areAlike(_ part: Assertion.Part, _ other: Term, _ reading: Reading) -> Bool {
        let offset = assertion.reading.sentence.range.lowerBound
        let range = (part.range.lowerBound + offset)..<(part.range.upperBound + offset)
        let ours = assertion.reading.sentence.names.first { $0.range.overlaps(range) }
        let theirs = reading.sentence.names.first { $0.range.overlaps(other.range) }
        guard let ours, let theirs else { return false }
        let folded = Folding.fold(ours.text)
        if ours.kind == .nationality, folded.hasSuffix("man") || folded.hasSuffix("men") || folded.hasSuffix("woman") { return false }
        return !assertion.reading.isInMarks(range)
            && (ours.kind == theirs.kind && (ours.kind != .other || !index.isSearched) || part.kind == .country)
            && !reading.sentence.text.contains(ours.text)
    }

    /// A name of the same kind in the passage that the statement does not hold; for a subject, one before the predicate.
    private func other(for part: Assertion.Part, _ position: Int, in reading: Reading) -> Term? {
        let ours = Set(assertion.parts.map(\.key))
        guard part.kind == .name else { return reading.terms.first { $0.kind == .country && !ours.contains($0.key) } }
        guard let predicate = assertion.predicate.first,
            let verb = reading.terms.firstIndex(where: { $0.key == assertion.parts[predicate].key })
        else { return nil }
        let before = reading.terms[..<verb]
        guard !before.contains(where: { ours.contains($0.key) && $0.kind == .name }) else { return nil }
        return before.last { $0.kind == .name }
    }

    /// "Furthermore, …": a word that only its place gives a capital, and that stands nowhere else.
    private func isOpening(_ part: Assertion.Part) -> Bool {
        Self.adverbs.contains(part.key) || assertion.text.slice(utf8: part.range)?.hasSuffix("ly") == true
            || part.identifier == nil && part.range.lowerBound <= (assertion.reading.sentence.tokens.first?.range.count ?? 0)
                && !assertion.reading.sentence.names.contains {
                    $0.range.lowerBound == assertion.reading.sentence.range.lowerBound && $0.kind != .other
                }
    }

    /// The statement's only name, before its predicate.
    private func isPlainSubject(_ position: Int) -> Bool {
        guard let predicate = assertion.predicate.first, position < predicate else { return false }
        return assertion.parts[..<predicate].filter { $0.kind == .name }.allSatisfy {
            $0.range.lowerBound <= assertion.parts[position].range.upperBound + 1
        }
    }
}
