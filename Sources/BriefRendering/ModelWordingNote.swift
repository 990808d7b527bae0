import BriefModel

/// What a reader is told of a language model's part in a brief, the same in every format.
struct ModelWordingNote {
    private let wording: ModelWording
    private let references: References

    /// Nil for a brief that no model was asked to word.
    init?(_ brief: Brief, references: References) {
        guard let wording = brief.wording else { return nil }
        self.wording = wording
        self.references = references
    }

    /// Who worded it, how much was turned away, and why it could not be used where it could not.
    var line: Phrase {
        var sentences: [Phrase] = []
        if wording.admitted > 0 {
            sentences.append(
                Phrase(
                    "{admitted} of {count} statements are in the words of {model}, each held to the passages it cites.",
                    ["admitted": wording.admitted, "count": references.statements.count, "model": wording.model]))
        }
        if !wording.dropped.isEmpty {
            sentences.append(
                Phrase(
                    "{count} sentences it proposed were left out because the passages did not bear them out.", ["count": wording.dropped.count]))
        }
        if let failure = wording.failure {
            sentences.append(
                wording.sectionsFailed == wording.sectionsAsked
                    ? Phrase("The model {model} could not be used, so this brief is worded without it.", ["model": wording.model])
                    : Phrase(
                        "In {count} sections of {asked} the model could not be used; they are worded without it.",
                        ["count": wording.sectionsFailed, "asked": String(wording.sectionsAsked)]))
            sentences.append(.verbatim(failure.closed))
        } else if wording.admitted == 0 {
            sentences.append(
                Phrase("Nothing the model {model} proposed was taken, so this brief is worded without it.", ["model": wording.model]))
        }
        return .sentences(sentences)
    }

    static let title: Phrase = "What the model did"

    /// The same in figures: why sentences were turned away, where, and what was kept from it.
    var details: [Phrase] {
        var lines: [Phrase] = []
        for (reason, count) in counted(wording.dropped.map { $0.reasons.first ?? .noEvidence }) {
            let places = counted(wording.dropped.filter { ($0.reasons.first ?? .noEvidence) == reason }.map(\.section))
            let sections = places.map { $0.count == 1 ? $0.item : "\($0.item) (\($0.count))" }
            lines.append(
                Phrase(
                    "Left out, {reason}: {count}, in {sections}.",
                    ["reason": Wording.reason(reason) ?? "not verified", "count": count, "sections": Phrase.list(sections)]))
        }
        if wording.repaired > 0 {
            lines.append(
                Phrase("{count} statements stand in words it corrected when it was told what was wrong.", ["count": wording.repaired]))
        }
        let numbers = wording.addressingMachines.compactMap { references.source($0)?.number }.sorted()
        if !numbers.isEmpty {
            lines.append(
                Phrase(
                    "{count} sources carry text addressed to machines, which the model was not shown: {numbers}.",
                    ["count": numbers.count, "numbers": Phrase.list(numbers.map(String.init))]))
        }
        lines.append(
            .sentences([
                "It saw numbered passages only, and chose none of them.",
                Phrase(
                    "{requests} requests, {input} tokens in, {output} out.",
                    ["requests": wording.requests, "input": wording.inputTokens, "output": wording.outputTokens]),
            ]))
        return lines
    }

    /// Each once with its number, the most frequent first, then as they came.
    private func counted<Item: Hashable>(_ items: [Item]) -> [(item: Item, count: Int)] {
        var order: [Item] = []
        var counts: [Item: Int] = [:]
        for item in items {
            if counts[item] == nil { order.append(item) }
            counts[item, default: 0] += 1
        }
        return order.enumerated().sorted { (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset) }.map {
            ($0.element, counts[$0.element] ?? 0)
        }
    }
}
