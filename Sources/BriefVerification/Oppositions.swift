import BriefModel
import TextAnalysis

/// The opposite of a word of the statement in a sentence given that says most of the rest of it, whatever the order and wording: "rarer" where the
/// sentence has "more often", "on the way up" aside.
struct Oppositions {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words of the statement below which a sentence is about something else.
    private static let touching = 0.2
    /// And of the rest of it, from which its opposite word is put in place of ours.
    private static let about = 0.35
    /// Telling words beside it that both must have.
    private static let company = 3
    /// Terms to either side of a word that say what it is said of.
    private static let reach = 4

    /// Certainty below which nothing is said, and from which it is a contradiction; read off written claims, as the line between.
    private static let telling = 0.6
    private static let sure = 0.75

    private struct Rival {
        let alignment: Alignment
        let term: Int
        let rest: Double
    }

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let near = alignments.filter { $0.ownCoverage >= Self.touching }
        return near.isEmpty ? [] : assertion.parts.indices.compactMap { objection($0, near) }
    }

    private func objection(_ position: Int, _ alignments: [Alignment]) -> Objection? {
        let part = assertion.parts[position]
        guard part.kind == .word, !part.isLight else { return nil }
        var said = 0.0
        var found: Rival?
        for alignment in alignments {
            let rest = alignment.ownRest(assertion, without: [position])
            let reading = index.entries[alignment.entry].reading
            if alignment.own[position] >= 1 {
                said = max(said, rest)
            } else if rest >= Self.about, rest > found?.rest ?? 0, alignment.shared(assertion, without: [position]) >= Self.company,
                let term = reading.terms.indices.first(where: { isOpposite($0, in: reading, to: position) })
            {
                found = Rival(alignment: alignment, term: term, rest: rest)
            }
        }
        guard let found, found.rest > said else { return nil }
        let reading = index.entries[found.alignment.entry].reading
        let certainty = 0.3 + 0.6 * found.rest
        guard certainty >= Self.telling, sharesNeighbour(position, found.term, reading) else { return nil }
        return Objection(
            reason: .relation, alsoReason: nil, entry: found.alignment.entry, span: part.range, marked: reading.terms[found.term].range,
            strength: found.rest, isCentral: certainty >= Self.sure, certainty: certainty,
            instead: reading.text(reading.terms[found.term].range))
    }

    private func isOpposite(_ term: Int, in reading: Reading, to position: Int) -> Bool {
        let part = assertion.parts[position]
        let concepts = Concepts.english
        guard reading.terms[term].kind == .word, concepts.areOpposite(part.key, reading.terms[term].key) else { return false }
        // "Closed it and opened it again", "longer ones were better than short ones": one of the two texts has both.
        let hasBoth =
            reading.terms.contains { $0.key != part.key && concepts.areOpposite($0.key, reading.terms[term].key) }
            || assertion.parts.contains { $0.key == reading.terms[term].key }
        return !hasBoth && isPlain(term, reading) && isPlain(position, assertion.reading) && isOfSame(position, term, reading)
    }

    /// No denial in its clause.
    private func isPlain(_ term: Int, _ reading: Reading) -> Bool { !reading.negations.contains { $0.scope.contains(term) } }

    /// "City won", "United lost": no quarrel, since it is said of two.
    private func isOfSame(_ position: Int, _ term: Int, _ reading: Reading) -> Bool {
        let names = Set(assertion.parts.filter { $0.kind == .name }.map(\.key))
        let mine = assertion.parts[..<position].last { $0.kind == .name || $0.kind == .country }?.key
        let other = reading.terms[..<term].last { $0.kind == .country || index.isName($0, in: reading) || names.contains($0.key) }?.key
        return mine == nil || other == nil || mine == other
    }

    /// A word beside both, other than whose doing it is.
    private func sharesNeighbour(_ position: Int, _ term: Int, _ reading: Reading) -> Bool {
        let near = Set(reading.terms[max(0, term - Self.reach)..<min(reading.terms.count, term + Self.reach + 1)].map(\.key))
        let ours = max(0, position - Self.reach)..<min(assertion.parts.count, position + Self.reach + 1)
        return ours.contains {
            $0 != position && assertion.parts[$0].kind == .word && !assertion.parts[$0].isLight && near.contains(assertion.parts[$0].key)
        }
    }
}
