import BriefModel
import TextAnalysis

/// Sentences in which a source says that something is not known, not shown or not confirmed: what a reader of an unborne claim needs most.
enum Doubts {
    private static let knowing: Set<String> = ClaimWords.set(
        """
        evidence proof report reports reported confirm confirmed confirms verify verified show shows shown support supports found find seen know known settles
        settle announced announcement disclosed published publish document documents established demonstrated proved proven record records
        """)

    static func isDoubt(_ reading: Reading) -> Bool {
        let sentence = reading.sentence
        guard sentence.block > 0, !reading.negations.isEmpty else { return false }
        // The word of knowing is what is denied, or what is found is nothing.
        return reading.negations.contains { negation in
            let reach = negation.scope.last.map { reading.terms[$0].range.upperBound } ?? negation.cue.upperBound
            return sentence.tokens.contains { token in
                knowing.contains(token.folded) && token.range.upperBound > negation.cue.lowerBound - 40
                    && token.range.lowerBound < max(reach, negation.cue.upperBound + 60)
            }
        }
    }
}

extension Doubts {
    private static let caution: Set<String> = ClaimWords.set("verified verify independently evidence proof")
    private static let pronouns: Set<String> = ClaimWords.set("it them this that these those")
    private static let searching: Set<String> = ClaimWords.set("find found seen know see")

    /// It doubts the whole account, not one point of it: no evidence, not verified, "has not confirmed it", "none that we could find".
    static func isCaveat(_ reading: Reading) -> Bool {
        let tokens = reading.sentence.tokens
        for (index, token) in tokens.enumerated() {
            if caution.contains(token.folded) { return true }
            let next = index + 1 < tokens.count ? tokens[index + 1].folded : ""
            if token.folded.hasPrefix("confirm"), pronouns.contains(next) { return true }
            if token.folded == "we", tokens[index...].prefix(4).contains(where: { searching.contains($0.folded) }) { return true }
        }
        return false
    }

    /// It says that an account is not confirmed or could not be verified.
    static func isUnverified(_ reading: Reading) -> Bool {
        isDoubt(reading) && isCaveat(reading) && reading.sentence.tokens.contains { $0.folded.hasPrefix("confirm") || $0.folded.hasPrefix("verif") }
    }

    /// A word of knowing says nothing of what is known.
    static func isHollow(_ part: Assertion.Part, in assertion: Assertion) -> Bool {
        let offset = assertion.reading.sentence.range.lowerBound
        return assertion.reading.sentence.tokens.contains {
            part.range.contains($0.range.lowerBound - offset) && (knowing.contains($0.folded) || hollow.contains($0.folded))
        }
    }

    private static let hollow: Set<String> = ClaimWords.set("set several public government governments company companies made make use used using")
}

extension EvidenceIndex {
    /// The outlet that told a sentence first.
    func teller(of entry: Int) -> String {
        let shelf = shelves[entries[originTwin(of: entry) ?? entry].article]
        return shelf.outlet?.name ?? shelf.article.outlet.rawValue
    }

    /// The same sentence in the article that a reprint goes back to.
    func originTwin(of entry: Int) -> Int? {
        let shelf = shelves[entries[entry].article]
        guard shelf.origin != shelf.article.id, let origin = shelves.first(where: { $0.article.id == shelf.origin }) else { return nil }
        let text = entries[entry].reading.sentence.text
        return origin.sentences.first { entries[$0].reading.sentence.text == text }
    }
}
