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
        ["in", "order", "to"], ["on", "account", "of"], ["so", "that"], ["as", "a", "consequence"], ["forced"], ["made", "possible"],
        ["brought", "about"], ["stems", "from"], ["thereby"], ["explains"], ["explained", "by"],
    ]

    /// How much of either side a sentence must say.
    private static let stated = 0.4

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let tokens = assertion.reading.sentence.tokens
        guard let place = tokens.indices.first(where: { connective(at: $0, in: tokens) != nil }), let length = connective(at: place, in: tokens)
        else {
            return []
        }
        let offset = assertion.reading.sentence.range.lowerBound
        let span = (tokens[place].range.lowerBound - offset)..<(tokens[place + length - 1].range.upperBound - offset)
        var left = telling(0..<span.lowerBound)
        var right = telling(span.upperBound..<assertion.text.utf8.count)
        // "Because of the fire, …": what comes first is the cause, up to the comma.
        if place == 0,
            let comma = assertion.text.utf8.firstIndex(of: 0x2C).map({ assertion.text.utf8.distance(from: assertion.text.startIndex, to: $0) })
        {
            left = telling(comma..<assertion.text.utf8.count)
            right = telling(span.upperBound..<max(span.upperBound, comma))
        }
        guard left.count >= 2, right.count >= 1 else { return [] }
        let cause = alignments.max { met(right, $0) < met(right, $1) }
        let effect = alignments.max { met(left, $0) < met(left, $1) }
        // Two facts of one sentence are told for what they have to do with each other.
        guard let cause, let effect, cause.entry != effect.entry, met(left, effect) >= Self.stated, met(right, cause) >= Self.stated else {
            return []
        }
        let isLinked = [cause.entry, effect.entry].contains { entry in
            let theirs = index.entries[entry].reading.sentence.tokens
            return theirs.indices.contains { connective(at: $0, in: theirs) != nil || Self.linking.contains(theirs[$0].folded) }
        }
        guard !isLinked else { return [] }
        return [
            Objection(
                reason: .causalLeap, alsoReason: nil, entry: effect.entry, span: span, marked: nil,
                strength: min(met(left, effect), met(right, cause)), isCentral: false, certainty: 0.55)
        ]
    }

    /// Words that link without being one of the connectives.
    private static let linking: Set<String> = [
        "so", "cause", "reason", "reasons", "why", "result", "results", "resulted", "lead", "leads", "blame", "blames", "attributed", "owing", "due",
        "hence", "thus",
    ]

    private func connective(at index: Int, in tokens: [Token]) -> Int? {
        Self.connectives.first { words in
            index + words.count < tokens.count && words.indices.allSatisfy { tokens[index + $0].folded == words[$0] }
        }?.count
    }

    private func telling(_ words: Range<Int>) -> [Int] {
        assertion.parts.indices.filter { words.contains(assertion.parts[$0].range.lowerBound) && !assertion.parts[$0].isLight }
    }

    private func met(_ parts: [Int], _ alignment: Alignment) -> Double {
        let total = parts.reduce(0) { $0 + assertion.parts[$1].weight }
        let sum = parts.reduce(0) { $0 + assertion.parts[$1].weight * (Alignment.match(assertion, $1, in: index.entries[alignment.entry])) }
        return total > 0 ? sum / total : 0
    }
}
