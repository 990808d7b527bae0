import BriefModel
import TextAnalysis

/// "Because of", "led to": a link between two facts, where the sentences state the facts and no link.
struct Links {
    let assertion: Assertion
    let index: EvidenceIndex

    private static let connectives: [[String]] = [
        ["because", "of"], ["because"], ["due", "to"], ["owing", "to"], ["thanks", "to"], ["led", "to"], ["leads", "to"], ["as", "a", "result"],
        ["result", "of"], ["resulted", "in"], ["resulting", "in"], ["caused"], ["causes"], ["causing"], ["prompted"], ["prompting"],
        ["in", "response", "to"],
        ["triggered"], ["driven", "by"], ["blamed"], ["owes"], ["consequently"], ["therefore"], ["which", "is", "why"], ["that", "is", "why"],
        ["in", "order", "to"], ["on", "account", "of"], ["so", "that"], ["since"], ["as", "a", "consequence"], ["forced"], ["made", "possible"],
        ["brought", "about"], ["stems", "from"], ["thereby"], ["explains"], ["explained", "by"],
    ]

    /// How much of either side the sentences must say.
    private static let stated = 0.5

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let tokens = assertion.reading.sentence.tokens
        guard let place = tokens.indices.first(where: { connective(at: $0, in: tokens) != nil }), let length = connective(at: place, in: tokens)
        else {
            return []
        }
        let offset = assertion.reading.sentence.range.lowerBound
        let span = (tokens[place].range.lowerBound - offset)..<(tokens[place + length - 1].range.upperBound - offset)
        let left = assertion.parts.indices.filter { assertion.parts[$0].range.upperBound <= span.lowerBound && !assertion.parts[$0].isLight }
        let right = assertion.parts.indices.filter { assertion.parts[$0].range.lowerBound >= span.upperBound && !assertion.parts[$0].isLight }
        guard left.count >= 2, right.count >= 1 else { return [] }
        let cause = alignments.max { met(right, $0) < met(right, $1) }
        let effect = alignments.max { met(left, $0) < met(left, $1) }
        guard let cause, let effect, met(left, effect) >= Self.stated, met(right, cause) >= Self.stated else { return [] }
        // A link that any sentence near makes, in whatever words, is one.
        let near = [cause.entry, effect.entry, cause.entry + 1, effect.entry + 1].filter { index.entries.indices.contains($0) }
        let isLinked = near.contains { entry in
            let theirs = index.entries[entry].reading.sentence.tokens
            return theirs.indices.contains { connective(at: $0, in: theirs) != nil || Self.linking.contains(theirs[$0].folded) }
        }
        guard !isLinked else { return [] }
        return [
            Objection(
                reason: .causalLeap, alsoReason: nil, entry: effect.entry, span: span, marked: nil,
                strength: min(met(left, effect), met(right, cause)), isCentral: false, certainty: 0.7)
        ]
    }

    /// Words that link without being one of the connectives.
    private static let linking: Set<String> = [
        "so", "as", "for", "cause", "reason", "why", "result", "results", "resulted", "lead", "leads", "after", "following", "from", "by", "make",
        "makes", "made",
        "blame", "blames", "attributed", "owing", "due", "if", "unless", "given", "hence", "thus",
    ]

    private func connective(at index: Int, in tokens: [Token]) -> Int? {
        Self.connectives.first { words in
            index + words.count < tokens.count && words.indices.allSatisfy { tokens[index + $0].folded == words[$0] }
        }?.count
    }

    private func met(_ parts: [Int], _ alignment: Alignment) -> Double {
        let total = parts.reduce(0) { $0 + assertion.parts[$1].weight }
        let sum = parts.reduce(0) { $0 + assertion.parts[$1].weight * (Alignment.match(assertion, $1, in: index.entries[alignment.entry])) }
        return total > 0 ? sum / total : 0
    }
}
