import BriefModel
import TextAnalysis

/// What somebody is said to be in passing: "Brook Mills, a maker of trams," where the sentences given call it a maker of ferries.
struct Appositions {
    let assertion: Assertion
    let index: EvidenceIndex

    func objections() -> [Objection] {
        let ours = assertion.reading.descriptions
        guard !ours.isEmpty else { return [] }
        return ours.compactMap { mine in
            let told = index.entries.indices.flatMap { entry in
                index.entries[entry].reading.descriptions.filter { $0.name == mine.name }.map { (entry, $0) }
            }
            let terms = telling(mine, assertion.reading)
            guard !terms.isEmpty, let (entry, other) = told.first else { return nil }
            let known = Set(told.flatMap { entry, description in index.entries[entry].reading.terms[description.terms].map(\.key) })
            let new = terms.filter { !known.contains(assertion.parts[$0].key) }
            guard let first = new.first, let last = new.last else { return nil }
            let reading = index.entries[entry].reading
            return Objection(
                reason: .attribute, alsoReason: nil, entry: entry,
                span: assertion.parts[first].range.lowerBound..<assertion.parts[last].range.upperBound, marked: other.range, strength: 0.7,
                isCentral: false, certainty: isNowhere(new) ? 0.65 : 0.55, instead: reading.text(other.range))
        }
    }

    private func telling(_ description: Reading.Apposition, _ reading: Reading) -> [Int] {
        description.terms.filter { !assertion.parts[$0].isLight }
    }

    private func isNowhere(_ parts: [Int]) -> Bool { parts.allSatisfy { assertion.parts[$0].identifier == nil } }
}

extension Reading {
    /// "NAME, a …," with the first word of the name's key.
    struct Apposition {
        let name: String
        let terms: Range<Int>
        let range: Range<Int>
    }

    /// Phrases with an article between commas behind a name.
    var descriptions: [Apposition] {
        let tokens = sentence.tokens
        return sentence.names.compactMap { name in
            guard let next = tokens.firstIndex(where: { $0.range.lowerBound >= name.range.upperBound }), next > 0,
                ["a", "an", "the"].contains(tokens[next].folded),
                sentence.bytes(name.range.upperBound..<tokens[next].range.lowerBound).utf8.first == 0x2C
            else { return nil }
            var end = next + 1
            while end < tokens.count, end - next < 14, !hasBreak(between: tokens[end - 1].range.upperBound, and: tokens[end].range.lowerBound) {
                end += 1
            }
            let terms = (next..<end).compactMap { termOfToken[$0] }
            guard let first = terms.first, let last = terms.last else { return nil }
            return Apposition(name: name.key, terms: first..<(last + 1), range: tokens[next].range.lowerBound..<tokens[end - 1].range.upperBound)
        }
    }
}
